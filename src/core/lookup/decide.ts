import type { SlotName } from "#core/facts/slot-names.ts";
import { withOthers } from "#core/slots/disagreement.ts";
import type { Fact } from "#core/facts/fact.ts";
import { SLOTS } from "#core/slots/index.ts";
import { rounds, type View } from "#core/facts/view.ts";
import { defined } from "#core/text/defined.ts";
import { askedSlots } from "./asked-slots.ts";
import { layersOf, type FactLayers } from "./desk-index.ts";
import { byAlias, knownAs } from "./known-as.ts";
import { missingIn } from "./missing.ts";
import { nearestFacts } from "./nearest-facts.ts";
import { verdict } from "./verdict.ts";
import { unheardOf } from "./premise.ts";
import { otherRelation } from "./other-relation.ts";
import { readPlacesApart, readQuestion, type Question } from "./question.ts";
import { ofSlots, told } from "./told.ts";
import { answers, ASKED, isBeside, lacksLittle, leads, saysIt } from "./suffices.ts";
import { weighed } from "./weigh.ts";
import type { Weighed } from "./weighed.ts";
import { questionWords } from "./words-in.ts";

/** The result of a question: facts that answer it, near facts with the words that no held fact has, or nothing. */
export type Decision =
  | {
      readonly kind: "answer";
      readonly facts: readonly Fact[];
      readonly matched: readonly string[];
      /** Of these, the ones in which a word was read as another. */
      readonly bent: readonly string[];
      /** Words of the question that were passed over. */
      readonly unsought: readonly string[];
      /** What the question names that the desk does not know. */
      readonly unheard?: readonly string[];
      /** To a question that is answered by yes or no, where the facts say which. */
      readonly verdict?: "yes" | "no";
      /** Ids of the rounds of its negotiation that hold an answer too, in order, where the question names none. */
      readonly among: readonly string[];
      /** Ids of other negotiations that hold an answer too, that of the newest talks first. */
      readonly others: readonly string[];
      /** It is of earlier talks than the newest, where what comes next is asked for. */
      readonly before?: string;
    }
  | {
      readonly kind: "near";
      readonly facts: readonly Fact[];
      readonly missing: readonly string[];
      /** Those that would be the answer without the missing words. */
      readonly but: ReadonlySet<Fact>;
    }
  | { readonly kind: "none"; readonly missing: readonly string[] };

/** The words of a question that a fact lacks. */
type Lacks = (weighed: Weighed) => readonly string[];

// Candidates this much below the best may still be the one that has everything.
const BELOW = 0.9;
// A fact of other talks than those that are named is this much less near.
const OTHER_TALKS = 0.8;
const NEAR_MAX = 5;
// So many of the likeliest may have all that is asked although others fit its kind better.
const LOOKED_AT = 8;

/** A decision, with the fact that it rests on where one answers, and whether that has all that is asked. */
export interface Decided {
  readonly decision: Decision;
  readonly whole?: Weighed;
  readonly exact?: boolean;
}

/** Decides a question without asking whose talks are meant. */
export function decide(asked: string, view: View): Decision {
  return decideIn(asked, view).decision;
}

/** Decides a question, of some rounds alone where `within` has their ids; `found`: what was weighed for it already. */
export function decideIn(asked: string, view: View, within?: ReadonlySet<string>, found?: readonly Weighed[]): Decided {
  const layers = layersOf(view);
  const known = knownAs(asked, layers).filter((f) => within?.has(f.talks) !== false);
  if (known.length > 0) {
    const facts = withOthers(known, ofSlots(known, layers), view);
    const matched = byAlias(asked, facts, view);
    return { decision: { kind: "answer", facts, matched, bent: matched, unsought: [], among: [], others: [] } };
  }
  const question = readQuestion(asked, view, layers);
  const decided = decideRead(asked, question, view, within, found);
  if (decided.decision.kind === "answer" || !question.talks.byPlace) return decided;
  const apart = decideRead(asked, readPlacesApart(asked, view, layers), view, within);
  return apart.exact === true ? apart : decided;
}

/** Decides a question as it was read; `within` and `found` as above. */
export function decideRead(
  asked: string,
  question: Question,
  view: View,
  within?: ReadonlySet<string>,
  found?: readonly Weighed[],
): Decided {
  const layers = layersOf(view);
  const all = found ?? weighed(question, view, layers, within);
  const [best] = all;
  const unknown = question.words.filter((w) => w.telling && w.terms.length === 0).map((w) => w.typed);
  if (best === undefined) return { decision: { kind: "none", missing: [...unknown, ...question.talks.unheld] } };
  const likely = all.filter((w) => w.score > best.score - BELOW);
  const able = likely.filter((w) => answers(w, question) && !isBeside(w, question));
  // Finding what a fact lacks may search all names: it is found once for each.
  const lacking = new Map<Weighed, readonly string[]>();
  const lacks: Lacks = (w) => {
    const words = lacking.get(w) ?? missingIn(w, question, view);
    lacking.set(w, words);
    return words;
  };
  const whole =
    able.find((w) => lacks(w).length === 0) ??
    likely.find((w) => saysIt(w, question) && lacks(w).length === 0) ??
    [best].find((w) => leads(w, question) && !isBeside(w, question) && lacks(w).length === 0) ??
    all.slice(0, LOOKED_AT).find((w) => saysIt(w, question) && lacks(w).length === 0) ??
    [...able, ...reasons(best, question)].find(
      (w) => lacksLittle(w, lacks(w), question) && otherRelation(w, question, view).length === 0,
    );
  if (whole !== undefined) {
    const isFit = (w: Weighed): boolean => w === whole || lacks(w).length === 0;
    const facts = told(whole, all, isFit, question, { view, layers });
    if (isHalf(facts, question)) return { decision: { kind: "near", facts, missing: [], but: new Set() } };
    const unheard = unheardOf(whole.fact, question);
    const bent = [...corrected(question), ...byAlias(asked, facts, view)];
    const decision: Decision = {
      kind: "answer",
      facts,
      matched: [...explained(whole, question), ...bent],
      bent,
      unsought: unsought(whole, question),
      among: among(whole, able.filter(isFit), question, view),
      others: [],
      ...defined({ unheard, verdict: verdict(whole, facts, question, view), before: newer(whole, question, view) }),
    };
    return { decision, whole, exact: lacks(whole).length === 0 };
  }
  const missing = able[0] === undefined ? unknown : lacks(able[0]);
  // Words that nothing has can be another spelling of something; a name or a kind that does not fit cannot.
  const pool = within === undefined ? [...all, ...besideTalks(question, view, layers)] : all;
  const near = nearestFacts(pool, question, NEAR_MAX);
  if (near.length === 0) return { decision: { kind: "none", missing } };
  // A word that facts have but in other words may be a spelling of something too.
  const unsaid = new Set(question.words.filter((w) => w.telling && w.terms[0]?.weight !== 1).map((w) => w.typed));
  const but = new Set(
    able
      .filter((w) => lacks(w).every((word) => unsaid.has(word)) && otherRelation(w, question, view).length === 0)
      .map((w) => w.fact),
  );
  return { decision: { kind: "near", facts: near.map((w) => w.fact), missing, but } };
}

/** The likeliest fact, where a reason is asked for: it may give one although another kind is asked for by a word. */
function reasons(best: Weighed, question: Question): readonly Weighed[] {
  return question.form === "why" && leads(best, question) && !isBeside(best, question) ? [best] : [];
}

/** The same of the other rounds of a negotiation whose round is named: what was said of one may stand in another. */
function besideTalks(question: Question, view: View, layers: FactLayers): readonly Weighed[] {
  const { ids } = question.talks;
  if (ids === undefined) return [];
  const own = new Set([...ids].map((id) => view.talks.get(id)?.negotiation));
  const others = view.talks.all.filter((t) => own.has(t.negotiation) && !ids.has(t.id));
  if (others.length === 0) return [];
  return weighed(question, view, layers, new Set(others.map((t) => t.id))).map((w) => ({
    ...w,
    score: w.score - OTHER_TALKS,
  }));
}

/** Whether one round alone holds what two are compared by. */
function isHalf(facts: readonly Fact[], { tokens, talks }: Question): boolean {
  return talks.several && tokens.some((t) => t.text === "than") && new Set(facts.map((f) => f.talks)).size < 2;
}

/** The rounds of a fact's negotiation in which one of its kind fits too, where it is not said which is meant. */
function among({ fact }: Weighed, fit: readonly Weighed[], { talks }: Question, view: View): readonly string[] {
  if (talks.several) return [];
  const all = rounds(view, view.talks.get(fact.talks)?.negotiation).filter(({ id }) => talks.ids?.has(id) !== false);
  const holding = new Set(fit.filter((w) => w.fact.slot === fact.slot && !w.otherSide).map((w) => w.fact.talks));
  return all.flatMap(({ id }) => (holding.has(id) ? [id] : []));
}

/** The name of the newest talks, where what comes next was told of earlier ones only. */
function newer({ fact, slot }: Weighed, { talks }: Question, view: View): string | undefined {
  if (fact.slot !== "next" || slot < ASKED || talks.ids !== undefined) return undefined;
  const last = rounds(view, view.talks.get(fact.talks)?.negotiation).at(-1);
  return last === undefined || last.id === fact.talks ? undefined : last.name;
}

/** The slots that a question's own words ask for, the surest first. */
export function slotsIn(asked: string): readonly SlotName[] {
  return askedSlots(questionWords(asked), "what", new Set())
    .filter((s) => s.weight >= ASKED)
    .map((s) => s.slot);
}

/** By which words the kind of fact was known: `“how long” → How long`. */
function explained({ fact }: Weighed, { slots }: Question): readonly string[] {
  const asked = slots.find((s) => s.slot === fact.slot);
  return asked === undefined || asked.phrase === "" ? [] : [`“${asked.phrase}” → ${SLOTS[fact.slot].label}`];
}

/** What was read as another word: `“genva” → geneva`. */
function corrected({ corrections }: Question): readonly string[] {
  return corrections.map(([typed, meant]) => `“${typed}” → ${meant}`);
}

function unsought({ has, fact }: Weighed, question: Question): readonly string[] {
  const { words, slots } = question;
  const asking = slots.find((s) => s.slot === fact.slot)?.at;
  const named = unheardOf(fact, question);
  const all = words.filter((w) => !has.has(w) && asking?.has(w.at) !== true).map((w) => w.typed);
  return [...new Set(all)].filter((word) => !named.includes(word));
}
