import { call } from "#core/request/call.ts";
import { answered, defineCommand, refused, type Answer, type Context } from "#core/answer/command.ts";
import { withDigests } from "#commands/digest/which-digest.ts";
import type { Digests } from "#core/digest/digests.ts";
import { TOPIC } from "#core/digest/digest-options.ts";
import { sinceNow } from "#core/digest/since.ts";
import { topicName, topicOf, topicText, topicTyped } from "#core/digest/topic.ts";
import { refuse } from "#core/request/refusal.ts";
import { FIRST_MAX } from "#core/reply/first-line.ts";
import { shorten } from "#core/text/text.ts";
import { buttons, heading, list, paragraph, reply, strong, text } from "#core/reply/reply.ts";

/** Most things that one person follows. */
const MOST = 50;

export const follow = defineCommand({
  path: ["talks", "follow"],
  about: "Get a direct message, at most once an hour, when something changes",
  tier: "contributor",
  options: { topic: TOPIC },
  example: "how long",
  answer: ({ topic }, context) =>
    withDigests(context, async (digests) => {
      const user = context.asker.id;
      const trouble = await digests.trouble(user);
      if (trouble !== undefined) await digests.tellAgain(user);
      if (topic === undefined) return followed("What you follow", digests, context, trouble);
      if ((await digests.follows(user)).length >= MOST) {
        return refused(
          refuse(
            "limit",
            `You already follow ${MOST} things.`,
            "Stop one first: /talks follow lists them, each with a button to stop it.",
          ),
        );
      }
      const since = sinceNow(await context.desk.snapshot());
      if (!(await digests.follow(user, topicText(topic), since))) {
        const name = topicName(topic, context.view);
        return refused(refuse("state", `You already follow ${name}.`, "What you follow: /talks follow"));
      }
      return followed("Following", digests, context, trouble);
    }),
});

const TOLD = "You get a direct message when something about any of them changes, at most one an hour.";
const UNTOLD = "A terminal gets no direct messages: follow in a server or workspace.";

/**
 * What somebody follows, with one button for each that stops it, and one that stops all. `trouble`: why their last
 * message was refused; it is sent again now.
 */
async function followed(
  title: string,
  digests: Digests,
  { asker, focus, view }: Context,
  trouble: string | undefined,
): Promise<Answer> {
  const all = (await digests.follows(asker.id)).map((kept) => topicOf(kept));
  const names = all.map((topic) => topicName(topic, view));
  const isMeant = all.some(({ of, id }) => of === "negotiations" && id === focus);
  const meant =
    focus === undefined || isMeant
      ? []
      : [{ label: `Follow ${view.negotiations.name(focus)}`, call: call(["talks", "follow"], { topic: focus }) }];
  const line = all.length === 0 ? "You follow nothing." : `${title}: ${names.join("; ")}.`;
  const stop = all.slice(0, 20).map((topic) => ({
    label: `Stop ${topicName(topic, view)}`,
    call: call(["talks", "unfollow"], { topic: topicTyped(topic, view) }),
  }));
  const whole = { label: "Stop all", call: call(["talks", "unfollow"], { topic: "everything" }) };
  return answered(
    reply(line, [
      heading(shorten(line, FIRST_MAX)),
      ...(all.length === 0
        ? [
            paragraph(text("Follow talks, a person, a kind of fact or any words: /talks follow how long")),
            ...(meant.length === 0 ? [] : [buttons(...meant)]),
          ]
        : [
            list(...names.map((name) => [text(name)])),
            ...(trouble === undefined
              ? []
              : [paragraph(strong("Talks could not write to you. "), text(`${trouble} Talks tries again now.`))]),
            paragraph(text(digests.posts ? TOLD : UNTOLD)),
            buttons(...meant, ...stop, ...(all.length > 1 ? [whole] : [])),
          ]),
    ]),
  );
}
