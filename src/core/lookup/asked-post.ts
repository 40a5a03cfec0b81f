import type { Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { HEAD, postFrom } from "./by-post.ts";
import type { NameFound } from "./name-index.ts";
import type { Question, Word } from "./question.ts";
import type { Weighed } from "./weighed.ts";

// "a deputy assistant secretary of state": its head is among so many words.
const POST_WORDS = 5;
const POST_WORD = /^(?:post|job|title|position|office|rank|role)$/u;

/** Whether the post of somebody who is named is asked for. */
export function asksForPost({ tokens, names }: Question): boolean {
  return names.some((n) => n.of === "people" && (tokens.some((t) => POST_WORD.test(t.text)) || isSaidToBe(tokens, n)));
}

/** "is Ida Ray an ambassador", "who is Ida Ray", and nothing else. */
function isSaidToBe(tokens: Question["tokens"], { from, size }: NameFound): boolean {
  const [before = "", after = ""] = [tokens[from - 1]?.text, tokens[from + size]?.text];
  if (!/^(?:is|was|are|were)$/u.test(before)) return false;
  if (from + size === tokens.length) return tokens[from - 2]?.text === "who";
  const said = tokens.slice(from + size + 1, from + size + 1 + POST_WORDS);
  return /^an?$/u.test(after) && said.some((t) => HEAD.test(t.text) || POST_WORD.test(t.text));
}

/**
 * Whether a word is the post of somebody whom a fact tells of, whatever the fact calls it: "the Egyptian negotiator".
 */
export function isPostOf({ text, at }: Word, { fact }: Weighed, { tokens, names }: Question, view: View): boolean {
  if (!HEAD.test(text)) return false;
  const words = tokens.map((t) => t.text);
  const from = postFrom(words, at);
  const party = names.find((n) => n.of === "parties" && n.from + n.size === from)?.id;
  return (
    party !== undefined &&
    fact.claims.some((c) => Object.values(c.fields).some((v) => view.people.get(String(v))?.party === party))
  );
}

/** Whether a fact says the post of one of these people. */
export function hasPost(fact: Fact, named: ReadonlySet<string>): boolean {
  return fact.claims.some((c) => c.fields["post"] !== undefined && named.has(String(c.fields["person"])));
}
