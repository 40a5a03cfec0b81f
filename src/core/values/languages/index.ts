import { english } from "./english.ts";
import type { Language } from "./language.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { russian } from "./russian.ts";
import { spanish } from "./spanish.ts";
import { turkish } from "./turkish.ts";

/** The languages that values are read in. A text is read in one of them from end to end, never in two at once. */
export const LANGUAGES: readonly Language[] = [english, turkish, russian, spanish, german, french];
