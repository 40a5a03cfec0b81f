import { fieldsOf, type Fact } from "#core/facts/fact.ts";
import { BOTH, isOfSide, partiesOf } from "#core/facts/sides.ts";
import { type View } from "#core/facts/view.ts";
import { readDay } from "#core/values/day.ts";
import { alsoAsked } from "./also-asked.ts";
import { agesOf, gainOf } from "./ages.ts";
import { isOfDay, numberOf, weekdayOf } from "./calendar-words.ts";
import { bonusOf } from "./bonus.ts";
import type { FactLayers } from "./desk-index.ts";
import type { Place } from "./held.ts";
import { hasPeopleOf, howNamed } from "./how-named.ts";
import { isOtherSide } from "./premise.ts";
import type { Question, Word } from "./question.ts";
import { matching } from "./matching.ts";
import { ofMonth } from "./of-month.ts";
import { soughtIn } from "./sought.ts";
import { asksForPost, hasPost } from "./asked-post.ts";
import { isThing } from "./asking-words.ts";
import { askedOfSpeaker, speaksFor } from "./speaker.ts";
import { fitsChoices } from "./fits-choices.ts";
import { hasClock, holdsSort, sortMissing } from "./sort-asked.ts";
import { termOf } from "./stem.ts";
import { tellsLeftOut } from "./tells-left-out.ts";
import { placeWords } from "./place-words.ts";
import type { Weighed } from "./weighed.ts";
import { SAME } from "./word-terms.ts";

const LOOKED_AT = 80;
// What a fact says counts for more than which kind it is of: people ask for one kind in the words of another.
const CONTENT = 2;
// It has nothing of the sort that the question word asks for: no time, no number of what is counted.
const NO_SORT = 0.8;
const NAMED = { field: 0.7, text: 0.7, party: 0.25, slot: 1.2 } as const;
const SIDE = 0.8;
const LOOSE = 0.3;
const SPEAKS = 0.3;
// It holds a day or a place where one is asked for.
const FITS = 0.15;
// It says at what time of day, where that is asked for.
const CLOCK = 0.9;
const TIMED = new Set(["next", "session", "movement"]);
// It says the post of somebody whose post is asked for.
const POST = 1;
// A whole day says more than a weekday.
const EXACT = 0.05;
// It has another of a closed list's values than the question names: "left", and not "arrived".
const OTHER_CHOICE = -0.8;
// It tells of somebody who is not meant: "who besides".
const LEFT_OUT = -2;
// Talks that a named party takes part in.
const TAKING = 0.3;

// Of one question, the whole desk is asked and then each negotiation, twice where several answer.
let latest: { readonly question: Question; readonly found: Map<string, readonly Weighed[]> } | undefined;

/**
 * The likeliest facts for a question, best first, of some rounds alone where `within` has their ids. It looks at no
 * more than a few dozen, however many are held.
 */
export function weighed(
  question: Question,
  view: View,
  layers: FactLayers,
  within?: ReadonlySet<string>,
): readonly Weighed[] {
  if (latest?.question !== question) latest = { question, found: new Map() };
  const ids = within ?? talksIds(question, view);
  const key = ids === undefined ? "" : [...ids].join("|");
  const known = latest.found.get(key) ?? weighedIn(question, view, layers, ids);
  latest.found.set(key, known);
  return known;
}

function weighedIn(
  question: Question,
  view: View,
  layers: FactLayers,
  ids: ReadonlySet<string> | undefined,
): readonly Weighed[] {
  const age = agesOf(view);
  const terms = soughtIn(question, ids, age);
  const at = new Set(question.slots.filter((s) => s.weight >= 1).flatMap((s) => [...s.at]));
  const asking: Asking = {
    at,
    alone: question.words.length < 2 && question.words.every((w) => at.has(w.at)),
    said: new Set(question.tokens.map((t) => termOf(t.text))),
    terms: new Set(question.apart ? question.words.map((w) => termOf(w.text)) : []),
    post: asksForPost(question),
    clock: question.tokens.some(
      (t, i) => t.text === "time" && /^(?:what|exact)$/u.test(question.tokens[i - 1]?.text ?? ""),
    ),
    dated: question.form === "yes-no" && question.slots[0]?.slot === "date",
    weekday: question.tokens.some((t) => t.text === "weekday" || weekdayOf(t.text) !== undefined),
  };
  return matching(terms, layers, LOOKED_AT)
    .flatMap(({ index, doc }) => {
      const fact = layers.fact(index.row(doc)?.id ?? "");
      return fact === undefined || (ids !== undefined && !ids.has(fact.talks)) ? [] : [{ index, doc, fact }];
    })
    .map((place) => weigh(place, question, asking, view, age))
    .map((w) => ({ ...w, score: w.score + bonusOf(w, question) }))
    .map((w) => (sortMissing(w, question, view).length === 0 ? w : { ...w, score: w.score - NO_SORT }))
    .toSorted((a, b) => b.score - a.score || layers.place(a.fact.id) - layers.place(b.fact.id));
}

/** Ids of the talks that may be meant; undefined where nothing says which. */
export function talksIds({ talks, names }: Question, view: View): ReadonlySet<string> | undefined {
  const negotiations = names.filter((n) => n.of === "negotiations").map((n) => n.id);
  if (negotiations.length === 0) return talks.ids;
  const own = new Set(view.talks.all.filter((t) => negotiations.includes(t.negotiation)).map((t) => t.id));
  return talks.ids === undefined ? own : own.intersection(talks.ids);
}

// Kinds that hold unlike things: which of them is meant, the words that ask for the kind say too.
const FREE = new Set("session format figure position next role attended assessment quote background note".split(" "));

function isHeldIn(fact: Fact, place: string, view: View, { known }: Question): boolean {
  const places = known.get(fact.talks)?.places;
  return placeWords(view, place).some((word) => places?.has(word) === true);
}

/** What a question asks of every fact alike. */
interface Asking {
  /** The places of the words that surely ask for a kind of fact. */
  readonly at: ReadonlySet<number>;
  /** Nothing is asked of the kind: "venue". */
  readonly alone: boolean;
  /** The terms of all that is said. */
  readonly said: ReadonlySet<string>;
  /** The question's own terms, where talks are to be told apart: what is there of one word stands for no other one. */
  readonly terms: ReadonlySet<string>;
  readonly post: boolean;
  readonly clock: boolean;
  readonly weekday: boolean;
  /** Whether the talks were on a day that is named is asked. */
  readonly dated: boolean;
}

/** One fact against a question. */
function weigh(
  place: Place,
  question: Question,
  asking: Asking,
  view: View,
  age: ReadonlyMap<string, number>,
): Weighed {
  const { index, doc, fact } = place;
  const asked = question.slots.find((s) => s.slot === fact.slot);
  const slot = Math.max(asked?.weight ?? 0, askedOfSpeaker(place, question), alsoAsked(fact, question, view));
  const [has, typed] = [new Set<Word>(), new Set<Word>()];
  const chosen = new Set(question.words.filter((w) => isChoice(w, question.tokens)));
  let [content, choices, surest] = [0, 0, 0];
  for (const word of question.words) {
    const surely = word.terms.reduce(
      (most, { term, weight }) =>
        weight > most && (weight === 1 || !asking.terms.has(term)) && index.has(term, doc) ? weight : most,
      0,
    );
    if (surely === 0 || (surely < SAME && isThing(word.text))) continue;
    // What stands for it but loosely makes no fact one about it.
    if (surely >= LOOSE) has.add(word);
    if (surely === 1) typed.add(word);
    if (numberOf(word.text) === undefined) surest = Math.max(surest, surely);
    // A word that asks for the kind says little more where the fact's own label has it.
    const own =
      asked?.at.has(word.at) === true && !isThing(word.text)
        ? FREE.has(fact.slot)
          ? 0.3
          : 0
        : asking.at.has(word.at) && !isThing(word.text)
          ? asking.alone
            ? 0.3
            : 0.7
          : 1;
    // "was the first round on 15 May": what else was on that day is not asked.
    const isDay = asking.dated && fact.slot !== "date" && isOfDay(word.text);
    const gain = (isDay ? 0 : surely) * word.rarity * own * (word.telling ? 1 : 0.4);
    // Of two that are asked about, one is what the fact says.
    if (chosen.has(word)) choices = Math.max(choices, gain);
    else content += gain;
  }
  content += choices;
  const named = new Set<string>();
  const taking = new Map(partiesOf(fact.talks, view).map(({ party, role }) => [party, role]));
  let names = 0;
  for (const { of, id } of question.names) {
    if (named.has(id) || of === "negotiations") continue;
    if (of === "parties" && taking.has(id)) {
      names += TAKING;
      // What a host or a mediator does, a fact that names them or their people tells.
      if (taking.get(id) === "party" || !question.sides.includes(id) || hasPeopleOf(place, view, id)) named.add(id);
    }
    if (of === "parties" && fact.side === id) named.add(id);
    const how = of === "parties" && fact.side === id ? undefined : howNamed(place, view, of, id);
    if (how === undefined) {
      if (of === "people" && speaksFor(fact, id, view, question)) {
        named.add(id);
        names += SPEAKS;
      } else if (of === "places" && isHeldIn(fact, id, view, question)) named.add(id);
      continue;
    }
    named.add(id);
    names += of === "parties" ? NAMED.party : of === "slots" && how === "field" ? NAMED.slot : NAMED[how];
  }
  const { sides } = question;
  const own = fact.side !== undefined && sides.some((id) => isOfSide(fact, id, view));
  const otherSide = sides.length > 0 && fact.side !== undefined && !own;
  const side =
    sides.length === 0 || fact.side === undefined || isOtherSide(fact, question, view)
      ? 0
      : own
        ? fact.side === BOTH.id
          ? SIDE / 3
          : SIDE
        : -SIDE;
  const choice = tellsLeftOut(fact, question) ? LEFT_OUT : fitsChoices(fact, asking.said) ? 0 : OTHER_CHOICE;
  const post = asking.post && hasPost(fact, named) ? POST : 0;
  const day = asking.weekday ? "weekday" : "day";
  // Where the city is known, its building says more: "where in Geneva".
  const { place: site, city } = fact.slot === "venue" ? fieldsOf(fact) : {};
  const isKnown = (): boolean => placeWords(view, String(city)).some((w) => question.tokens.some((t) => t.text === w));
  const whole = site !== undefined && city !== undefined && isKnown() ? EXACT : 0;
  const exact = fact.slot === "date" && readDay(String(fieldsOf(fact)["stated"] ?? "")).kind === day ? EXACT : 0;
  const fits = TIMED.has(fact.slot) && /^(?:where|when)$/u.test(question.form) && holdsSort(fact, question, view);
  const clock = fits && asking.clock && hasClock(fact);
  const score =
    exact +
    ofMonth(fact, question) +
    whole +
    (clock ? CLOCK : fits ? FITS : 0) +
    slot +
    CONTENT * content +
    names +
    side +
    choice +
    post +
    gainOf(age.get(fact.talks)) * (question.talks.ids === undefined ? 1 : 0.5);
  return { fact, doc, score, slot: slot + post, content, has, typed, surest, named, otherSide };
}

/** Whether a word is one of two: "in the hall or the garden". */
function isChoice({ at }: Word, tokens: Question["tokens"]): boolean {
  const or = (i: number): boolean =>
    tokens[i]?.text === "or" || (tokens[i]?.text === "the" && tokens[i - 1]?.text === "or");
  return or(at - 1) || tokens[at + 1]?.text === "or";
}
