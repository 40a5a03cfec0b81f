import { answered, defineCommand } from "#core/answer/command.ts";
import { withDigests } from "./which-digest.ts";
import type { LastPost, Subscription } from "#core/digest/subscription.ts";
import { channelInline, managing, orderWords, personInline } from "#core/digest/digest-words.ts";
import { wallMoment } from "#core/digest/wall-moment.ts";
import { buttons, code, heading, idCode, list as items, paragraph, reply, strong, text } from "#core/reply/reply.ts";
import { count } from "#core/text/text.ts";
import { shortMoment } from "#core/time/moment.ts";

export const list = defineCommand({
  path: ["digest", "list"],
  about: "The digests here: owner, channel, next run, how the last one went and why",
  tier: "moderator",
  options: {},
  example: "",
  answer: (_, context) =>
    withDigests(context, async (digests) => {
      const all = await digests.list();
      const { own } = await context.desk.whole();
      const lineOf = (digest: Subscription) => [
        channelInline(digest.channel, context.dialect),
        text(`${orderWords(digest, context.view)} Owner: `),
        personInline(digest.owner, digests.workspace, context.asker, own),
        text(". "),
        strong(nextOf(digest)),
        text(` ${lastOf(digest.last)} `),
        idCode(digest.id),
      ];
      const title = all.length === 0 ? "There is no digest here yet" : `${count(all.length, "digest")} here`;
      const hint = paragraph(text("Make one with "), code("/digest subscribe"), text("."));
      return answered(
        reply(`${title}.`, [
          heading(title),
          ...(all.length === 0
            ? [hint]
            : all.flatMap((digest) => [items(lineOf(digest)), buttons(...managing(digest))])),
        ]),
      );
    }),
});

function nextOf({ next, paused, rule }: Subscription): string {
  if (paused !== undefined) return `Paused: ${paused.why}.`;
  return next === undefined ? "It has no further run." : `Next: ${wallMoment(next, rule.timezone)}.`;
}

function lastOf(last: LastPost | undefined): string {
  if (last === undefined) return "Nothing was posted yet.";
  return `Last: ${shortMoment(last.at)}, ${last.result}${last.why === undefined ? "" : `: ${last.why}`}.`;
}
