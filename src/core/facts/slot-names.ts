/** The slots, in the order in which a whole round is told: when and where, who, what for, what came of it. */
export const SLOT_NAMES = [
  "date",
  "venue",
  "format",
  "session",
  "movement",
  "duration",
  "role",
  "led",
  "attended",
  "purpose",
  "agenda",
  "excluded",
  "position",
  "grievance",
  "property",
  "figure",
  "quote",
  "assessment",
  "outcome",
  "next",
  "background",
  "note",
  "own",
] as const;

export type SlotName = (typeof SLOT_NAMES)[number];
