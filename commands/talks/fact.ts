import { reasonIn } from "#core/messages/reasons.ts";
import { tell } from "#core/messages/tell.ts";
import { listedIn } from "#core/messages/lists.ts";
import type { Told } from "#core/messages/tongue.ts";
import { ask } from "#core/request/call.ts";
import { answered, defineCommand, type Answer, type Context } from "#core/answer/command.ts";
import type { Fact } from "#core/facts/fact.ts";
import { text } from "#core/request/options/index.ts";
import { factBlocks, quoted } from "#core/reply/fact-blocks.ts";
import { firstLine } from "#core/reply/first-line.ts";
import { unfolded } from "#core/reply/readable.ts";
import { grouped, headed, nothing, plainOf, ANY_READ } from "./read.ts";
import {
  buttons,
  list,
  paragraph,
  reply,
  strong,
  text as words,
  type Block,
  forWork,
  type Inline,
} from "#core/reply/reply.ts";
import { nearest } from "#core/text/near.ts";
import { labelOf } from "#core/slots/label.ts";
import { factCalled, type View } from "#core/facts/view.ts";
import { statement } from "#core/reply/statement.ts";
import { shorten } from "#core/text/text.ts";

// A dozen ids.
const IDS_MAX = 800;

export const fact = defineCommand({
  path: ["talks", "fact"],
  about: "One whole fact, by its id: standing, wordings, every citation with its excerpt",
  tier: "reader",
  options: {
    id: {
      ...text("The fact's id, as answers show it, or several", { words: true, required: true, max: IDS_MAX }),
      complete: (view) => view.facts.map((f) => ({ label: statement(f, view), value: f.id })),
    },
    ...ANY_READ,
  },
  example: "{fact}",
  async answer(values, context) {
    const { view } = context;
    const ids = values.id.toLowerCase().split(/[\s,]+/u);
    const all = ids.map((id) => factCalled(id, view));
    const several = all.filter((f) => f !== undefined);
    if (several.length > 1 && several.length === all.length) return together(several, context);
    const id = values.id.toLowerCase();
    const held = factCalled(id, view);
    if (held === undefined) {
      const near = nearest(id, view.facts, (f) => [f.id], 3).map(({ item }) => ({
        label: item.id,
        call: ask("fact", { id: item.id }),
      }));
      return nothing(context, tell(view, "fact.unheld", { id: shorten(values.id, 60) }), near);
    }
    return answered(reply(shorten(statement(held, view), 300), blocks(held, context), [quoted(held, view)]));
  },
});

/** Several facts, each with every citation and its excerpt. */
function together(facts: readonly Fact[], { view }: Context): Answer {
  const line = firstLine(facts, view);
  const kinds = [...new Set(facts.map((f) => labelOf(f.claims[0], view)))];
  const talks = [...new Set(facts.map((f) => view.talks.name(f.talks)))];
  return answered(
    reply(
      plainOf(line, facts, view),
      [
        ...headed(line, `${listedIn(view, kinds)}: ${talks.join("; ")}`, facts),
        ...unfolded(reply("", grouped(facts, view, kinds.length > 1, false, line))).blocks,
        ...facts.flatMap((f) => excerpts(f, view)),
        buttons({ label: tell(view, "button.sources"), call: ask("sources") }),
      ],
      facts.map((f) => quoted(f, view)),
    ),
  );
}

function excerpts({ claims }: Fact, view: View): readonly Block[] {
  return claims.flatMap(({ citation: { excerpt, article } }): readonly Block[] =>
    excerpt === undefined ? [] : [{ kind: "quote", text: excerpt, by: view.articles.get(article)?.outlet ?? article }],
  );
}

function standing({ retracted, disputed, settled, locked }: Fact, view: Told): readonly (readonly Inline[])[] {
  return [
    ...(retracted === undefined ? [] : [[strong(tell(view, "fact.retracted")), words(reasonIn(view, retracted))]]),
    ...(disputed === undefined
      ? []
      : [[strong(tell(view, "fact.disputed", { fact: disputed.with })), words(reasonIn(view, disputed.why))]]),
    ...(settled === undefined ? [] : [[strong(tell(view, "fact.settled")), words(settled)]]),
    ...(locked === undefined ? [] : [[strong(tell(view, "fact.locked")), words(tell(view, "fact.onlyAdmin"))]]),
  ];
}

function blocks(held: Fact, { view }: Context): readonly Block[] {
  return [
    ...headed(firstLine([held], view), `${labelOf(held.claims[0], view)}: ${view.talks.name(held.talks)}`, [held]),
    ...unfolded(reply("", factBlocks(held, view))).blocks,
    ...excerpts(held, view),
    list(
      [strong(tell(view, "fact.standing")), words(tell(view, `standing.${held.standing}`))],
      ...standing(held, view),
      [
        forWork(strong(tell(view, "fact.revision"))),
        forWork(words(held.revision === 0 ? tell(view, "fact.shipped") : String(held.revision))),
      ],
    ),
    paragraph(forWork(words(tell(view, "fact.id", { id: held.id })))),
    buttons({ label: tell(view, "button.sources"), call: ask("sources") }),
  ];
}
