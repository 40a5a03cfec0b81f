import type { NameFound } from "./name-index.ts";
import { DEPUTY } from "./post-known.ts";
import { termOf } from "./stem.ts";
import type { TalksKnown } from "./talks-asked.ts";

/** The last word of a post. */
export const HEAD =
  /^(?:minister|ambassador|president|premier|chancellor|envoy|secretary|spokes(?:man|woman|person)|commissioner|adviser|advisor|governor)$/u;
// What may stand before the head of a post: "deputy foreign", "chief".
const BEFORE_HEAD =
  /^(?:foreign|prime|defen[cs]e|interior|finance|trade|energy|environment|justice|health|deputy|vice|special|first|chief|state|national|security|middle|east|spy|top|lead)$/u;

/** Where the words of a post begin whose head is at `at`. */
export function postFrom(words: readonly string[], at: number): number {
  let from = at;
  while (BEFORE_HEAD.test(words[from - 1] ?? "")) from -= 1;
  return from;
}

/** "the harbour master": a post of two words or more, whatever its last one is, said as it is told. */
function byWholePost(words: readonly string[], at: number, known: readonly TalksKnown[]): readonly NameFound[] {
  const fitting = known.flatMap(({ posts }) =>
    posts.filter(({ terms, size }) => {
      const said = words.slice(at + 1 - size, at + 1).map(termOf);
      return (
        size > 1 && size < 5 && said.length === size && said.every((t) => terms.has(t)) && new Set(said).size === size
      );
    }),
  );
  const [only, ...others] = new Set(fitting.map((p) => p.person));
  const size = Math.max(...fitting.map((p) => p.size));
  return only === undefined || others.length > 0 ? [] : [{ of: "people", id: only, from: at + 1 - size, size }];
}

/** Whether a word is part of a post of several words: "deputy foreign minister". */
export function isOfPost({ at }: { readonly at: number }, tokens: readonly { readonly text: string }[]): boolean {
  const words = tokens.map((t) => t.text);
  const head = words.findIndex((word, i) => i >= at && HEAD.test(word));
  return head > at && postFrom(words, head) <= at;
}

/**
 * Somebody who is named by a post: "the Egyptian foreign minister", "the minister of Egypt". Only where one alone of
 * those who led or took part has it, and nobody is named besides.
 */
export function byPost(
  words: readonly string[],
  names: readonly NameFound[],
  known: readonly TalksKnown[],
): readonly NameFound[] {
  // "who is the ambassador" asks for the person.
  if (names.some((n) => n.of === "people") || words.some((w) => /^(?:who|whos|whom|whose)$/u.test(w))) return [];
  return words.flatMap((word, at): readonly NameFound[] => {
    if (!HEAD.test(word)) return byWholePost(words, at, known);
    const from = postFrom(words, at);
    const parties = names.filter(
      (n) =>
        n.of === "parties" &&
        (n.from + n.size === from || (words[at + 1] === "of" && (n.from === at + 2 || n.from === at + 3))),
    );
    const terms = words.slice(from, at + 1).map(termOf);
    const fitting = known.flatMap(({ posts }) =>
      posts.filter(
        (p) =>
          terms.every((t) => p.terms.has(t)) &&
          (parties.length === 0 || parties.some((n) => n.id === p.party)) &&
          (terms.length > 1 || parties.length > 0),
      ),
    );
    const own = new Set(fitting.map((p) => p.person));
    // "the foreign minister" is not his deputy.
    const most = new Set(fitting.filter((p) => p.isDeputy === terms.some((t) => DEPUTY.has(t))).map((p) => p.person));
    const [only, ...others] = most.size > 0 ? most : own;
    return only === undefined || others.length > 0 ? [] : [{ of: "people", id: only, from, size: at + 1 - from }];
  });
}
