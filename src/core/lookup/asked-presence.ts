import { tellsPresence } from "./premise-slots.ts";
import type { Question } from "./question.ts";
import { says } from "./says.ts";
import type { Weighed } from "./weighed.ts";

const PRESENT =
  /^(?:attend(?:ed|s)?|part|present|there|joined|came|come|sat|sit|table|room|along|at|invited?|absent|barred|represented)$/u;

/** That somebody is spoken of says not that they were there. */
export function presenceUnsaid({ fact }: Weighed, { presence, tokens }: Question): readonly string[] {
  if (!presence || tellsPresence(fact.slot) || says(fact, (w) => PRESENT.test(w))) return [];
  const at = tokens.find((t) => PRESENT.test(t.text));
  return at === undefined || at.text === "at" ? ["there"] : [at.typed];
}
