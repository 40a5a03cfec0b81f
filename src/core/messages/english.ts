import { ABOUTS } from "./english/abouts.ts";
import { AROUND } from "./english/around.ts";
import { ANSWERS } from "./english/answers.ts";
import { ASK } from "./english/ask.ts";
import { DIGEST_WORDS } from "./english/digest.ts";
import { EXCHANGE } from "./english/exchange.ts";
import { FILE_WORDS } from "./english/file.ts";
import { FILE_FORMATS } from "./english/file-formats.ts";
import { FILE_ENTRIES } from "./english/file-entries.ts";
import { FILE_TEMPLATE } from "./english/file-template.ts";
import { FOREIGN } from "./english/foreign.ts";
import { PAGE_WORDS } from "./english/page.ts";
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
import { TYPED } from "./english/typed.ts";
import { CITING_WORDS } from "./english/citing.ts";
import { NAMES_WORDS } from "./english/names.ts";
import { DESK_WORDS } from "./english/desk.ts";
import { PROGRAMS } from "./english/programs.ts";
import { ORDERS } from "./english/orders.ts";
import { NOTICES } from "./english/notices.ts";
import { WHYS } from "./english/whys.ts";
import { WORK } from "./english/work.ts";
import { DOES } from "./english/does.ts";
import { ASKS } from "./english/asks.ts";
import { PICKED } from "./english/picked.ts";
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
  ...FILE_WORDS,
  ...FILE_FORMATS,
  ...FILE_ENTRIES,
  ...FILE_TEMPLATE,
  ...FOREIGN,
  ...REFUSED_CHANGES,
  ...AROUND,
  ...FORMS,
  ...TAKES,
  ...VALUES,
  ...TYPED,
  ...CITING_WORDS,
  ...NAMES_WORDS,
  ...DESK_WORDS,
  ...PROGRAMS,
  ...PAGE_WORDS,
  ...ORDERS,
  ...NOTICES,
  ...WHYS,
  ...WORK,
  ...DOES,
  ...ASKS,
  ...PICKED,
  ...FRAME,
} as const;

export type MessageId = keyof typeof ENGLISH;
