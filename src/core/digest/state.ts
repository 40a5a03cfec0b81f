import { tell } from "#core/messages/tell.ts";
import type { Claim, Fact } from "#core/facts/fact.ts";
import { rounds, type View } from "#core/facts/view.ts";
import { briefLines } from "#core/reply/brief-lines.ts";
import { citedCell } from "#core/reply/cited-cell.ts";
import { factBlocks } from "#core/reply/fact-blocks.ts";
import { pictureOf } from "#core/reply/picture.ts";
import { paragraph, strong, text, type Block } from "#core/reply/reply.ts";
import { firstSentence } from "#core/reply/statement.ts";
import { differing } from "#core/slots/disagreement.ts";
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
      ...pictured(told, view),
      ...told.flatMap(({ name, lines }) => [
        paragraph(strong(`Where it stands: ${name}`)),
        ...lines.flatMap(({ facts }) => facts.flatMap((fact) => factBlocks(fact, view).filter(isShort))),
      ]),
      ...(left > 0 ? [paragraph(text(`${count(left, "earlier round")}: /talks list shows all.`))] : []),
    ],
  };
}

interface Told {
  readonly name: string;
  readonly lines: ReturnType<typeof briefLines>;
}

/** The same as a picture: round after round, a line a fact with its sources, what differs beside each other. */
function pictured(told: readonly Told[], view: View): readonly Block[] {
  const said = (claim: Claim): string => firstSentence(claim, view).replace(/\.$/u, "");
  const rows = told.flatMap(({ name, lines }) =>
    lines.flatMap(({ title, facts }) => {
      const isApart = differing(facts, view) !== undefined;
      const groups = Map.groupBy(facts, (f) => (isApart ? (f.side ?? "") : f.id));
      return [...groups.values()].map((some) => [name, [strong(title)], citedCell(some, view, said)]);
    }),
  );
  const table: Block = {
    kind: "table",
    caption: "",
    head: [tell(view, "table.round"), tell(view, "table.what"), tell(view, "table.told")],
    rows,
  };
  return pictureOf("talks", { form: "timeline", title: "Where the talks stand" }, [table]);
}

/** A post has no **Details** to fold away: further wordings stay out of it. */
function isShort(block: Block): boolean {
  return !("fold" in block && block.fold);
}
