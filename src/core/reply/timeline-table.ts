import { tell } from "#core/messages/tell.ts";
import type { Fact } from "#core/facts/fact.ts";
import type { Talks } from "#core/facts/names.ts";
import { factsIn, type View } from "#core/facts/view.ts";
import { ALL_SLOTS, SLOTS } from "#core/slots/index.ts";
import { holdsOne, labelOf, slotKey } from "#core/slots/label.ts";
import { citedCell } from "./cited-cell.ts";
import { pictureOf } from "./picture.ts";
import { idCode, strong, text, type Block, type Inline } from "./reply.ts";
import { shortNames } from "./short-names.ts";
import { sideName } from "./statement.ts";
import { tableBlocks, type Row } from "./table.ts";

/** The kinds of fact that a timeline tells: the day, comings and goings, the length, what came next. */
export const TIMED = ALL_SLOTS.filter((slot) => slot.timed).map((slot) => slot.name);

/** A round, and what a timeline tells of it. */
export interface TimedRound {
  readonly round: Talks;
  readonly facts: readonly Fact[];
}

/** What is held of each round; one of which nothing is held is left out. */
export function timed(among: readonly Talks[], view: View): readonly TimedRound[] {
  return among
    .map((round) => ({ round, facts: TIMED.flatMap((slot) => factsIn(view, slot, round.id)) }))
    .filter(({ facts }) => facts.length > 0);
}

function headIn(view: View): readonly string[] {
  return [tell(view, "table.round"), tell(view, "table.what"), tell(view, "table.told"), tell(view, "table.fact")];
}

/** The rounds one after another, a line a question: as a picture, and as a table below it. */
export function timelineBlocks(held: readonly TimedRound[], view: View): readonly Block[] {
  const rows = rowsOfAll(held, view);
  return [...pictured(rows, held, view), ...tabled(rows, held, view)];
}

/** The picture alone. */
export function timelinePicture(held: readonly TimedRound[], view: View): readonly Block[] {
  return pictured(rowsOfAll(held, view), held, view);
}

function tabled(rows: readonly Row[], held: readonly TimedRound[], view: View): readonly Block[] {
  // Of one round, the line above says which.
  if (held.length > 1) return tableBlocks("", headIn(view), rows);
  return tableBlocks(
    "",
    headIn(view).slice(1),
    rows.map(({ cells, of }) => ({ cells: cells.slice(1), of })),
  );
}

/** The picture names its round also where it has but one. */
function pictured(all: readonly Row[], held: readonly TimedRound[], view: View): readonly Block[] {
  const rows = all.map(({ cells }) => [...cells]);
  const title = tell(view, "timeline.of", { whose: "", rounds: held.map(({ round }) => round.name).join(" · ") });
  const table: Block = { kind: "table", caption: "", head: headIn(view), rows };
  return pictureOf("timeline", { form: "timeline", title, tongue: view.tongue }, [table]);
}

function rowsOfAll(held: readonly TimedRound[], view: View): readonly Row[] {
  const names = shortNames(held.map(({ round }) => round.name));
  return held.flatMap(({ round, facts }, i) => rowsOf(names[i] ?? round.name, facts, view));
}

/** What is held of one round: a row a question, and a row a fact where there may be many. */
function rowsOf(round: string, facts: readonly Fact[], view: View): readonly Row[] {
  const questions = Map.groupBy(facts, (f) => {
    const isMany = SLOTS[f.slot].holds !== "one" && !holdsOne(f.claims[0], view);
    return JSON.stringify([slotKey(f), f.side, isMany && f.standing !== "disputed" ? f.id : ""]);
  });
  return [...questions.values()].flatMap((some): readonly Row[] => {
    const [first] = some;
    if (first === undefined) return [];
    const side = first.side === undefined ? "" : ` (${sideName(first.side, view, first.talks)})`;
    const ids = some.flatMap((f, i): readonly Inline[] => [...(i === 0 ? [] : [text(" ")]), idCode(f.id)]);
    const what = strong(`${labelOf(first.claims[0], view)}${side}`);
    return [{ cells: [[strong(round)], [what], citedCell(some, view), ids], of: some.map((f) => f.id) }];
  });
}
