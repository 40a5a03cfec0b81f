import { SLOT_NAMES, type SlotName } from "#core/facts/slot-names.ts";
import { agenda } from "./agenda.ts";
import { assessment } from "./assessment.ts";
import { attended } from "./attended.ts";
import { background } from "./background.ts";
import { date } from "./date.ts";
import { duration } from "./duration.ts";
import { excluded } from "./excluded.ts";
import { figure } from "./figure.ts";
import { format } from "./format.ts";
import { grievance } from "./grievance.ts";
import { led } from "./led.ts";
import { movement } from "./movement.ts";
import { next } from "./next.ts";
import { note } from "./note.ts";
import { outcome } from "./outcome.ts";
import { own } from "./own.ts";
import { position } from "./position.ts";
import { property } from "./property.ts";
import { purpose } from "./purpose.ts";
import { quote } from "./quote.ts";
import { role } from "./role.ts";
import { session } from "./session.ts";
import type { Slot } from "./slot.ts";
import { venue } from "./venue.ts";

/** Every slot by its name, in the order in which a whole round is told. */
export const SLOTS: Readonly<Record<SlotName, Slot>> = {
  date,
  venue,
  format,
  session,
  movement,
  duration,
  role,
  led,
  attended,
  purpose,
  agenda,
  excluded,
  position,
  grievance,
  property,
  figure,
  quote,
  assessment,
  outcome,
  next,
  background,
  note,
  own,
};

export const ALL_SLOTS: readonly Slot[] = SLOT_NAMES.map((name) => SLOTS[name]);

/** Every field's name of any slot. */
export const FIELD_NAMES: ReadonlySet<string> = new Set(ALL_SLOTS.flatMap((slot) => Object.keys(slot.fields)));
