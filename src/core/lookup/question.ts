import { withDiffering } from "#core/disagreement.ts";
import { live, type Fact } from "#core/fact.ts";
import { SLOTS, type SlotName } from "#core/slots/index.ts";
import { statement } from "#core/state.ts";
import { fold } from "#core/text.ts";
import { latestWith, rounds, type View } from "#core/view.ts";
import { readQuestion, type AskedWord } from "./asked.ts";
import { layersOf } from "./desk-index.ts";
import { factRow } from "./fact-row.ts";
import { fitsChoices, intentsIn, type Intent } from "./intent.ts";
import { byAlias, knownAs } from "./known-as.ts";
import { LITTLE_WORDS } from "./little-words.ts";
import { mentions } from "./mention.ts";
import { wordsAsked } from "./normalise.ts";
import { isSlip } from "./slip.ts";
import { termOf } from "./stem.ts";
import { surface } from "./surface.ts";

/** What a question comes to: facts that answer it, facts near it with the words that nothing held has, or nothing. */
export type Decision =
  | { readonly kind: "answer"; readonly facts: readonly Fact[]; readonly matched: readonly string[] }
  | {
      readonly kind: "near";
      readonly facts: readonly Fact[];
      readonly missing: readonly string[];
      /** Whether the missing words are all that the facts lack to be the answer. */
      readonly but: boolean;
    }
  | { readonly kind: "none"; readonly missing: readonly string[] };

// A synonym's weight: what is less likely than that to be meant is not taken for what was asked.
const MEANT = 0.4;

interface Candidate {
  readonly fact: Fact;
  readonly text: string;
  readonly terms: ReadonlySet<string>;
}

/** Reads a question, of one round where `within` names it: question words to slots, names to filters, every other word must be in a fact. */
export function decide(question: string, view: View, within?: string): Decision {
  const decision = decideByWords(question, view, within);
  if (decision.kind === "answer")
    return { ...decision, matched: [...decision.matched, ...byAlias(question, decision.facts)] };
  const known = knownAs(question, view, within);
  if (known.length === 0) return decision;
  const facts = withDiffering(inRound(known, within, view), view.facts.filter(live));
  return { kind: "answer", facts, matched: byAlias(question, facts) };
}

function decideByWords(question: string, view: View, within?: string): Decision {
  const words = wordsAsked(question);
  const used = new Set<number>();
  const intents = intentsIn(words, used);
  const taken = new Set([...used].filter((i) => !LITTLE_WORDS.has(words[i] ?? "")));
  const slotWords = new Set(used);
  const talks = mark(mentions(words, view.talks.all, taken), used);
  const people = mark(mentions(words, view.people.all, used), used);
  const places = mark(mentions(words, view.places.all, used), used);
  const parties = mark(mentions(words, view.parties.all, used), used);
  const named = new Set([...used].filter((i) => !slotWords.has(i)));
  const rest = words.filter(
    (w, i) => !used.has(i) && !LITTLE_WORDS.has(w) && ![...LITTLE_WORDS].some((s) => isSlip(w, s)),
  );
  if (intents.length + people.length + places.length + rest.length === 0) return { kind: "none", missing: [] };

  const { indexes } = layersOf(view);
  const asked = readQuestion(rest.join(" "), indexes).words;
  const missing = asked.filter((w) => surest(w) < MEANT).map((w) => w.typed);
  const names = [...people, ...places].map((n) => n.id);
  // Words that nothing held has, and nothing else: there is not even something near.
  if (intents.length + names.length + parties.length + asked.length === missing.length)
    return { kind: "none", missing };
  const facts = view.facts
    .filter((f) => live(f) && (within === undefined || f.talks === within))
    .map((fact) => candidate(fact, view));
  const filters: readonly ((c: Candidate) => boolean)[] = [
    ({ fact }) => intents.length === 0 || intents.some((i) => i.slot === fact.slot),
    ({ fact, text }) => names.every((id) => concerns(fact, id, text, view)),
    ({ fact }) => fitsChoices(fact, words),
    (c) => asked.every((w) => surest(w) < MEANT || has(c, w)),
  ];
  let held = facts.filter((f) => filters.every((keep) => keep(f))).map((f) => f.fact);
  if (held.length === 0 && intents.length > 0) {
    // "confiscated property" asks for a slot by name, and is told in another: its words may be a fact's own words too.
    const said = words.filter((w, i) => !LITTLE_WORDS.has(w) && (rest.includes(w) || !named.has(i)));
    const own = readQuestion(said.join(" "), indexes).words;
    held = facts
      .filter(
        (c) =>
          rest.length > 0 && names.every((id) => concerns(c.fact, id, c.text, view)) && own.every((w) => has(c, w)),
      )
      .map((c) => c.fact);
  }
  const sided = held.filter((f) => parties.some((p) => f.side === p.id || f.side === "both"));
  if (sided.length > 0) held = sided;
  held = inRound(held, within ?? talks[0]?.id, view);
  if (held.length === 0 || missing.length > 0) {
    const near = held.length > 0 ? held : nearTo(facts, intents, names, asked, view);
    return near.length === 0
      ? { kind: "none", missing }
      : { kind: "near", facts: near.slice(0, 5), missing, but: held.length > 0 };
  }
  // A word of the question may be in one source's wording only.
  const whole = withDiffering(
    held,
    facts.map((c) => c.fact),
  );
  return { kind: "answer", facts: whole, matched: explained(intents, asked, held) };
}

/** The slots that a question's own words ask for, the surest first. */
export function slotsIn(question: string): readonly SlotName[] {
  return intentsIn(wordsAsked(question), new Set()).map((i) => i.slot);
}

/** What was taken for what: `“how long” → How long`, `“seatle” → seattle`. */
function explained(intents: readonly Intent[], asked: readonly AskedWord[], held: readonly Fact[]): readonly string[] {
  return [
    ...intents.filter((i) => held.some((f) => f.slot === i.slot)).map((i) => `“${i.phrase}” → ${SLOTS[i.slot].label}`),
    ...asked.flatMap((w) => (w.correction === undefined ? [] : [`“${w.typed}” → ${w.correction}`])),
  ];
}

function mark<T>(found: readonly { item: T; at: readonly number[] }[], used: Set<number>): readonly T[] {
  for (const { at } of found) for (const i of at) used.add(i);
  return [...new Set(found.map((f) => f.item))];
}

const candidates = new WeakMap<View, WeakMap<Fact, Candidate>>();

function candidate(fact: Fact, view: View): Candidate {
  const known = candidates.get(view) ?? new WeakMap<Fact, Candidate>();
  candidates.set(view, known);
  const made = known.get(fact) ?? {
    fact,
    text: ` ${fold(statement(fact, view))} `,
    terms: new Set([...surface(factRow(fact, view))].map(termOf)),
  };
  known.set(fact, made);
  return made;
}

/** How surely a word is one that is held. Two slips in a short word are more than a person makes: "hotel" is not "held". */
function surest(word: AskedWord): number {
  if (word.correction !== undefined && !isSlip(word.typed, word.correction)) return 0;
  return word.terms[0]?.weight ?? 0;
}

function has({ terms }: Candidate, word: AskedWord): boolean {
  return word.terms.some(({ term, weight }) => weight >= MEANT && terms.has(term));
}

function concerns(fact: Fact, id: string, text: string, view: View): boolean {
  if (fact.claims.some((c) => Object.values(c.fields).includes(id))) return true;
  const person =
    fold(view.people.get(id)?.name ?? "")
      .split(" ")
      .at(-1) ?? "";
  const name = person === "" ? fold(view.places.get(id)?.name ?? "") : person;
  return name !== "" && text.includes(` ${name} `);
}

function inRound(facts: readonly Fact[], talks: string | undefined, view: View): Fact[] {
  const round = talks ?? rounds(view).findLast((t) => facts.some((f) => f.talks === t.id))?.id;
  return facts.filter((f) => f.talks === round);
}

function nearTo(
  facts: readonly Candidate[],
  intents: readonly Intent[],
  names: readonly string[],
  asked: readonly AskedWord[],
  view: View,
): readonly Fact[] {
  const scored = facts.map((c) => ({
    fact: c.fact,
    score:
      (intents.some((i) => i.slot === c.fact.slot && i.size > 1) ? 1 : 0) +
      names.filter((id) => concerns(c.fact, id, c.text, view)).length +
      asked.filter((w) => w.typed.length > 3 && has(c, w)).length,
  }));
  const best = Math.max(0, ...scored.map((s) => s.score));
  const round = latestWith(view, [...new Set(scored.filter((s) => s.score === best).map((s) => s.fact.slot))]);
  return best === 0 ? [] : scored.filter((s) => s.score === best && s.fact.talks === round?.id).map((s) => s.fact);
}
