import { expect, it } from "vitest";
import { CSV, ROW, fixture, importing, yaml } from "#test/import-files.ts";
import { newSeat, refusalOf, replied } from "#test/moderation.ts";

it.each([
  ["at the top", `rounds: []\nsides: []\n${yaml("")}`, '2 keys that Talks does not know: "rounds" and "sides".'],
  ["of an article", yaml("    colour: red\n"), 'a key that Talks does not know: "colour" (such as "red").'],
  [
    "of a claim",
    yaml("", "{ talks: second, slot: note, paragraph: 2, mood: calm, says: { remark: x } }"),
    '"mood" (such as "calm")',
  ],
  [
    "of what it says",
    yaml("", "{ talks: second, slot: note, paragraph: 2, says: { remark: x, mood: calm } }"),
    '"mood" (such as "calm")',
  ],
  [
    "in many rows, once",
    `${CSV.trim()},analyst\n${`${ROW},Ann\n`.repeat(30)}`,
    'a column that Talks does not know: "analyst" (such as "Ann").',
  ],
])("refuses a key or column that it does not know %s, and leaves it out when asked", async (where, file, message) => {
  const seat = await newSeat();
  const said = await seat.call("facts import", { file });
  expect(refusalOf(said).message).toContain(message);
  const left = replied(await seat.press(said, "Leave out"));
  expect(left).toContain("You left out: ");
  expect(left).toContain("0 refused");
  expect(where).not.toBe("");
});

it("says of a key to leave out that it is not there", async () => {
  const said = await (
    await newSeat()
  ).call("facts import", { file: fixture("extra-column.csv"), "leave-out": "Checked" });
  expect(said.text).toContain("Checked by");
  const none = await (await newSeat()).call("facts import", { file: `${CSV}${ROW}\n`, "leave-out": "Checked by" });
  expect(refusalOf(none).message).toBe('The file has no "Checked by" to leave out.');
});

it("asks whether an empty cell under merged ones means the one above, and takes the answer", async () => {
  const seat = await newSeat();
  const asked = await seat.call("facts import", { file: fixture("merged-cells.csv") });
  expect(asked.text).toMatch(/row 3 +refused +"talks" is empty; the one above is "first" \(row 2\)/u);
  expect(asked.text).not.toContain("Import all");
  const filled = await seat.press(asked, "Use the talks above");
  expect(replied(filled)).toMatch(/row 3 +adds +f3: The delegations left by the rear gate\. +First round/u);
  expect(replied(filled)).toMatch(/row 4 +adds +f4: The flags were taken down at noon\. +Second round/u);
  expect(replied(await seat.press(filled, "Import all 3"))).toContain("Imported");
  const typed = await seat.call("facts import", { file: fixture("merged-cells.csv"), "fill-down": "talks" });
  expect(typed.text).toContain("3 held already");
});

it("takes the whole article from above where its source is left empty", async () => {
  const seat = await newSeat();
  const file = `talks,slot,source,title,published,paragraph,remark\nfirst,note,Coast Herald,One,2025-02-28,1,a one\n,note,,,,2,a two\nsecond,note,Coast Herald,Two,2025-04-11,1,a three\n`;
  const asked = await seat.call("facts import", { file });
  expect(asked.text).toContain('fill-down:"talks, source"');
  await seat.press(await seat.press(asked, "Use the talks, source above"), "Import all 3");
  expect(await seat.told("sources coast")).toMatch(/One/u);
  expect([...(await seat.desk.view()).articles.values()].filter((a) => a.outlet === "Coast Herald")).toHaveLength(2);
});

it("asks which talks are meant where no entry says", async () => {
  const seat = await newSeat();
  const file = "slot,source,paragraph,remark\nnote,Coast Herald,2,no questions\nnote,Coast Herald,3,no flags\n";
  const asked = await seat.call("facts import", { file });
  expect(asked.text).toContain("No entry says which round it is about.");
  const dry = await seat.press(asked, "All are of: First round");
  expect(replied(dry)).toMatch(/row 2 +adds +f2: No questions\. +First round/u);
  expect((await seat.call("facts import", { file, talks: "second" })).text).toMatch(/row 2 +adds .*Second round/u);
});

it("says of a new fact what held one it is near to, or differs from, the file's own among them", async () => {
  const rows = [
    "duration,1,6 hours,,",
    "duration,2,over five hours,,",
    "outcome,3,,diplomatic notes were traded,",
    "note,4,,,the flags were taken down",
    "note,5,,,the flags were taken down early",
  ].map((row, i) => `second,new: Post ${i},${row}\n`);
  const { text } = await importing(`talks,source,slot,paragraph,stated,result,remark\n${rows.join("")}`);
  expect(text).toMatch(
    /row 2 +adds +f2: The talks lasted 6 hours\. Differs from apr-duration-tass: The talks lasted 5½ hours\./u,
  );
  expect(text).toMatch(/row 3 +adds +f4: The talks lasted over five hours\. +Second/u);
  expect(text).toMatch(/row 4 +adds +f6: .*traded\. Near apr-outcome-notes-tass: Diplomatic notes were exchanged\./u);
  expect(text).toMatch(/row 6 +adds +f10: .* Near f8: The flags were taken down\./u);
});

it.each([
  ["joins", "f99", /row 2 +refused +joins: no entry above it has the id "f99"\./u],
  ["disputedWith", "f99", /row 2 +refused +disputedWith: no entry has the id "f99"\./u],
  ["bare", "perhaps", /row 2 +refused +bare: "perhaps" is neither yes nor no\./u],
])("says of %s what it cannot be", async (column, cell, message) => {
  expect((await importing(`${CSV.trim()},${column}\n${ROW},${cell}\n`)).text).toMatch(message);
});

it("offers each new spelling of a known name with the dry run, and goes on with it", async () => {
  const seat = await newSeat();
  const led = (person: string): string =>
    yaml("", `{ talks: second, slot: led, side: Rusya, paragraph: 3, says: { person: ${person} } }`);
  const asked = await seat.call("facts import", {
    file: `${led("Aleksandr Darçiyev")}      - { talks: second, slot: venue, paragraph: 1, says: { place: Rusya'nın İstanbul Başkonsolosluğu } }\n`,
  });
  expect(asked.text).toContain("2 refused");
  const first = await seat.press(asked, "Aleksandr Darçiyev = Alexander Darchiev");
  const second = await seat.press(await seat.press(first, "Go on"), "Rusya'nın");
  const ready = await seat.press(second, "Go on");
  expect(ready.text).toContain("0 new facts, 2 more sources, 0 held already, 0 refused");
  await seat.press(ready, "Import all 2");
  expect(await seat.told("who-led talks:second")).toContain("“Aleksandr Darçiyev” (Coast Herald)");
  expect(await seat.told("where talks:second")).toContain("“Rusya'nın İstanbul Başkonsolosluğu” (Coast Herald)");
});

it("says of an outlet that contradicts itself that it then says both, in the file and in what is held", async () => {
  const rows = ["TASS,1,4 hours", "new: Zed,1,5 hours", "Zed,2,6 hours", "new: Yed,1,more than 4 hours"];
  const { text } = await importing(
    `talks,slot,source,paragraph,stated\n${rows.map((row) => `second,duration,${row}\n`).join("")}`,
  );
  expect(text).toMatch(/row 2 .*TASS, note 1 is held as 5½ hours \(apr-duration-tass\): the outlet then says both\./u);
  expect(text).toMatch(/row 3 +adds +f\d+: The talks lasted 5 hours\. Differs from apr-duration-tass/u);
  expect(text).toMatch(/row 4 .*Zed, ¶1 is held as 5 hours \(f\d+\): the outlet then says both\./u);
  expect(text).not.toMatch(/row 5 .*says both/u);
});
