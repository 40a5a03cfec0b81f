import { expect, it } from "vitest";
import { call } from "#core/request/call.ts";
import { building, type Heard, type Room } from "#test/building.ts";

const importing = (room: Room, file: string): Promise<Heard> => room.ask(call(["facts", "import"], { file }));

async function exported(room: Room, format: string, own = false): Promise<string> {
  const { answer } = await room.say(`facts export ${format}${own ? " own:true" : ""}`);
  const file = answer.kind === "reply" ? answer.reply.blocks.find((b) => b.kind === "file") : undefined;
  return file?.text ?? "";
}

const YAML = `articles:
  - outlet: Reuters
    published: 2025-04-10
    address: https://reuters.example/1
    claims:
      - { talks: istanbul-april, slot: outcome, paragraph: 4, says: { result: a hotline was agreed on } }
      - { talks: istanbul-april, slot: duration, paragraph: 5, says: { stated: 5.5 hours } }
`;

it("shows every line's fate first, then applies all at one confirmation, once, and undoes all at once", async () => {
  const room = await (await building()).room();
  const dry = await importing(room, YAML);
  expect(dry.text).toContain("1 new fact, 1 more source, 0 held already, 0 refused.");
  expect((await room.say("facts audit")).text).toContain("0 changes");
  expect((await room.press(dry, /Import all 2/u)).text).toMatch(/^Imported/u);
  expect((await room.say("how-long")).text).toContain("Reuters, 10 April 2025, ¶5");
  expect((await room.press(dry, /Import all 2/u)).text).toContain("That dry run is over or was applied already");
  expect((await importing(room, YAML)).text).toContain("2 held already");
  await room.say("facts undo");
  expect((await room.say("how-long")).text).not.toContain("Reuters");
});

it("imports nothing while one line is wrong, and names each", async () => {
  const room = await (await building()).room();
  const wrong = YAML.replace("slot: duration", "slot: durations").replace("paragraph: 4", "paragraph: none");
  const { text } = await importing(room, wrong);
  expect(text).toContain("article 1 claims.0.paragraph");
  expect(text).toContain("article 1 claims.1.slot");
  expect(text).toContain("Nothing can be imported while 2 entries are refused");
});

it.each(["yaml", "json", "csv"])(
  "exports %s that another desk imports whole, and that changes nothing here",
  async (format) => {
    const house = await building();
    const room = await house.room();
    await room.press(await importing(room, YAML), /Import all/u);
    await room.say(
      'facts add quote speaker:"new: O\'Neil, \\"Jim\\"" words:"=1+1, said; he\nnext" source:Reuters paragraph:9 side:us',
    );
    const file = await exported(room, format);
    expect((await importing(room, file)).text).toMatch(/0 new facts, 0 more sources, \d+ held already, 0 refused/u);
    const other = await house.room({ platform: "discord", id: "G2" });
    const dry = await importing(other, file);
    expect(dry.text).toContain(", 0 refused.");
    await other.press(dry, /Import all/u);
    expect(await exported(other, "csv")).toBe(await exported(room, "csv"));
  },
);

it("writes CSV that no spreadsheet runs", async () => {
  const room = await (await building()).room();
  for (const [i, remark] of ["=1+1", "+cmd", "-2", "@SUM(A1)"].entries()) {
    await room.ask(call(["facts", "add"], { slot: "note", remark, source: "TASS", paragraph: String(i + 1) }));
  }
  const csv = await exported(room, "csv", true);
  expect(csv).not.toMatch(/(?:^|,)"?[=+@-]/mu);
  expect(csv).toContain("'=1+1");
});

it.each([
  ["an empty file", "", "No file was given."],
  ["a file of spaces and line ends", "\uFEFF \n\n", "No file was given."],
  ["UTF-16", "\uFFFD\uFFFDa\0r\0t", "not UTF-8"],
  [
    "a YAML bomb",
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]`,
    "not readable YAML",
  ],
  ["10,000-deep nesting", "[".repeat(10_000), "not readable JSON"],
  ["prose", "hello there", "There is no claim in that file."],
  ["broken JSON", '{"articles": [', "not readable JSON"],
  ["a broken CSV row", 'talks,slot,source\nx,"led\n', "not readable CSV"],
])("refuses %s", async (_, file, message) => {
  const room = await (await building()).room();
  expect((await importing(room, file)).text).toContain(message);
});

it("leaves prototypes alone whatever an import is called", async () => {
  const room = await (await building()).room();
  const file = `{"articles":[{"outlet":"X","claims":[{"talks":"istanbul-april","slot":"note","paragraph":1,"says":{"__proto__":"x","constructor":"y","remark":"z"}}]}],"__proto__":{"polluted":1}}`;
  expect((await importing(room, file)).text).toContain("refused");
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

it("takes a CSV with a mark at its start and semicolons", async () => {
  const room = await (await building()).room();
  const csv = "\uFEFFtalks;slot;source;paragraph;remark\r\nistanbul-april;note;TASS;1;it rained\r\n";
  expect((await importing(room, csv)).text).toContain("1 new fact");
});
