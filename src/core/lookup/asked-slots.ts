import { ALL_SLOTS } from "#core/slots/index.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import { lazy } from "#core/text/lazy.ts";
import { fold } from "#core/text/text.ts";
import { ANSWERS, CUES, WANTED } from "./cues.ts";
import { termOf } from "./stem.ts";

/** How much a question asks for a kind of fact, by which of its words. */
export interface SlotAsked {
  readonly slot: SlotName;
  /** 1 and more: it asks for it by itself. Less: beside other words. */
  readonly weight: number;
  readonly at: ReadonlySet<number>;
  /** Its longest phrase, as the question has it. */
  readonly phrase: string;
}

interface Cue {
  readonly slot: SlotName;
  readonly first: string;
  readonly terms: readonly string[];
  readonly weight: number;
}

const SURE = 1;
const LIKELY = 0.4;
// Each further word of a phrase makes it surer.
const MORE = 0.45;
const APART = 2;
// The word that a question is about stands among its first.
const HEAD = 3;
const OF = 0.5;
// A kind that cannot answer the question word is asked for this much less.
const ABOUT = 0.6;

const QUESTION_WORD = new Set("who when where why how what which whom whose".split(" ").map(termOf));

const byFirst = lazy((): ReadonlyMap<string, readonly Cue[]> =>
  Map.groupBy(
    ALL_SLOTS.flatMap((slot) => {
      const own = slot.ask.filter((phrase) => /^[a-z ]+$/u.test(phrase)).map((phrase) => [phrase, SURE] as const);
      const cues = CUES[slot.name];
      const list = (words: string | undefined, weight: number) =>
        words === undefined || words === "" ? [] : words.split("|").map((phrase) => [phrase, weight] as const);
      const all = new Map([...list(cues?.likely, LIKELY), ...own, ...list(cues?.sure, SURE)]);
      return [...all].map(([phrase, weight]): Cue => {
        const parts = fold(phrase).split(" ");
        const terms = parts.map(termOf);
        // "where" and "when" say less than they seem: what they are asked of decides.
        const bare = terms.length === 1 && QUESTION_WORD.has(terms[0] ?? "") ? 0 : weight + (terms.length - 1) * MORE;
        return { slot: slot.name, first: parts[0] ?? "", terms, weight: bare };
      });
    }),
    (cue) => cue.terms[0] ?? "",
  ),
);

/** Every word that asks for some kind of fact: typed badly, it is corrected although no fact has it. */
export const cueWords = lazy((): readonly string[] =>
  [
    ...new Set([
      ...Object.values(CUES).flatMap(({ sure, likely }) => `${sure}|${likely}`.split(/[| ]/u)),
      ...ALL_SLOTS.flatMap((slot) => slot.ask.flatMap((phrase) => fold(phrase).split(" "))),
    ]),
  ].filter((word) => /^[a-z]{3,}$/u.test(word)),
);

const NO_CUE = /^(?:discussions|negotiations?|presidents?)$/u;

/** The kinds of fact that a question asks for, the most asked first. `skip` are words that are part of a name. */
export function askedSlots(words: readonly string[], form: string, skip: ReadonlySet<number>): readonly SlotAsked[] {
  // "the April discussions" are the talks: what was discussed is asked for by the verb.
  // Nor does a president preside.
  const terms = words.map((word, i) => (skip.has(i) || NO_CUE.test(word) ? "" : termOf(word)));
  const found = new Map<SlotName, { weight: number; at: Set<number>; phrase: string; size: number }>();
  for (const [i, term] of terms.entries()) {
    const cues = byFirst().get(term) ?? [];
    for (const cue of cues) {
      if (isOther(cue.terms[1], terms[i + 1], term)) continue;
      // "used" and "useful" are one stem of two letters.
      if (term.length < 3 && words[i] !== cue.first) continue;
      const at = placesOf(cue.terms, terms, i);
      if (at === undefined || cue.weight === 0 || isOfOther(at, terms)) continue;
      const slot = form === "how" && cue.slot === "session" && ENDS.has(cue.first) ? "outcome" : cue.slot;
      const known = found.get(slot) ?? { weight: 0, at: new Set<number>(), phrase: "", size: 0 };
      // Words that a longer phrase has already counted say nothing new.
      const fresh = at.some((place) => !known.at.has(place));
      // "the result of the visit": the word before "of" says what is asked for, and the one after it of what.
      const last = at.at(-1) ?? i;
      const isHead = i <= HEAD && words[last + 1] === "of" && !cues.some((c) => c.terms[1] === "of");
      const head = isHead && cue.weight >= SURE ? OF : 0;
      const weight =
        Math.max(known.weight, cue.weight + head) +
        (fresh && known.weight > 0 ? Math.min(known.weight, cue.weight) * 0.3 : 0);
      for (const place of at) known.at.add(place);
      const phrase = at.length > known.size ? at.map((place) => words[place] ?? "").join(" ") : known.phrase;
      found.set(slot, { weight, at: known.at, phrase, size: Math.max(known.size, at.length) });
    }
  }
  for (const [slot, weight] of Object.entries(WANTED[form] ?? {})) {
    const name = ALL_SLOTS.find((s) => s.name === slot)?.name;
    if (name === undefined) continue;
    const known = found.get(name) ?? { weight: 0, at: new Set<number>(), phrase: "", size: 0 };
    const asking = words.findIndex((w) => QUESTION_WORD.has(termOf(w)));
    found.set(name, {
      ...known,
      weight: known.weight + weight,
      at: asking < 0 ? known.at : known.at.add(asking),
      phrase: known.phrase === "" ? (words[asking] ?? "") : known.phrase,
    });
  }
  const saying = words.some((w) => /^(?:says?|said|claims?|claimed)$/u.test(w));
  const answering = saying ? undefined : ANSWERS[form];
  // "which country is the mediator" asks for no place.
  const venue = found.get("venue");
  const isLand =
    venue !== undefined && /countr/u.test(venue.phrase) && !words.includes("in") && words.some((w) => DOER.test(w));
  if (isLand) venue.weight *= ABOUT / 2;
  const next = found.get("next");
  // "what did they say after the first meeting" asks for nothing that came after it.
  if (next !== undefined && saying && next.phrase.split(" ").includes("after")) next.weight *= ABOUT;
  return [...found]
    .map(([slot, { weight, at, phrase }]) => ({
      slot,
      weight: answering?.has(slot) === false ? weight * ABOUT : weight,
      at,
      phrase,
    }))
    .toSorted((a, b) => b.weight - a.weight);
}

const DOER =
  /^(?:mediators?|hosts?|guarantors?|observers?|facilitators?|brokers?|sponsors?|mediates?|mediated|mediating)$/u;

// "how did it end" asks for what came of it, and not for the hour.
const ENDS = new Set("end finish conclude wrap".split(" "));

const MEASURED = new Set("long many much late big".split(" ").map(termOf));

/** "how long did it go on" does not ask how it went. */
function isOther(wanted: string | undefined, next: string | undefined, first: string): boolean {
  return first === "how" && next !== undefined && MEASURED.has(next) && wanted !== undefined && wanted !== next;
}

/** "what comes next for Egypt" does not ask what for: its "for" belongs to what follows. */
function isOfOther(at: readonly number[], terms: readonly string[]): boolean {
  const [from = 0, to = from] = [at[0], at.at(-1)];
  return terms[to] === "for" && to < terms.length - 1 && to - from >= at.length;
}

/** How many words stand between: those of a name are one, "what did Ida Ray say". */
function wordsBetween(terms: readonly string[], from: number, to: number): number {
  return terms.slice(from + 1, to).filter((term, i, all) => term !== "" || all[i - 1] !== "").length;
}

const APART_BY = new Set("after before during about against between without until since".split(" ").map(termOf));

function placesOf(wanted: readonly string[], terms: readonly string[], from: number): readonly number[] | undefined {
  const at = [from];
  for (const term of wanted.slice(1)) {
    const last = at.at(-1) ?? from;
    const next = terms.findIndex((t, j) => j > last && t === term && wordsBetween(terms, last, j) <= APART);
    // "call after the talks" is not "call the talks".
    if (next < 0 || terms.slice(last + 1, next).some((t) => APART_BY.has(t))) return undefined;
    at.push(next);
  }
  return at;
}
