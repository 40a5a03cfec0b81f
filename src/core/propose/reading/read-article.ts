import type { Names } from "#core/facts/names.ts";
import { groupsIn } from "./groups.ts";
import { countrySide, partiesIn, type Looked, type PartyMention } from "./parties.ts";
import { passageOf, type Passage } from "./passage.ts";
import { isShortOf, peopleIn, type PersonMention } from "./people.ts";
import { framedSide } from "./framed-side.ts";
import type { Side } from "./proposal.ts";
import { voiceOf } from "./voice.ts";
import { wordsOf } from "./words-of.ts";

/** The names that a proposer knows. */
export type Known = Pick<Names, "parties" | "people" | "places">;

/** A paragraph with the people and parties that it names. */
export interface Read extends Passage {
  readonly parties: readonly PartyMention[];
  readonly people: readonly PersonMention[];
  /** Who speaks in it, by the whole name, where it is a paragraph of a transcript. */
  readonly voice?: string | undefined;
}

/** An article as the rules read it. */
export interface Reading {
  readonly passages: readonly Read[];
  readonly names: Known;
  /** Whose side somebody is on, by any part of the name, as the article or the desk says it. */
  sideOf(name: string): Side | undefined;
  /** The whole name of somebody who is named by a part of it. */
  fullName(name: string): string;
  /** What a rule learnt of somebody's side. */
  learn(name: string, side: Side): void;
}

export function readArticle(paragraphs: readonly string[], names: Known): Reading {
  const all = paragraphs.map((text, i) => passageOf(text, i + 1));
  const lowered = loweredIn(paragraphs);
  const looked: Looked = new Map();
  const groups = groupsIn(
    all.flatMap((p) => (p.sentences.length === 0 ? [] : [p.text])),
    (word) => countrySide(word, names),
  );
  const first = all.map((passage): Read => {
    if (passage.sentences.length === 0) return { ...passage, parties: [], people: [] };
    const words = wordsOf(
      passage.text,
      passage.sentences.map((s) => s.start),
    );
    // "OSLO, Norway —": where it was written names no side.
    const dateline = /^_*/u.exec(passage.bare)?.[0].length ?? 0;
    const parties = partiesIn(words, passage.text, names, groups, looked).filter((p) => p.start >= dateline);
    return {
      ...passage,
      parties,
      people: framedSide(passage, parties, peopleIn(words, passage.text, parties, lowered)),
    };
  });
  const full = new Set(first.flatMap((p) => p.people.flatMap((m) => (m.name.includes(" ") ? [m.name] : []))));
  const sides = new Map<string, Side>();
  for (const { people } of first) for (const m of people) if (m.side !== undefined) sides.set(m.name, m.side);
  const fullName = (name: string): string => [...full].find((f) => isShortOf(name, f)) ?? name;
  return {
    names,
    passages: first.map((p) => ({
      ...p,
      voice: voiceOf(p.text, full),
      people: p.people.map((m) => (m.bare && fullName(m.name) !== m.name ? { ...m, bare: false } : m)),
    })),
    fullName,
    sideOf(name) {
      const whole = fullName(name);
      const said = sides.get(whole) ?? [...sides].find(([known]) => isShortOf(name, known))?.[1];
      if (said !== undefined) return said;
      const party = names.people.exact(whole)?.party;
      const of = party === undefined ? undefined : names.parties.get(party);
      return of === undefined ? undefined : { name: of.name, party: of.id };
    },
    learn: (name, side) => {
      if (!sides.has(fullName(name))) sides.set(fullName(name), side);
    },
  };
}

/** Words that the article also writes in lower case: at a sentence's beginning, they do not name anybody. */
function loweredIn(paragraphs: readonly string[]): ReadonlySet<string> {
  return new Set(paragraphs.flatMap((text) => text.match(/(?<![\p{L}’'-])\p{Ll}[\p{L}-]+/gu) ?? []));
}
