import { expect, it } from "vitest";
import { servers, type Heard } from "#test/servers.ts";

const newsroom = async () => (await servers()).server();

const labels = ({ refusal }: Heard): readonly string[] => refusal?.buttons.map((b) => b.label) ?? [];

const noted = (address: string, more = ""): string =>
  `facts add note talks:second remark:"the delegations took no questions" source:"Coast Herald" address:"${address}" paragraph:2${more}`;

it.each(["The Coast Herald", "COAST HERALD", "the coast herald"])(
  "knows one outlet by its name: %s",
  async (outlet) => {
    const server = await newsroom();
    await server.say(noted("https://coastherald.example/world/talks-1"));
    const again = await server.say(
      `facts add note talks:second remark:"the delegations took no questions" source:"${outlet}" paragraph:2`,
    );
    expect(again.text).toContain("That is held already, from the same place");
  },
);

it("says that an address is another outlet's", async () => {
  const server = await newsroom();
  await server.say(noted("https://coastherald.example/world/talks-1"));
  const refused = await server.say(
    noted("https://coastherald.example/world/talks-1").replace("Coast Herald", "new: Harbour Times"),
  );
  expect(refused.text).toContain("The desk holds that address as an article of Coast Herald");
});

it("tells two articles of one outlet and day apart by their titles", async () => {
  const server = await newsroom();
  const titled = (title: string, remark: string): string =>
    `facts add note talks:second remark:"${remark}" source:"Coast Herald" title:"${title}" published:2025-04-10 paragraph:1`;
  await server.say(titled("Talks begin", "the doors were closed"));
  await server.say(titled("Talks end", "the doors were opened"));
  const asked = await server.say('facts add note talks:second remark:"it rained" source:"Coast Herald" paragraph:3');
  expect(labels(asked)).toEqual(
    expect.arrayContaining([expect.stringContaining("Talks begin"), expect.stringContaining("Talks end")]),
  );
  expect((await server.press(asked, /Talks end/u)).text).toMatch(/^Added to/u);
  expect((await server.say(titled("Talks begin", "the doors were closed"))).text).toContain("held already");
});

it("asks whether an article is one of that day that the desk knows less of", async () => {
  const server = await newsroom();
  const line = (remark: string) =>
    `facts add note talks:second remark:"${remark}" source:TASS published:2025-04-10 title:"Talks end" paragraph:1`;
  const asked = await server.say(line("it rained"));
  expect(labels(asked)).toEqual(["tass.com/politics/1941799, 10 April 2025", "Another article"]);
  expect((await server.press(asked, /^tass\.com/u)).text).toContain("TASS, 10 April 2025, note 1");
  expect((await server.press(await server.say(line("it snowed")), /^Another/u)).text).toContain(
    "TASS, “Talks end”, 10 April 2025, ¶1",
  );
  // It is known by its title from now on, and by nothing less.
  expect((await server.say(line("it snowed"))).text).toContain("That is held already, from the same place");
});

it("lists the articles of an outlet with buttons that tell them apart", async () => {
  const server = await newsroom();
  await server.say(
    'facts add note talks:second remark:"it rained" source:"new: TASS" published:2025-04-10 title:"Talks end" paragraph:1',
  );
  for (const typed of ["tass", "TASS", "The TASS"]) {
    const listed = await server.say(`sources "${typed}"`);
    expect(listed.text).toContain("[1] tass.com/politics/1941799, 10 April 2025  [2] Talks end, 10 April 2025");
    const one = await server.press(listed, /^Talks end/u);
    expect(one.text).toContain("It rained.");
    expect(one.text).not.toContain("5½ hours");
    expect((await server.press(listed, /^tass\.com/u)).text).not.toContain("It rained.");
  }
});

it.each([
  ["The Coast Herald", "Coast Herald"],
  ["Sahil Postası", "SAHİL POSTASI"],
  ["El País", "El Pais"],
])("counts %s and %s as one outlet", async (one, other) => {
  const server = await newsroom();
  const add = (source: string, day: string) =>
    server.say(`facts add note talks:second remark:"it rained" source:"${source}" published:${day} paragraph:1`);
  await add(one, "2025-04-11");
  expect((await add(other, "2025-04-12")).text).toContain("Source: ");
});

it.each([
  ["दिन समाचार", "दान समाचार"],
  ["Channel 5", "Channel 6"],
  ["Coast Herald", "Coast Heralds"],
])("counts %s and %s as two outlets", async (one, other) => {
  const server = await newsroom();
  const add = (source: string) =>
    server.say(`facts add note talks:second remark:"it rained" source:"new: ${source}" paragraph:1`);
  await add(one);
  expect((await add(other)).text).toContain("2 outlets agree");
});

const LATER =
  'facts add note talks:second remark:"it rained" source:tass paragraph:1 published:2025-04-10 address:https://tass.com/politics/1941799';

it.each([
  ["add", `${LATER} title:"Talks end"`],
  [
    "source",
    'facts source apr-city source:tass paragraph:9 address:https://tass.com/politics/1941799 title:"Talks end"',
  ],
  [
    "correct",
    'facts correct apr-city source:tass paragraph:9 address:https://tass.com/politics/1941799 title:"Talks end"',
  ],
  ["desk here", 'desk here source:tass address:https://tass.com/politics/1941799 title:"Talks end"'],
])("tells what of a held article was typed and not taken, and takes it at a press: %s", async (_, line) => {
  const server = await newsroom();
  const said = await server.say(line);
  expect(said.text).toContain('The article stays as it is held. Not taken: title "Talks end".');
  expect((await server.say("sources tass")).text).not.toContain("Talks end");
  expect((await server.press(said, /^Correct TASS/u)).text).toContain("title: none → Talks end");
  expect((await server.say(line.replace("it rained", "it snowed"))).text).not.toContain("Not taken");
});

it("tells who approves what of a held article was not taken", async () => {
  const server = await newsroom();
  const line = `${LATER} title:"Talks end"`.replace("facts add", "suggest");
  await server.say(line);
  const id = /\bs\d+\b/u.exec((await server.say("facts review")).text)?.[0] ?? "none";
  expect((await server.say(`facts review approve ${id}`)).text).toContain('Not taken: title "Talks end".');
});

it.each(["address:https://ln24sa.example/1", "published:2025-04-11", 'title:"Another day"'])(
  "tells that an article is another one than that which is held of its outlet: %s",
  async (detail) => {
    const server = await newsroom();
    const said = await server.say(`facts add note talks:second remark:"it rained" source:ln24sa ${detail} paragraph:1`);
    expect(said.text).toContain("A new article. The desk held 1 other of ln24SA (U.S. and Russian Delegations");
  },
);

it("tells once which details of a held article a file gives otherwise", async () => {
  const server = await newsroom();
  const rows = ["Talks end,2,it rained", "Doors shut,2,it snowed", "Doors shut,3,it hailed"];
  const file = [
    "talks,slot,source,address,title,paragraph,remark",
    ...rows.map((row) => `second,note,TASS,https://tass.com/politics/1941799,${row}`),
  ].join("\n");
  const { text } = await server.ask({ path: ["facts", "import"], values: { file, apply: "yes" } });
  expect(text.match(/Not taken of article tass: title "Doors shut" \(held: "Talks end"\)\./gu)).toHaveLength(1);
  expect((await server.say("sources tass")).text).toContain("Talks end");
});

it.each(["a77", "A9-2"])("takes no id that the desk does not hold for an outlet: %s", async (id) => {
  const server = await newsroom();
  const said = await server.say(`facts add note remark:"it rained" source:${id} title:"Talks end" paragraph:1`);
  expect(said.text).toContain(`The desk holds no article ${id}.`);
});

it("tells two articles of one outlet and day apart by their titles, wherever it cites them", async () => {
  const server = await (await servers()).server();
  const note = (remark: string, title: string): string =>
    `facts add note talks:second remark:"${remark}" source:"Zed" title:"${title}" published:2025-04-10 paragraph:2`;
  const first = await server.say(note("it rained", "Day one").replace('"Zed"', '"new: Zed"'));
  expect(first.text).toContain("Source: Zed, 10 April 2025, ¶2");
  expect((await server.say(note("it snowed", "Day two"))).text).toContain("Source: Zed, “Day two”, 10 April 2025, ¶2");
  expect((await server.say('ask "it rained"')).text).toContain("Zed, “Day one”, 10 April 2025, ¶2");
});
