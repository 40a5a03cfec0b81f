import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";

/**
 * What the sample that is shipped speaks of. A desk may follow anything else, so that only data may name it: code makes
 * its examples from what the desk holds.
 */
const SEED =
  /embass(?:y|ies)|consulat|consular|darchi|coulter|tammy|\bbruce\b|lavrov|rubio|istanbul|стамбул|us-russia|russia-us|side:us\b|side:russia|russian (?:side|delegation)|the u\.s\. (?:side|delegation)|\btass\b|meduza|hürriyet|hurriyet|ln24sa|türkiye today|turkiye-today|killenworth|seattle|\b(?:apr|feb)-(?:[a-z]+)/iu;

/** Files of words that people use of any negotiation, and of the world's cities and time zones. */
const VOCABULARY: readonly string[] = [
  "src/core/values/languages/",
  "src/core/lookup/words/",
  "src/core/lookup/cues.ts",
  "src/core/lookup/synonyms.ts",
  "src/core/lookup/asking-words.ts",
  "src/core/digest/zone.ts",
  "src/core/time/zone-cities.ts",
  "src/core/facts/countries.json",
  // Words of reports on any talks.
  "src/core/propose/rules/",
  "src/core/propose/reading/lexicon.ts",
  // Kinds of property, and what people call them.
  "src/core/slots/property.ts",
  "src/core/messages/english/slot-words.ts",
  "src/core/messages/english/forms.ts",
];

it("names nothing of the sample in code", () => {
  const files = globSync(["src/**/*.{ts,js,json}", "commands/**/*.ts"], { cwd: ROOT }).filter(
    (path) => !VOCABULARY.some((known) => path.startsWith(known)),
  );
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((path) =>
    readFileSync(join(ROOT, path), "utf8")
      .split("\n")
      .flatMap((line, i) => (SEED.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});

it.each(["/talks who-led side:russia", "apr-led-us", "The Embassies", "a consulate", "as TASS says"])(
  "would find: %s",
  (words) => {
    expect(SEED.test(words)).toBe(true);
  },
);
