import { tell } from "#core/messages/tell.ts";
import { listedIn } from "#core/messages/lists.ts";
import type { Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import type { Decision } from "#core/lookup/decide.ts";
import { paragraph, text as words, type Block } from "#core/reply/reply.ts";
import { brief, sideName } from "#core/reply/statement.ts";
import { talksSaid } from "#core/reply/talks-said.ts";
import { differing } from "#core/slots/disagreement.ts";
import { SLOTS } from "#core/slots/index.ts";
import { labelOf } from "#core/slots/label.ts";

export type Answered = Extract<Decision, { kind: "answer" }>;

/** The words before the facts: yes or no, how many, or what is not held. */
export function before(question: string, { facts, verdict, before: earlier, unheard }: Answered, view: View): string {
  const [first] = facts;
  if (first === undefined) return "";
  if (unheard !== undefined && unheard.length > 0)
    return tell(view, "ask.unknown", {
      names: listedIn(
        view,
        unheard.map((w) => `“${w}”`),
      ),
    });
  if (earlier !== undefined) return tell(view, "ask.after", { earlier });
  if (verdict === "yes") return tell(view, "ask.yes");
  const side =
    SLOTS[first.slot].sided === "never" || first.side === undefined ? "" : ` (${sideName(first.side, view)})`;
  // Of several rounds, no one value says what they were instead.
  if (verdict === "no" && facts.some((f) => f.talks !== first.talks)) return tell(view, "ask.noneOther");
  if (verdict === "no") return tell(view, "ask.no", { value: `${brief(first.claims[0], view)}${side}` });
  const count = counted(question, facts, view);
  return count === undefined ? "" : `${count}.`;
}

/** `Six (Second round). Sources differ on the rest.` where all count alike, and differ on something else. */
export function countLine(question: string, { facts, verdict, before: earlier, unheard = [] }: Answered, view: View) {
  const [first] = facts;
  if (first === undefined || verdict !== undefined || earlier !== undefined || unheard.length > 0) return undefined;
  const n = counted(question, facts, view);
  if (n === undefined || facts.some((f) => f.talks !== first.talks)) return undefined;
  if ((differing(facts, view) ?? []).length < 2) return undefined;
  return { text: tell(view, "ask.count", { n, round: talksSaid(first.talks, view) }) };
}

const WORDS = "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split(" ");

/** `Six` to how many, where all sources count alike. A figure says its number in its own sentence. */
function counted(question: string, facts: readonly Fact[], { tongue }: View): string | undefined {
  if (!/\bhow many\b|\bkaç\b|\bсколько\b/iu.test(question)) return undefined;
  const counts = new Set(facts.flatMap((f) => f.claims.map((c) => c.fields["count"])));
  const [only] = counts;
  if (counts.size !== 1 || only === undefined) return undefined;
  return tongue === undefined ? (WORDS[Number(only) - 1] ?? String(only)) : String(only);
}

/** The question as it was understood: `Who led, the Egyptian side: Second round`. */
export function understood({ facts, among }: Answered, view: View): string {
  const kinds = [...new Set(facts.map((f) => labelOf(f.claims[0], view)))];
  const sides = [...new Set(facts.map((f) => (f.side === undefined ? "" : sideName(f.side, view, f.talks))))];
  const [side = ""] = sides;
  const told = [...new Set(facts.map((f) => f.talks))];
  const where = told.map((id) => talksSaid(id, view, told.length > 1 ? [] : among));
  return `${listedIn(view, kinds)}${sides.length > 1 || side === "" ? "" : `, ${side}`}: ${where.join("; ")}`;
}

/** The newest of the rounds that hold an answer too and are not told. */
export function otherRounds({ facts, among }: Answered): readonly string[] {
  return among.filter((id) => facts.every((f) => f.talks !== id)).slice(-2);
}

/** Whose talks the facts are of, where others hold an answer too. */
export function leading({ facts, others, before: earlier }: Answered, view: View): readonly Block[] {
  const [first] = facts;
  if (first !== undefined && earlier !== undefined)
    return [paragraph(words(tell(view, "ask.earlier", { round: view.talks.name(first.talks) })))];
  if (first === undefined || others.length === 0) return [];
  const many = { n: others.length + 1, round: view.talks.name(first.talks) };
  return [paragraph(words(tell(view, "ask.many", many)))];
}
