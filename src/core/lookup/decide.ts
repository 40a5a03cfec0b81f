import type { SlotName } from "#core/facts/slot-names.ts";
import { withOthers } from "#core/slots/disagreement.ts";
import { live, type Fact } from "#core/facts/fact.ts";
import { BOTH, isOfSide } from "#core/facts/sides.ts";
import { SLOTS } from "#core/slots/index.ts";
import { latestWith, rounds, type View } from "#core/facts/view.ts";
import { SYNONYM, type QuestionWord } from "./parsed-question.ts";
import { layersOf } from "./desk-index.ts";
import { Holding } from "./holding.ts";
import { fitsChoices, intentsIn, type Intent } from "./intent.ts";
import { byAlias, knownAs } from "./known-as.ts";
import { likeliestFirst } from "./likeliest-first.ts";
import { questionWords } from "./words-in.ts";
import { NEAR_FROM } from "./weights.ts";
import { search } from "./search.ts";
import { readParts, surest, type Parts } from "./parts.ts";

/** The result of a question: facts that answer it, near facts with the words that no held fact has, or nothing. */
export type Decision =
  | { readonly kind: "answer"; readonly facts: readonly Fact[]; readonly matched: readonly string[] }
  | {
      readonly kind: "near";
      readonly facts: readonly Fact[];
      readonly missing: readonly string[];
      /** Whether the facts would be the answer without the missing words. */
      readonly but: boolean;
    }
  | { readonly kind: "none"; readonly missing: readonly string[] };

/**
 * Decides a question, of one round where `within` names it. Question words ask for slots, names filter, and every other
 * word must be in a fact.
 */
export function decide(question: string, view: View, within?: string): Decision {
  const decision = decideByWords(question, view, within);
  if (decision.kind === "answer")
    return { ...decision, matched: [...decision.matched, ...byAlias(question, decision.facts)] };
  const known = knownAs(question, view, within);
  if (known.length === 0) return decision;
  const facts = withOthers(inRound(known, within, view), view.facts.filter(live), view);
  return { kind: "answer", facts, matched: byAlias(question, facts) };
}

function decideByWords(question: string, view: View, within?: string): Decision {
  const layers = layersOf(view);
  const holding = new Holding(layers, view);
  const parts = readParts(question, view, holding);
  const { intents, names, asked, missing } = parts;
  // A side alone, or little words about it, asks for nothing: "did russia say no".
  if (intents.length + names.length + asked.length === 0) return { kind: "none", missing };
  // No held fact has any of the words, so nothing is near either.
  if (intents.length + names.length + parts.sides.length + asked.length === missing.length)
    return { kind: "none", missing };
  const facts = view.facts.filter((f) => live(f) && (within === undefined || f.talks === within));
  const held = inRound(answering(facts, parts, holding, view), within ?? parts.talks, view);
  if (held.length > 0 && missing.length === 0) {
    // A word of the question may be in one source's wording only.
    const whole = likeliestFirst(withOthers(held, facts, view), parts, holding);
    return { kind: "answer", facts: whole, matched: explained(intents, asked, held) };
  }
  // Most of the question is about something else: one word in common makes a fact near only where the ranking trusts
  // it.
  const named = names.length + parts.sides.length + (parts.talks === undefined ? 0 : 1);
  const found = intents.reduce((sum, i) => sum + i.size, 0) + named + asked.length - missing.length;
  if (new Set(missing).size > found && search(question, layers).confidence < NEAR_FROM)
    return { kind: "none", missing };
  const near = held.length > 0 ? held : nearTo(facts, parts, holding, view);
  return near.length === 0
    ? { kind: "none", missing }
    : { kind: "near", facts: near.slice(0, 5), missing, but: held.length > 0 };
}

/** The facts that have everything a question asks for, except words that no held fact has. */
function answering(facts: readonly Fact[], parts: Parts, holding: Holding, view: View): readonly Fact[] {
  const { asking, intents, names, asked, own, sides } = parts;
  const known = asked.filter((w) => surest(w) >= SYNONYM && holding.anyHas(w));
  const about = (fact: Fact): boolean => names.every((id) => holding.concerns(fact, id));
  let held = facts.filter(
    (fact) =>
      (intents.length === 0 || intents.some((i) => i.slot === fact.slot)) &&
      known.every((w) => holding.has(fact, w)) &&
      about(fact) &&
      fitsChoices(fact, asking),
  );
  if (held.length === 0 && intents.length > 0 && asked.length > 0) {
    // "confiscated property" asks for one slot by name and is answered in another: its words may be a fact's own words
    // too.
    held = facts.filter((fact) => own.every((w) => holding.has(fact, w)) && about(fact));
  }
  const sided = held.filter((f) => f.side === BOTH.id || sides.some((side) => isOfSide(f, side, view)));
  return sides.length > 0 && sided.length > 0 ? sided : held;
}

/** The slots that a question's own words ask for, the surest first. */
export function slotsIn(question: string): readonly SlotName[] {
  return intentsIn(questionWords(question), new Set()).map((i) => i.slot);
}

/** How words were read: `“how long” → How long`, `“seatle” → seattle`. */
function explained(
  intents: readonly Intent[],
  asked: readonly QuestionWord[],
  held: readonly Fact[],
): readonly string[] {
  return [
    ...intents.filter((i) => held.some((f) => f.slot === i.slot)).map((i) => `“${i.phrase}” → ${SLOTS[i.slot].label}`),
    ...asked.flatMap((w) => (w.correction === undefined ? [] : [`“${w.typed}” → ${w.correction}`])),
  ];
}

function inRound(facts: readonly Fact[], talks: string | undefined, view: View): Fact[] {
  const round = talks ?? rounds(view).findLast((t) => facts.some((f) => f.talks === t.id))?.id;
  return facts.filter((f) => f.talks === round);
}

function nearTo(
  facts: readonly Fact[],
  { intents, names, asked }: Parts,
  holding: Holding,
  view: View,
): readonly Fact[] {
  const scored = facts.map((fact) => ({
    fact,
    score:
      (intents.some((i) => i.slot === fact.slot && i.size > 1) ? 1 : 0) +
      names.filter((id) => holding.concerns(fact, id)).length +
      asked.filter((w) => w.typed.length > 3 && holding.has(fact, w)).length,
  }));
  const best = scored.reduce((most, s) => Math.max(most, s.score), 0);
  const round = latestWith(view, [...new Set(scored.filter((s) => s.score === best).map((s) => s.fact.slot))]);
  return best === 0 ? [] : scored.filter((s) => s.score === best && s.fact.talks === round?.id).map((s) => s.fact);
}
