import type { View } from "#core/facts/view.ts";
import { accordingIn, asidesIn } from "./asides.ts";
import { askedPart } from "./asked-part.ts";
import { isAsking } from "./asking-words.ts";
import { askedBoth, askedOfSomebody } from "./asked-of-somebody.ts";
import { askedSlots, type SlotAsked } from "./asked-slots.ts";
import type { Weighted } from "./best.ts";
import { monthOf, weekdayOf } from "./calendar-words.ts";
import type { FactLayers } from "./desk-index.ts";
import { formOf, type Form } from "./form-asked.ts";
import { BASE_FORMS } from "./base-forms.ts";
import { isCommon, isVerbal } from "./english.ts";
import { leadIn } from "./lead-in.ts";
import { leftOut } from "./left-out.ts";
import { LITTLE_WORDS } from "./little-words.ts";
import { longerNames, namesIn, negotiationsIn, type NameFound } from "./name-index.ts";
import { byPost } from "./by-post.ts";
import { besideMonths } from "./days-asked.ts";
import { asksPresence, PRESENT_SLOTS, withPremise } from "./premise-slots.ts";
import { outletsIn, saysOutlet, type OutletNamed } from "./outlets-in.ts";
import { placesOf } from "./places-of.ts";
import { rarityIn } from "./rarity.ts";
import { sidesIn, teamOf } from "./sides-asked.ts";
import { spelt } from "./spelt.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { talksKnown } from "./talks-known.ts";
import type { Token } from "./token.ts";
import { isClosedIn, tongueOf, type Tongue } from "./tongue.ts";
import { withoutTurns } from "./turns-of-speech.ts";
import { talksAsked } from "./which-talks.ts";
import type { TalksAsked, TalksKnown } from "./talks-asked.ts";
import { questionWords, wordsInPlace, wordsWithCapital } from "./words-in.ts";
import { countsSides, withoutPartitive } from "./which-of.ts";
import { landTerms, termsOf } from "./word-terms.ts";

/** A word that a fact may have. */
export interface Word {
  readonly text: string;
  readonly typed: string;
  readonly at: number;
  /** Terms that stand for it; 1 is the word itself. None: nothing held has it. */
  readonly terms: readonly Weighted[];
  /** 0 to 1: how rare it is among the facts. */
  readonly rarity: number;
  /** Nothing may stand for it that it does not: a fact without it is not what was asked for. */
  readonly telling: boolean;
}

/** A question as it is understood. */
export interface Question {
  readonly tongue: Tongue;
  readonly tokens: readonly Token[];
  readonly form: Form;
  readonly slots: readonly SlotAsked[];
  readonly talks: TalksAsked;
  readonly names: readonly NameFound[];
  /** Ids of names that are not meant: "who besides Ida Ray". */
  readonly without: ReadonlySet<string>;
  /** Whether somebody was there is asked: who is told to have led or taken part was. */
  readonly presence: boolean;
  /** Ids of the parties whose side is asked about: not those that come after "about", "with" or "to". */
  readonly sides: readonly string[];
  /** Several negotiations are held. */
  readonly apart: boolean;
  /** What is known of the talks that are held. */
  readonly known: ReadonlyMap<string, TalksKnown>;
  readonly words: readonly Word[];
  /** Outlets that are asked what they say. */
  readonly outlets: readonly OutletNamed[];
  /** What was corrected: `“genva” → geneva`. */
  readonly corrections: readonly (readonly [typed: string, meant: string])[];
}

const last = new WeakMap<View, { readonly asked: string; readonly question: Question }>();

/** Reads a question. Who looks for a command and who looks for facts read the same one: it is read once. */
export function readQuestion(asked: string, view: View, layers: FactLayers): Question {
  const before = last.get(view);
  if (before?.asked === asked) return before.question;
  const question = understood(asked, view, layers);
  last.set(view, { asked, question });
  return question;
}

/** The same where a place that it names is not that of the talks. */
export function readPlacesApart(asked: string, view: View, layers: FactLayers): Question {
  return understood(asked, view, layers, { places: false });
}

/** The same of talks that have no round of the number, month or place that it names: a fact may speak of one. */
export function readRoundsApart(asked: string, view: View, layers: FactLayers): Question {
  return understood(asked, view, layers, { known: [] });
}

interface Reading {
  readonly places?: boolean;
  readonly known?: readonly TalksKnown[];
}

function understood(
  asked: string,
  view: View,
  layers: FactLayers,
  { places = true, known = talksKnown(view, layers) }: Reading = {},
): Question {
  const part = askedPart(asked);
  const typed = questionWords(part.words);
  const tongue = tongueOf(typed);
  const { tokens: all, moved } = spelt(typed, tongue, view, layers, wordsWithCapital(part.words));
  const tokens =
    tongue === "en" ? withoutPartitive(withoutTurns(withoutAsides(all.slice(leadIn(all.map((t) => t.text)))))) : all;
  const words = tokens.map((t) => t.text);
  const isClosed = part.tagged || (tongue !== "en" && isClosedIn(part.words, typed, tokens));
  const asking = isClosed ? "yes-no" : formOf(words);
  const located = tongue === "tr" ? wordsInPlace(part.words) : new Set<string>();
  const sure = (at: number): boolean =>
    tongue !== "en" && (tokens[at]?.typed !== words[at] || located.has(words[at] ?? ""));
  const talks = talksAsked(words, known, { places, sure });
  const outlets = saysOutlet(tokens) ? outletsIn(tokens, view) : [];
  const ofOutlets = new Set(outlets.flatMap((o) => o.at));
  // "the Kyiv Times" names no party.
  const found = [...namesIn(words, view, talks.at.union(ofOutlets))];
  found.push(...negotiationsIn(words, view, found));
  const without = leftOut(words, found);
  const kept = found.filter((n) => !without.names.includes(n));
  const names = [...kept, ...byPost(words, kept, known)].map((n) => teamOf(n, words, view));
  const form = asking === "what" && asksForPeople(words, names) ? "who" : asking;
  const inNames = placesOf([...names, ...without.names]);
  const skipped = [besideMonths(words, talks.at), accordingIn(words), longerNames(words, talks.at, view)].reduce(
    (all, some) => all.union(some),
    talks.at.union(inNames),
  );
  const presence = asksPresence({ words, form, names, talks });
  const slots = presence
    ? PRESENT_SLOTS
    : withPremise(
        askedBoth(askedSlots(words, form, skipped), askedOfSomebody(words, form, names)),
        words,
        form,
        inNames,
        (at) =>
          tongue === "tr" && (located.has(words[at] ?? "") || /[dt][ae](?:ki|yd[iu])?$/u.test(tokens[at]?.typed ?? "")),
        [
          ...talks.unheld.flatMap((t) => t.split(" ")),
          ...words.filter((_, i) => isOn(words, i) && talks.at.has(i)),
        ].filter((w) => monthOf(w) !== undefined),
      );
  const rarityOf = rarityIn(layers.indexes);
  const most = rarityOf("");
  const little = (w: string): boolean => LITTLE_WORDS.has(w) || STOP_WORDS.has(w) || (w.length < 2 && !/\d/u.test(w));
  return {
    tongue,
    tokens,
    form,
    slots,
    talks,
    names,
    without: new Set(without.names.map((n) => n.id)),
    presence,
    sides: sidesIn(words, names, tongue, view),
    apart: view.negotiations.all.length > 1,
    known: new Map(known.map((k) => [k.talks.id, k])),
    words: tokens.flatMap((token, at): readonly Word[] => {
      // A word that is said again asks for nothing more.
      if (words.indexOf(token.text) < at) return [];
      if (skipped.has(at) || without.at.has(at) || ofOutlets.has(at) || little(token.text)) return [];
      if (countsSides(tokens, at)) return [];
      const own = termsOf(token.text, layers);
      const terms = own.length > 0 || isPlaced(words, at) ? own : landTerms(token.text, layers);
      const rarity = Math.min(1, (terms[0] === undefined ? most : rarityOf(terms[0].term)) / most);
      // What was no word may be a name that is not held, whatever it was corrected to: "puttin".
      const bent =
        tongue === "en" && token.text !== token.typed && !isAsking(token.text) && !isPlainSlip(token.typed, token.text);
      const telling =
        bent || !isCommon(token.text) || monthOf(token.text) !== undefined || weekdayOf(token.text) !== undefined;
      return [{ text: token.text, typed: token.typed, at, terms, rarity, telling }];
    }),
    outlets,
    corrections: [
      ...moved,
      ...tokens.flatMap((t) =>
        tongue === "en" && t.text !== t.typed && !t.typed.startsWith(t.text) ? [[t.typed, t.text] as const] : [],
      ),
    ],
  };
}

function withoutAsides(tokens: readonly Token[]): readonly Token[] {
  const aside = asidesIn(tokens.map((t) => t.text));
  return tokens.filter((_, i) => !aside.has(i));
}

/** Whether a slip is within a common word: "suposed", "durnig". The last letter may make a name of it: "puttin". */
function isPlainSlip(typed: string, meant: string): boolean {
  const ends = typed.at(-1) === meant.at(-1) || (typed.length > 4 && meant.startsWith(typed));
  return (typed.length > 4 || typed.length === 3) && ends && isCommon(meant);
}

const PEOPLE =
  /^(?:people|persons?|men|women|officials?|officers?|ministers?|diplomats?|envoys?|negotiators?|generals?|ambassadors?|deput(?:y|ies)|spokes(?:man|woman|person|people)|advis[eo]rs?|aides?|experts?|delegates?|lawyers?)$/u;
const DOES = /^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|took|came|went|met|led|sat|said)$/u;

/** "which Iranians did", "which Turkish officials": who of that party. */
function asksForPeople(words: readonly string[], names: readonly NameFound[]): boolean {
  const at = words.findIndex((w) => w === "which" || w === "what");
  if (at < 0) return false;
  const party = names.find((n) => n.of === "parties" && n.from === at + 1);
  const next = words[at + 1 + (party?.size ?? 0)] ?? "";
  return PEOPLE.test(next) || (party !== undefined && words[at] === "which" && (DOES.test(next) || isPastOf(next)));
}

function isPastOf(word: string): boolean {
  return isVerbal(word) && (BASE_FORMS.has(word) || word.endsWith("ed"));
}

/** "in Washington" is a place, and so is "the Washington round". */
function isPlaced(words: readonly string[], at: number): boolean {
  return /^(?:in|at|to|from|near|outside|of|the)$/u.test(words[at - 1] ?? "");
}

/** "was the first round on 16 May" asks for the day that it names. */
function isOn(words: readonly string[], i: number): boolean {
  return words.slice(Math.max(0, i - 3), i).includes("on");
}
