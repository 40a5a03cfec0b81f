import { expect, it } from "vitest";
import { CLAIM } from "#core/facts/fact.ts";
import { call } from "#core/request/call.ts";
import { servers, type TestServer } from "#test/servers.ts";

const CHAIN = "according to Tasnim, as told by the ministry, as confirmed by an aide";
const add = (according: string, outlet: string) =>
  `facts add outcome talks:second result:"a hotline was agreed on" source:"new: ${outlet}" paragraph:3 according:"${according}"`;

async function exported(server: TestServer, format: string): Promise<string> {
  const { answer } = await server.say(`facts export ${format} own:true`);
  const file = answer.kind === "reply" ? answer.reply.blocks.find((b) => b.kind === "file") : undefined;
  return file?.text ?? "";
}

it("tells each step from the article back to who said it, and takes another chain as a correction", async () => {
  const server = await (await servers()).server();
  const told = "according to Tasnim, as told by the ministry, confirmed by an aide";
  expect((await server.say(add(CHAIN, "WeNews"))).text).toContain(`A hotline was agreed on, ${told}.`);
  const { text } = await server.say(add("as told by the ministry", "Post"));
  expect(text).toContain(`${told}, in WeNews, ¶3; as told by the ministry, in Post, ¶3`);
  await server.say('facts correct f2 of:f2 according:"according to the ministry, as told by an aide"');
  expect((await server.say("fact f2")).text).toContain("according to the ministry, as told by an aide, in WeNews, ¶3");
});

it("keeps what would be a fourth step in the words of the third", async () => {
  const server = await (await servers()).server();
  const four = "according to one, as told by two, as told by three, as told by four";
  expect((await server.say(add(four, "WeNews"))).text).toContain(four);
});

it.each(["yaml", "json", "csv"])("keeps a chain, and a role's own word, through %s", async (format) => {
  const host = await servers();
  const server = await host.server();
  await server.say(add(CHAIN, "WeNews"));
  await server.say('facts add role talks:second party:us as:chair source:"new: Post" paragraph:1');
  const file = await exported(server, format);
  const other = await host.server({ platform: "discord", id: "G2" });
  const dry = await other.ask(call(["facts", "import"], { file }));
  expect(dry.text).toContain("2 new facts, 0 more sources, 0 held already, 0 refused");
  await other.press(dry, /Import all/u);
  expect(await exported(other, "csv")).toBe(await exported(server, "csv"));
  expect((await other.say("who chaired it")).text).toContain("In the chair: United States.");
});

it("reads one step, a list of them and words in a file", async () => {
  const server = await (await servers()).server();
  const claim = (according: string, result: string) =>
    `      - { talks: istanbul-april, slot: outcome, paragraph: 4, according: ${according}, says: { result: ${result} } }\n`;
  const steps = "[{ how: according to, who: Tasnim }, { how: as told by, who: an aide }]";
  const file = `articles:\n  - outlet: WeNews\n    language: es\n    claims:\n${claim(steps, "a line was laid")}${claim("{ how: as told by, who: an aide }", "a road was built")}${claim("confirmed by an aide", "a gate was shut")}`;
  await server.press(await server.ask(call(["facts", "import"], { file })), /Import all/u);
  const { text } = await server.say("outcomes talks:second");
  expect(text).toContain("A line was laid, according to Tasnim, as told by an aide.");
  expect(text).toContain("A road was built, as told by an aide.");
  expect(text).toContain("A gate was shut, as confirmed by an aide.");
  expect(text).toContain("WeNews, ¶4, in Spanish");
});

it("opens a claim that was kept with one step alone", () => {
  const claim = {
    id: "f1",
    talks: "t",
    slot: "note",
    fields: { remark: "x" },
    as: {},
    citation: { article: "a", paragraph: 1 },
  };
  const step = { how: "as told by", who: "an aide" };
  expect(CLAIM.parse({ ...claim, according: step }).according).toEqual([step]);
  expect(CLAIM.parse({ ...claim, according: [step, step] }).according).toEqual([step, step]);
  expect(CLAIM.parse(claim).according).toBeUndefined();
});
