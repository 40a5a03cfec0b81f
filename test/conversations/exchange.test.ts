import { expect, it } from "vitest";
import { call } from "#core/request/call.ts";
import { servers, type Heard, type TestServer } from "#test/servers.ts";

const importing = (server: TestServer, file: string): Promise<Heard> => server.ask(call(["facts", "import"], { file }));

async function exported(server: TestServer, format: string, own = false): Promise<string> {
  const { answer } = await server.say(`facts export ${format}${own ? " own:true" : ""}`);
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

it("shows every line's result first, then applies all at one confirmation, once, and undoes all at once", async () => {
  const server = await (await servers()).server();
  const dry = await importing(server, YAML);
  expect(dry.text).toContain("1 new fact, 1 more source, 0 held already, 0 refused.");
  expect((await server.say("facts audit")).text).toContain("0 changes");
  expect((await server.press(dry, /Import all 2/u)).text).toMatch(/^Imported/u);
  expect((await server.say("how-long")).text).toContain("Reuters, 10 April 2025, ¶5");
  expect((await server.press(dry, /Import all 2/u)).text).toContain("That dry run has expired or was already imported");
  expect((await importing(server, YAML)).text).toContain("2 held already");
  await server.say("facts undo");
  expect((await server.say("how-long")).text).not.toContain("Reuters");
});

it("imports nothing while one line is wrong, and names each", async () => {
  const server = await (await servers()).server();
  const wrong = YAML.replace("slot: duration", "slot: durations").replace("paragraph: 4", "paragraph: none");
  const { text } = await importing(server, wrong);
  expect(text).toMatch(/article 1, claim 1 +refused +paragraph: "none"/u);
  expect(text).toMatch(/article 1, claim 2 +refused +slot: "durations" is not a slot/u);
  expect(text).toContain("Nothing can be imported while 2 entries are refused");
});

it.each(["yaml", "json", "csv"])(
  "exports %s that another desk imports whole, and that changes nothing here",
  async (format) => {
    const host = await servers();
    const server = await host.server();
    await server.press(await importing(server, YAML), /Import all/u);
    await server.say(
      'facts add quote speaker:"new: O\'Neil, \\"Jim\\"" words:"=1+1, said; he\nnext" source:Reuters paragraph:9 side:us',
    );
    const file = await exported(server, format);
    expect((await importing(server, file)).text).toMatch(/0 new facts, 0 more sources, \d+ held already, 0 refused/u);
    const other = await host.server({ platform: "discord", id: "G2" });
    const dry = await importing(other, file);
    expect(dry.text).toContain(", 0 refused.");
    await other.press(dry, /Import all/u);
    expect(await exported(other, "csv")).toBe(await exported(server, "csv"));
  },
);

it("writes CSV that no spreadsheet runs", async () => {
  const server = await (await servers()).server();
  for (const [i, remark] of ["=1+1", "+cmd", "-2", "@SUM(A1)"].entries()) {
    await server.ask(call(["facts", "add"], { slot: "note", remark, source: "TASS", paragraph: String(i + 1) }));
  }
  const csv = await exported(server, "csv", true);
  expect(csv).not.toMatch(/(?:^|,)"?[=+@-]/mu);
  expect(csv).toContain("'=1+1");
});

it.each([
  ["an empty file", "", "That file is empty."],
  ["a file of spaces and line ends", "\uFEFF \n\n", "That file is empty."],
  ["UTF-16", "\uFFFD\uFFFDa\0r\0t", "not UTF-8"],
  [
    "a YAML bomb",
    Array.from(
      { length: 9 },
      (_, i) =>
        `k${i}: &k${i} [${Array(9)
          .fill(i === 0 ? "x" : `*k${i - 1}`)
          .join()}]`,
    ).join("\n"),
    "cannot read that YAML",
  ],
  ["10,000-deep nesting", "[".repeat(10_000), "cannot read that JSON"],
  ["prose", "hello there", "That file is plain text"],
  ["broken JSON", '{"articles": [', "cannot read that JSON"],
  ["a broken CSV row", 'talks,slot,source\nx,"led\n', "cannot read that CSV"],
])("refuses %s", async (_, file, message) => {
  const server = await (await servers()).server();
  expect((await importing(server, file)).text).toContain(message);
});

it("leaves prototypes alone whatever an import is called", async () => {
  const server = await (await servers()).server();
  const file = `{"articles":[{"outlet":"X","claims":[{"talks":"istanbul-april","slot":"note","paragraph":1,"says":{"__proto__":"x","constructor":"y","remark":"z"}}]}],"__proto__":{"polluted":1}}`;
  expect((await importing(server, file)).text).toContain('"constructor" (such as "y")');
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

it("takes a CSV with a mark at its start and semicolons", async () => {
  const server = await (await servers()).server();
  const csv = "\uFEFFtalks;slot;source;paragraph;remark\r\nistanbul-april;note;TASS;1;it rained\r\n";
  expect((await importing(server, csv)).text).toContain("1 new fact");
});
