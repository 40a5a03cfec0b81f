import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { ask } from "#core/request/call.ts";
import { answered, defineCommand, type Context } from "#core/answer/command.ts";
import type { Fact } from "#core/facts/fact.ts";
import { text } from "#core/request/options/index.ts";
import { factBlocks, quoted } from "#core/reply/fact-blocks.ts";
import { firstLine } from "#core/reply/first-line.ts";
import { unfolded } from "#core/reply/readable.ts";
import { headed, nothing, ANY_READ } from "./read.ts";
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
import { factCalled } from "#core/facts/view.ts";
import { statement } from "#core/reply/statement.ts";
import { shorten } from "#core/text/text.ts";

export const fact = defineCommand({
  path: ["talks", "fact"],
  about: "One whole fact, by its id: standing, wordings, every citation with its excerpt",
  tier: "reader",
  options: {
    id: {
      ...text("The fact's id, as answers show it", { words: true, required: true, max: 60 }),
      complete: (view) => view.facts.map((f) => ({ label: statement(f, view), value: f.id })),
    },
    ...ANY_READ,
  },
  example: "{fact}",
  async answer(values, context) {
    const { view } = context;
    const id = values.id.toLowerCase();
    const held = factCalled(id, view);
    if (held === undefined) {
      const near = nearest(id, view.facts, (f) => [f.id], 3).map(({ item }) => ({
        label: item.id,
        call: ask("fact", { id: item.id }),
      }));
      return nothing(context, `a fact "${shorten(values.id, 60)}"`, near);
    }
    return answered(reply(shorten(statement(held, view), 300), blocks(held, context), [quoted(held, view)]));
  },
});

function standing({ retracted, disputed, settled, locked }: Fact, view: Told): readonly (readonly Inline[])[] {
  return [
    ...(retracted === undefined ? [] : [[strong(tell(view, "fact.retracted")), words(retracted)]]),
    ...(disputed === undefined
      ? []
      : [[strong(tell(view, "fact.disputed", { fact: disputed.with })), words(disputed.why)]]),
    ...(settled === undefined ? [] : [[strong(tell(view, "fact.settled")), words(settled)]]),
    ...(locked === undefined ? [] : [[strong(tell(view, "fact.locked")), words(tell(view, "fact.onlyAdmin"))]]),
  ];
}

function blocks(held: Fact, { view }: Context): readonly Block[] {
  const excerpts = held.claims.filter((c) => c.citation.excerpt !== undefined);
  return [
    ...headed(firstLine([held], view), `${labelOf(held.claims[0], view)}: ${view.talks.name(held.talks)}`, [held]),
    ...unfolded(reply("", factBlocks(held, view))).blocks,
    ...excerpts.map((c): Block => ({
      kind: "quote",
      text: c.citation.excerpt ?? "",
      by: view.articles.get(c.citation.article)?.outlet ?? c.citation.article,
    })),
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
