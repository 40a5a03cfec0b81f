import { lazy, memoised } from "#core/text/lazy.ts";
import { leadIn } from "./lead-in.ts";
import { termOf } from "./stem.ts";
import { wordsIn } from "./words-in.ts";
import lists from "#core/lookup/words/commands.json" with { type: "json" };

export type CommandName = keyof typeof lists.ways;
export type SmallTalk = keyof typeof lists.small;

/** A question as its words are looked at: each as it is read, the places of talks and outlets that it names. */
export interface Said {
  readonly words: readonly string[];
  readonly talks: ReadonlySet<number>;
  readonly outlets: ReadonlySet<number>;
}

/** Whether a word of a question is such a one. */
type Fits = (said: Said, at: number) => boolean;

interface Way {
  readonly parts: readonly (readonly Fits[])[];
  readonly not: readonly Fits[];
  /** Nothing else is said. */
  readonly only: boolean;
}

// Words that stand side by side may have one between them: "how many formal rounds".
const BETWEEN = 1;

const termsIn = memoised((words: readonly string[]) => words.map(termOf));

/** Whether a word is one of these, in whatever form; as it is written, or one of several, where it ends with "=". */
function wordFits(entries: readonly string[]): Fits {
  const written = entries.flatMap((e) => (e.endsWith("=") ? [e.slice(0, -1), `${e.slice(0, -1)}s`] : []));
  const [exact, terms] = [new Set(written), new Set(entries.filter((e) => !e.endsWith("=")).map(termOf))];
  return ({ words, talks }, at) => {
    const word = words[at];
    if (word === undefined) return false;
    // What names a round says nothing else: "first" of "the first round".
    if (talks.has(at)) return word === "talks" && entries.includes("talks=");
    return exact.has(word) || terms.has(termsIn(words)[at] ?? "");
  };
}

function fitsOf(part: string): Fits {
  if (part === "TALKS") return ({ talks }, at) => talks.has(at);
  const words = (lists.classes as Readonly<Record<string, string>>)[part];
  if (words === undefined) return wordFits([part]);
  const fits = wordFits(words.split(" "));
  return part === "SOURCE" ? (said, at) => said.outlets.has(at) || fits(said, at) : fits;
}

function wayOf(written: string): Way {
  const only = written.startsWith("only:");
  const parts = written.replace("only:", "").split(" ");
  return {
    parts: parts.filter((p) => !p.startsWith("!")).map((p) => p.split("_").map(fitsOf)),
    not: parts.filter((p) => p.startsWith("!")).map((p) => fitsOf(p.slice(1))),
    only,
  };
}

const ways = lazy(() =>
  Object.entries(lists.ways).flatMap(([name, all]) =>
    all.map((written) => ({ name: name as CommandName, way: wayOf(written) })),
  ),
);

const frame = lazy(() => new Set(lists.frame.split(" ")));

/** Whether a word stands in any question about a command, and asks for nothing more. */
export function isCommandFrame(word: string): boolean {
  return frame().has(word);
}

const vocabulary = lazy(
  () =>
    new Map(
      Object.entries(lists.ways).map(([name, all]) => {
        const parts = all.flatMap((written) => written.replace("only:", "").split(/[ _]/u));
        return [name, [...new Set(parts)].filter((p) => !p.startsWith("!") && p !== "TALKS").map(fitsOf)] as const;
      }),
    ),
);

/** Whether a command is asked for with a word, in this way or another. */
export function isAskedWith(name: CommandName, said: Said, at: number): boolean {
  return (
    vocabulary()
      .get(name)
      ?.some((fits) => fits(said, at)) === true
  );
}

/** The commands that a question asks for, in the order of the list, each with the places of its words. */
export function commandsIn(said: Said): readonly { readonly name: CommandName; readonly at: ReadonlySet<number> }[] {
  return ways().flatMap(({ name, way }) => {
    const at = placesOf(way, said);
    return at === undefined ? [] : [{ name, at }];
  });
}

function placesOf({ parts, not, only }: Way, said: Said): ReadonlySet<number> | undefined {
  const places = said.words.map((_, i) => i);
  const at = new Set<number>();
  for (const part of parts) {
    const found = places.map((i) => sideBySide(part, said, i, at)).find((some) => some !== undefined);
    if (found === undefined) return undefined;
    for (const i of found) at.add(i);
  }
  if (not.some((fits) => places.some((i) => !at.has(i) && fits(said, i)))) return undefined;
  const all = places.every(
    (i) => at.has(i) || isCommandFrame(said.words[i] ?? "") || parts[0]?.[0]?.(said, i) === true,
  );
  return only && !all ? undefined : at;
}

function sideBySide(
  [first, ...rest]: readonly Fits[],
  said: Said,
  from: number,
  taken: ReadonlySet<number>,
): readonly number[] | undefined {
  if (first === undefined || taken.has(from) || !first(said, from)) return undefined;
  const at = [from];
  for (const fits of rest) {
    const last = at.at(-1) ?? from;
    const next = Array.from({ length: BETWEEN + 1 }, (_, i) => last + 1 + i).find((i) => fits(said, i));
    if (next === undefined) return undefined;
    at.push(next);
  }
  return at;
}

const small = lazy(() =>
  Object.entries(lists.small).map(
    ([kind, all]) => [kind as SmallTalk, new Set(all.split("|").map((phrase) => wordsIn(phrase).join(" ")))] as const,
  ),
);
const fill = lazy(() => new Set(wordsIn(lists.smallFill)));
const PHRASE_MAX = 5;

/** Of which kind small talk is; undefined where a question has any other word. The last thing said decides. */
export function smallTalkIn(words: readonly string[]): SmallTalk | undefined {
  let kind: SmallTalk | undefined;
  for (let at = 0; at < words.length;) {
    const [size, found] = phraseAt(words, at);
    if (size === 0 && !fill().has(words[at] ?? "")) return undefined;
    kind = found ?? kind;
    at += Math.max(1, size);
  }
  return kind;
}

function phraseAt(words: readonly string[], at: number): readonly [number, SmallTalk?] {
  for (let size = Math.min(PHRASE_MAX, words.length - at); size > 0; size -= 1) {
    const said = words.slice(at, at + size).join(" ");
    const found = small().find(([, phrases]) => phrases.has(said));
    if (found !== undefined) return [size, found[0]];
  }
  return [0];
}

/** The phrases of each command, every one with a space around it. `loose`: a fact may have the words too. */
function phrasesOf(all: Readonly<Record<string, string>>) {
  return Object.entries(all).map(
    ([name, phrases]) =>
      [
        name,
        phrases.split("|").map((phrase) => {
          const words = wordsIn(phrase.replace("*", GAP)).join(" ").replace(GAP, "\\S+(?: \\S+){0,3}");
          return { said: new RegExp(` ${words} `, "u"), loose: phrase.endsWith("~") };
        }),
      ] as const,
  );
}

// A word that no phrase has.
const GAP = "qqq";

const pages = lazy(() => phrasesOf(lists.pages));
const pageFill = lazy(() => new Set(wordsIn(lists.pageFill)));

/** The command for which a question asks how it is used: what it does writes, or is for moderators, so it is told. */
export function pageIn(words: readonly string[]): string | undefined {
  const said = ` ${words.join(" ")} `;
  return pages().find(([, phrases]) =>
    phrases.some((phrase) => {
      const found = phrase.said.exec(said);
      if (found === null || !phrase.loose) return found !== null;
      return isRest(said.replace(found[0], " "), pageFill()) || isOrdered(words, found.index);
    }),
  )?.[0];
}

const orderStarts = lazy(() => lists.orderStarts.split("|").map((start) => `${wordsIn(start).join(" ")} `));
const orderWords = lazy(() => new Set(wordsIn(lists.orderWords)));
const OF_OTHERS = /^(?:who|when|where|how|whether|if|did|they|he|she)$/u;

/** Whether a line begins as an order does, and goes on to what stands at `at` of it: "post it every monday". */
function isOrdered(words: readonly string[], at: number): boolean {
  if (words.some((word) => orderWords().has(word))) return true;
  const rest = words.slice(leadIn(words)).join(" ");
  const begins = words.join(" ").length - rest.length;
  const start = orderStarts().find((s) => rest.startsWith(s));
  if (start === undefined) return begins > at;
  return !rest
    .slice(start.length, Math.max(0, at - begins))
    .split(" ")
    .some((word) => OF_OTHERS.test(word));
}

function isRest(said: string, fill: ReadonlySet<string>): boolean {
  return wordsIn(said).every((word) => fill.has(word));
}

const orders = lazy(() => phrasesOf(lists.orders));
const orderFill = lazy(() => new Set(wordsIn(lists.orderFill)));
// "can it change" orders nothing.
const DONE_TO = /(?:^| )(?:it|this|that|these|those|them|fact|answer|line|entry) $/u;

/**
 * The command that an order means which says only what to do, "remove it": it writes, so that its page is
 * told. Undefined where it says what of, since that may be a question: "remove sanctions".
 */
export function orderIn(words: readonly string[]): string | undefined {
  const said = ` ${words.join(" ")} `;
  for (const [name, phrases] of orders()) {
    const verb = phrases.map((phrase) => phrase.said.exec(said)).find((found) => found !== null);
    if (verb === undefined || DONE_TO.test(said.slice(0, verb.index + 1))) continue;
    if (isRest(said.replace(verb[0], " "), orderFill())) return name;
  }
  return undefined;
}

/** The words that a command is asked for with, and that are long enough to be corrected to. */
export const commandWords = lazy((): readonly string[] => [
  ...new Set(
    [...Object.values(lists.classes), ...Object.values(lists.ways).flat()]
      .flatMap((text) => text.replaceAll(/only:|[!=]/gu, "").split(/[ _]/u))
      .filter((word) => /^[a-z]{5,}$/u.test(word)),
  ),
]);
