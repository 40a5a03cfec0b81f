import { defineCommand, refused } from "#core/answer/command.ts";
import { done, withDigests } from "./which-digest.ts";
import { nextInstant } from "#core/digest/instants.ts";
import { AT, EVERY, THREAD, TIMEZONE, TOPICS } from "#core/digest/digest-options.ts";
import { makeRule } from "#core/digest/rule.ts";
import { sinceNow } from "#core/digest/since.ts";
import { focusOf } from "#core/changes/focus.ts";
import type { Wants } from "#core/digest/subscription.ts";
import { topicsOf } from "#core/digest/topic.ts";
import { channelInline, digestButton, nextLines, orderWords } from "#core/digest/digest-words.ts";
import { channel, flag, mentionable, oneOf, type Mentioned } from "#core/request/options/index.ts";
import { no, ok, refuse, type Read } from "#core/request/refusal.ts";
import { text } from "#core/reply/reply.ts";
import { defined } from "#core/text/defined.ts";

/** Most digests of one server or workspace. */
const MOST = 50;

export const subscribe = defineCommand({
  path: ["digest", "subscribe"],
  about: "Post what changed to a channel, on its days and at its time",
  tier: "moderator",
  options: {
    channel: channel("The channel to post in", { required: true, words: true }),
    every: EVERY,
    at: AT,
    timezone: TIMEZONE,
    topics: TOPICS,
    "mention-role": mentionable("A role or user group to ping with each digest (nobody, if empty)"),
    thread: THREAD,
    quiet: flag("Post nothing if nothing changed, instead of one line that says so"),
    suggestions: flag("List waiting suggestions too; meant for a moderators' channel"),
    language: oneOf("The language of the digest; there is one so far", ["english"]),
  },
  example: "C0123456789 every:weekdays at:9am timezone:vienna",
  form: { title: "Subscribe a channel", asks: ["channel", "every", "at", "timezone", "topics"] },
  answer: (values, context) =>
    withDigests(context, async (digests) => {
      const rule = makeRule(values.every, values.at, values.timezone);
      if (!rule.ok) return refused(rule.refusal);
      const mention = mentioned(values["mention-role"], digests.workspace.id);
      if (!mention.ok) return refused(mention.refusal);
      if ((await digests.list()).length >= MOST) {
        return refused(refuse("limit", `There are already ${MOST} digests here.`, "Remove one first: /digest list"));
      }
      const may = await digests.mayPost(values.channel, values.thread);
      if (may?.ok === false) {
        return refused(refuse("state", "Talks may not post there.", may.hint));
      }
      const next = nextInstant(rule.value, context.now);
      if (next === undefined) throw new Error(`${rule.value.cron} was checked and never fires`);
      const snapshot = await context.desk.snapshot();
      const meant = focusOf({ platform: context.asker.platform, channel: values.channel }, snapshot);
      const wants: Wants = {
        topics: values.topics ?? topicsOf(meant === undefined ? [] : [{ of: "negotiations", id: meant }]),
        quiet: values.quiet ?? false,
        suggestions: values.suggestions ?? false,
        language: values.language ?? "english",
        ...defined({ mention: mention.value }),
      };
      const order = {
        id: `d${context.token(5).toLowerCase()}`,
        channel: values.channel,
        ...defined({ thread: values.thread }),
        owner: context.asker.id,
        rule: rule.value,
        wants,
        next,
        since: sinceNow(snapshot),
      };
      await digests.add(order);
      return done(
        "Subscribed",
        order.id,
        [
          text("posts to "),
          channelInline(order.channel, context.dialect),
          text(`${orderWords(order, context.view)}${may === undefined ? UNPOSTED : " You are told if it fails."}`),
        ],
        nextLines(order, context.now),
        buttonsOf(order.id),
      );
    }),
});

const UNPOSTED = " Talks cannot post to a terminal: subscribe in a server or workspace.";

function buttonsOf(id: string) {
  return [
    digestButton("preview", id, "Preview"),
    digestButton("pause", id, "Pause"),
    digestButton("remove", id, "Remove"),
  ];
}

function mentioned(who: Mentioned | undefined, workspace: string): Read<Wants["mention"]> {
  if (who === undefined) return ok(undefined);
  const problem = (message: string): Read<never> =>
    no(message, "Mention a role, or leave it out. People follow with /talks follow.", [], "mention-role");
  if (who.kind === "user") return problem("A digest pings a role or a user group, not one person.");
  // A role with the workspace's own id is everyone in it.
  if (who.id === workspace) return problem("A digest never pings everyone.");
  return ok({ kind: who.kind, id: who.id, name: who.name });
}
