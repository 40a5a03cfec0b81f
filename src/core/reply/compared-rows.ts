import { tell } from "#core/messages/tell.ts";
import type { Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { SLOTS } from "#core/slots/index.ts";
import { labelOf, slotKey } from "#core/slots/label.ts";
import { citedCell } from "./cited-cell.ts";
import { strong, text, type Inline } from "./reply.ts";
import { sideName } from "./statement.ts";
import type { Row } from "./table.ts";

/** Most facts of a kind that may have many in one cell: more are a page of one line. */
const MOST = 8;

/** What two rounds hold, side by side: a row a question, and one a side where each side has its own answer. */
export function comparedRows(inA: readonly Fact[], inB: readonly Fact[], view: View): readonly Row[] {
  const sideOf = (f: Fact): string | undefined => (SLOTS[f.slot].sided === "required" ? f.side : undefined);
  const rowOf = (f: Fact): string => JSON.stringify([slotKey(f), sideOf(f)]);
  const byRow = [inA, inB].map((facts) => Map.groupBy(facts, rowOf));
  return [...Map.groupBy([...inA, ...inB], rowOf)].flatMap(([row, all]): readonly Row[] => {
    const [first] = all;
    if (first === undefined) return [];
    const side = sideOf(first);
    const label = `${labelOf(first.claims[0], view)}${side === undefined ? "" : ` (${sideName(side, view)})`}`;
    const cells = byRow.map((rows) => cellOf(rows.get(row) ?? [], view));
    return [{ cells: [[strong(label)], ...cells], of: all.map((f) => f.id) }];
  });
}

/** Facts that may contradict each other all stand there; of many beside each other the first, and how many more. */
function cellOf(facts: readonly Fact[], view: View): readonly Inline[] {
  const more = facts.every((f) => SLOTS[f.slot].holds === "many" && f.standing !== "disputed")
    ? facts.length - MOST
    : 0;
  if (more <= 0) return citedCell(facts, view);
  return [...citedCell(facts.slice(0, MOST), view), text(tell(view, "first.more", { n: more }))];
}
