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

// Names of one person as different sources spell them, and somebody new.
const SPELLINGS = fc.constantFrom(
  "Aleksandr Darchiyev",
  "Александр Дарчиев",
  "DARCHIEV, ALEXANDER",
  "new: Sonata Coultar",
);

/** Values of `/facts add` as anybody might type them: what of them is refused is not what this is about. */
const values = fc.record(
  {
    slot: fc.constantFrom("note", "attended", "led", "quote", "venue", "duration", "outcome", "property"),
    side: fc.constantFrom("russia", "us", "США", "Rusya"),
    remark: words,
    person: fc.oneof(words, SPELLINGS),
    speaker: fc.oneof(words, SPELLINGS),
    words,
    place: fc.oneof(words, fc.constantFrom("Istanbul", "İstanbul", "the consulate", "new: Pioneer Point")),
    kind: fc.constantFrom("Estate", "estates", "consulates"),
    count: fc.constantFrom("2", "3"),
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
  led: ["person", "side"],
  property: ["kind", "count", "place"],
  attended: ["person"],
  quote: ["speaker", "words"],
  venue: ["place"],
  duration: ["stated"],
  outcome: ["result"],
};
const ALL = new Set(Object.values(FIELDS).flat());

const inOrder = (o: object): readonly string[] =>
  Object.entries(o)
    .map((entry) => JSON.stringify(entry))
    .toSorted((a, b) => (a < b ? -1 : 1));

/** What a desk's live facts say and rest on, without the ids that each desk gives by itself. */
async function held(seat: Seat): Promise<readonly string[]> {
  const view = await seat.desk.view();
  const said = (fact: Fact) =>
    fact.claims.map(({ id: _, citation, fields, as, ...claim }) => {
      const { id: __, coverage: ___, ...article } = view.articles.get(citation.article) ?? { outlet: "" };
      const cited = { ...citation, article };
      // Fields and words have no order of their own.
      const sorted = [fields, as, claim].map(inOrder);
      return JSON.stringify([...sorted, inOrder(cited.article), cited.paragraph, cited.excerpt]);
    });
  return view.facts.flatMap(said).toSorted();
}

it.each(FORMATS)(
  "brings into another desk exactly what this one holds, and nothing twice: %s",
  async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(values, { minLength: 1, maxLength: 6 }), async (all) => {
        const world = await World.open();
        const [one, two] = [await world.seat("one"), await world.seat("two")];
        const about = { language: "tr", outletKind: "a daily", held: "notes", paragraphs: "9" };
        const detailed = `talks,slot,source,paragraph,remark,${Object.keys(about).join()}\nfirst,note,Detail,2,it rained,${Object.values(about).join()}\n`;
        await one.call("facts import", { file: detailed, apply: "yes" }, ada);
        for (const given of all) {
          const kept = Object.entries(given).filter(([k]) => !ALL.has(k) || FIELDS[given.slot]?.includes(k));
          await one.call("facts add", Object.fromEntries(kept), ada);
        }
        // What a plain article lacks is among what is compared.
        expect((await held(one)).join()).toMatch(/\blanguage\W+tr/u);
        const file = fileOf(await one.say(`facts export ${format}`)).text;
        const again = await one.call("facts import", { file });
        expect(again.text).toMatch(
          / 0 new facts, 0 more sources, \d+ already held, 0 refused|^Dry run[^]*0 new facts, 0 more sources, \d+ already held, 0 refused/u,
        );
        const there = await two.call("facts import", { file });
        if (there.text.includes("Import all")) await two.press(there, "Import all");
        expect(await held(two)).toEqual(await held(one));
      }),
      { numRuns: 30 },
    );
  },
  120_000,
);
