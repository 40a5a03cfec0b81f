import { momentIn } from "#core/messages/words.ts";
import type { Told } from "#core/messages/tongue.ts";
import { clauseIn } from "#core/messages/line-in.ts";
import { tell } from "#core/messages/tell.ts";
import { answered, defineCommand } from "#core/answer/command.ts";
import { withDigests } from "./which-digest.ts";
import type { LastPost, Subscription } from "#core/digest/subscription.ts";
import { channelInline, managing, orderWords, personInline } from "#core/digest/digest-words.ts";
import { wallMoment } from "#core/digest/wall-moment.ts";
import { buttons, code, heading, idCode, list as items, paragraph, reply, strong, text } from "#core/reply/reply.ts";

export const list = defineCommand({
  path: ["digest", "list"],
  about: "The digests here: owner, channel, next run, how the last one went and why",
  tier: "moderator",
  options: {},
  example: "",
  answer: (_, context) =>
    withDigests(context, async (digests) => {
      const { view } = context;
      const all = await digests.list();
      const { own } = await context.desk.whole();
      const lineOf = (digest: Subscription) => [
        channelInline(digest.channel, context.dialect, view),
        text(`${orderWords(digest, view)}${tell(view, "order.owner")}`),
        personInline(digest.owner, digests.workspace, context.asker, own, view),
        text(". "),
        strong(nextOf(digest, view)),
        text(` ${lastOf(digest.last, view)} `),
        idCode(digest.id),
      ];
      const title = all.length === 0 ? tell(view, "list.noDigest") : tell(view, "list.digests", { n: all.length });
      const hint = paragraph(text(tell(view, "list.makeOne")), code("/digest subscribe"), text("."));
      return answered(
        reply(`${title}.`, [
          heading(title),
          ...(all.length === 0
            ? [hint]
            : all.flatMap((digest) => [items(lineOf(digest)), buttons(...managing(digest, view))])),
        ]),
      );
    }),
});

function nextOf({ next, paused, rule }: Subscription, at: Told): string {
  if (paused !== undefined) return tell(at, "order.paused", { why: clauseIn(at, paused.why) });
  if (next === undefined) return tell(at, "order.noNext");
  return tell(at, "order.nextAt", { moment: wallMoment(next, rule.timezone, at) });
}

function lastOf(last: LastPost | undefined, at: Told): string {
  if (last === undefined) return tell(at, "order.noLast");
  const told = { moment: momentIn(at, last.at), result: resultIn(last.result, at) };
  return last.why === undefined
    ? tell(at, "order.last", told)
    : tell(at, "order.lastWhy", { ...told, why: clauseIn(at, last.why) });
}

const RESULTS = ["sent", "empty", "skipped", "failed", "attention"] as const;

function resultIn(kept: string, at: Told): string {
  const result = RESULTS.find((known) => known === kept);
  return result === undefined ? kept : tell(at, `result.${result}`);
}
