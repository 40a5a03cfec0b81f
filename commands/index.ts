import { Commands } from "#core/command.ts";
import { agenda } from "./talks/agenda.ts";
import { ask } from "./talks/ask.ts";
import { compare } from "./talks/compare.ts";
import { disputes } from "./talks/disputes.ts";
import { fact } from "./talks/fact.ts";
import { grievances } from "./talks/grievances.ts";
import { help } from "./talks/help.ts";
import { howLong } from "./talks/how-long.ts";
import { list } from "./talks/list.ts";
import { outcomes } from "./talks/outcomes.ts";
import { properties } from "./talks/properties.ts";
import { quotes } from "./talks/quotes.ts";
import { sources } from "./talks/sources.ts";
import { timeline } from "./talks/timeline.ts";
import { when } from "./talks/when.ts";
import { where } from "./talks/where.ts";
import { who } from "./talks/who.ts";
import { whoLed } from "./talks/who-led.ts";
import { why } from "./talks/why.ts";

/** Every command there is, in the order in which help tells them. */
export const commands = new Commands([
  ask,
  whoLed,
  who,
  where,
  when,
  howLong,
  why,
  agenda,
  grievances,
  quotes,
  properties,
  outcomes,
  timeline,
  compare,
  fact,
  sources,
  disputes,
  list,
  help,
]);
