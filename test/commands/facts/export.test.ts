import { expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { ada, fileOf, newSeat, replied, type Seat } from "#test/moderation.ts";

async function changed(): Promise<Seat> {
  const seat = await newSeat();
  await seat.add({ slot: "outcome", result: "a hotline was agreed on", title: "A hotline", excerpt: "agreed" });
  await seat.add({ slot: "outcome", result: "tea was served", source: "new: Gazeta" });
  await seat.add({ slot: "attended", person: "new: Sonata Coultar", source: "Gazeta", according: "told by a guard" });
  await seat.told('facts correct apr-duration-around-six stated:"seven hours"');
  await seat.told("facts retract apr-led-us withdrawn");
  return seat;
}

it.each(["yaml", "json", "csv"])("writes all live facts as %s", async (format) => {
  const seat = await changed();
  const shown = await seat.say(`facts export ${format}`);
  const { name, text } = fileOf(shown);
  expect(name).toBe(`facts.${format}`);
  expect(text).toContain("a hotline was agreed on");
  expect(text).toContain("seven hours");
  expect(text).not.toMatch(/apr-led-us|istanbul-april,led,us/u);
});

it("is YAML where no format is named", async () => {
  const { media, text } = fileOf(await (await changed()).say("facts export"));
  expect(media).toBe("application/yaml");
  expect(Object.keys(parseYaml(text) as object).at(-1)).toBe("articles");
});

it("says which changes of shipped facts it does not carry", async () => {
  expect((await (await newSeat()).say("facts export")).text).not.toContain("does not carry");
  const { text } = await (await changed()).say("facts export");
  expect(text).toContain("The file does not carry that 1 shipped fact was retracted here: apr-led-us.");
});

it("keeps to the desk's own with own", async () => {
  const { text } = fileOf(await (await changed()).say("facts export own:true"));
  expect(text).toContain("seven hours");
  expect(text).not.toContain("Darchiev");
});

it("writes what the desk held at an earlier moment", async () => {
  const seat = await newSeat();
  seat.world.pass({ hours: 1 });
  await seat.told("facts retract apr-led-us withdrawn");
  expect(fileOf(await seat.say("facts export as-of:2026-11-20T10:30Z")).text).toContain("apr-led-us");
  expect(fileOf(await seat.say("facts export")).text).not.toContain("apr-led-us");
});

it.each(["yaml", "json", "csv"])("imports into the same desk as nothing new: %s", async (format) => {
  const seat = await changed();
  const { text } = fileOf(await seat.say(`facts export ${format}`));
  const dry = replied(await seat.call("facts import", { file: text }));
  expect(dry).toMatch(/0 new facts, 0 more sources, \d+ held already, 0 refused/u);
});

it.each(["yaml", "json", "csv"])("carries the desk's own facts over into another desk: %s", async (format) => {
  const seat = await changed();
  const { text } = fileOf(await seat.say(`facts export ${format}`));
  const other = await seat.world.seat("two");
  await other.press(await other.call("facts import", { file: text }, ada), "Import all", ada);
  for (const line of ["outcomes", "who-led side:russia", 'who "Sonata Coultar"']) {
    const anonymous = (shown: string) => shown.replaceAll(/\bf\d+\b/gu, "fN");
    expect([line, anonymous(await other.told(line))]).toEqual([line, anonymous(await seat.told(line))]);
  }
  expect(await other.told("how-long")).toContain("seven hours");
  const again = fileOf(await other.say(`facts export ${format}`)).text;
  expect(replied(await other.call("facts import", { file: again }))).toContain("There is nothing to import.");
});

it("puts ' before what a spreadsheet would run, and takes it off again", async () => {
  const formulas = ["=1+1", "+2 steps", "-3 steps", "@SUM(4)", "|cmd", "'=already", "''+twice", "'just a quote"];
  const seat = await newSeat();
  for (const remark of formulas) await seat.add({ slot: "note", remark });
  const { text } = fileOf(await seat.say("facts export csv own:true"));
  expect(text.split(/[,\r\n]/u).filter((cell) => /^"?[=+\-@|]/u.test(cell))).toEqual([]);
  expect(text).toContain("'=1+1");
  const other = await seat.world.seat("two");
  await other.press(await other.call("facts import", { file: text }), "Import all");
  const notes = fileOf(await other.say("facts export own:true")).text;
  const remarks = (parseYaml(notes) as { articles: { claims: { says: { remark: string } }[] }[] }).articles;
  expect(remarks.flatMap((a) => a.claims.map((c) => c.says.remark))).toEqual(formulas);
});

it("keeps to the desk's own at an earlier moment too", async () => {
  const seat = await changed();
  seat.world.pass({ hours: 1 });
  const { text } = fileOf(await seat.say("facts export own:true as-of:2026-11-20T10:00Z"));
  expect(text).toContain("seven hours");
  expect(text).not.toContain("Darchiev");
});
