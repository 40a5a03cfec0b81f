import { fieldLabel } from "./form.ts";
import type { RawCall } from "#core/request/call.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { shorten } from "#core/text/text.ts";

interface Meanwhile {
  /** What was sent; what its sender left as the form showed it is as it stands now. */
  readonly raw: RawCall;
  /** Where somebody else changed what the sender changed too. */
  readonly conflict?: Refusal;
}

/**
 * A sent form beside what stands now: it was filled in from an earlier state, and takes nothing away that came after
 * it. `seen` in what stands means that the command compares its own revisions and says itself who was first.
 */
export function meanwhile({ shown = {}, ...raw }: RawCall, present: RawCall["values"], at: Told): Meanwhile {
  const said = (values: RawCall["values"], name: string): string => (values[name] ?? "").trim();
  const changed = Object.keys(shown).filter((name) => said(shown, name) !== said(present, name));
  if (raw.submitted !== true || changed.length === 0) return { raw };
  const [kept, both] = [new Map<string, string>(), [] as string[]];
  for (const name of changed) {
    if (said(raw.values, name) === said(shown, name)) kept.set(name, present[name] ?? "");
    else if (said(raw.values, name) !== said(present, name)) both.push(name);
  }
  const now = { ...raw, values: { ...raw.values, ...Object.fromEntries(kept) } };
  if (both.length === 0 || present["seen"] !== undefined) return { raw: now };
  const told = both.map(
    (name) => `${fieldLabel(name)}: ${shorten(said(present, name) || tell(at, "meanwhile.nothing"), 200)}`,
  );
  return {
    raw: now,
    conflict: refuse(
      "conflict",
      tell(at, "meanwhile.changed", { values: listedIn(at, told) }),
      tell(at, "meanwhile.send"),
    ),
  };
}
