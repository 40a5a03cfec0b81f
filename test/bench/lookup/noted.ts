import { libraryView, EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import type { Claim } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import type { BenchRow } from "./rows.ts";

/**
 * Rows as a desk holds what no kind of fact is for: each a note of one round, its other words approved as its
 * spellings.
 */
export function notedView(rows: readonly BenchRow[]): View {
  const claims = rows.map((row): Claim => ({
    id: row.id,
    talks: "round",
    slot: "note",
    fields: { remark: row.text },
    as: {},
    citation: { article: "source", paragraph: 1 },
  }));
  const talks = [{ id: "round", name: "Bench", aliases: [], negotiation: "bench", order: 1, parties: [] }];
  const negotiations = [{ id: "bench", name: "Bench", aliases: [], parties: [] }];
  const view = libraryView({ ...EMPTY_LIBRARY, negotiations, talks, claims });
  const spellings = new Map(
    rows.map((r) => [r.id, [r.subject, r.label, ...r.aliases, ...r.tags].filter((s) => s !== "")]),
  );
  return { ...view, facts: view.facts.map((f) => ({ ...f, aliases: spellings.get(f.id) ?? [] })) };
}
