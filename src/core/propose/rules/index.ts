import type { Rule } from "#core/propose/reading/rule.ts";
import { agenda } from "./agenda.ts";
import { attended } from "./attended.ts";
import { date } from "./date.ts";
import { duration } from "./duration.ts";
import { excluded } from "./excluded.ts";
import { grievance } from "./grievance.ts";
import { led } from "./led.ts";
import { next } from "./next.ts";
import { outcome } from "./outcome.ts";
import { property } from "./property.ts";
import { purpose } from "./purpose.ts";
import { quote } from "./quote.ts";
import { venue } from "./venue.ts";

/** Every rule, in the order in which they run: who led comes first, since it says whose side somebody is on. */
export const RULES: readonly Rule[] = [
  led,
  attended,
  date,
  venue,
  duration,
  purpose,
  agenda,
  excluded,
  outcome,
  next,
  grievance,
  property,
  quote,
];
