import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { LOCALE_FILE, type Locale } from "#core/chat/locale.ts";
import { readDataFile, type DataFile } from "./data-file.ts";
import type { Mistake } from "./mistake.ts";

/** A language and the file that says its words. */
export interface LocaleFile {
  readonly locale: Locale;
  readonly file: DataFile<Locale["words"]>;
}

/**
 * The languages of a data folder, `locales/tr.yaml` for each. A file that cannot be read leaves its language English.
 */
export function readLocales(folder: string): {
  readonly files: readonly LocaleFile[];
  readonly mistakes: readonly Mistake[];
} {
  const files: LocaleFile[] = [];
  const mistakes: Mistake[] = [];
  const there = existsSync(join(folder, "locales")) ? readdirSync(join(folder, "locales")) : [];
  for (const name of there.filter((file) => file.endsWith(".yaml")).toSorted()) {
    const read = readDataFile(join(folder, "locales", name), `locales/${name}`, LOCALE_FILE);
    if ("mistakes" in read) mistakes.push(...read.mistakes);
    else {
      files.push({ file: read.file, locale: { language: name.replace(/\.yaml$/u, ""), words: read.file.data } });
    }
  }
  return { files, mistakes };
}
