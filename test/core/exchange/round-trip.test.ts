import fc from "fast-check";
import { expect, it } from "vitest";
import { FORMATS } from "#core/exchange/write.ts";
import { live, type Claim, type Fact } from "#core/facts/fact.ts";
import { ada, cid, fileOf, replied, World, type Seat } from "#test/moderation.ts";

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

const inOrder = (o: object): readonly string[] =>
  Object.entries(o)
    .map((entry) => JSON.stringify(entry))
    .toSorted((a, b) => (a < b ? -1 : 1));

/**
 * What a desk's live facts say, how they stand and what they rest on, without the ids that each desk gives by itself:
 * which claim a fact was made of, and which others are part of it.
 */
async function held(seat: Seat): Promise<readonly string[]> {
  const view = await seat.desk.view();
  const said = ({ id: _, citation, fields, as, ...claim }: Claim): string => {
    const { id: __, coverage: ___, ...article } = view.articles.get(citation.article) ?? { outlet: "" };
    // Fields and words have no order of their own.
    return JSON.stringify([...[fields, as, claim, article].map(inOrder), citation.paragraph, citation.excerpt]);
  };
  const named = (id: string | undefined): string => {
    const fact = view.facts.find((f) => f.id === id);
    return fact === undefined || !live(fact) ? "" : said(fact.claims[0]);
  };
  const told = ({ claims: [first, ...more], disputed, settled }: Fact): string => {
    const against = named(disputed?.with);
    const standing = [against, against === "" ? "" : (disputed?.why ?? ""), named(settled)];
    return JSON.stringify([said(first), ...more.map(said).toSorted(), ...standing]);
  };
  return view.facts.filter(live).map(told).toSorted();
}

it.each(FORMATS)(
  "brings into another desk exactly what this one holds, and nothing twice: %s",
  async (format) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(values, { minLength: 1, maxLength: 6 }),
        fc.array(deeds, { maxLength: 6 }),
        async (all, more) => {
          const world = await World.open();
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
          expect((await held(one)).join()).toMatch(/\blanguage\W+tr/u);
          const file = fileOf(await one.say(`facts export ${format}`)).text;
          const again = await one.call("facts import", { file });
          expect(again.text).toMatch(
            / 0 new facts, 0 more sources, \d+ held already, 0 refused|^Dry run[^]*0 new facts, 0 more sources, \d+ held already, 0 refused/u,
          );
          const there = await two.call("facts import", { file });
          if (there.text.includes("Import ")) await two.press(there, "Import ");
          expect(await held(two)).toEqual(await held(one));
        },
      ),
      { numRuns: 30 },
    );
  },
  120_000,
);

it.each(FORMATS)("keeps both of two claims of one paragraph that were joined by hand: %s", async (format) => {
  const world = await World.open();
  const [one, two] = [await world.seat("one"), await world.seat("two")];
  const note = (remark: string) => one.add({ slot: "note", remark, source: "TASS", paragraph: "2", talks: "second" });
  const [first, other] = [await note("a"), await note("a =")];
  replied(await one.call("facts correct", { id: other, join: first }, ada));
  const file = fileOf(await one.say(`facts export ${format}`)).text;
  await two.press(await two.call("facts import", { file }), "Import ");
  expect(await held(two)).toEqual(await held(one));
  expect((await two.call("facts import", { file })).text).toContain("0 new facts, 0 more sources");
});

it.each(FORMATS)("carries what was corrected, joined and parted of the library: %s", async (format) => {
  const world = await World.open();
  const [one, two] = [await world.seat("one"), await world.seat("two")];
  replied(await one.say('facts correct apr-duration-around-six stated:"seven hours" reason:misread'));
  replied(await one.say("facts correct apr-venue-tass of:TASS paragraph:4"));
  replied(await one.say('facts correct apr-duration-tass of:"Türkiye Today" stated:"four hours" reason:misread'));
  replied(await one.call("facts correct", { id: "apr-outcome-missions", join: "apr-outcome-notes-tass" }, ada));
  const file = fileOf(await one.say(`facts export ${format}`)).text;
  const fresh = await held(two);
  const dry = await two.call("facts import", { file });
  expect(dry.text).toContain(" corrected, ");
  expect((await one.call("facts import", { file })).text).toContain("0 new facts, 0 more sources");
  await two.press(dry, "Import ", ada);
  expect(await held(two)).toEqual(await held(one));
  expect((await two.call("facts import", { file })).text).toContain("0 new facts, 0 more sources");
  replied(await two.call("facts undo", {}, ada));
  expect(await held(two)).toEqual(fresh);
});

it.each(FORMATS)("knows again somebody who is described, however like a name it is: %s", async (format) => {
  const world = await World.open();
  const [one, two] = [await world.seat("one"), await world.seat("two")];
  for (const speaker of ["new: b =", "a senior U.S. official"])
    await one.add({ slot: "quote", speaker, words: `so says ${speaker}`, source: "TASS", talks: "second" });
  const file = fileOf(await one.say(`facts export ${format}`)).text;
  expect((await one.call("facts import", { file })).text).toContain("0 new facts, 0 more sources");
  await two.press(await two.call("facts import", { file }), "Import ");
  expect(await held(two)).toEqual(await held(one));
});

it.each(FORMATS)("keeps what was joined by hand, cited without words and disputed: %s", async (format) => {
  const world = await World.open();
  const [one, two] = [await world.seat("one"), await world.seat("two")];
  const note = (remark: string, source: string) => one.add({ slot: "note", remark, source, talks: "second" });
  const [rain, never] = [await note("it rained all day", "new: Zed"), await note("no rain fell", "new: Yed")];
  const shower = await note("the day was wet", "new: Wed");
  replied(await one.call("facts correct", { id: shower, join: rain }, ada));
  replied(await one.call("facts source", { id: rain, source: "Meduza", paragraph: "4" }, ada));
  replied(await one.call("facts dispute", { id: rain, with: never, reason: "one day has one weather" }, ada));
  const outcome = await one.add({
    slot: "outcome",
    result: "diplomatic notes were traded",
    source: "Zed",
    talks: "second",
  });
  replied(await one.call("facts correct", { id: outcome, join: "apr-outcome-notes-tass" }, ada));
  const file = fileOf(await one.say(`facts export ${format}`)).text;
  await two.press(await two.call("facts import", { file }), "Import ");
  expect(await held(two)).toEqual(await held(one));
  const told = await two.told('ask "it rained all day"');
  expect(told).toContain("(disputed)");
  expect(told).toContain("“it rained all day” (Zed); “the day was wet” (Wed)");
  expect(told).toContain("also: Meduza");
  expect(await two.told("fact apr-outcome-notes-tass")).toContain("“diplomatic notes were traded” (Zed)");
});
