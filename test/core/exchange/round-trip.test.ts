import fc from "fast-check";
import { expect, it } from "vitest";
import { FORMATS } from "#core/exchange/write.ts";
import { live } from "#core/facts/fact.ts";
import { library } from "#test/desk.ts";
import { heldClaims } from "#test/held-claims.ts";
import { ada, cid, fileOf, World, type Seat } from "#test/moderation.ts";

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
  "'N/A",
  "None",
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

/** What moderators do to facts that are there: `of` and `other` choose among them. */
const deeds = fc.record({
  deed: fc.constantFrom(
    "cite bare",
    "cite in words",
    "correct",
    "correct shipped",
    "suggest",
    "join",
    "join shipped",
    "dispute",
    "settle",
  ),
  of: fc.nat({ max: 99 }),
  other: fc.nat({ max: 99 }),
  source: fc.constantFrom("Zed", "new: Zed", "Meduza", "The Gazette"),
  paragraph: fc.constantFrom("3", "5", "8"),
  words,
});

type Deed = typeof deeds extends fc.Arbitrary<infer D> ? D : never;

async function done({ deed, of, other, source, paragraph, words }: Deed, seat: Seat): Promise<void> {
  const { facts } = await seat.desk.view();
  const own = facts.filter((f) => live(f) && /^f\d/u.test(f.id));
  const shipped = facts.filter((f) => live(f) && !own.includes(f) && /^(?:note|outcome)$/u.test(f.slot));
  const some = deed.endsWith("shipped") ? shipped : deed === "cite bare" ? facts : own;
  const fact = some[of % Math.max(deed === "cite bare" ? own.length : some.length, 1)];
  if (fact === undefined) return;
  const { id } = fact;
  const said = Object.fromEntries(
    Object.entries(fact.claims[0].fields).map(([name, value]) => [name, fact.claims[0].as[name] ?? String(value)]),
  );
  const free = fact.slot === "note" ? "remark" : fact.slot === "outcome" ? "result" : undefined;
  const alike = facts
    .filter(live)
    .filter((f) => f !== fact && f.slot === fact.slot && f.talks === fact.talks && f.side === fact.side);
  switch (deed) {
    case "cite bare":
      return void (await seat.call("facts source", { id, source, paragraph }));
    case "cite in words":
      return void (await seat.call("facts source", { id, source, paragraph, ...said }));
    case "correct":
    case "correct shipped":
      if (free === undefined) return;
      return void (await seat.call("facts correct", { id, ...said, [free]: words, reason: "misread" }, ada));
    case "suggest": {
      await seat.call("talks suggest", { slot: "note", remark: words, source, paragraph }, cid);
      const queue = await seat.call("facts review", {}, ada);
      if (queue.text.includes("Approve")) await seat.press(queue, "Approve", ada);
      return;
    }
    case "join":
    case "join shipped": {
      const into = alike[other % Math.max(alike.length, 1)];
      if (into !== undefined && free !== undefined) await seat.call("facts correct", { id, join: into.id }, ada);
      return;
    }
    case "dispute":
    case "settle": {
      const against = own[other % own.length];
      if (against === undefined || against === fact) return;
      await seat.call("facts dispute", { id, with: against.id, reason: words }, ada);
      if (deed === "settle") await seat.call("facts resolve", { id, reason: words }, ada);
    }
  }
}

// The whole library is one in four, since each claim of it is written and read twice.
const PARTS = new Set(["tass", "meduza"]);
const few = {
  ...library,
  articles: library.articles.filter(({ id }) => PARTS.has(id)),
  claims: library.claims.filter(({ citation }) => PARTS.has(citation.article)),
};
const shippings = fc.constantFrom(few, few, few, library);

it.each(FORMATS)("brings into another desk exactly what this one holds, and nothing twice: %s", async (format) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(values, { minLength: 1, maxLength: 6 }),
      fc.array(deeds, { maxLength: 6 }),
      shippings,
      async (all, more, shipped) => {
        const world = await World.open(shipped);
        const [one, two] = [await world.seat("one"), await world.seat("two")];
        const about = { language: "tr", outletKind: "a daily", held: "notes", paragraphs: "9" };
        const detailed = `talks,slot,source,paragraph,remark,${Object.keys(about).join()}\nfirst,note,Detail,2,it rained,${Object.values(about).join()}\n`;
        await one.call("facts import", { file: detailed, apply: "yes" }, ada);
        for (const given of all) {
          const kept = Object.entries(given).filter(([k]) => !ALL.has(k) || FIELDS[given.slot]?.includes(k));
          await one.call("facts add", Object.fromEntries(kept), ada);
        }
        for (const deed of more) await done(deed, one);
        // What a plain article lacks is among what is compared.
        expect((await heldClaims(one)).join()).toMatch(/\blanguage\W+tr/u);
        const file = fileOf(await one.say(`facts export ${format}`)).text;
        const again = await one.call("facts import", { file });
        expect(again.text).toMatch(
          / 0 new facts, 0 more sources, \d+ held already, 0 refused|^Dry run[^]*0 new facts, 0 more sources, \d+ held already, 0 refused/u,
        );
        const there = await two.call("facts import", { file });
        if (there.text.includes("Import ")) await two.press(there, "Import ");
        expect(await heldClaims(two)).toEqual(await heldClaims(one));
      },
    ),
    { numRuns: 20 },
  );
});
