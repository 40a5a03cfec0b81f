import { distance } from "#core/text/slip.ts";
import { capital, isOneName } from "#core/text/text.ts";
import { letters } from "./languages/letters.ts";
import { TITLE_WORDS } from "./languages/titles.ts";
import type { Candidate, Likeness, Spelled } from "./likeness.ts";
import { soundOf } from "./transliteration.ts";

/**
 * Why a typed name may be somebody who is held: the same name with a `title`, with a `patronymic`, in another `order`,
 * in another `script`, in another `spelling` of the same sounds, with `initials`, with `more` words, spelt a little
 * otherwise (`slip`), or the `surname` alone or with another first name.
 */
export type PersonWhy =
  | "title"
  | "patronymic"
  | "order"
  | "script"
  | "spelling"
  | "initials"
  | "slip"
  | "more"
  | "surname";

/** How likely each reason makes it, the likeliest first. */
const ORDER: readonly PersonWhy[] = [
  "title",
  "order",
  "patronymic",
  "spelling",
  "script",
  "initials",
  "slip",
  "more",
  "surname",
];

const TITLES = new Set(letters(TITLE_WORDS).split(" "));
const PATRONYMIC = /(?:vich|vic|vitch|vitsch|vicz|ich|vna|chna|oglu|kyzy|вич|ич|вна|чна|оглы|кызы)$/u;

/**
 * Whether words say what somebody is and not who: `a senior U.S. official`, `the White House`, `источник в делегации`.
 * A name begins with a capital letter, in scripts that have any, or with a particle of names (`al-Busaidi`, `von der
 * Leyen`); a lone word is a name typed in haste.
 */
export function isDescription(words: string): boolean {
  const [first = "", second] = words.trim().split(/\s+/u);
  if (second === undefined || PARTICLE.test(first)) return false;
  return ARTICLE.test(first) || /^\P{L}*\p{Ll}/u.test(first);
}

/** Somebody at the start of a sentence: `The Russian ambassador`; a name stays as it is (`al-Busaidi`). */
export function startingWith(name: string): string {
  return isDescription(name) ? capital(name) : name;
}

const ARTICLE = /^(?:an?|the|one|two|some|bir)$/iu;
const PARTICLE = /^(?:al|el|bin|ibn|ben|de|del|della|da|dos|di|du|la|le|von|van|ter|ten|zu)(?:$|[-‑’'])/iu;

/** What a typed name is beside the people who are held. Never silently the same: only a held spelling is `exact`. */
export function personLikeness(typed: string, people: readonly Spelled[]): Likeness<PersonWhy> {
  const held = people.find((person) => [person.id, person.name, ...person.aliases].some((s) => isOneName(s, typed)));
  if (held !== undefined) return { kind: "exact", id: held.id };
  const name = wordsOf(typed);
  if (name.every(({ sound }) => sound === undefined)) return { kind: "new", compared: false };
  const candidates = people.flatMap((person): readonly Candidate<PersonWhy>[] => {
    const spellings = spellingsOf(person);
    const isOneWord = spellings.every((held) => held.length < 2);
    const reasons = spellings.flatMap((held) => {
      const why = whyLike(typed, name, held);
      // A surname alone says no more than the whole name does, and is none where it stands in front.
      if (why !== "more" || held.length > 1 || isOneWord) return why ?? [];
      return held.some((word) => soundsSame(name.at(-1), word)) ? "surname" : [];
    });
    // Of somebody who is held in both scripts, the spelling in the one that was typed says why.
    const own = reasons.includes("slip") ? reasons.filter((reason) => reason !== "script") : reasons;
    const [why] = own.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
    return why === undefined ? [] : [{ id: person.id, why }];
  });
  if (candidates.length === 0) return { kind: "new", compared: true };
  return { kind: "likely", candidates: candidates.toSorted((a, b) => ORDER.indexOf(a.why) - ORDER.indexOf(b.why)) };
}

const read = new WeakMap<Spelled, readonly (readonly Word[])[]>();

// An import compares each new name with all that are held.
function spellingsOf(person: Spelled): readonly (readonly Word[])[] {
  const known = read.get(person) ?? [person.name, ...person.aliases].map(wordsOf);
  read.set(person, known);
  return known;
}

interface Word {
  readonly letters: string;
  readonly sound: string | undefined;
}

function wordsOf(name: string): readonly Word[] {
  // "U.S." is one word; "A." stays an initial.
  const words =
    name
      .normalize("NFC")
      .replace(/\b(\p{Lu})\.(?=\p{Lu}\.)/gu, "$1. ")
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.map((word) => ({ letters: letters(word), sound: soundOf(word) }));
}

function whyLike(typed: string, name: readonly Word[], held: readonly Word[]): PersonWhy | undefined {
  const surname = held.at(-1);
  if (surname === undefined) return undefined;
  const used = new Set<number>();
  const at = held.map((word) => {
    const found = bestAt(name, word, used);
    if (found >= 0) used.add(found);
    return found;
  });
  const left = name.filter((_, i) => !used.has(i));
  if (at.every((i) => i >= 0)) return whyAll(name, held, at, left);
  // A surname alone, with titles; or with initials; or with another first name.
  if (at.at(-1) === -1 || held.length < 2 || !soundsSame(name[at.at(-1) ?? -1], surname)) return undefined;
  const others = left.filter(({ letters: l }) => !TITLES.has(l));
  if (others.length === 0) return left.length > 0 ? "title" : "surname";
  const initials = new Set(held.slice(0, -1).map(({ sound }) => sound?.charAt(0)));
  const short = others.every(({ letters: l }) => l.length === 1);
  if (short) return others.some(({ sound }) => initials.has(sound?.charAt(0))) ? "initials" : "surname";
  return /[,]/u.test(typed) || others.length <= 2 ? "surname" : undefined;
}

function whyAll(name: readonly Word[], held: readonly Word[], at: readonly number[], left: readonly Word[]): PersonWhy {
  if (left.some(({ letters: l }) => TITLES.has(l) && l.length > 1)) return "title";
  if (left.length > 0 && left.every(({ letters: l }) => PATRONYMIC.test(l))) return "patronymic";
  if (left.length > 0) return left.every(({ letters: l }) => l.length === 1) ? "initials" : "more";
  if (at.some((i, place) => place > 0 && i < (at[place - 1] ?? 0))) return "order";
  if (name.some(isCyrillic) !== held.some(isCyrillic)) return "script";
  return held.every((word, place) => soundsSame(name[at[place] ?? -1], word)) ? "spelling" : "slip";
}

function isCyrillic(word: Word): boolean {
  return /\p{Script=Cyrillic}/u.test(word.letters);
}

function bestAt(name: readonly Word[], word: Word, used: ReadonlySet<number>): number {
  const free = (i: number) => !used.has(i);
  const same = name.findIndex((w, i) => free(i) && soundsSame(w, word));
  return same >= 0 ? same : name.findIndex((w, i) => free(i) && soundsNear(w, word));
}

function soundsSame(a: Word | undefined, b: Word): boolean {
  return a !== undefined && (a.letters === b.letters || (a.sound !== undefined && a.sound === b.sound));
}

function soundsNear(a: Word, b: Word): boolean {
  if (a.sound === undefined || b.sound === undefined) return false;
  const length = Math.min(a.sound.length, b.sound.length);
  const most = length < 4 ? 0 : length <= 5 ? 1 : 2;
  return most > 0 && distance(a.sound, b.sound, most) <= most;
}
