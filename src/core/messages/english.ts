import { ABOUTS } from "./english/abouts.ts";
import { AROUND } from "./english/around.ts";
import { ANSWERS } from "./english/answers.ts";
import { ASK } from "./english/ask.ts";
import { DIGEST_WORDS } from "./english/digest.ts";
import { EXCHANGE } from "./english/exchange.ts";
import { FORMS } from "./english/forms.ts";
import { FRAME } from "./english/frame.ts";
import { LISTS } from "./english/lists.ts";
import { MODERATE } from "./english/moderate.ts";
import { TRAIL } from "./english/trail.ts";
import { REFUSED_CHANGES } from "./english/refused-changes.ts";
import { REFUSALS } from "./english/refusals.ts";
import { TAKES } from "./english/takes.ts";
import { VALUES } from "./english/values.ts";
import { SUGGESTIONS } from "./english/suggestions.ts";
import { TALKS_WORDS } from "./english/talks.ts";
import { SLOT_WORDS } from "./english/slot-words.ts";

/**
 * What replies say, in English, which is the source: every other language has the same ids with the same places. A
 * message is ICU MessageFormat in its two plainest forms, `{name}` and `{n, plural, one {# outlet} other {# outlets}}`.
 */
export const ENGLISH = {
  ...SLOT_WORDS,
  ...ANSWERS,
  ...ASK,
  ...LISTS,
  ...ABOUTS,
  ...REFUSALS,
  ...TALKS_WORDS,
  ...DIGEST_WORDS,
  ...SUGGESTIONS,
  ...MODERATE,
  ...TRAIL,
  ...EXCHANGE,
  ...REFUSED_CHANGES,
  ...AROUND,
  ...FORMS,
  ...TAKES,
  ...VALUES,
  ...FRAME,
} as const;

export type MessageId = keyof typeof ENGLISH;
