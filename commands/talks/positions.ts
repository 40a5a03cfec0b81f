import { capitalIn } from "#core/messages/words.ts";
import type { Fact } from "#core/facts/fact.ts";
import { negotiating } from "#core/facts/sides.ts";
import type { View } from "#core/facts/view.ts";
import { tell } from "#core/messages/tell.ts";
import { citedCell, tableSources } from "#core/reply/cited-cell.ts";
import { idCode, strong, text, type Block, type Inline } from "#core/reply/reply.ts";
import { sideName } from "#core/reply/statement.ts";
import { tableBlocks, type Row } from "#core/reply/table.ts";
import { clauseKey } from "#core/values/clause.ts";
import { capital } from "#core/text/text.ts";

// More sides than these do not stand beside each other.
const SIDES_MAX = 4;

/** What the sides of one round want, offer, agree to and refuse: a row a topic, a column a side. */
export function positionsTable(facts: readonly Fact[], view: View): readonly Block[] {
  const sides = sidesOf(facts, view);
  const topics = Map.groupBy(facts, (f) => clauseKey(topicOf(f)).toLowerCase());
  const rows = [...topics.values()].map((some): Row => {
    const [first] = some;
    const ids = some.flatMap((f, i): readonly Inline[] => [...(i === 0 ? [] : [text(" ")]), idCode(f.id)]);
    const cells = sides.map((side) => {
      const own = some.filter((f) => f.side === side);
      return own.length === 0 ? [text(tell(view, "differ.none"))] : citedCell(own, view, stance);
    });
    const topic = first === undefined ? "" : capital(topicOf(first));
    return { cells: [[strong(topic)], ...cells, ids], of: some.map((f) => f.id) };
  });
  const talks = facts[0]?.talks;
  const head = [
    tell(view, "positions.on"),
    ...sides.map((side) => capitalIn(view, sideName(side, view, talks))),
    tell(view, "table.fact"),
  ];
  return [...tableBlocks("", head, rows), tableSources(tell(view, "properties.sources"), facts, view)];
}

/** Whether these stand in a table: the sides of one round, few enough to stand beside each other. */
export function areBesideEachOther(facts: readonly Fact[], view: View): boolean {
  const sides = sidesOf(facts, view).length;
  return sides > 1 && sides <= SIDES_MAX && facts.every((f) => f.slot === "position");
}

/** Those that negotiate, in their order, then what else there is. */
function sidesOf(facts: readonly Fact[], view: View): readonly string[] {
  const held = new Set(facts.flatMap((f) => (f.side === undefined ? [] : [f.side])));
  const first = negotiating(facts[0]?.talks ?? "", view).filter((side) => held.has(side));
  return [...new Set([...first, ...held])];
}

function topicOf({ claims: [{ fields }] }: Fact): string {
  return String(fields["topic"] ?? "");
}

function stance({ fields }: Fact["claims"][0]): string {
  return `${String(fields["stance"])}: ${String(fields["words"])}`;
}
