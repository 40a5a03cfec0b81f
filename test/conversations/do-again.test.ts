import { expect, it } from "vitest";
import { heldClaims } from "#test/held-claims.ts";
import { ada, fileOf, newSeat, type Seat } from "#test/moderation.ts";

const imported = async (seat: Seat, file: string): Promise<void> => {
  const dry = await seat.call("facts import", { file });
  expect(dry.text).toContain(", 0 refused.");
  await seat.press(dry, "Import ");
};

/** What a desk holds, by its facts and by its names, without the numbers that it counts by itself. */
const held = async (seat: Seat): Promise<readonly unknown[]> => {
  const { negotiations, talks, parties, people, places } = await seat.desk.view();
  const names = [negotiations, talks, parties, people, places].map(({ all }) => all);
  return [await heldClaims(seat), JSON.stringify(names)];
};

/** What somebody did on another desk, whose export is then imported. */
const DONE: Readonly<Record<string, (other: Seat) => Promise<unknown>>> = {
  "a correction of a shipped claim": (s) => s.told('facts correct apr-duration-tass stated:"5 hours" reason:misread'),
  "a shipped fact in dispute": (s) => s.told("facts dispute apr-city with:apr-venue reason:check"),
  "a source of a shipped fact": (s) => s.told("facts source apr-city source:Meduza paragraph:2"),
  "a new fact": (s) => s.add({ slot: "note", remark: "the delegations took no questions", talks: "second" }),
  "an article's day": (s) => s.told("facts correct ln24sa published:2025-04-12"),
  "a new person who led": (s) => s.add({ slot: "led", side: "us", person: "new: Jane Roe", talks: "second" }),
};

it.each(Object.keys(DONE))("imports %s, takes it back and imports it again, as if once", async (what) => {
  const other = await newSeat();
  await DONE[what]?.(other);
  const file = fileOf(await other.say("facts export yaml")).text;
  const [once, again] = [await newSeat(), await newSeat()];
  await imported(once, file);
  expect(await held(once)).toEqual(await held(other));
  await imported(again, file);
  await again.told("facts undo");
  expect(await held(again)).toEqual(await held(await newSeat()));
  await imported(again, file);
  expect(await held(again)).toEqual(await held(once));
});

const LINES = [
  'facts correct apr-duration-tass stated:"5 hours" reason:misread',
  "facts dispute apr-city with:apr-venue reason:check",
  "facts source apr-city source:Meduza paragraph:2",
  "facts retract apr-venue reason:wrong",
  'facts alias add darchiev "Darchiyev A."',
  "facts lock apr-city",
  'desk edit coulter called:"Sonata B. Coulter"',
  "desk retire rubio",
  "desk library off",
  "facts correct ln24sa published:2025-04-12",
  'facts correct tass title:"Talks end"',
  // What joins: a source, a person's spelling, a fact by hand.
  'facts add duration stated:"5,5 saat" source:"new: Zed" paragraph:1 talks:second',
  'facts add led side:russia person:"Alexander Darchiev = Ambassador Darchiev" source:Meduza paragraph:8 talks:second keep-both:yes',
  "facts correct apr-note-air join:apr-note-return",
  "facts correct apr-outcome-missions join:apr-outcome-notes-tass",
  // What parts: a correction of one source, or of what only some of them word so.
  'facts correct apr-duration-tass of:TASS stated:"5 hours" reason:misread',
  "facts correct apr-venue of:ln24SA place:istanbul reason:misread",
  "facts correct apr-note-alternated talks:first reason:misfiled",
  "facts correct apr-city source:Meduza paragraph:2",
  // What is decided between facts.
  'facts resolve apr-property-six reason:"as the ministry counts"',
  "facts dispute apr-note-air with:apr-outcome-travel reason:check",
  // A name that is made gets an id that was never given before: a slot of the desk's own is known by its name.
  'desk slot-add "Red lines"',
];

/** One small file of each form, which adds a fact, joins one and says more of an article. */
const FILES: Readonly<Record<string, string>> = {
  YAML: `articles:
  - outlet: TASS
    address: https://tass.com/politics/1941799
    title: Talks end
    claims:
      - { talks: second, slot: note, paragraph: 2, says: { remark: it rained } }
      - { talks: second, slot: venue, paragraph: 2, says: { city: İstanbul } }
people:
  - { name: Tammy Bruce, aliases: [T. Bruce] }
`,
  JSON: '{"articles":[{"outlet":"Zed","claims":[{"talks":"second","slot":"led","side":"us","paragraph":2,"says":{"person":"new: Ida Ray"}}]}]}',
  "JSON lines": `{"talks":"second","slot":"note","source":"Zed","paragraph":1,"remark":"it rained"}
{"talks":"second","slot":"duration","source":"Zed","paragraph":2,"stated":"5½ hours"}
`,
  CSV: `talks,slot,source,language,paragraph,remark,stated
second,note,Zed,tr,1,it rained,
second,duration,Zed,tr,2,,"5,5 saat"
`,
};

it.each(Object.keys(FILES))("imports %s, takes it back and imports it again, as if once", async (form) => {
  const file = FILES[form] ?? "";
  const [once, again] = [await newSeat(), await newSeat()];
  await imported(once, file);
  await imported(again, file);
  await again.told("facts undo");
  expect(await held(again)).toEqual(await held(await newSeat()));
  await imported(again, file);
  expect(await held(again)).toEqual(await held(once));
  // A second time, it is all there.
  expect((await again.call("facts import", { file })).text).toMatch(
    /0 new facts, 0 more sources, \d+ held already, 0 refused/u,
  );
});

it.each(LINES)("does %s, takes it back and does it again, as if once", async (line) => {
  const seat = async (): Promise<Seat> => {
    const made = await newSeat();
    // The desk's own facts rest on shipped articles too.
    for (const source of ["ln24sa", "tass"])
      await made.add({ slot: "note", remark: `it rained on ${source}`, source, talks: "second" }, ada);
    return made;
  };
  const [once, again] = [await seat(), await seat()];
  await once.told(line, ada);
  await again.told(line, ada);
  await again.told("facts undo", ada);
  expect(await held(again)).toEqual(await held(await seat()));
  await again.told(line, ada);
  expect(await held(again)).toEqual(await held(once));
});

it("takes what another desk did when linked, where this one had done it and taken it back", async () => {
  const one = await newSeat();
  const other = await one.world.seat("two");
  const line = 'desk edit coulter called:"Sonata B. Coulter"';
  await one.told(line, ada);
  await one.told("facts undo", ada);
  await other.told(line, ada);
  const code = /facts link (\w+)/u.exec(await one.told("facts link", ada))?.[1] ?? "";
  await other.told(`facts link ${code}`, ada);
  expect((await one.desk.view()).people.name("coulter")).toBe("Sonata B. Coulter");
});
