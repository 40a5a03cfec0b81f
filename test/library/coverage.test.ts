import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DATA, library } from "#test/desk.ts";
import { testFolder } from "#test/folder.ts";
import { dataWith, lineOf, mislineIn, swap } from "./folder.ts";

const own = testFolder();
writeFileSync(join(own, "article.txt"), "Headline\n\nImage: X\n\nOne.\n\nTwo “words”.\n\nAdd Your Comment");
writeFileSync(
  join(own, "notes.md"),
  "# Notes\n\n## TASS, 10 April\n- one\n- two\n  goes on\n\n## Meduza, 1 May\n- three\n",
);

/** The mistakes in an article that has this coverage and cites each paragraph in turn with an excerpt. */
function citing(coverage: string, excerpts: readonly string[]): readonly string[] {
  const claims = excerpts.map((excerpt, i) => ({
    id: `own-${i}`,
    talks: "istanbul-april",
    slot: "note",
    paragraph: i + 1,
    excerpt,
    says: { remark: "it was said" },
  }));
  const article = { id: "own", outlet: "Own", held: "text", paragraphs: excerpts.length, coverage, claims };
  const found = mislineIn(dataWith({ "us-russia/articles/own.yaml": JSON.stringify(article) }), own);
  return found.filter((m) => m.startsWith("us-russia/articles/own.yaml"));
}

it("numbers an article's paragraphs from the first after the image credit to the last before the comments", () => {
  expect(citing("article.txt", ["One.", "Two “words”."])).toEqual([]);
  expect(citing("article.txt", ["Headline", "One."])).toHaveLength(2);
  expect(citing("article.txt", ["One.", "Two “words”.", "Add"]).join()).toContain("article.txt has 2, not 3");
});

it("numbers the notes under an outlet's heading", () => {
  expect(citing("notes.md#TASS", ["one", "two goes on"])).toEqual([]);
  expect(citing("notes.md#Reuters", ["one"]).join()).toContain("notes.md#Reuters has 0, not 1");
});

it("names a source that the folder does not have", () => {
  expect(mislineIn(DATA, own).join("\n")).toContain(
    "coverage: there is no istanbul-embassy-talks.txt in the coverage folder",
  );
});

const coverage = process.env["TALKS_COVERAGE"] ?? "";

describe.skipIf(!existsSync(join(coverage, "istanbul-embassy-talks.txt")))(
  "with the articles at hand (TALKS_COVERAGE names their folder; skipped without)",
  () => {
    it("has every quotation verbatim and every cited paragraph there", () => {
      expect(mislineIn(DATA, coverage)).toEqual([]);
    });

    it.each([
      ["a changed word", "words: The focus is not on Ukraine\n", "words: The focus is not on the Ukraine\n"],
      ["a wrong paragraph", "    paragraph: 5\n    says:\n", "    paragraph: 4\n    says:\n"],
      ["an excerpt in our own words", "excerpt: The discussions are strictly", "excerpt: The talks are strictly"],
      ["what was excluded in other words", "words: The focus is not on Ukraine }", "words: Ukraine is not it }"],
    ])("refuses %s", (_, from, to) => {
      const file = "us-russia/articles/ln24sa.yaml";
      const found = mislineIn(dataWith({ [file]: swap(from, to) }), coverage);
      expect(found.length).toBeGreaterThan(0);
      for (const m of found)
        expect(m).toMatch(/^us-russia\/articles\/ln24sa\.yaml:\d+ claims\.\d+\.(?:says\.words|excerpt): not verb/u);
    });

    it("refuses a wrong count of paragraphs with its line", () => {
      const found = mislineIn(
        dataWith({ "us-russia/articles/tass.yaml": swap("paragraphs: 10", "paragraphs: 11") }),
        coverage,
      );
      const line = lineOf("us-russia/articles/tass.yaml", "paragraphs: 10");
      expect(found).toEqual([`us-russia/articles/tass.yaml:${line} paragraphs: notes-2.md#TASS has 10, not 11`]);
    });

    it("keeps the article's text out of the project: no sentence of it stands in the data", () => {
      const text = readFileSync(join(coverage, "istanbul-embassy-talks.txt"), "utf8");
      const said = JSON.stringify(library.claims.filter((c) => !("words" in c.fields)).map((c) => c.fields));
      const sentences = text.split(/(?<=\.)\s+/u).filter((s) => s.length > 60);
      expect(sentences.length).toBeGreaterThan(8);
      for (const sentence of sentences) expect(said).not.toContain(sentence.slice(0, 60));
    });
  },
);
