import { z } from "zod";
import { SLOT_NAMES } from "#core/facts/slot-names.ts";

/**
 * Words as Discord takes them (docs: Application Commands): names of letters, digits and hyphens, in lower case where
 * the script has cases; labels of choices and names of message commands. Descriptions may have 100 characters; 60 leave
 * room for all languages within the 8,000 of one command.
 */
const NAME = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u, "not a name: 1 to 32 letters, digits and hyphens")
  .refine((name) => name === name.toLowerCase(), "a name is in lower case")
  .refine(composed, "write letters with their marks as one character (NFC)");
const ABOUT = words(60);
const LABEL = words(100);

const OPTIONS = z.record(
  z.string(),
  z.strictObject({
    name: NAME.exactOptional(),
    about: ABOUT.exactOptional(),
    choices: z.record(z.string(), LABEL).exactOptional(),
  }),
);
const NAMED = z.strictObject({ name: NAME, about: ABOUT, options: OPTIONS.exactOptional() });

/** The words of the commands in one language, by what they stand for; what is missing stays English. */
export const LOCALE_FILE = z.strictObject({
  /** By group: `talks`. Its options are those of its commands that do not say their own. */
  groups: z.record(z.string(), NAMED),
  /** By the message command's name: `Save as fact`. */
  messages: z.record(z.string(), words(32)),
  /** By slot, where one is to be chosen. */
  slots: z.partialRecord(z.enum(SLOT_NAMES), LABEL),
  /** Of options that say the same in several commands, by name. */
  options: OPTIONS,
  /** By path: `talks who-led`. */
  commands: z.record(z.string(), NAMED),
});

export interface Locale {
  /** The language, as `tr` or `pt-BR`. */
  readonly language: string;
  readonly words: z.infer<typeof LOCALE_FILE>;
}

/** Where a locale keeps a word, from the outside in. */
export type WordPath = readonly string[];

/** Where the words of something are looked for, the nearest place first. */
export const PLACES = {
  group: (group: string, part: "name" | "about"): readonly WordPath[] => [["groups", group, part]],
  command: (path: WordPath, part: "name" | "about"): readonly WordPath[] => [["commands", path.join(" "), part]],
  option: (path: WordPath, option: string, part: "name" | "about"): readonly WordPath[] =>
    around(path).map((outer) => [...outer, option, part]),
  choice: (path: WordPath, option: string, value: string): readonly WordPath[] => [
    ...around(path).map((outer) => [...outer, option, "choices", value]),
    ["slots", value],
  ],
  message: (name: string): readonly WordPath[] => [["messages", name]],
};

function around(path: WordPath): readonly WordPath[] {
  return [["commands", path.join(" "), "options"], ["groups", path[0] ?? "", "options"], ["options"]];
}

/** The first of these places where a locale says something, and what it says there. */
export function said(
  { words: all }: Locale,
  places: readonly WordPath[],
): { readonly at: WordPath; readonly word: string } | undefined {
  for (const at of places) {
    const word = at.reduce<unknown>(inside, all);
    if (typeof word === "string") return { at, word };
  }
  return undefined;
}

function inside(held: unknown, key: string): unknown {
  return typeof held === "object" && held !== null ? (held as Readonly<Record<string, unknown>>)[key] : undefined;
}

function words(most: number) {
  return z
    .string()
    .refine((text) => text.trim() !== "" && text.length <= most, `1 to ${most} characters`)
    .refine(composed, "write letters with their marks as one character (NFC)");
}

function composed(text: string): boolean {
  return text === text.normalize("NFC");
}
