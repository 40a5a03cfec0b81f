import { clauseIn } from "#core/messages/line-in.ts";
import { tell } from "#core/messages/tell.ts";
import { defineCommand, refused } from "#core/answer/command.ts";
import { AT, DIGEST, digestNamed, EVERY, TIMEZONE } from "#core/digest/digest-options.ts";
import { channelInline, managing, nextLines, orderWords } from "#core/digest/digest-words.ts";
import { everyText, makeRule } from "#core/digest/rule.ts";
import type { Wants } from "#core/digest/subscription.ts";
import { EVERYTHING } from "#core/digest/subscription.ts";
import { topicsTyped } from "#core/digest/topic.ts";
import { channel } from "#core/request/options/index.ts";
import { ok } from "#core/request/refusal.ts";
import { text } from "#core/reply/reply.ts";
import { defined } from "#core/text/defined.ts";
import { mentioned, nextOf, postable, WANTED } from "./wanted.ts";
import { done, oneDigest, withDigest } from "./which-digest.ts";

const OPTIONAL = { required: false } as const;

export const edit = defineCommand({
  path: ["digest", "edit"],
  about: "Change a digest: its days and time, zone, channel, topics, and what it tells",
  tier: "moderator",
  options: {
    id: DIGEST,
    channel: channel("The channel to post in"),
    every: { ...EVERY, ...OPTIONAL },
    at: AT,
    timezone: { ...TIMEZONE, ...OPTIONAL },
    ...WANTED,
  },
  example: '{channel} every:"weekdays at 8:30" tells:state',
  form: {
    title: "Edit a digest",
    asks: ["channel", "every", "timezone", "topics", "tells"],
    async present({ id, at }, { view }, { digests, dialect }) {
      const named = id === undefined ? undefined : digestNamed(id, dialect);
      const found =
        digests === undefined ? undefined : oneDigest(named, await digests.list(), view, ["digest", "edit"]);
      // The answer says why there is none.
      if (found?.ok !== true) return found ?? ok({});
      const { channel: posts, rule, wants } = found.value;
      const days = everyText(rule);
      return ok({
        channel: posts,
        every: at === undefined ? days : days.replace(/ at \d{2}:\d{2}$/u, ""),
        timezone: rule.timezone,
        topics: topicsTyped(wants.topics, view) || "everything",
        tells: wants.form ?? "changes",
      });
    },
  },
  answer: (values, context) =>
    withDigest(context, values.id, async ({ digests, digest }) => {
      const { id, paused } = digest;
      const { view } = context;
      const rule =
        values.every === undefined
          ? ok(digest.rule)
          : makeRule(values.every, values.at, values.timezone ?? digest.rule.timezone, view);
      if (!rule.ok) return refused(rule.refusal);
      const mention = mentioned(values["mention-role"], digests.workspace.id, view);
      if (!mention.ok) return refused(mention.refusal);
      const posts = values.channel ?? digest.channel;
      const thread = values.thread ?? (posts === digest.channel ? digest.thread : undefined);
      const open = await postable(digests, view, posts, thread);
      if (!open.ok) return refused(open.refusal);
      const { form, ...kept } = digest.wants;
      const tells = values.tells ?? form;
      const wants: Wants = {
        ...kept,
        topics: values.topics ?? EVERYTHING,
        ...defined({
          quiet: values.quiet,
          suggestions: values.suggestions,
          language: values.language,
          mention: mention.value,
        }),
        ...(tells === "state" ? { form: tells } : {}),
      };
      const order = { id, channel: posts, ...defined({ thread, paused }), rule: rule.value, wants };
      const next = paused === undefined ? { next: nextOf(rule.value, context.now) } : {};
      await digests.change(id, { channel: posts, thread: thread ?? null, rule: rule.value, wants, ...next });
      const rests = paused === undefined ? "" : tell(view, "edited.stillPaused", { why: clauseIn(view, paused.why) });
      return done(
        view,
        tell(view, "names.Changed"),
        id,
        [
          text(tell(view, "order.posts")),
          channelInline(posts, context.dialect, view),
          text(`${orderWords(order, view)}${rests}`),
        ],
        paused === undefined ? nextLines(order, context.now, view) : [],
        managing(order, view),
      );
    }),
});
