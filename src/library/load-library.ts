import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { EMPTY_LIBRARY, type Library } from "#core/desk/library-view.ts";
import type { ArticleFile } from "#core/exchange/schema.ts";
import { checkCoverage } from "./check-coverage.ts";
import { mistakeAt, type DataFile } from "./data-file.ts";
import { joinPacks } from "./join-packs.ts";
import { BadLibrary, type Mistake } from "./mistake.ts";
import { readPack } from "./read-pack.ts";

/**
 * Reads and checks every pack of a data folder: each folder in it that holds a `pack.yaml`. With a coverage folder it
 * also checks every quotation and paragraph against the sources. Without a folder it is the library that ships nothing.
 * @throws BadLibrary with all mistakes of all files at once
 */
export function loadLibrary(folder: string | undefined, coverage?: string): Library {
  if (folder === undefined) return EMPTY_LIBRARY;
  const mistakes: Mistake[] = [];
  const all = packsIn(folder).map((pack) => readPack(folder, pack, mistakes));
  if (all.length === 0)
    throw new BadLibrary(
      [{ file: "", line: 1, field: "", message: "there is no folder with a pack.yaml in it" }],
      basename(folder),
    );
  const packs = all.filter((pack) => pack !== undefined);
  const library = joinPacks(packs, mistakes);
  const files = packs.flatMap((pack) => pack.articles);
  uniqueIds(files, mistakes);
  if (coverage !== undefined) for (const file of files) checkCoverage(file, coverage, mistakes);
  if (mistakes.length > 0) throw new BadLibrary(mistakes, basename(folder));
  return library;
}

function packsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "pack.yaml")))
    .toSorted();
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
      if (other !== undefined) mistakes.push(mistakeAt(file, path, `the id ${id} is taken in ${other}`));
      seen.set(id, file.name);
    }
  }
}
