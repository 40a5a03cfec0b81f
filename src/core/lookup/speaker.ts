import type { Claim, Fact } from "#core/facts/fact.ts";
import { isOfSide } from "#core/facts/sides.ts";
import type { View } from "#core/facts/view.ts";
import { memoised } from "#core/text/lazy.ts";
import type { Place } from "./held.ts";
import { inFields } from "./in-fields.ts";
import { isNameWord } from "./name-index.ts";
import type { Question } from "./question.ts";
import { termOf } from "./stem.ts";
import { wordsIn } from "./words-in.ts";

const BY_PERSON = new Set(["quote", "attended", "led", "role", "excluded"]);

/**
 * Whether a fact that names nobody is about somebody all the same: of their side, or of talks that they took part in.
 */
export function speaksFor(fact: Fact, person: string, view: View, { known, tokens, slots, form }: Question): boolean {
  // "who went with Araghchi": those of his side.
  if (fact.slot === "attended" && beside(tokens)) return isOfSide(fact, view.people.get(person)?.party ?? "", view);
  if (BY_PERSON.has(fact.slot) || fact.slot === "venue" || fact.slot === "date") return false;
  // Where somebody was asked to have been, a fact that does not name them says nothing.
  const present = slots.some((s) => s.weight >= 1 && (s.slot === "movement" || s.slot === "attended"));
  if (present && fact.slot !== "movement") return false;
  // What another one told is not what they said.
  if (slots.some((q) => q.slot === "quote" && q.weight >= 1) && fact.claims.every((c) => isOfPerson(c, view)))
    return false;
  if (!tookPart(person, fact, known)) return false;
  const party = view.people.get(person)?.party;
  if (fact.side !== undefined) return party !== undefined && isOfSide(fact, party, view);
  // "did Araghchi meet the minister": what was done by nobody in particular was not done by him.
  return form !== "yes-no" && known.get(fact.talks)?.people.has(person) === true;
}

/** Whether somebody may have been at a fact's negotiation: who was at another one, and not at it, was not. */
function tookPart(person: string, fact: Fact, known: Question["known"]): boolean {
  const own = whereTook(known).get(person);
  return own === undefined || own.has(known.get(fact.talks)?.talks.negotiation ?? "");
}

/** The negotiations that each person took part in. */
const whereTook = memoised((known: Question["known"]) => {
  const all = new Map<string, Set<string>>();
  for (const { people, talks } of known.values())
    for (const person of people) all.set(person, (all.get(person) ?? new Set()).add(talks.negotiation));
  return all;
});

/** Whether the claim is somebody's, by name. */
function isOfPerson({ according }: Claim, view: View): boolean {
  return according?.some(({ who }) => wordsIn(who).some((w) => isNameWord(w, view, ["people"]))) === true;
}

function beside(tokens: Question["tokens"]): boolean {
  if (tokens.some((t, i) => t.text === "next" && tokens[i + 1]?.text === "to")) return true;
  if (tokens.some((t) => /^(?:bring|brings|brought)$/u.test(t.text)) && tokens[0]?.text === "who") return true;
  return tokens.some((t) => /^(?:with|alongside|beside|besides|accompany|accompanied|join|joined)$/u.test(t.text));
}

const SPOKEN: ReadonlySet<string> = new Set(["quote", "assessment"]);
// What somebody thinks, they say.
const VIEWS: ReadonlySet<string> = new Set(["assessment", "grievance"]);
const WORDS_OF: ReadonlySet<string> = new Set(["position", "grievance", "assessment", "quote"]);

/**
 * How much somebody's own words are asked for where they are named: "what was Ray's reaction" is answered by what Ray
 * said; and what is asked for by name, "red line", where it stands in that.
 */
export function askedOfSpeaker({ fact, index, doc }: Place, { slots, names }: Question): number {
  if (!SPOKEN.has(fact.slot) || !names.some((n) => n.of === "people" && inFields(fact, n.id))) return 0;
  const asked = slots.map(({ slot, weight, phrase }) => {
    if (VIEWS.has(slot)) return 0.9 * weight;
    const isSaid = WORDS_OF.has(slot) && phrase.split(" ").every((w) => index.has(termOf(w), doc));
    return isSaid ? 0.8 * weight : 0;
  });
  return Math.max(0, ...asked);
}
