import type { WholeSnapshot } from "#core/desk/desk.ts";
import { factUnder } from "#core/desk/overlay.ts";
import { subjectParts } from "#core/desk/subject.ts";
import type { Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { SLOTS } from "#core/slots/index.ts";

// More changed facts than these are told apart as cheaply by laying the whole desk over its library again.
const FEW = 500;

/** A desk before and after some changes, as far as they reach. */
export interface Touched {
  readonly before: View;
  readonly now: View;
}

/**
 * The facts that revisions over a number changed, and those of their kinds and rounds, which alone can differ from
 * them: of a desk of twenty thousand facts a few. Undefined where what changed may reach all others, as a name does.
 */
export function touched({ own, view, beneath }: WholeSnapshot, from: number): Touched | undefined {
  const changed = own.changedSince(from).map((subject) => ({ subject, ...subjectParts(subject) }));
  if (changed.length > FEW || changed.some(({ kind }) => kind === "alias" || kind === "name")) return undefined;
  const ids = new Set(changed.flatMap(({ kind, id }) => (kind === "fact" ? [id] : [])));
  const then = own.upTo(from);
  const shipped = new Map(beneath.facts.flatMap((f): [string, Fact][] => (ids.has(f.id) ? [[f.id, f]] : [])));
  const held = view.facts.filter((f) => ids.has(f.id));
  const was = new Map(
    [...ids].flatMap((id): [string, Fact][] => {
      const fact = factUnder(id, shipped.get(id), then, view);
      return fact === undefined ? [] : [[id, fact]];
    }),
  );
  const reached = new Set([...held, ...was.values()].map(kindOf));
  const now = view.facts.filter((f) => reached.has(kindOf(f)));
  const there = new Set(now.map((f) => f.id));
  const before = [
    ...now.flatMap((f) => (ids.has(f.id) ? (was.get(f.id) ?? []) : [f])),
    ...[...was.values()].filter((f) => !there.has(f.id)),
  ];
  return { before: { ...view, facts: before }, now: { ...view, facts: now } };
}

/** What two facts have in common that can differ: their kind and round. Others differ from none. */
function kindOf({ id, talks, slot, claims: [{ fields }] }: Fact): string {
  const kind = SLOTS[slot];
  return kind.holds === "one" || kind.subject(fields) !== undefined ? `${talks}|${slot}` : id;
}
