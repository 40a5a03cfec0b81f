import { defineCommand, refused, type Answer, type Context } from "#core/answer/command.ts";
import type { Around } from "#core/answer/form.ts";
import { AT, EVERY, TIMEZONE } from "#core/digest/digest-options.ts";
import { channelInline, managing, nextLines, orderWords } from "#core/digest/digest-words.ts";
import type { Digests } from "#core/digest/digests.ts";
import { languageOfChannel } from "#core/digest/language.ts";
import { makeRule, ruleWords } from "#core/digest/rule.ts";
import { sinceNow } from "#core/digest/since.ts";
import { focusOf } from "#core/changes/focus.ts";
import type { Subscription, Wants } from "#core/digest/subscription.ts";
import { topicsOf } from "#core/digest/topic.ts";
import { readZone } from "#core/digest/zone.ts";
import { call } from "#core/request/call.ts";
import { channel, oneOf } from "#core/request/options/index.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { text } from "#core/reply/reply.ts";
import { count } from "#core/text/text.ts";
import { defined } from "#core/text/defined.ts";
import { mentioned, nextOf, postable, WANTED } from "./wanted.ts";
import { done, withDigests } from "./which-digest.ts";

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
    ...WANTED,
    existing: oneOf("If the channel has a digest already: replace it, or add one more", ["replace", "add"]),
  },
  example: "{channel} every:weekdays at:9am timezone:vienna",
  form: { title: "Subscribe a channel", asks: ["channel", "every", "timezone", "topics", "tells"], likely },
  answer: (values, context) =>
    withDigests(context, async (digests) => {
      const rule = makeRule(values.every, values.at, values.timezone);
      if (!rule.ok) return refused(rule.refusal);
      const mention = mentioned(values["mention-role"], digests.workspace.id);
      if (!mention.ok) return refused(mention.refusal);
      const all = await digests.list();
      const [first, ...more] = all.filter((d) => d.channel === values.channel && d.thread === values.thread);
      if (first !== undefined && values.existing === undefined) return refused(already(first, more.length, context));
      const replaced = values.existing === "replace" ? first : undefined;
      if (replaced === undefined && all.length >= MOST) {
        return refused(refuse("limit", `There are already ${MOST} digests here.`, "Remove one first: /digest list"));
      }
      const locale = await postable(digests, values.channel, values.thread);
      if (!locale.ok) return refused(locale.refusal);
      const snapshot = await context.desk.snapshot();
      const meant = focusOf({ platform: context.asker.platform, channel: values.channel }, snapshot);
      const wants: Wants = {
        topics: values.topics ?? topicsOf(meant === undefined ? [] : [{ of: "negotiations", id: meant }]),
        quiet: values.quiet ?? false,
        suggestions: values.suggestions ?? false,
        language: values.language ?? languageOfChannel(locale.value),
        ...defined({ mention: mention.value, form: values.tells === "state" ? values.tells : undefined }),
      };
      const order = { rule: rule.value, wants, owner: context.asker.id, next: nextOf(rule.value, context.now) };
      const where = { channel: values.channel, ...defined({ thread: values.thread }) };
      if (replaced !== undefined) {
        // What changed since its last post is not lost.
        await digests.change(replaced.id, { ...order, paused: null });
        for (const { id } of more) await digests.remove(id);
        return told("Replaced", { ...order, ...where, id: replaced.id }, digests, context);
      }
      const id = `d${context.token(5).toLowerCase()}`;
      await digests.add({ ...order, ...where, id, since: sinceNow(snapshot) });
      return told("Subscribed", { ...order, ...where, id }, digests, context);
    }),
});

const UNPOSTED = " Talks cannot post to a terminal: subscribe in a server or workspace.";

function told(
  title: string,
  order: Pick<Subscription, "id" | "channel" | "thread" | "rule" | "wants">,
  { posts }: Digests,
  { dialect, view, now }: Context,
): Answer {
  return done(
    title,
    order.id,
    [
      text("It posts to "),
      channelInline(order.channel, dialect),
      text(`${orderWords(order, view)}${posts ? " You are told if it fails." : UNPOSTED}`),
    ],
    nextLines(order, now),
    managing(order),
  );
}

/** The channel has a digest: the person who asks says whether both are meant. */
function already({ rule }: Subscription, more: number, { raw }: Context): Refusal {
  const with_ = (existing: string) => call(raw.path, { ...raw.values, existing });
  const others = more === 0 ? "" : `, and ${count(more, "more")}`;
  const refusal = refuse(
    "state",
    `That channel has a digest already, ${ruleWords(rule)}${others}.`,
    "Replace it, or add one more. Nothing was changed yet.",
    [
      { label: "Replace it", call: with_("replace") },
      { label: "Add one more", call: with_("add") },
      { label: "Cancel", call: call(["digest", "list"]) },
    ],
  );
  return { ...refusal, carries: true };
}

/**
 * Where one asks, in the mornings, in one's own time zone. Where a platform does not say that: the zone that one, or
 * somebody here, used last.
 */
async function likely(_: unknown, { asker, digests }: Around): Promise<Readonly<Record<string, string>>> {
  const own = asker.zone === undefined ? undefined : readZone(asker.zone);
  const all = (await digests?.list()) ?? [];
  const last = all.findLast((d) => d.owner === asker.id) ?? all.at(-1);
  const timezone = own?.ok === true ? own.value : last?.rule.timezone;
  const channel = asker.apart === true ? undefined : asker.channel;
  return defined({ channel, every: "weekdays at 09:00", timezone });
}
