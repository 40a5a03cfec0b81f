import type { RawCall } from "#core/request/call.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import { advance } from "#core/desk/advance.ts";
import type { Entry } from "#core/exchange/entries.ts";
import type { Tier } from "#core/request/asker.ts";
import type { Change } from "#core/desk/store.ts";
import { planAdd } from "./add.ts";
import { readStated } from "./suggestion.ts";

/** What becomes of one entry of an import. */
export interface Fate {
  readonly where: string;
  readonly fate: "adds" | "joins" | "held already" | "refused";
  /** The fact's id, or the reason. */
  readonly detail: string;
}

export interface Imported {
  readonly fates: readonly Fate[];
}

/**
 * Every entry's fate, each decided on the desk as the entries before it leave it, and the changes that carry them all out together. An
 * entry that is held already changes nothing; one that is refused stops the whole import.
 */
export function planImport(
  entries: readonly Entry[],
  tier: Tier,
  snapshot: Snapshot,
): { readonly fates: readonly Fate[]; readonly changes: readonly Change[] } {
  const fates: Fate[] = [];
  const changes: Change[] = [];
  let now = snapshot;
  for (const entry of entries) {
    if ("problem" in entry) {
      fates.push({ where: entry.where, fate: "refused", detail: entry.problem });
      continue;
    }
    const plan = planEntry(entry.values, tier, now);
    if (plan.kind === "refuse") {
      const held = plan.refusal.kind === "state";
      fates.push({
        where: entry.where,
        fate: held ? "held already" : "refused",
        detail: held ? plan.refusal.message : `${plan.refusal.message} ${plan.refusal.hint}`,
      });
    } else {
      fates.push({ where: entry.where, fate: plan.result.how === "new" ? "adds" : "joins", detail: plan.result.id });
      changes.push(...plan.changes);
      now = advance(now, plan.changes);
    }
  }
  return { fates, changes };
}

function planEntry(values: RawCall["values"], tier: Tier, snapshot: Snapshot): ReturnType<typeof planAdd> {
  const stated = readStated(values, snapshot.view);
  return stated.ok ? planAdd(stated.value, tier, snapshot) : refusing({ ...stated.refusal, kind: "usage" });
}

/** The plan that applies an import whole, or says why it cannot be. */
export function applyImport(entries: readonly Entry[], tier: Tier, snapshot: Snapshot): Plan<Imported> {
  const { fates, changes } = planImport(entries, tier, snapshot);
  const first = fates.find((f) => f.fate === "refused");
  if (first !== undefined) {
    return refusing({
      kind: "usage",
      message: `Nothing was imported: ${first.where}: ${first.detail}`,
      hint: "Mend the file and import it again.",
      buttons: [],
    });
  }
  return { kind: "append", changes, result: { fates } };
}
