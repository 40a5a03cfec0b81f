import { findFact } from "#core/changes/find-fact.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import type { RawCall } from "#core/request/call.ts";
import { sourcesOf } from "#core/reply/fact-blocks.ts";
import { live } from "#core/facts/fact.ts";
import { ALL_SLOTS } from "#core/slots/index.ts";
import { ok, type Read } from "#core/request/refusal.ts";
import { slippedWords } from "#core/text/slipped-words.ts";
import { fold, listed, shorten } from "#core/text/text.ts";
import { completeRows } from "#core/lookup/complete-rows.ts";
import { layersOf } from "#core/lookup/desk-index.ts";
import { text } from "#core/request/options/index.ts";
import { statement } from "#core/reply/statement.ts";
import type { View } from "#core/facts/view.ts";

/** A fact by its id, completed by what it says. */
export const FACT_ID = {
  ...text("The fact: its id, or words of it", { words: true, required: true, max: 200 }),
  complete: (view: View) => view.facts.map((f) => ({ label: statement(f, view), value: f.id })),
  search(typed: string, view: View, most: number) {
    const rows = completeRows(typed, layersOf(view), most).map((row) => ({ label: row.text, value: row.id }));
    if (rows.length > 0) return rows;
    const words = fold(typed);
    const asked = new Set(ALL_SLOTS.filter((s) => slippedWords(words, fold(s.label))).map((s) => s.name));
    const facts = view.facts.filter((f) => live(f) && asked.has(f.slot)).slice(0, most);
    return facts.map((f) => ({ label: statement(f, view), value: f.id }));
  },
} as const;

export const REASON = text("Why, for the history", { words: true, required: true, max: 300 });

/** What a form that changes one fact begins with: the fact that it is about, or which may be meant. */
export const ABOUT_FACT = {
  about: factShown,
  present(values: RawCall["values"], at: Snapshot): Read<RawCall["values"]> {
    const found = values["id"] === undefined ? undefined : findFact(values["id"], at);
    return found?.ok === false ? found : ok({});
  },
} as const;

/** A fact as a form that changes it tells it: its sentence, its round, its sources. */
export function factShown(values: RawCall["values"], at: Snapshot): string | undefined {
  const found = findFact(values["id"] ?? "", at);
  if (!found.ok) return undefined;
  const sources = sourcesOf(found.value, at.view).map((s) => `${s.outlet}, ${s.place}`);
  const round = at.view.talks.name(found.value.talks);
  return shorten(`${statement(found.value, at.view)} ${round}. ${listed(sources)}.`, 400);
}
