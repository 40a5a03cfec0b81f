import { live, type Fact } from "#core/fact.ts";
import { ALL_SLOTS, SLOTS, type SlotName } from "#core/slots/index.ts";
import { statement } from "#core/state.ts";
import { fold } from "#core/text.ts";
import { latestWith, rounds, type View } from "#core/view.ts";
import { mentions } from "./mention.ts";
import { isSlip } from "./slip.ts";

/** What a question comes to: facts that answer it, facts near it with the words that nothing held has, or nothing. */
export type Decision =
  | { readonly kind: "answer"; readonly facts: readonly Fact[]; readonly matched: readonly string[] }
  | { readonly kind: "near"; readonly facts: readonly Fact[]; readonly missing: readonly string[] }
  | { readonly kind: "none" };

// Capped before any work: a question is short, and noise must cost nothing.
const QUESTION_MAX = 200;
const WORDS_MAX = 16;
const LETTERS_MAX = 32;

const STOP = new Set(
  (
    "a an and are as at be been but by can could did do does for from had has have he her his how i in is it its me my of on or our " +
    "please say she so tell that the their them then there they this to was we were what when where which who whom whose why will with " +
    "would you your if no not of off or out over so than then too up yes about all any many much talks talk meeting meet met round delegation delegations side team again exactly both"
  ).split(" "),
);

/** A first, honest reading of a question, of one round where `within` names it: question words to slots, names to filters, every other word must be in a fact. */
export function decide(question: string, view: View, within?: string): Decision {
  const words = wordsOf(question);
  const used = new Set<number>();
  const intents = slotsAsked(words, used);
  const taken = new Set([...used].filter((i) => !STOP.has(words[i] ?? "")));
  const talks = mark(mentions(words, view.talks.all, taken), used);
  const people = mark(mentions(words, view.people.all, used), used);
  const places = mark(mentions(words, view.places.all, used), used);
  const parties = mark(mentions(words, view.parties.all, used), used);
  const rest = words.filter((w, i) => !used.has(i) && !STOP.has(w) && ![...STOP].some((s) => isSlip(w, s)));
  if (intents.length + people.length + places.length + rest.length === 0) return { kind: "none" };

  const among = view.facts.filter((f) => live(f) && (within === undefined || f.talks === within));
  const facts = among.map((fact) => ({ fact, text: ` ${fold(textOf(fact, view))} ` }));
  const known = new Set(facts.flatMap(({ text }) => text.trim().split(" ")));
  const missing = rest.filter((w) => !known.has(w) && ![...known].some((k) => isSlip(w, k)));
  const names = [...people, ...places].map((n) => n.id);
  // Words that nothing held has, and nothing else: there is not even something near.
  if (intents.length + names.length + parties.length + rest.length === missing.length) return { kind: "none" };
  const filters: readonly ((f: { fact: Fact; text: string }) => boolean)[] = [
    ({ fact }) => intents.length === 0 || intents.some((i) => i.slot === fact.slot),
    ({ fact, text }) => names.every((id) => concerns(fact, id, text, view)),
    ({ text }) => rest.filter((w) => !missing.includes(w)).every((w) => hasWord(text, w)),
  ];
  let held = facts.filter((f) => filters.every((keep) => keep(f))).map((f) => f.fact);
  const sided = held.filter((f) => parties.some((p) => f.side === p.id || f.side === "both"));
  if (sided.length > 0) held = sided;
  held = inRound(held, within ?? talks[0]?.id, view);
  if (held.length === 0 || missing.length > 0) {
    const near = held.length > 0 ? held : nearTo(facts, intents, names, rest, view);
    return near.length === 0 ? { kind: "none" } : { kind: "near", facts: near.slice(0, 5), missing };
  }
  const matched = intents
    .filter((i) => held.some((f) => f.slot === i.slot))
    .map((i) => `“${i.phrase}” → ${SLOTS[i.slot].label}`);
  return { kind: "answer", facts: held, matched };
}

/** The slots that a question's own words ask for, the surest first. */
export function slotsIn(question: string): readonly SlotName[] {
  return slotsAsked(wordsOf(question), new Set()).map((i) => i.slot);
}

function wordsOf(question: string): readonly string[] {
  return fold(question.slice(0, QUESTION_MAX))
    .split(" ")
    .filter((w) => w !== "")
    .slice(0, WORDS_MAX)
    .map((w) => w.slice(0, LETTERS_MAX));
}

interface Intent {
  readonly slot: SlotName;
  readonly phrase: string;
  readonly size: number;
}

/** The slots whose words the question has, the longest phrase winning; its words count as used. */
function slotsAsked(words: readonly string[], used: Set<number>): readonly Intent[] {
  const all = ALL_SLOTS.flatMap((slot) =>
    slot.ask.flatMap((phrase) => {
      const parts = fold(phrase).split(" ");
      // "then" is a word, and no slip of "when".
      const at = parts.map((p) => words.findIndex((w) => w === p || (!STOP.has(w) && (isSlip(w, p) || plural(w, p)))));
      return at.includes(-1) ? [] : [{ slot: slot.name, phrase, size: parts.length, at }];
    }),
  );
  const longest = Math.max(0, ...all.map((i) => i.size));
  const best = all.filter((i) => i.size === longest);
  for (const { at } of best) for (const i of at) used.add(i);
  return [...new Map(best.map(({ slot, phrase, size }) => [slot, { slot, phrase, size }])).values()];
}

function plural(typed: string, word: string): boolean {
  return typed === `${word}s` || `${typed}s` === word;
}

function mark<T>(found: readonly { item: T; at: readonly number[] }[], used: Set<number>): readonly T[] {
  for (const { at } of found) for (const i of at) used.add(i);
  return [...new Set(found.map((f) => f.item))];
}

function textOf(fact: Fact, view: View): string {
  return [statement(fact, view), ...fact.claims.flatMap((c) => [...Object.values(c.as), c.fields["about"] ?? ""])].join(
    " ",
  );
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

function hasWord(text: string, word: string): boolean {
  return text.includes(` ${word} `) || text.split(" ").some((w) => w !== "" && (isSlip(word, w) || plural(word, w)));
}

function inRound(facts: readonly Fact[], talks: string | undefined, view: View): Fact[] {
  const round = talks ?? rounds(view).findLast((t) => facts.some((f) => f.talks === t.id))?.id;
  return facts.filter((f) => f.talks === round);
}

function nearTo(
  facts: readonly { fact: Fact; text: string }[],
  intents: readonly Intent[],
  names: readonly string[],
  rest: readonly string[],
  view: View,
): readonly Fact[] {
  const scored = facts.map(({ fact, text }) => ({
    fact,
    score:
      (intents.some((i) => i.slot === fact.slot && i.size > 1) ? 1 : 0) +
      names.filter((id) => concerns(fact, id, text, view)).length +
      rest.filter((w) => w.length > 3 && text.includes(` ${w} `)).length,
  }));
  const best = Math.max(0, ...scored.map((s) => s.score));
  const round = latestWith(view, [...new Set(scored.filter((s) => s.score === best).map((s) => s.fact.slot))]);
  return best === 0 ? [] : scored.filter((s) => s.score === best && s.fact.talks === round?.id).map((s) => s.fact);
}
