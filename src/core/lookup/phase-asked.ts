import type { Fact } from "#core/facts/fact.ts";
import type { Question } from "./question.ts";
import { says, wordsOf } from "./says.ts";

// A meeting that began at one time ended at another.
const BEGIN =
  /^(?:start|starts|started|starting|begin|begins|began|begun|beginning|commenced?|open|opens|opened|opening|kick|kicks|kicked|underway)$/u;
const END =
  /^(?:end|ends|ended|ending|finish|finishes|finished|conclude|concludes|concluded|close|closed|closing|adjourned|wrap|wraps|wrapped)$/u;

const MEETING =
  /^(?:met|meet|meetings?|talks?|talked|rounds?|sessions?|cycles?|summit|negotiat\p{L}+|discuss\p{L}+|held|sat|sides?|delegations?|teams?|table)$/u;

interface Phase {
  readonly of: RegExp;
  readonly typed: string;
  /** It only says when: "what was said at the end". */
  readonly aside: boolean;
}

/** The beginning or the end of a meeting, where a question asks for either; "hand over" does not. */
export function phaseAsked({ tokens }: Question): Phase | undefined {
  for (const [i, { text, typed }] of tokens.entries()) {
    const before = tokens[i - 1]?.text ?? "";
    // "met over lunch" did not end.
    const isOver = text === "over" && /^(?:is|are|was|were|be|all|it|round|talks|meeting)$/u.test(before);
    const of = isOver ? END : [BEGIN, END].find((p) => p.test(text));
    if (of !== undefined) return { of, typed, aside: before === "the" };
  }
  return undefined;
}

/** Whether somebody spoke at the beginning where the end is asked about, or the other way round. */
export function isOtherPhase({ claims }: Fact, { of }: Phase): boolean {
  const moments = claims.flatMap((c) => wordsOf(String(c.fields["when"] ?? "")));
  return moments.some((w) => (of === END ? BEGIN : END).test(w)) && !moments.some((w) => of.test(w));
}

/**
 * A meeting "held in the afternoon" may have begun then, and did not end then. `ofThing`: the beginning of something
 * else is asked for, of which the fact speaks: "when does the ceasefire start".
 */
export function isOfPhase(fact: Fact, { of, aside }: Phase, ofThing: boolean): boolean {
  const [own, other] = [of, of === END ? BEGIN : END].map((p) => says(fact, (w) => p.test(w)));
  const isOfMeeting = says(fact, (w) => MEETING.test(w));
  return own === true || (other === false && ((of === BEGIN && !ofThing && isOfMeeting) || aside));
}
