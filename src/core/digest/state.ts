import { tell } from "#core/messages/tell.ts";
import type { Claim, Fact } from "#core/facts/fact.ts";
import type { Talks } from "#core/facts/names.ts";
import { rounds, type View } from "#core/facts/view.ts";
import { briefLines } from "#core/reply/brief-lines.ts";
import { citedCell } from "#core/reply/cited-cell.ts";
import { comparedRows } from "#core/reply/compared-rows.ts";
import { factBlocks } from "#core/reply/fact-blocks.ts";
import { pictureOf } from "#core/reply/picture.ts";
import { paragraph, strong, text, type Block } from "#core/reply/reply.ts";
import { shortNames } from "#core/reply/short-names.ts";
import { firstSentence } from "#core/reply/statement.ts";
import { differing } from "#core/slots/disagreement.ts";
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
    .map((round) => ({ round, lines: briefLines(round.id, view) }))
    .filter(({ lines }) => lines.length > 0);
  const left = meant.length - ROUNDS;
  return {
    facts: told.flatMap(({ lines }) => lines.flatMap((line) => line.facts)),
    blocks: [
      ...pictured(told, view),
      ...told.flatMap(({ round, lines }) => [
        paragraph(strong(tell(view, "state.stands", { round: round.name }))),
        ...lines.flatMap(({ facts }) => facts.flatMap((fact) => factBlocks(fact, view).filter(isShort))),
      ]),
      ...(left > 0 ? [paragraph(text(tell(view, "state.earlier", { n: left })))] : []),
    ],
  };
}

interface Told {
  readonly round: Talks;
  readonly lines: ReturnType<typeof briefLines>;
}

/** The same as pictures: the two latest rounds of one negotiation side by side, the others one after another. */
function pictured(told: readonly Told[], view: View): readonly Block[] {
  const after = told.find(({ round }, i) => told.slice(i + 1).some((t) => t.round.negotiation === round.negotiation));
  const before = told.find((t) => t !== after && t.round.negotiation === after?.round.negotiation);
  if (after === undefined || before === undefined) return inOrder(told, view);
  const others = told.filter((t) => t !== after && t !== before);
  return [...sideBySide(before, after, view), ...inOrder(others, view)];
}

function sideBySide(before: Told, after: Told, view: View): readonly Block[] {
  const names = [before, after].map(({ round }) => round.name);
  const [a = [], b = []] = [before, after].map(({ lines }) => lines.flatMap(({ facts }) => facts));
  const head = [tell(view, "table.what"), ...shortNames(names)];
  const rows = comparedRows(a, b, view).map(({ cells }) => [...cells]);
  const title = tell(view, "picture.rounds", { rounds: names.join(" · ") });
  return pictureOf("rounds", { form: "columns", title, tongue: view.tongue }, [
    { kind: "table", caption: "", head, rows },
  ]);
}

/** Round after round, a line a fact with its sources, what differs beside each other. */
function inOrder(told: readonly Told[], view: View): readonly Block[] {
  const said = (claim: Claim): string => firstSentence(claim, view).replace(/\.$/u, "");
  const rows = told.flatMap(({ round, lines }) =>
    lines.flatMap(({ title, facts }) => {
      const isApart = differing(facts, view) !== undefined;
      const groups = Map.groupBy(facts, (f) => (isApart ? (f.side ?? "") : f.id));
      return [...groups.values()].map((some) => [round.name, [strong(title)], citedCell(some, view, said)]);
    }),
  );
  const head = [tell(view, "table.round"), tell(view, "table.what"), tell(view, "table.told")];
  const table: Block = { kind: "table", caption: "", head, rows };
  return pictureOf("talks", { form: "timeline", title: tell(view, "picture.talks"), tongue: view.tongue }, [table]);
}

/** A post has no **Details** to fold away: further wordings stay out of it. */
function isShort(block: Block): boolean {
  return !("fold" in block && block.fold);
}
