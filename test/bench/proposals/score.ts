import { mainOf } from "#core/propose/once.ts";
import type { Proposal } from "#core/propose/reading/proposal.ts";
import { countryOf } from "#core/facts/country.ts";
import type { View } from "#core/facts/view.ts";
import { fold } from "#core/text/text.ts";

/**
 * One row of gold: a fact that an article states, and where. An `optional` one is right where proposed, and not missed.
 */
export interface Gold {
  readonly article: string;
  readonly slot: string;
  readonly paragraph: number;
  readonly side?: string;
  readonly value: string;
  readonly optional?: boolean;
}

/** What one slot, or all of them, came to. */
export interface Score {
  readonly wanted: number;
  readonly proposed: number;
  readonly right: number;
  readonly found: number;
  /** Proposals and wanted facts that pair by kind and paragraph alone. */
  readonly placed: number;
  readonly placedFound: number;
  readonly wrongSides: number;
}

export interface Outcome {
  readonly scores: ReadonlyMap<string, Score>;
  readonly missed: readonly Gold[];
  readonly wrong: readonly Proposal[];
  /** Right, except for the side. */
  readonly sides: readonly (readonly [Proposal, Gold])[];
}

const NONE: Score = { wanted: 0, proposed: 0, right: 0, found: 0, placed: 0, placedFound: 0, wrongSides: 0 };
/** How much of the words must be shared, as F1 of the words. */
const LEAST: Readonly<Record<string, number>> = { led: 1, attended: 1, quote: 1, venue: 0.6, date: 0.6, duration: 0.6 };

/** Pairs an article's proposals with its gold: one with one, by kind, paragraph and value. */
export function score(proposals: readonly Proposal[], gold: readonly Gold[], view: View): Outcome {
  const scores = new Map<string, Score>();
  const slots = new Set(gold.map((g) => g.slot));
  const judged = proposals.filter((p) => slots.has(p.slot) || KINDS.has(p.slot));
  const { left, pairs, wrong } = paired(judged, gold, (p, g) => isSame(p, g));
  const byPlace = paired(judged, gold, () => true);
  const add = (slot: string, more: Partial<Score>): void => {
    for (const name of [slot, "all"]) {
      const now = { ...(scores.get(name) ?? NONE) } as Record<keyof Score, number>;
      for (const [key, n] of Object.entries(more)) now[key as keyof Score] += n;
      scores.set(name, now);
    }
  };
  for (const g of gold) if (g.optional !== true) add(g.slot, { wanted: 1 });
  for (const p of judged) add(p.slot, { proposed: 1 });
  for (const [p, g] of pairs) {
    const optional = g.optional === true;
    add(p.slot, { right: 1, found: optional ? 0 : 1, wrongSides: sameSide(p, g, view) ? 0 : 1 });
  }
  for (const [p, g] of byPlace.pairs) add(p.slot, { placed: 1, placedFound: g.optional === true ? 0 : 1 });
  return {
    scores,
    missed: left.filter((g) => g.optional !== true),
    wrong,
    sides: pairs.filter(([p, g]) => !sameSide(p, g, view)),
  };
}

const KINDS = new Set(
  "duration date quote led venue agenda next outcome attended purpose excluded grievance property".split(" "),
);

function paired(all: readonly Proposal[], gold: readonly Gold[], fits: (p: Proposal, g: Gold) => boolean) {
  const left = [...gold];
  const pairs: [Proposal, Gold][] = [];
  const wrong: Proposal[] = [];
  for (const p of all) {
    const at = left.findIndex((g) => g.slot === p.slot && g.paragraph === p.paragraph && fits(p, g));
    const [g] = at < 0 ? [] : left.splice(at, 1);
    if (g === undefined) wrong.push(p);
    else pairs.push([p, g]);
  }
  return { left, pairs, wrong };
}

function isSame(p: Proposal, g: Gold): boolean {
  const values =
    p.slot === "venue" || p.slot === "property" ? Object.values(p.fields).map((f) => f.text) : [mainOf(p).text];
  const least = LEAST[p.slot] ?? 0.5;
  return values.some((value) => likeness(value, g.value) >= least);
}

const DIGITS = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve".split(" ").map((w, i) => [w, String(i)]),
);

/** F1 of the words of two values. */
function likeness(a: string, b: string): number {
  const [x, y] = [a, b].map((v) =>
    fold(v)
      .split(" ")
      .map((w) => DIGITS.get(w) ?? w),
  ) as [string[], string[]];
  if (x.join(" ") === y.join(" ")) return 1;
  const rest = [...y];
  const shared = x.filter((w) => {
    const at = rest.indexOf(w);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * shared) / (x.length + y.length);
}

function sameSide(p: Proposal, g: Gold, view: View): boolean {
  if (g.side === undefined) return true;
  const party = g.side === "both" ? "both" : view.parties.exact(g.side)?.id;
  const name = countryOf(g.side)?.name ?? g.side;
  return p.side !== undefined && (party === undefined ? fold(p.side.name) === fold(name) : p.side.party === party);
}
