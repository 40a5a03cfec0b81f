import { isVerbal } from "./english.ts";
import type { Tongue } from "./tongue.ts";

// The endings of past, present, future and infinitive, folded; after so many letters that few names end like that.
const ENDINGS: Readonly<Record<Exclude<Tongue, "en">, RegExp>> = {
  ru: /.{3}(?:ть|ти|чь|л[аои]?|ет|ют|ут|ит|ят|ат|ем|им)(?:ся|сь)?$/u,
  tr: /.{4}(?:m[ae]k|[dt][iu](?:l[ae]r)?|[iu]yor(?:du|l[ae]r)?|m[iu]s(?:t[iu])?|[ae]c[ae]k(?:l[ae]r)?)$/u,
};

/** Whether a word says what is done: an English verb, or one of another language by its ending, which no list has. */
export function isVerb({ text, typed }: { readonly text: string; readonly typed: string }, tongue: Tongue): boolean {
  return tongue !== "en" && text === typed ? ENDINGS[tongue].test(text) : isVerbal(text);
}
