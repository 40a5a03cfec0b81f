import { SLOT_NAMES } from "#core/facts/slot-names.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import type { Fields } from "#core/facts/fact.ts";
import type { Options, Values } from "#core/request/option.ts";
import { oneOf, party, talks } from "#core/request/options/index.ts";
import { SLOTS } from "#core/slots/index.ts";
import { latestWith, type View } from "#core/facts/view.ts";
import type { Stated } from "./add.ts";
import type { CITING } from "./citing.ts";

export const SLOT = oneOf("What kind of fact", SLOT_NAMES, { words: true, required: true });

export const WHERE = {
  talks: talks("Which round of talks (the latest, if empty)"),
  side: party("Which side it is about, where it is about one"),
} as const;

/** The fields of the slot that a call names, for its form; undefined while it names none. */
export function slotFields(values: RawCall["values"], { view }: Pick<Snapshot, "view">): Options | undefined {
  const slot = SLOT.read(values["slot"] ?? "", view);
  return slot.ok ? SLOTS[slot.value].fields : undefined;
}

type Given = Values<{ slot: typeof SLOT } & typeof WHERE & typeof CITING>;

export function statedOf(values: Given, fields: Fields, view: View): Stated {
  const { slot, side, talks: round, ...citing } = values;
  return { slot, side, talks: round ?? latestWith(view, [])?.id ?? "", fields, citing };
}
