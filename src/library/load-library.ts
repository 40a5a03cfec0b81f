import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "#core/facts/article.ts";
import type { Library } from "#core/desk/library-view.ts";
import { readClaims } from "./read-claims.ts";
import { checkCoverage } from "./check-coverage.ts";
import { readDataFile, type DataFile } from "./data-file.ts";
import { BadLibrary, type Mistake } from "./mistake.ts";
import { readNames } from "./read-names.ts";
import { ARTICLE_FILE, NAMES_FILE, type ArticleFile } from "#core/exchange/schema.ts";

/**
 * Reads and checks a whole data folder. With a coverage folder it also checks every quotation and paragraph
 * against the sources.
 * @throws BadLibrary with all mistakes of all files at once
 */
export function loadLibrary(folder: string, coverage?: string): Library {
  const mistakes: Mistake[] = [];
  const names = readDataFile(join(folder, "talks.yaml"), "talks.yaml", NAMES_FILE);
  const files = readdirSync(join(folder, "articles"))
    .filter((name) => name.endsWith(".yaml"))
    .toSorted()
    .flatMap((name) => {
      const read = readDataFile(join(folder, "articles", name), `articles/${name}`, ARTICLE_FILE);
      if ("file" in read) return [read.file];
      mistakes.push(...read.mistakes);
      return [];
    })
    // The articles read whole come before those held as notes, so that the fuller source leads where they agree.
    .toSorted((a, b) => Number(a.data.held === "notes") - Number(b.data.held === "notes"));
  if ("mistakes" in names) throw new BadLibrary([...names.mistakes, ...mistakes]);
  const known = readNames(names.file, mistakes);
  const claims = files.flatMap((file) => readClaims(file, known, mistakes));
  uniqueIds(files, mistakes);
  if (coverage !== undefined) for (const file of files) checkCoverage(file, coverage, mistakes);
  if (mistakes.length > 0) throw new BadLibrary(mistakes);
  return {
    talks: known.talks.all,
    parties: known.parties.all,
    people: known.people.all,
    places: known.places.all,
    articles: files.map((f) => articleOf(f.data)),
    claims,
  };
}

function articleOf({ claims: _claims, ...file }: ArticleFile): Article {
  return Object.fromEntries(Object.entries(file).filter(([, value]) => value !== undefined)) as unknown as Article;
}

function uniqueIds(files: readonly DataFile<ArticleFile>[], mistakes: Mistake[]): void {
  const seen = new Map<string, string>();
  for (const file of files) {
    const all = [
      { id: file.data.id, path: ["id"] },
      ...file.data.claims.map((c, i) => ({ id: c.id, path: ["claims", i, "id"] })),
    ];
    for (const { id, path } of all) {
      const other = seen.get(id);
      if (other !== undefined) {
        mistakes.push({
          file: file.name,
          line: file.at(path),
          field: path.join("."),
          message: `the id ${id} is taken in ${other}`,
        });
      }
      seen.set(id, file.name);
    }
  }
}
