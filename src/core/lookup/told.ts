import type { Fact } from "#core/facts/fact.ts";
import { isOfSide } from "#core/facts/sides.ts";
import { rounds, type View } from "#core/facts/view.ts";
import { withOthers } from "#core/slots/disagreement.ts";
import { SLOTS } from "#core/slots/index.ts";
import type { FactLayers } from "./desk-index.ts";
import { havingAll } from "./held.ts";
import type { Question } from "./question.ts";
import { byLength } from "./by-length.ts";
import { facet } from "./row.ts";
import type { Weighed } from "./weighed.ts";

interface Desk {
  readonly view: View;
  readonly layers: FactLayers;
}

// A question that a fact has this much of is about it, and not about its whole kind.
const TOPIC = 0.45;
// Facts of the answer's kind that fit this much less are not told with it.
const BESIDE = 0.35;
const TOLD_MAX = 12;
// More of one kind and round are not looked through: the best are told already.
const REST_MAX = 200;
// … nor for what differs: there is no round whose facts of one kind are so many.
const KIN_MAX = 500;

/**
 * What is told with the fact that answers best: the facts of its kind and talks that fit about as well, and those that
 * differ from them.
 */
export function told(
  best: Weighed,
  all: readonly Weighed[],
  isFit: (w: Weighed) => boolean,
  question: Question,
  desk: Desk,
): readonly Fact[] {
  const { slot, talks } = best.fact;
  if (question.talks.several) return spanning(best, all.filter(isFit), question, desk);
  const kin = all.filter((w) => w.fact.slot === slot && w.fact.talks === talks && !w.otherSide);
  const near = kin.filter((w) => w === best || (w.score >= best.score - BESIDE && isFit(w)));
  const more =
    best.content < TOPIC && near.length === kin.length
      ? rest(best, question, desk, new Set(kin.map((w) => w.fact)))
      : [];
  const alike = alsoMeant(best, all, question, desk.view).filter(isFit);
  const first = [
    best.fact,
    ...near.filter((w) => w !== best).map((w) => w.fact),
    ...more,
    ...alike.map((w) => w.fact),
  ].slice(0, TOLD_MAX);
  const others = withOthers(first, ofSlots(first, desk.layers), desk.view);
  return [...first, ...others.filter((f) => !first.includes(f))];
}

/** The same of other rounds, where a place or a month that is named fits several: each of them may be meant. */
function alsoMeant(best: Weighed, all: readonly Weighed[], { talks }: Question, view: View): readonly Weighed[] {
  if (talks.ids === undefined || talks.ids.size > 3) return [];
  const of = (w: Weighed): string => view.talks.get(w.fact.talks)?.negotiation ?? "";
  return all.filter(
    (w) =>
      w.fact.slot === best.fact.slot &&
      w.fact.talks !== best.fact.talks &&
      of(w) === of(best) &&
      !w.otherSide &&
      w.score >= best.score - BESIDE,
  );
}

/** The same of each of the talks that are asked about. */
function spanning(best: Weighed, all: readonly Weighed[], question: Question, { view, layers }: Desk): readonly Fact[] {
  const own = view.talks.get(best.fact.talks)?.negotiation;
  const kin = all.filter(
    (w) => w.fact.slot === best.fact.slot && !w.otherSide && view.talks.get(w.fact.talks)?.negotiation === own,
  );
  const wanted = rounds(view, own).filter((t) => question.talks.ids?.has(t.id) !== false);
  const ofEach = wanted.map((t) => {
    const some = kin.filter((w) => w.fact.talks === t.id);
    const most = some.reduce((n, w) => Math.max(n, w.score), 0);
    return some.filter((w) => w.score >= most - BESIDE).map((w) => w.fact);
  });
  const first = byLength(ofEach, question).flat().slice(0, TOLD_MAX);
  return withOthers(first, ofSlots(first, layers), view);
}

/** The facts of the same kind that were not looked at, where the kind alone is asked for. */
function rest(
  { fact }: Weighed,
  { sides }: Question,
  { layers, view }: Desk,
  seen: ReadonlySet<Fact>,
): readonly Fact[] {
  return havingAll([facet("slot", fact.slot), facet("talks", fact.talks)], layers, REST_MAX)
    .map((p) => p.fact)
    .filter(
      (f) => !seen.has(f) && (sides.length === 0 || f.side === undefined || sides.some((id) => isOfSide(f, id, view))),
    );
}

/** All facts of the kinds and talks that these are of, where they can differ. */
export function ofSlots(facts: readonly Fact[], layers: FactLayers): readonly Fact[] {
  const kinds = Map.groupBy(
    facts.filter((f) => SLOTS[f.slot].holds === "one" || SLOTS[f.slot].subject(f.claims[0].fields) !== undefined),
    (f) => `${facet("slot", f.slot)}|${facet("talks", f.talks)}`,
  );
  return [...kinds.keys()].flatMap((key) => havingAll(key.split("|"), layers, KIN_MAX).map((p) => p.fact));
}
