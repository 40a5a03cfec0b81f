import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ARTICLE_FILE, PACK_FILE, type ArticleFile } from "#core/exchange/schema.ts";
import type { Claim } from "#core/facts/fact.ts";
import type { Names } from "#core/facts/names.ts";
import { partOf, readDataFile, type DataFile } from "./data-file.ts";
import type { Mistake } from "./mistake.ts";
import { readClaims } from "./read-claims.ts";
import { readNames } from "./read-names.ts";

/** One negotiation as its folder ships it. Its claims lead to its own names, whatever other packs call so. */
export interface Pack {
  readonly file: DataFile<unknown>;
  readonly names: Names;
  readonly articles: readonly DataFile<ArticleFile>[];
  readonly claims: readonly Claim[];
}

/**
 * Reads `<pack>/pack.yaml`, and `<pack>/articles/*.yaml` beside it. Undefined where its names cannot be read;
 * `mistakes` says why.
 */
export function readPack(folder: string, pack: string, mistakes: Mistake[]): Pack | undefined {
  const own = readDataFile(join(folder, pack, "pack.yaml"), `${pack}/pack.yaml`, PACK_FILE);
  const beside = join(folder, pack, "articles");
  const files = (existsSync(beside) ? readdirSync(beside) : [])
    .filter((name) => name.endsWith(".yaml"))
    .toSorted()
    .flatMap((name) => {
      const read = readDataFile(join(beside, name), `${pack}/articles/${name}`, ARTICLE_FILE);
      if ("file" in read) return [read.file];
      mistakes.push(...read.mistakes);
      return [];
    });
  if ("mistakes" in own) {
    mistakes.push(...own.mistakes);
    return undefined;
  }
  const { file } = own;
  const names = readNames(file, mistakes);
  const articles = [...file.data.articles.map((article, at) => partOf(file, ["articles", at], article)), ...files]
    // The articles read whole come before those held as notes, so that the fuller source leads where they agree.
    .toSorted((a, b) => Number(a.data.held === "notes") - Number(b.data.held === "notes"));
  return { file, names, articles, claims: articles.flatMap((article) => readClaims(article, names, mistakes)) };
}
