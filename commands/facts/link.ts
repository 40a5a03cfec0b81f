import type { Told } from "#core/messages/tongue.ts";
import { toldDesk } from "#core/desk/told-desk.ts";
import { tell } from "#core/messages/tell.ts";
import { tokensOf } from "#core/changes/token.ts";
import { pagesOf } from "#core/desk/fact-pages.ts";
import { answered, defineCommand, refused, type Answer, type Context } from "#core/answer/command.ts";
import { authorOf } from "#core/desk/desk.ts";
import { carryOver } from "#core/changes/link-desks.ts";
import { waiting } from "#core/changes/suggestion.ts";
import { text } from "#core/request/options/index.ts";
import { refuse } from "#core/request/refusal.ts";
import { code, heading, list, paragraph, reply, text as words } from "#core/reply/reply.ts";

export const link = defineCommand({
  path: ["facts", "link"],
  about: "Join this desk with another one: one set of facts, one history",
  tier: "admin",
  options: { code: text("The other side's one-time code (get one to give, if empty)", { words: true, max: 40 }) },
  example: "K7QM2XWP",
  answer: (values, context) => (values.code === undefined ? offer(context) : redeem(values.code, context)),
});

async function offer({ desk, view }: Context): Promise<Answer> {
  const { code: secret } = await desk.offerLink();
  return answered(
    reply(tell(view, "link.code", { code: secret }), [
      heading(tell(view, "link.title")),
      paragraph(words(tell(view, "link.other")), code(`/facts link ${secret}`)),
      paragraph(words(tell(view, "link.then"))),
    ]),
  );
}

async function redeem(secret: string, { asker, desk, view }: Context): Promise<Answer> {
  const target = await desk.redeemLink(secret);
  if (target === undefined) return refused(refuse("usage", tell(view, "link.wrong"), tell(view, "link.new")));
  const before = await desk.snapshot();
  const outcome = await toldDesk(target, view.tongue).changeAndFollow(authorOf(asker), (snapshot) =>
    carryOver(before, snapshot, asker.platform),
  );
  if (outcome.kind === "refused") return refused(outcome.refusal);
  const { facts, behind, otherwise } = outcome.result;
  const left = waiting(before).length;
  const tokens = tokensOf(before).length;
  return answered(
    reply(tell(view, "link.done"), [
      heading(tell(view, "link.linked")),
      paragraph(
        words(behind === 0 ? tell(view, "link.moved", { n: facts }) : tell(view, "link.behind", { n: facts, behind })),
      ),
      ...(otherwise.length === 0
        ? []
        : [
            paragraph(words(tell(view, "link.otherwise"))),
            list(...[...otherwise.slice(0, TOLD), ...more(otherwise, view)].map((line) => [words(line)])),
            paragraph(words(tell(view, "link.both"))),
          ]),
      ...(left === 0 ? [] : [paragraph(words(tell(view, "link.suggestions", { n: left })))]),
      ...(tokens === 0 ? [] : [paragraph(words(tell(view, "link.tokens", { n: tokens })))]),
      ...(pagesOf(before) === undefined ? [] : [paragraph(words(tell(view, "link.pages")))]),
    ]),
  );
}

const TOLD = 10;

function more(all: readonly string[], at: Told): readonly string[] {
  return all.length > TOLD ? [tell(at, "link.more", { n: all.length - TOLD })] : [];
}
