import { fieldsOf, live, type Fact } from "#core/facts/fact.ts";
import type { Named, Names } from "#core/facts/names.ts";
import type { View } from "#core/facts/view.ts";
import { SLOT_NAMES } from "#core/facts/slot-names.ts";

/** What an example is made from: what a desk holds, as far as the asker is on one. */
export type Held = Names & Partial<Pick<View, "facts" | "articles" | "tongue">>;

interface Described {
  readonly path: readonly [group: string, name: string];
  /** What one would type after the command's name. A word in braces is filled in from the desk: see `filled`. */
  readonly example: string;
}

/** A command with its example, as one types it. */
export function example(command: Described, held?: Held): string {
  const shown = command.example.replace("{channel}", "#news").replace("{member}", "@ada");
  return `/${command.path.join(" ")} ${filled(shown, held)}`.trimEnd();
}

/** What stands in an example where the desk holds nothing of that kind. */
const ELSE = {
  party: "Egypt",
  person: "Ida Ray",
  speaker: "Ida Ray",
  place: "Geneva",
  property: "Geneva",
  talks: "latest",
  before: "first",
  outlet: "The Gazette",
  words: "we will go on",
  channel: "C0123456789",
  member: "user:U0123456789",
} as const;
type Word = keyof typeof ELSE;

/**
 * An example with the desk's own words in the place of `{party}`, `{person}`, `{speaker}` of a quotation and its
 * `{words}`, `{place}`, that of a `{property}`, the latest `{talks}` and those `{before}`, `{outlet}`, `{fact}` and
 * `{other}`, or a fact of one kind: `{duration}`. A `{channel}` and a `{member}` are read by their ids, and shown as a
 * platform shows them.
 */
export function filled(example: string, held?: Held): string {
  return example.replaceAll(/\{([a-z]+)\}/gu, (_, word: string) => {
    if (Object.hasOwn(ELSE, word)) return typed(ownWord(word as Word, held) ?? ELSE[word as Word]);
    const facts = (held?.facts ?? []).filter((f) => live(f) && (f.slot === word || !isSlot(word)));
    return facts[word === "other" ? 1 : 0]?.id ?? (word === "other" ? "f13" : "f12");
  });
}

function ownWord(word: Word, held: Held | undefined): string | undefined {
  if (held === undefined) return undefined;
  const fact = (slot: string, field: string): Fact | undefined =>
    held.facts?.find((f) => f.slot === slot && live(f) && fieldsOf(f)[field] !== undefined);
  const named = (slot: string, field: string, of: "people" | "places"): string | undefined => {
    const id = fieldsOf(fact(slot, field) ?? NO_FACT)[field];
    return id === undefined ? undefined : held[of].get(String(id))?.name;
  };
  switch (word) {
    case "party":
      return held.parties.all[0]?.name;
    case "person":
      return named("led", "person", "people") ?? held.people.all[0]?.name;
    case "speaker":
      return named("quote", "speaker", "people");
    case "place":
      return named("venue", "place", "places") ?? held.places.all[0]?.name;
    case "property":
      return named("property", "place", "places");
    case "talks":
      return held.talks.all.at(-1)?.name;
    case "before":
      return beforeLast(held.talks.all.filter((t) => t.negotiation === held.talks.all.at(-1)?.negotiation))?.name;
    case "outlet":
      return [...(held.articles?.values() ?? [])][0]?.outlet;
    case "channel":
    case "member":
      return undefined;
    case "words":
      return String(fieldsOf(fact("quote", "words") ?? NO_FACT)["words"] ?? ELSE.words);
  }
}

const NO_FACT = { claims: [{ fields: {} }] } as unknown as Fact;

function beforeLast<T extends Named>(all: readonly T[]): T | undefined {
  return all.at(-2) ?? all.at(-1);
}

function isSlot(word: string): boolean {
  return SLOT_NAMES.some((name) => name === word);
}

/** A value as one types it: in quotation marks where it has more than one word. */
function typed(value: string): string {
  return /^[\p{L}\p{N}.-]+$/u.test(value) ? value : `"${value.replaceAll('"', "")}"`;
}
