import { tokensOf } from "#core/changes/token.ts";
import { pagesOf } from "#core/desk/fact-pages.ts";
import { answered, defineCommand, refused, type Answer, type Context } from "#core/answer/command.ts";
import { authorOf } from "#core/desk/desk.ts";
import { carryOver } from "#core/changes/link-desks.ts";
import { waiting } from "#core/changes/suggestion.ts";
import { text } from "#core/request/options/index.ts";
import { refuse } from "#core/request/refusal.ts";
import { code, heading, list, paragraph, reply, text as words } from "#core/reply/reply.ts";
import { count } from "#core/text/text.ts";

export const link = defineCommand({
  path: ["facts", "link"],
  about: "Join this desk with another one: one set of facts, one history",
  tier: "admin",
  options: { code: text("The other side's one-time code (get one to give, if empty)", { words: true, max: 40 }) },
  example: "K7QM2XWP",
  answer: (values, context) => (values.code === undefined ? offer(context) : redeem(values.code, context)),
});

async function offer({ desk }: Context): Promise<Answer> {
  const { code: secret } = await desk.offerLink();
  return answered(
    reply(`Link code ${secret}. It works once, within 10 minutes.`, [
      heading("Link another desk with this one"),
      paragraph(words("On the other side, an admin types within 10 minutes: "), code(`/facts link ${secret}`)),
      paragraph(words("From then on both have this desk's facts and one history. What the other side added is kept.")),
    ]),
  );
}

async function redeem(secret: string, { asker, desk }: Context): Promise<Answer> {
  const target = await desk.redeemLink(secret);
  if (target === undefined) {
    return refused(
      refuse(
        "usage",
        "That code is wrong, was already used, is over 10 minutes old, or is this desk's own.",
        "Get a new one on the other side: /facts link",
      ),
    );
  }
  const before = await desk.snapshot();
  const outcome = await target.changeAndFollow(authorOf(asker), (snapshot) =>
    carryOver(before, snapshot, asker.platform),
  );
  if (outcome.kind === "refused") return refused(outcome.refusal);
  const { facts, behind, otherwise } = outcome.result;
  const left = waiting(before).length;
  const tokens = tokensOf(before).length;
  return answered(
    reply("Linked: both sides now have one desk.", [
      heading("Linked"),
      paragraph(
        words(
          `${count(facts, "fact")} that this desk had added or changed moved to the other desk${behind === 0 ? "" : `; ${behind} did not, since the other side had changed the same`}.`,
        ),
      ),
      ...(otherwise.length === 0
        ? []
        : [
            paragraph(words("These outlets say something else by what moved. One of the two may be a slip:")),
            list(...[...otherwise.slice(0, TOLD), ...more(otherwise)].map((line) => [words(line)])),
            paragraph(words("/talks disputes shows both. /facts correct corrects one.")),
          ]),
      ...(left === 0
        ? []
        : [paragraph(words(`${count(left, "suggestion")} that waited here did not move: suggest them again.`))]),
      ...(tokens === 0
        ? []
        : [paragraph(words(`${count(tokens, "token")} of this desk ended: make new ones with /desk token.`))]),
      ...(pagesOf(before) === undefined
        ? []
        : [paragraph(words("This desk's public pages ended. To allow them on the shared desk: /desk pages on"))]),
    ]),
  );
}

const TOLD = 10;

function more(all: readonly string[]): readonly string[] {
  return all.length > TOLD ? [`And ${all.length - TOLD} more.`] : [];
}
