/** The slots, in the order in which a whole round is told. */
export const SLOT_NAMES = [
  "led",
  "attended",
  "venue",
  "date",
  "duration",
  "movement",
  "purpose",
  "agenda",
  "excluded",
  "grievance",
  "property",
  "quote",
  "outcome",
  "next",
  "background",
  "note",
] as const;

export type SlotName = (typeof SLOT_NAMES)[number];
