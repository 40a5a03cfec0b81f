import type { Commands } from "#core/answer/command.ts";
import { said, type WordPath } from "#core/chat/locale.ts";
import { translatable, type Translatable } from "#core/chat/translatable.ts";
import { listed } from "#core/text/text.ts";
import { readLocales, type LocaleFile } from "./locales.ts";
import type { Mistake } from "./mistake.ts";

/**
 * Most characters of one command with all that is below it, the longest language of each word (docs: Application
 * Commands, limits).
 */
const CHARACTERS_MAX = 8000;

/** The mistakes in the languages of a data folder, for these commands: words that are missing, unused or ambiguous. */
export function checkLocales(folder: string, commands: Commands): readonly Mistake[] {
  const { files, mistakes } = readLocales(folder);
  const words = translatable(commands);
  return [
    ...mistakes,
    ...files.flatMap((file) => [
      ...missing(file, words),
      ...unused(file, words),
      ...doubtful(file, words),
      ...alike(file, words),
    ]),
    ...tooLong(files, words, commands),
  ];
}

function missing({ locale, file }: LocaleFile, words: readonly Translatable[]): readonly Mistake[] {
  return words
    .filter((word) => said(locale, word.places) === undefined)
    .map((word) => {
      const [nearest = []] = word.places;
      const elsewhere = word.places.slice(1).map((place) => place.join("."));
      const or = elsewhere.length === 0 ? "" : ` here or in ${listed(elsewhere)}`;
      return mistake(file, nearest, `is not translated${or}; in English: ${word.english}`);
    });
}

function unused({ locale, file }: LocaleFile, words: readonly Translatable[]): readonly Mistake[] {
  const used = new Set(words.map((word) => key(said(locale, word.places)?.at ?? [])));
  return leaves(locale.words, [])
    .filter((path) => !used.has(key(path)))
    .map((path) => mistake(file, path, "is used by no command that is listed; take it out"));
}

/** One translation for several English things: its author had one of them in mind. */
function doubtful({ locale, file }: LocaleFile, words: readonly Translatable[]): readonly Mistake[] {
  const byPlace = Map.groupBy(words, (word) => key(said(locale, word.places)?.at ?? []));
  return [...byPlace.values()].flatMap((some) => {
    const at = said(locale, some[0]?.places ?? [])?.at;
    const english = [...new Set(some.map((word) => word.english))];
    if (at === undefined || english.length < 2) return [];
    const message = `stands for ${listed(english.map((e) => `"${e}"`))}; translate the others where they are`;
    return [mistake(file, at, message)];
  });
}

/** What stands beside something of the same name, in the language or in English. */
function alike({ locale, file }: LocaleFile, words: readonly Translatable[]): readonly Mistake[] {
  const siblings = Map.groupBy(
    words.filter((word) => word.among !== undefined),
    (word) => word.among,
  );
  return [...siblings.values()].flatMap((some) =>
    some.flatMap((word) => {
      const own = said(locale, word.places);
      const other = some.find((w) => w !== word && [w.english, said(locale, w.places)?.word].includes(own?.word));
      return own === undefined || other === undefined
        ? []
        : [mistake(file, own.at, `"${own.word}" is also what "${other.english}" is called beside it`)];
    }),
  );
}

function tooLong(files: readonly LocaleFile[], words: readonly Translatable[], commands: Commands): readonly Mistake[] {
  const [first] = files;
  if (first === undefined) return [];
  return [...Map.groupBy(words, (word) => word.group)].flatMap(([group, some]) => {
    if (group === undefined) return [];
    const values = commands
      .listed(group)
      .flatMap((c) => Object.values(c.options).flatMap((o) => (o.choices ?? []).map((choice) => choice.value.length)));
    const longest = some.map(({ english, places }) =>
      Math.max(english.length, ...files.map(({ locale }) => said(locale, places)?.word.length ?? 0)),
    );
    const size = [...values, ...longest].reduce((sum, length) => sum + length, 0);
    return size <= CHARACTERS_MAX
      ? []
      : [
          mistake(
            first.file,
            ["groups", group],
            `with the longest language of each word /${group} has ${size} characters; Discord takes ${CHARACTERS_MAX}: shorten some`,
          ),
        ];
  });
}

function leaves(words: unknown, path: WordPath): readonly WordPath[] {
  if (typeof words !== "object" || words === null) return [path];
  return Object.entries(words).flatMap(([name, inner]) => leaves(inner, [...path, name]));
}

function mistake(file: LocaleFile["file"], path: WordPath, message: string): Mistake {
  return { file: file.name, line: file.at(path), field: path.join("."), message };
}

function key(path: WordPath): string {
  return JSON.stringify(path);
}
