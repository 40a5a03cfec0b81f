import { tongueOfLocale } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
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
      const { view } = context;
      const rule = makeRule(values.every, values.at, values.timezone, view);
      if (!rule.ok) return refused(rule.refusal);
      const mention = mentioned(values["mention-role"], digests.workspace.id, view);
      if (!mention.ok) return refused(mention.refusal);
      const all = await digests.list();
      const [first, ...more] = all.filter((d) => d.channel === values.channel && d.thread === values.thread);
      if (first !== undefined && values.existing === undefined) return refused(already(first, more.length, context));
      const replaced = values.existing === "replace" ? first : undefined;
      if (replaced === undefined && all.length >= MOST) {
        return refused(refuse("limit", tell(view, "subscribe.most", { n: MOST }), tell(view, "subscribe.removeFirst")));
      }
      const locale = await postable(digests, view, values.channel, values.thread);
      if (!locale.ok) return refused(locale.refusal);
      const snapshot = await context.desk.snapshot();
      const meant = focusOf({ platform: context.asker.platform, channel: values.channel }, snapshot);
      const wants: Wants = {
        topics: values.topics ?? topicsOf(meant === undefined ? [] : [{ of: "negotiations", id: meant }]),
        quiet: values.quiet ?? false,
        suggestions: values.suggestions ?? false,
        language: values.language ?? languageOfChannel(locale.value),
        ...defined({
          mention: mention.value,
          form: values.tells === "state" ? values.tells : undefined,
          owner: tongueOfLocale(context.asker.locale),
        }),
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

function told(
  title: "Replaced" | "Subscribed",
  order: Pick<Subscription, "id" | "channel" | "thread" | "rule" | "wants">,
  { posts }: Digests,
  { dialect, view, now }: Context,
): Answer {
  return done(
    view,
    tell(view, `subscribe.${title}`),
    order.id,
    [
      text(tell(view, "order.posts")),
      channelInline(order.channel, dialect, view),
      text(`${orderWords(order, view)}${tell(view, posts ? "subscribe.told" : "subscribe.unposted")}`),
    ],
    nextLines(order, now, view),
    managing(order, view),
  );
}

/** The channel has a digest: the person who asks says whether both are meant. */
function already({ rule }: Subscription, n: number, { raw, view }: Context): Refusal {
  const with_ = (existing: string) => call(raw.path, { ...raw.values, existing });
  const days = ruleWords(rule, view);
  const refusal = refuse(
    "state",
    n === 0 ? tell(view, "subscribe.already", { days }) : tell(view, "subscribe.alreadyMore", { days, n }),
    tell(view, "subscribe.replace"),
    [
      { label: tell(view, "button.replaceIt"), call: with_("replace") },
      { label: tell(view, "button.addOneMore"), call: with_("add") },
      { label: tell(view, "button.cancelIt"), call: call(["digest", "list"]) },
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
