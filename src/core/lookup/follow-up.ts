import type { Fact } from "#core/facts/fact.ts";
import { negotiationOf, rounds, type View } from "#core/facts/view.ts";
import { SLOTS } from "#core/slots/index.ts";
import { ASKED } from "./suffices.ts";
import { commandAsked } from "./asked-command.ts";
import { layersOf } from "./desk-index.ts";
import { isEnd, isOf, opened, pointsBack } from "./going-on-words.ts";
import { nameInOther } from "./names-by-sound.ts";
import { countryHeard } from "./names-heard.ts";
import { aboutTold, withoutNames, withTopic, withWhich, withWords, written, type Carried } from "./carried-words.ts";
import { otherOne } from "./other-one.ts";
import { placesOf } from "./places-of.ts";
import { readQuestion, type Question } from "./question.ts";
import { holdsSort } from "./sort-asked.ts";

/** What a person asked before in the same place, and what answered it. */
export interface Before {
  /** A whole question; empty where something was shown without one. */
  readonly question: string;
  /** Ids of the facts that answered it, the best first. */
  readonly facts: readonly string[];
}

/** A question that goes on from the one before, made whole. */
export type FollowUp =
  | {
      readonly kind: "ask";
      /** The ways in which it may be meant, the likeliest first. Each has what it took from before. */
      readonly ways: readonly { readonly question: string; readonly taken: readonly string[] }[];
      /** The id of the round that is meant, where the answer before was of one and this question names none. */
      readonly talks?: string;
      /** It may be held of another round: somebody's post. */
      readonly anywhere?: true;
    }
  /** It asks after the fact itself: its source, or whether it is sure. */
  | { readonly kind: "fact"; readonly id: string }
  /** It asks what the fact that was told does not say: where a meeting will be that is only planned. */
  | { readonly kind: "unsaid"; readonly id: string }
  /** "why" alone: what the talks were for. */
  | { readonly kind: "why"; readonly talks: string }
  /** It says "his" where several people were named. */
  | { readonly kind: "whose"; readonly people: readonly string[]; readonly asked: (person: string) => string };

// What asks after the fact itself, or for the round that it is of, the fact's own page answers.
const ABOUT_FACT = ["source", "sure", "denied", "round"] as const;

/** How a question goes on from the one before; undefined where it is a question of its own. */
export function followUp(typed: string, before: Before, view: View): FollowUp | undefined {
  const open = opened(typed);
  if (open === undefined) return undefined;
  const { led } = open;
  // Turkish says "his post" in one word.
  const words = OF_SOMEBODY.test(open.words[0] ?? "") ? ["onun", ...open.words] : open.words;
  const facts = before.facts.flatMap((id) => view.facts.find((f) => f.id === id) ?? []);
  const [first] = facts;
  if (first !== undefined && ABOUT_FACT.some((kind) => isOf(kind, words))) return { kind: "fact", id: first.id };
  const layers = layersOf(view);
  // "in what order did things happen" is whole: a command answers it.
  if (!led && words.length > 2 && !isOf("else", words) && commandAsked(typed, view, layers) !== undefined)
    return undefined;
  const told = before.question === "" && first !== undefined ? (SLOTS[first.slot].ask[0] ?? "") : before.question;
  if (told === "") return undefined;
  const asked = readQuestion(told, view, layers);
  const round = roundOf(facts);
  const here = round === undefined ? {} : { talks: round };
  const other = otherOne(words, asked, first, view);
  if (other !== undefined) return followUp(other, before, view);
  if (isOf("which", words)) return { kind: "ask", ways: [way(withWhich(asked))], ...here };
  if (isOf("else", words)) return { kind: "ask", ways: [way(withoutNames(asked))], ...here };
  // A name alone says nothing of its language: "peki Rusya'yı" is in that of the question before.
  const inCase = (word: string): string => {
    if (asked.tongue === "en") return word;
    return countryHeard([word], 0, asked.tongue, view)?.meant ?? nameInOther(word, view, asked.tongue) ?? word;
  };
  const own = written(words.map(inCase));
  const now = readQuestion(own, view, layers);
  const negotiation = negotiationIn(first, asked, view);
  if (isElsewhere(now, negotiation, view)) return undefined;
  const says = now.talks.ids !== undefined || now.talks.unheld.length > 0;
  // "and the second?": of the negotiation that was told.
  const [only, ...others] = [...(now.talks.ids ?? [])].filter((id) => negotiationOf(id, view)?.id === negotiation);
  const same = only === undefined || others.length > 0 || now.talks.ids?.size === 1 ? {} : { talks: only };
  const place = says ? same : here;
  if (round !== undefined && !says && now.form === "why" && isOf("bare", words)) return { kind: "why", talks: round };
  const whole: FollowUp = { kind: "ask", ways: [{ question: own, taken: [] }], ...place };
  const person = words.some((word) => isOf("person", [word])) ? ofPerson(words, facts, asked, place, view) : undefined;
  // Russian says "he" of a round too.
  if (person !== undefined || (now.tongue !== "ru" && words.some((word) => isOf("person", [word])))) return person;
  const added = now.tongue === "en" ? own : written(now.tokens.map((t) => t.text));
  if (isBesides(now, led)) return { kind: "ask", ways: [way(withWords(asked, now, added))], ...place };
  if (says) return undefined;
  const topic = /^(?:about|on)$/u.test(now.tokens[0]?.text ?? "");
  const back = isOf("bare", words) || pointsBack(words) || isEnd(words) || (!topic && isPiece(now));
  const held = back ? toldSort(facts, now, view) : undefined;
  if (held !== undefined) return held;
  const they = words.includes("they") && now.names.length === 0;
  if (round !== undefined && (back || they) && isOfRound(now)) return whole;
  const about = aboutTold(words, asked, first);
  if (about !== undefined) return { kind: "ask", ways: [way(about), ...whole.ways], ...place };
  if (back) return round === undefined ? undefined : whole;
  if (!led && !(topic && words.length <= TOPIC_MAX)) return undefined;
  if (!topic && (now.slots.some((s) => s.weight >= ASKED) || now.form !== "what"))
    return round === undefined ? undefined : whole;
  return { kind: "ask", ways: [way(withTopic(asked, first?.slot, added)), ...whole.ways], ...place };
}

// Kinds of fact that have a place, a day and a length of their own: not those of the round that tells them.
const OWN: ReadonlySet<string> = new Set([
  "session",
  "format",
  "next",
  "outcome",
  "figure",
  "movement",
  "note",
  "background",
]);

/**
 * "for how long", "when was that": of what was told, where that says so. What is only planned has no other place or
 * day.
 */
function toldSort(facts: readonly Fact[], now: Question, view: View): FollowUp | undefined {
  const [first] = facts;
  if (first === undefined || !OWN.has(first.slot)) return undefined;
  const form = FORM_OF[now.slots.find((s) => s.weight >= ASKED)?.slot ?? ""] ?? now.form;
  if (!/^(?:when|where|how-long)$/u.test(form)) return undefined;
  // What took so long is what was told first; the others may be only a part of it.
  const held = (form === "how-long" ? [first] : facts).find((f) => holdsSort(f, { ...now, form }, view));
  if (held !== undefined) return { kind: "fact", id: held.id };
  return first.slot === "next" ? { kind: "unsaid", id: first.id } : undefined;
}

const FORM_OF: Readonly<Record<string, Question["form"]>> = { venue: "where", date: "when", duration: "how-long" };

const OF_SOMEBODY = /^(?:gorevi|unvani|makami|mevkii|rutbesi)$/u;
const TOPIC_MAX = 4;
const PIECE_MAX = 2;

/** "directly?", "which building": two words that ask for a kind of fact, and do not say of what. */
function isPiece({ tokens, slots, names }: Question): boolean {
  return tokens.length <= PIECE_MAX && names.length === 0 && slots.some((s) => s.weight >= ASKED);
}

const OF_ROUND: ReadonlySet<string> = new Set(["venue", "date", "duration", "session"]);

/** Whether what is asked for is a round's own, so that "it" is the round: when it began, how long it took. */
function isOfRound({ slots: [most] }: Question): boolean {
  return most !== undefined && most.weight >= ASKED && OF_ROUND.has(most.slot);
}

function way({ kept, question }: Carried) {
  return { question, taken: [`“${kept}”`] };
}

function ofPerson(
  words: readonly string[],
  facts: readonly Fact[],
  asked: Question,
  place: { readonly talks?: string },
  view: View,
): FollowUp | undefined {
  const named = asked.names.filter((n) => n.of === "people").map((n) => n.id);
  const people = [...new Set(named.length > 0 ? named : facts.flatMap(peopleIn))];
  const [only] = people;
  if (only === undefined) return undefined;
  const saying = (id: string): string =>
    words.map((word) => (isOf("person", [word]) ? (view.people.get(id)?.name ?? id) : word)).join(" ");
  if (people.length > 1) return { kind: "whose", people, asked: saying };
  return {
    kind: "ask",
    ways: [{ question: saying(only), taken: [view.people.get(only)?.name ?? only] }],
    ...place,
    anywhere: true,
  };
}

/** Ids of the people whom a fact names in its fields. */
function peopleIn({ slot, claims }: Fact): readonly string[] {
  return Object.entries(claims[0].fields).flatMap(([field, value]) =>
    SLOTS[slot].fields[field]?.of === "people" && typeof value === "string" ? [value] : [],
  );
}

function roundOf(facts: readonly Fact[]): string | undefined {
  const [only, ...others] = new Set(facts.map((f) => f.talks));
  return others.length === 0 ? only : undefined;
}

function negotiationIn(first: Fact | undefined, asked: Question, view: View): string | undefined {
  if (first !== undefined) return negotiationOf(first.talks, view)?.id;
  const [only, ...others] = new Set([...(asked.talks.ids ?? [])].map((id) => negotiationOf(id, view)?.id));
  return others.length === 0 ? only : undefined;
}

/** Whether a question names talks, a party or a negotiation that are of another one than what was told. */
function isElsewhere({ talks, names }: Question, own: string | undefined, view: View): boolean {
  if (own === undefined) return false;
  if (talks.ids !== undefined && [...talks.ids].every((id) => view.talks.get(id)?.negotiation !== own)) return true;
  const parties = new Set([
    ...(view.negotiations.get(own)?.parties ?? []).map((p) => p.party),
    ...rounds(view, own).flatMap((t) => t.parties),
  ]);
  return names.some((n) => (n.of === "negotiations" && n.id !== own) || (n.of === "parties" && !parties.has(n.id)));
}

/** Whether a question says nothing besides talks and names, so that all that it asks of them is taken. */
function isBesides({ tokens, talks, names }: Question, led: boolean): boolean {
  const of = led ? names : names.filter((n) => n.of === "parties");
  const said = placesOf(of);
  const unheld = new Set(talks.unheld.flatMap((w) => w.split(" ")));
  const isName = (i: number): boolean => said.has(i) || talks.at.has(i);
  const rest = tokens.filter((t, i) => !isName(i) && !unheld.has(t.text) && !isOf("glue", [t.text]));
  return rest.length === 0 && (of.length > 0 || talks.at.size > 0 || unheld.size > 0);
}
