import { SLOT_NAMES, type SlotName } from "#core/facts/slot-names.ts";
import { SLOTS } from "#core/slots/index.ts";
import { squashed } from "./columns.ts";

/** A slot by its name, or by what answers call it: `led`, `Who led`. A slip of one is not taken for it. */
export function slotOf(written: string): SlotName | undefined {
  return SLOT_NAMES.find((name) => [name, SLOTS[name].label].some((word) => squashed(word) === squashed(written)));
}
