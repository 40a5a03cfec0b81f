import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mistakeAt, type DataFile } from "./data-file.ts";
import type { Mistake } from "./mistake.ts";
import type { ArticleFile } from "#core/exchange/schema.ts";

/**
 * The paragraphs of a source in the coverage folder: of an article's text, or the items of the notes under a heading.
 */
function paragraphsOf(folder: string, coverage: string): readonly string[] | undefined {
  const [name = "", title] = coverage.split("#");
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, "utf8");
  return title === undefined ? articleParagraphs(text) : noteItems(text, title);
}

// The headline and the image credit stand before the body; the comment prompt after it.
function articleParagraphs(text: string): readonly string[] {
  const blocks = text.split(/\n\s*\n/u).map((b) => b.trim());
  const credit = blocks.findIndex((b) => b.startsWith("Image:"));
  return blocks.slice(credit + 1).filter((b) => b !== "" && !b.startsWith("Add Your Comment"));
}

function noteItems(text: string, title: string): readonly string[] {
  const section = text.split(/^## /mu).find((s) => s.startsWith(`${title},`)) ?? "";
  return section
    .split(/^- /mu)
    .slice(1)
    .map((item) => item.replace(/\s+/gu, " ").trim());
}

/**
 * Checks a file against its source: it has as many paragraphs as the file says, and every quotation and excerpt stands
 * verbatim in the cited one.
 */
export function checkCoverage(file: DataFile<ArticleFile>, folder: string, mistakes: Mistake[]): void {
  const wrong = (path: readonly (string | number)[], message: string): void => {
    mistakes.push(mistakeAt(file, path, message));
  };
  const { data } = file;
  if (data.coverage === undefined) return;
  const paragraphs = paragraphsOf(folder, data.coverage);
  if (paragraphs === undefined) return wrong(["coverage"], `there is no ${data.coverage} in the coverage folder`);
  if (paragraphs.length !== data.paragraphs) {
    wrong(["paragraphs"], `${data.coverage} has ${paragraphs.length}, not ${data.paragraphs}`);
  }
  for (const [index, claim] of data.claims.entries()) {
    const source = paragraphs[claim.paragraph - 1] ?? "";
    const verbatim = [
      [["excerpt"], claim.excerpt],
      [["says", "words"], claim.says["words"]],
    ] as const;
    for (const [field, words] of verbatim) {
      if (words !== undefined && !source.includes(String(words))) {
        wrong(["claims", index, ...field], `not verbatim in paragraph ${claim.paragraph} of ${data.coverage}`);
      }
    }
  }
}
