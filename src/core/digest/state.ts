import type { Fact } from "#core/facts/fact.ts";
import { rounds, type View } from "#core/facts/view.ts";
import { briefLines } from "#core/reply/brief-lines.ts";
import { factBlocks } from "#core/reply/fact-blocks.ts";
import { paragraph, strong, text, type Block } from "#core/reply/reply.ts";
import { count } from "#core/text/text.ts";
import type { Topics } from "./subscription.ts";

/** Most rounds whose state one digest tells: the latest ones. */
const ROUNDS = 4;

/** Where the talks stand, and the facts that this tells. */
export interface State {
  readonly blocks: readonly Block[];
  readonly facts: readonly Fact[];
}

/** A brief of each round that the topics name, or of all; the latest first. */
export function stateOf(view: View, { talks, negotiations }: Topics): State {
  const named = talks.length + negotiations.length > 0;
  const meant = rounds(view)
    .filter((r) => !named || talks.includes(r.id) || negotiations.includes(r.negotiation))
    .toReversed();
  const told = meant
    .slice(0, ROUNDS)
    .map(({ id, name }) => ({ name, lines: briefLines(id, view) }))
    .filter(({ lines }) => lines.length > 0);
  const left = meant.length - ROUNDS;
  return {
    facts: told.flatMap(({ lines }) => lines.flatMap((line) => line.facts)),
    blocks: [
      ...told.flatMap(({ name, lines }) => [
        paragraph(strong(`Where it stands: ${name}`)),
        ...lines.flatMap(({ facts }) => facts.flatMap((fact) => factBlocks(fact, view).filter(isShort))),
      ]),
      ...(left > 0 ? [paragraph(text(`${count(left, "earlier round")}: /talks list shows all.`))] : []),
    ],
  };
}

/** A post has no **Details** to fold away: further wordings stay out of it. */
function isShort(block: Block): boolean {
  return !("fold" in block && block.fold === true);
}
