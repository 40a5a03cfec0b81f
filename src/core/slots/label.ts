import type { Claim, Fact } from "#core/facts/fact.ts";
import type { Names } from "#core/facts/names.ts";
import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";

/** What a claim's slot is called in answers: its label, or the name that the desk gave a slot of its own. */
export function labelOf({ slot, fields }: Pick<Claim, "slot" | "fields">, names: Pick<Names, "slots"> & Told): string {
  return slot === "own" ? names.slots.name(String(fields["kind"])) : tell(names, `slot.${slot}`);
}

/** Which slot a fact is in, as one word: `led`, or `own/red-lines` of a desk's own. */
export function slotKey({ slot, claims: [{ fields }] }: Pick<Fact, "slot" | "claims">): string {
  return slot === "own" ? ownKey(String(fields["kind"])) : slot;
}

/** The key of a slot of the desk's own, by its id. */
export function ownKey(id: string): string {
  return `own/${id}`;
}

/** Whether a claim's slot is one of the desk's own that holds one value. */
export function holdsOne({ slot, fields }: Pick<Claim, "slot" | "fields">, { slots }: Pick<Names, "slots">): boolean {
  return slot === "own" && slots.get(String(fields["kind"]))?.holds === "one";
}

/** The id of a slot of the desk's own, of its key; undefined for any other key. */
export function ownSlotOf(key: string): string | undefined {
  return key.startsWith("own/") ? key.slice("own/".length) : undefined;
}
