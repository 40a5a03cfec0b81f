import type { Fact } from "#core/facts/fact.ts";
import type { Question } from "./question.ts";

const POST_WORD = /^(?:post|job|title|position|office|rank|role)$/u;

/** Whether the post of somebody who is named is asked for. */
export function asksForPost({ tokens, names }: Question): boolean {
  return names.some((n) => n.of === "people") && tokens.some((t) => POST_WORD.test(t.text));
}

/** Whether a fact says the post of one of these people. */
export function hasPost(fact: Fact, named: ReadonlySet<string>): boolean {
  return fact.claims.some((c) => c.fields["post"] !== undefined && named.has(String(c.fields["person"])));
}
