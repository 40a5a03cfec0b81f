import type { Fact } from "#core/facts/fact.ts";
import type { Names } from "#core/facts/names.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import { isThing } from "./asking-words.ts";
import { isCommon, isVerbal, mayBeName } from "./english.ts";
import { isFrame } from "./frame-words.ts";
import { isEnd } from "./going-on-words.ts";
import { placesOf } from "./places-of.ts";
import type { Question } from "./question.ts";

const BEFORE_NAME = /^(?:in|of|for|on|at|during|from|by|about|to|with|after|before|since|until|against)$/u;
const ARTICLE = /^(?:the|a|an)$/u;
// "what did Iran answer": a longer question says itself what it asks about.
const REPLY_MAX = 5;
const AFTER_NAME = /^(?:side|delegation|team|round|talks|meeting|session|s)$/u;

/** What stays of a question, and the whole that it becomes. */
export interface Carried {
  readonly kept: string;
  readonly question: string;
  /** It means nothing without what was kept. */
  readonly only?: true;
}

/** The words of a question as one types them: a country that is read as "usa" is written "U.S.". */
export function written(words: readonly string[]): string {
  return words.join(" ").replace(/\busa\b/gu, "U.S.");
}

/** A question without its parties and people. */
export function withoutNames(asked: Question): Carried {
  return replaced(
    asked,
    namedAt(asked, () => true),
    "",
  );
}

/** A question with the words of another one in place of what that has too: its talks, its names. */
export function withWords(asked: Question, now: Question, words: string): Carried {
  const kinds = new Set(now.names.map((n) => n.of));
  const held = namedAt(asked, (of) => kinds.has(of));
  const isWho = kinds.has("parties") || kinds.has("people");
  const names = held.size === 0 && isWho ? unheldAt(asked) : held;
  const says = now.talks.at.size > 0 || now.talks.unheld.length > 0;
  return replaced(asked, says ? names.union(talksAt(asked)) : names, words);
}

/** A question for which ones, where it asked how many there are. */
export function withWhich(asked: Question): Carried {
  const counts = asked.tokens.findIndex(
    (t, i) => t.text === "how" && /^(?:many|much)$/u.test(asked.tokens[i + 1]?.text ?? ""),
  );
  const words = asked.tokens.map((t) => t.text);
  const said = written(counts < 0 ? words : words.toSpliced(counts, 2, "which"));
  return { kept: said, question: said };
}

/** A question for how many there are, of what it asked about. */
export function withCount(asked: Question): Carried {
  const kept = written(thingsIn(asked));
  return { kept, question: `how many ${kept}` };
}

/** A question of other rounds than it named. */
export function withRounds(asked: Question, rounds: string): Carried {
  return replaced(asked, talksAt(asked), rounds);
}

/** The words of what a question is about: not what is done, and not what any sentence may have. */
function thingsIn({ words }: Question): readonly string[] {
  return words.map((w) => w.text).filter((word) => !isVerbal(word) && !isFrame(word) && !isSaid(word));
}

/** A question with other words in place of what it asks about: those stay by which it asks for its kind of fact. */
export function withTopic(asked: Question, slot: SlotName | undefined, words: string): Carried {
  const asking = asked.slots.find((s) => s.slot === slot)?.at ?? new Set();
  const topic = asked.words.map((w) => w.at).filter((at) => !asking.has(at));
  // "how many prisoners": its kind was known by its thing.
  return replaced(asked, new Set(topic.length > 0 ? topic : asked.words.map((w) => w.at)), words);
}

const REPLIES = /^(?:answer|answered|reply|replied|respond|responded|response|react|reacted|reaction|say|said|think)$/u;
const THAT = /^(?:that|this|it|them|they|those|these)$/u;

/**
 * A question after a thing that was told or asked about, with that thing in its place: "what did Russia say to that",
 * "how many were they". Undefined where it asks after no thing.
 */
export function aboutTold(words: readonly string[], asked: Question, told: Fact | undefined): Carried | undefined {
  const points = words.some((word, i) => i > 0 && THAT.test(word));
  const replies = words.some((word) => REPLIES.test(word)) && words.length <= REPLY_MAX;
  const does = words.length === 2 && /^(?:who|why|how)$/u.test(words[0] ?? "") && isVerbal(words[1] ?? "");
  if (!points && !replies && !does && !isEnd(words)) return undefined;
  const topic = told?.claims[0].fields["topic"];
  const things = thingsIn(asked);
  const who = words.some((w) => /^(?:they|them|those)$/u.test(w)) ? asked.names.filter((n) => n.of === "parties") : [];
  const named = who.flatMap(({ from, size }) => asked.tokens.slice(from, from + size).map((t) => t.text));
  const kept = replies && topic !== undefined ? [String(topic)] : [...new Set([...named, ...things])];
  if (kept.length === 0) return undefined;
  const rest = words
    .filter((word, i) => !THAT.test(word) && !(word === "to" && THAT.test(words[i + 1] ?? "")))
    // What somebody says to a demand is their own.
    .map((word) => (topic !== undefined && REPLIES.test(word) ? "answer" : word));
  // "who was in charge of them": in their place.
  const at = words.findIndex(
    (word, i) => i > 0 && /^(?:them|those)$/u.test(word) && /^(?:of|for|with|in|among)$/u.test(words[i - 1] ?? ""),
  );
  if (does) return { kept: written(kept), question: written([...words, ...kept]), only: true };
  if (at > 0) return { kept: written(kept), question: written(words.toSpliced(at, 1, ...kept)), only: true };
  return { kept: written(kept), question: written([...rest, "on", ...kept]) };
}

/** Whether any sentence may have a word, and it stands for nothing: "came". */
function isSaid(word: string): boolean {
  return isCommon(word) && !isThing(word);
}

function namedAt({ names }: Question, isMeant: (of: keyof Names) => boolean): ReadonlySet<number> {
  return placesOf(names.filter(({ of }) => (of === "parties" || of === "people" || of === "places") && isMeant(of)));
}

/** The places of words that may be the name of somebody who is not held. */
function unheldAt({ words }: Question): Set<number> {
  return new Set(words.filter((w) => w.terms.length === 0 && w.telling && mayBeName(w.text)).map((w) => w.at));
}

function talksAt({ talks, tokens }: Question): Set<number> {
  const unheld = new Set(talks.unheld.flatMap((words) => words.split(" ")));
  return new Set([...talks.at, ...tokens.flatMap((t, at) => (unheld.has(t.text) ? [at] : []))]);
}

/** Other words in the place of some of a question's, which is told in English as it was read: "in the … round". */
function replaced({ tokens }: Question, at: ReadonlySet<number>, words: string): Carried {
  const gone = new Set(at);
  const begins = BEFORE_NAME.test(words.split(" ")[0] ?? "") || words === "";
  for (const i of at) {
    for (let j = i - 1; j >= 0; j -= 1) {
      const word = tokens[j]?.text ?? "";
      if (!ARTICLE.test(word) && !(begins && BEFORE_NAME.test(word))) break;
      gone.add(j);
    }
    for (let j = i + 1; AFTER_NAME.test(tokens[j]?.text ?? ""); j += 1) gone.add(j);
  }
  const asks = tokens.findIndex((t, i) => i < 3 && /^(?:did|does|do)$/u.test(t.text)) + 1;
  const place = gone.size > 0 ? Math.min(...gone) : asks > 0 && !begins ? asks : tokens.length;
  const before = tokens.slice(0, place).map((t) => t.text);
  const after = tokens.slice(place).flatMap((t, i) => (gone.has(place + i) ? [] : [t.text]));
  return {
    kept: written([...before, ...after]),
    question: written([...before, ...(words === "" ? [] : [words]), ...after]),
  };
}
