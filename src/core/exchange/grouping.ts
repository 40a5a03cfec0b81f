import { isSameJson } from "#core/text/same-json.ts";
import type { Claim, Fact } from "#core/facts/fact.ts";
import { claimKey } from "#core/slots/join.ts";
import { defined } from "#core/text/defined.ts";

/**
 * What a file says of a claim beyond what its article says: how the desk holds it. All of it is words, so that it fits
 * any format.
 */
export interface Holding {
  /** The id of the claim whose fact it was joined to by hand, though it says it in other words. */
  readonly joins?: string;
  readonly bare?: "yes";
  /** The id of the shipped claim that the desk corrected, joined or parted to this one. */
  readonly replaces?: string;
  /** The id of the fact that a moderator put its fact in dispute with, and why. */
  readonly disputedWith?: string;
  readonly disputedWhy?: string;
  /** The id of the fact for which its own was set aside when they were settled. */
  readonly settledFor?: string;
}

export const HOLDING_COLUMNS = ["joins", "bare", "replaces", "disputedWith", "disputedWhy", "settledFor"] as const;

/**
 * How each claim of these facts is held, by its id, and the ids that are named there. What names a fact that is not
 * among them is left out. `shipped`: the facts of the library, as a desk without changes holds them.
 */
export function holdings(
  facts: readonly Fact[],
  shipped: readonly Fact[],
): { of(claim: Claim): Holding; readonly named: ReadonlySet<string> } {
  const before = new Map(shipped.flatMap((f) => f.claims.map((claim) => [claim.id, { fact: f.id, claim }] as const)));
  const first = new Map(facts.map((f) => [f.id, f.claims[0].id]));
  const all = new Map(
    facts.flatMap((fact) =>
      fact.claims.map((claim) => [claim.id, { ...holding(claim, fact, first), ...replaced(claim, fact) }] as const),
    ),
  );
  const named = [...all.values()]
    .flatMap((h) => [h.joins, h.disputedWith, h.settledFor])
    .filter((id) => id !== undefined);
  return { of: (claim) => all.get(claim.id) ?? {}, named: new Set(named) };

  function replaced(claim: Claim, fact: Fact): Pick<Holding, "replaces"> {
    const was = before.get(claim.id);
    const same = was === undefined || (was.fact === fact.id && isSameJson(was.claim, claim));
    return same ? {} : { replaces: claim.id };
  }
}

function holding(claim: Claim, { claims, disputed, settled }: Fact, first: ReadonlyMap<string, string>): Holding {
  const [lead] = claims;
  const bare = claim.bare === true ? ({ bare: "yes" } as const) : {};
  if (claim !== lead) return { ...(claimKey(claim) === claimKey(lead) ? {} : { joins: lead.id }), ...bare };
  const against = first.get(disputed?.with ?? "");
  return {
    ...bare,
    ...(against === undefined ? {} : defined({ disputedWith: against, disputedWhy: disputed?.why })),
    ...defined({ settledFor: first.get(settled ?? "") }),
  };
}
