import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import type { Change } from "#core/desk/store.ts";
import type { FileRead } from "#core/exchange/reader.ts";
import type { Tier } from "#core/request/asker.ts";
import { refuse } from "#core/request/refusal.ts";
import type { EntryResult } from "./entry-result.ts";
import { Importing } from "./importing.ts";

export interface Planned {
  readonly results: readonly EntryResult[];
  readonly changes: readonly Change[];
}

/** What an import takes of a file, and that names near known ones are all new, where somebody said so. */
export type Imported = Pick<FileRead, "entries"> & Partial<Pick<FileRead, "packs">> & { readonly allNew?: boolean };

/**
 * Result of every name and entry, each decided on the desk as the ones before it leave it, and the changes that carry
 * them all out together. An entry that is held already changes nothing; one that is refused stops the whole import.
 * Gives way after each entry.
 */
export async function planImport(
  { entries, packs = [], allNew = false }: Imported,
  tier: Tier,
  snapshot: Snapshot,
  giveWay: () => Promise<void>,
): Promise<Planned> {
  const importing = new Importing(snapshot, tier, entries, allNew);
  const results: EntryResult[] = [];
  for (const pack of packs) {
    for (const result of importing.names.take(pack)) {
      results.push(result);
      await giveWay();
    }
  }
  for (const entry of entries) {
    results.push(importing.take(entry));
    await giveWay();
  }
  return { results, changes: [...importing.names.changes, ...importing.changes, ...importing.standings()] };
}

/** The plan that applies an import whole, or says why it cannot be. */
export async function applyImport(
  file: Imported,
  tier: Tier,
  snapshot: Snapshot,
  giveWay: () => Promise<void>,
): Promise<Plan<readonly EntryResult[]>> {
  const { results, changes } = await planImport(file, tier, snapshot, giveWay);
  const refused = results.filter((f) => f.result === "refused");
  if (refused.length > 0) return refusing(nothingImported(refused, snapshot.view));
  return { kind: "append", changes, result: results };
}

const TOLD = 10;

function nothingImported(refused: readonly EntryResult[], at: Told): ReturnType<typeof refuse> {
  const n = refused.length;
  const more = n > TOLD ? [tell(at, "imported.more", { n: n - TOLD })] : [];
  const told = [...refused.slice(0, TOLD).map(({ where, detail }) => `${where}: ${detail}`), ...more].join("\n");
  const message = n === 1 ? tell(at, "imported.nothing", { told }) : tell(at, "imported.nothingOf", { n, told });
  return refuse("state", message, tell(at, "imported.correct"));
}
