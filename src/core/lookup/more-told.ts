import { live, type Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { exactFirst } from "#core/reply/first-line.ts";
import { slotKey } from "#core/slots/label.ts";
import { fold } from "#core/text/text.ts";
import { says } from "./says.ts";

/** The facts that the first line of an answer states, of one kind: the exact before the less exact, as it has them. */
export function headline(facts: readonly Fact[]): readonly Fact[] {
  const [first] = facts;
  if (first === undefined) return [];
  const kin = facts.filter((f) => slotKey(f) === slotKey(first));
  return [...Map.groupBy(kin, (f) => JSON.stringify([f.talks, f.side])).values()].flatMap(exactFirst);
}

/** What is held beside what was told: of its kind and its talks, of its side first; undefined where all was told. */
export function besides(told: readonly Fact[], view: View): readonly Fact[] | undefined {
  const [first] = told;
  if (first === undefined) return undefined;
  const more = view.facts.filter(
    (f) => live(f) && slotKey(f) === slotKey(first) && f.talks === first.talks && !told.includes(f),
  );
  const own = more.filter((f) => f.side === first.side);
  return more.length === 0 ? undefined : own.length > 0 ? own : more;
}

const WHO_SAYS =
  /^(?:(?:who|which (?:outlet|source|paper|one)) (?:said|says|say|reports|reported|claims|claimed|told|wrote|gives|gave)|which (?:outlet|source|paper) has|where (?:is|does|did|are)(?=.* from$)) (?:that )?(?:the )?(.+?)(?: come)?(?: from)?$/u;

/** Those of the facts that say what a question asks the source of: "who says two and a half", "where is 339 from". */
export function whoSays(words: readonly string[], facts: readonly Fact[]): readonly Fact[] {
  const said = (WHO_SAYS.exec(words.join(" "))?.[1] ?? "").split(" ").filter((w) => w !== "");
  if (said.every((w) => /^(?:that|this|it|so|he|she|they)$/u.test(w))) return [];
  const named = facts.filter((f) => said.every((word) => says(f, (w) => fold(w) === word)));
  return facts.length > 1 && named.length < facts.length ? named : [];
}

/**
 * The facts among these that have somebody's words as they were said: a quotation, or an excerpt of the article. Else
 * what was quoted of them in that round, or of the people who were asked about.
 */
export function inTheirWords(facts: readonly Fact[], view: View, asked: readonly string[]): readonly Fact[] {
  const own = facts.filter((f) => f.claims.some((c) => c.citation.excerpt !== undefined || isWorded(f)));
  if (own.length > 0) return own;
  const [first] = facts;
  const told = facts.flatMap((f) => f.claims.flatMap(speakersOf));
  const speakers = new Set(told.length > 0 ? told : asked);
  return view.facts.filter(
    (f) =>
      live(f) &&
      f.slot === "quote" &&
      f.talks === first?.talks &&
      f.claims.some((c) => speakersOf(c).some((s) => speakers.has(s))),
  );
}

function isWorded({ slot, claims: [{ fields }] }: Fact): boolean {
  return slot === "quote" || (slot === "excluded" && fields["words"] !== undefined);
}

function speakersOf({ fields }: Fact["claims"][number]): readonly string[] {
  return [fields["speaker"], fields["by"], fields["person"]].flatMap((v) => (v === undefined ? [] : [String(v)]));
}
