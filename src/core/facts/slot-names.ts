/** The slots, in the order in which a whole round is told: when and where, who, what for, what came of it. */
export const SLOT_NAMES = [
  "date",
  "venue",
  "movement",
  "duration",
  "led",
  "attended",
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
