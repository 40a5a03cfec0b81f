import fc from "fast-check";
import { expect, it } from "vitest";
import { FORMATS } from "#core/exchange/write.ts";
import type { Fact } from "#core/facts/fact.ts";
import { ada, fileOf, World, type Seat } from "#test/moderation.ts";

const NASTY = [
  ..."=+-@|'\"`,;:\t#&*!?{}[]<>%_~\\/ ",
  "<!channel>",
  "@everyone",
  "new: ",
  "null",
  "true",
  "1e3",
  "0x10",
  "2025-04-10",
  "__proto__",
  "slot",
  "---",
  "- ",
  "|",
  "'=",
  "Sonata",
  "Coulter",
  "TASS",
  "a5",
  "é",
  "İ",
  "中",
  "👩‍🚀",
  "ﷺ",
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.stringMatching(/^[a-z]{1,5}$/u)), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(" "));

/** Values of `/facts add` as anybody might type them: what of them is refused is not what this is about. */
const values = fc.record(
  {
    slot: fc.constantFrom("note", "attended", "quote", "venue", "duration", "outcome"),
    remark: words,
    person: words,
    speaker: words,
    words,
    place: words,
    stated: words,
    result: words,
    source: fc.oneof(words, fc.constantFrom("TASS", "new: TASS", "Meduza")),
    paragraph: fc.constantFrom("1", "2", "7"),
    excerpt: words,
    according: words,
    title: words,
    published: fc.constant("2025-04-11"),
  },
  { requiredKeys: ["slot", "source", "paragraph"] },
);
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  note: ["remark"],
  attended: ["person"],
  quote: ["speaker", "words"],
  venue: ["place"],
  duration: ["stated"],
  outcome: ["result"],
};
const ALL = new Set(Object.values(FIELDS).flat());

/** What a desk's live facts say and rest on, without the ids that each desk gives by itself. */
async function held(seat: Seat): Promise<readonly string[]> {
  const view = await seat.desk.view();
  const said = (fact: Fact) =>
    fact.claims.map(({ id: _, as: __, citation, ...claim }) => {
      const { outlet, title, published } = view.articles.get(citation.article) ?? { outlet: "" };
      return JSON.stringify({ ...claim, outlet, title, published, at: citation.paragraph, words: citation.excerpt });
    });
  return view.facts.flatMap(said).toSorted();
}

it.each(FORMATS)("brings into another desk exactly what this one holds, and nothing twice: %s", async (format) => {
  await fc.assert(
    fc.asyncProperty(fc.array(values, { minLength: 1, maxLength: 6 }), async (all) => {
      const world = await World.open();
      const [one, two] = [await world.seat("one"), await world.seat("two")];
      for (const given of all) {
        const kept = Object.entries(given).filter(([k]) => !ALL.has(k) || FIELDS[given.slot]?.includes(k));
        await one.call("facts add", Object.fromEntries(kept), ada);
      }
      const file = fileOf(await one.say(`facts export ${format}`)).text;
      const again = await one.call("facts import", { file });
      expect(again.text).toMatch(
        / 0 new facts, 0 more sources, \d+ held already, 0 refused|^Dry run[^]*0 new facts, 0 more sources, \d+ held already, 0 refused/u,
      );
      const there = await two.call("facts import", { file });
      if (there.text.includes("Import all")) await two.press(there, "Import all");
      expect(await held(two)).toEqual(await held(one));
    }),
    { numRuns: 40 },
  );
});
