import { clauseIn } from "#core/messages/line-in.ts";
import { tell } from "#core/messages/tell.ts";
import { tongueOfLocale } from "#core/messages/tongue.ts";
import { call, LABEL_MAX } from "#core/request/call.ts";
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
      if (topic === undefined) return followed("follow.what", digests, context, trouble);
      if ((await digests.follows(user)).length >= MOST) {
        return refused(
          refuse("limit", tell(context.view, "follow.most", { n: MOST }), tell(context.view, "follow.stopFirst")),
        );
      }
      const since = sinceNow(await context.desk.snapshot());
      if (!(await digests.follow(user, topicText(topic), since, tongueOfLocale(context.asker.locale)))) {
        const name = topicName(topic, context.view);
        return refused(
          refuse("state", tell(context.view, "follow.already", { name }), tell(context.view, "follow.list")),
        );
      }
      return followed("follow.now", digests, context, trouble);
    }),
});

/**
 * What somebody follows, with one button for each that stops it, and one that stops all. `trouble`: why their last
 * message was refused; it is sent again now.
 */
async function followed(
  title: "follow.what" | "follow.now",
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
      : [
          {
            label: shorten(tell(view, "follow.button", { name: view.negotiations.name(focus) }), LABEL_MAX),
            call: call(["talks", "follow"], { topic: focus }),
          },
        ];
  const line = all.length === 0 ? tell(view, "follow.nothing") : tell(view, title, { names: names.join("; ") });
  const stop = all.slice(0, 20).map((topic) => ({
    label: shorten(tell(view, "follow.stop", { name: topicName(topic, view) }), LABEL_MAX),
    call: call(["talks", "unfollow"], { topic: topicTyped(topic, view) }),
  }));
  const whole = { label: tell(view, "button.stopAll"), call: call(["talks", "unfollow"], { topic: "everything" }) };
  return answered(
    reply(line, [
      heading(shorten(line, FIRST_MAX)),
      ...(all.length === 0
        ? [paragraph(text(tell(view, "follow.how"))), ...(meant.length === 0 ? [] : [buttons(...meant)])]
        : [
            list(...names.map((name) => [text(name)])),
            ...(trouble === undefined
              ? []
              : [
                  paragraph(
                    strong(tell(view, "follow.trouble")),
                    text(tell(view, "follow.again", { why: clauseIn(view, trouble) })),
                  ),
                ]),
            paragraph(text(tell(view, digests.posts ? "follow.told" : "follow.untold"))),
            buttons(...meant, ...stop, ...(all.length > 1 ? [whole] : [])),
          ]),
    ]),
  );
}
