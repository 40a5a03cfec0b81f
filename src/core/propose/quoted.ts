import { z } from "zod";
import type { SlotName } from "#core/facts/slot-names.ts";
import { SLOTS } from "#core/slots/index.ts";
import { mainOf, overlaps } from "./once.ts";
import { MODEL } from "./proposer.ts";
import { dangersAt } from "./reading/guard.ts";
import { BOTH_SIDES, BOTH_WORDS } from "./reading/parties.ts";
import type { Sentence } from "./reading/passage.ts";
import type { Cut, Proposal, Side } from "./reading/proposal.ts";
import { readArticle, type Known, type Read } from "./reading/read-article.ts";
import { within, type Span } from "./reading/span.ts";
import { RULES } from "./rules/index.ts";

/** What one is told who may propose by quoting: the kinds of facts, each with its fields. */
export const KINDS: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  RULES.map(({ slot }) => [
    slot,
    Object.fromEntries(Object.entries(SLOTS[slot].fields).map(([name, { about }]) => [name, about])),
  ]),
);

/** More is not looked at: an article states some thirty facts. */
const MOST = 60;

const SAID = z.object({
  kind: z.string(),
  paragraph: z.number(),
  side: z.string().nullish(),
  fields: z.record(z.string(), z.unknown()),
});
const ALL_SAID = z.object({ facts: z.array(z.unknown()) });

/**
 * The facts that somebody proposes by quoting, such as a model; nobody has checked what is said. A quotation that does
 * not stand in its paragraph exactly once is dropped, and its fact with it. What is left passes the rules' guard. What
 * a rule has proposed already is left to the rule.
 */
export function quotedProposals(
  said: unknown,
  paragraphs: readonly string[],
  names: Known,
  before: readonly Proposal[],
): readonly Proposal[] {
  const { passages } = readArticle(paragraphs, names);
  const kept: Proposal[] = [];
  for (const one of (ALL_SAID.safeParse(said).data?.facts ?? []).slice(0, MOST)) {
    const { data } = SAID.safeParse(one);
    const passage = data === undefined ? undefined : passages[data.paragraph - 1];
    const proposal = data === undefined || passage === undefined ? undefined : quoted(data, passage);
    if (proposal !== undefined && ![...before, ...kept].some((other) => isOne(other, proposal))) kept.push(proposal);
  }
  return kept;
}

function quoted({ kind, side, fields }: z.infer<typeof SAID>, passage: Read): Proposal | undefined {
  const rule = RULES.find((r) => r.slot === kind);
  if (rule === undefined) return undefined;
  const cuts = cutsOf(rule.slot, fields, passage.text);
  const main = cuts === undefined ? undefined : mainOf({ fields: cuts });
  const sentence = passage.sentences.find((s) => main !== undefined && within(main, s));
  if (cuts === undefined || main === undefined || sentence === undefined) return undefined;
  const spoken = passage.quotations.some((q) => main.start >= q.start - 1 && main.end <= q.end + 1);
  // Words in quotation marks are their speaker's, and no others are a quotation.
  if (spoken !== (rule.slot === "quote")) return undefined;
  const dangers = dangersAt(passage, sentence, main, true);
  if ([...dangers].some((danger) => rule.harmless?.includes(danger) !== true)) return undefined;
  const of = side === undefined || side === null ? undefined : sideIn(side, passage, sentence);
  return {
    slot: rule.slot,
    paragraph: passage.number,
    sentence: { start: sentence.start, end: sentence.end },
    fields: cuts,
    ...(of === undefined ? {} : { side: of }),
    rule: MODEL,
  };
}

/** Each field as a piece of the paragraph; undefined where one is unknown, or not there once. */
function cutsOf(
  slot: SlotName,
  fields: Readonly<Record<string, unknown>>,
  text: string,
): Readonly<Record<string, Cut>> | undefined {
  const cuts: Record<string, Cut> = {};
  for (const [name, words] of Object.entries(fields)) {
    if (words === null || words === "") continue;
    const at = typeof words === "string" && Object.hasOwn(SLOTS[slot].fields, name) ? onceIn(text, words) : undefined;
    if (at === undefined) return undefined;
    cuts[name] = { ...at, text: text.slice(at.start, at.end) };
  }
  const needed = Object.entries(SLOTS[slot].fields).filter(([, option]) => option.required);
  return Object.keys(cuts).length > 0 && needed.every(([name]) => cuts[name] !== undefined) ? cuts : undefined;
}

/** Where whole words stand, if they stand there once. */
function onceIn(text: string, words: string): Span | undefined {
  const start = text.indexOf(words);
  if (start < 0 || text.indexOf(words, start + 1) >= 0) return undefined;
  const end = start + words.length;
  const cut = (at: number): boolean => /[\p{L}\p{N}]{2}/u.test(text.slice(Math.max(0, at - 1), at + 1));
  return words.trim() !== words || cut(start) || cut(end) ? undefined : { start, end };
}

/** A side that the sentence names: a party, or both; none other. */
function sideIn(said: string, { bare, parties }: Read, { start, end }: Sentence): Side | undefined {
  const sentence = bare.slice(start, end);
  if (said === "both") return sentence.search(BOTH_WORDS) < 0 ? undefined : BOTH_SIDES;
  return parties.find((p) => p.start >= start && p.end <= end && bare.slice(p.start, p.end) === said)?.side;
}

function isOne(a: Proposal, b: Proposal): boolean {
  return a.slot === b.slot && a.paragraph === b.paragraph && overlaps(mainOf(a), mainOf(b));
}
