import { commands } from "#commands/index.ts";
import { completeLine } from "#core/answer/complete.ts";
import { expect, it } from "vitest";
import { cid, formOf, type TestServer } from "#test/servers.ts";
import { nile } from "./nile.ts";

const AT = 'talks:"First round, Geneva"';
const FILLING = `facts add "Red lines" side:Egypt words:"no filling without a deal" ${AT} source:Gazette paragraph:4`;

/** A desk with a slot of its own and one fact in it. */
async function limits(id: string, holds = "one"): Promise<TestServer> {
  const desk = await nile(id);
  const made = await desk.say(`facts slot add "Red lines" also:"red line, limits" holds:${holds}`);
  expect(made.text).toContain(`a slot of the desk's own, with ${holds === "one" ? "one value" : "many values"}`);
  expect((await desk.say(FILLING)).text).toContain("Red lines: no filling without a deal.");
  return desk;
}

it("is asked for by its name, by its other words, and by kind", async () => {
  const desk = await limits("T-own-ask");
  for (const question of ["what are the red lines", "red lines", "what limits did egypt have", "about red lines"]) {
    const { text } = await desk.say(question, cid);
    expect(text).toContain("Red lines: no filling without a deal.");
    expect(text).toContain("Gazette");
  }
  expect((await desk.say("about topic:limits", cid)).text).toContain("Red lines: First round, Geneva");
});

it("takes a fact as words in order, in a form, and from the button beside it", async () => {
  const desk = await nile("T-own-add");
  const made = await desk.say('facts slot add "Red lines"');
  const form = await desk.press(made, /^Add a fact$/u);
  expect(form.form?.fields.map((f) => f.name)).toContain("words");
  const said = await desk.say(`facts add "red lines" Egypt "no second dam" ${AT} source:Gazette paragraph:5`);
  expect(said.text).toContain("Red lines: no second dam.");
  expect((await desk.say("red lines", cid)).text).toContain("The Egyptian side");
});

it("shows a disagreement where it holds one value, and none where it holds many", async () => {
  const other = FILLING.replace("no filling without a deal", "no dam at all").replace("Gazette", "Herald");
  const one = await limits("T-own-one");
  expect((await one.say(other)).text).toContain("This is a disagreement");
  expect((await one.say("disputes", cid)).text).toContain("Red lines: First round, Geneva");
  await one.say('facts slot edit "Red lines" holds:many');
  expect((await one.say("disputes", cid)).text).not.toContain("Red lines");
  const many = await limits("T-own-many", "many");
  expect((await many.say(other)).text).not.toContain("This is a disagreement");
});

it("is renamed, merged, retired, brought back and taken back, with its facts", async () => {
  const desk = await limits("T-own-names");
  await desk.say('facts slot edit "Red lines" called:"Hard limits"');
  expect((await desk.say("red lines", cid)).text).toContain("Hard limits: no filling without a deal.");
  await desk.say('facts slot add "Conditions"');
  await desk.say(FILLING.replace("Red lines", "Conditions").replace("no filling without a deal", "water first"));
  const values = { name: "slot: Conditions", into: "slot: Hard limits" };
  const form = formOf(await desk.ask({ path: ["desk", "merge"], values }));
  const merged = await desk.fill(form, values);
  expect(merged.text).toContain("Hard limits");
  expect((await desk.say("hard limits", cid)).text).toContain("Hard limits: water first.");
  await desk.say("facts undo");
  expect((await desk.say("conditions", cid)).text).toContain("Conditions: water first.");
  const gone = await desk.say('facts slot retire "Hard limits" reason:unused');
  expect(gone.text).toContain("1 fact left the answers");
  expect((await desk.say("about outcomes", cid)).text).not.toContain("no filling");
  expect((await desk.say("hard limits", cid)).text).not.toContain("no filling without a deal");
  await desk.press(gone, /^Bring back$/u);
  expect((await desk.say("hard limits", cid)).text).toContain("no filling without a deal");
  expect((await desk.say("facts audit")).text).toContain("Hard limits");
});

it("goes to another desk in a file, and is of one desk until then", async () => {
  const desk = await limits("T-own-export");
  const other = await nile("T-own-import");
  expect((await other.say("red lines", cid)).text).not.toContain("no filling");
  const refused = await other.say(FILLING);
  expect(refused.text).not.toContain("Added");
  for (const format of ["yaml", "json"]) {
    const file = (await desk.say(`facts export format:${format}`)).answer;
    const text = file.kind === "reply" ? file.reply.blocks.flatMap((b) => (b.kind === "file" ? [b.text] : [])) : [];
    const there = await other.ask({ path: ["facts", "import"], values: { file: text[0] ?? "", apply: "yes" } });
    expect(there.refusal).toBeUndefined();
  }
  expect((await other.say("what limits did egypt have", cid)).text).toContain("Red lines: no filling without a deal.");
});

it.each([
  ["its name", "Red lines"],
  ["another of its words, in any case", "Limits"],
])("is named in a file by %s alone, as shipped kinds are", async (_, slot) => {
  const files = [
    [
      "yaml",
      `outlet: Herald\nclaims:\n  - {slot: ${slot}, talks: "First round, Geneva", side: Egypt, says: {words: no second dam}, paragraph: 7}\n`,
    ],
    [
      "made",
      `slots: [{name: Red lines, aliases: [limits]}]\narticles:\n  - outlet: Herald\n    claims:\n      - {slot: ${slot}, talks: "First round, Geneva", says: {words: no second dam}, paragraph: 7}\n`,
    ],
    ["csv", `slot,talks,words,source,paragraph\n${slot},"First round, Geneva",no second dam,Herald,7\n`],
  ] as const;
  for (const [kind, file] of files) {
    const desk = await (kind === "made" ? nile("T-own-short") : limits("T-own-short"));
    const done = await desk.ask({ path: ["facts", "import"], values: { file, apply: "yes" } });
    expect(done.refusal).toBeUndefined();
    expect((await desk.say("red lines", cid)).text).toContain("Red lines: no second dam.");
  }
});

it("is refused in a file where nothing is called so, with what there is", async () => {
  const desk = await limits("T-own-unknown");
  const file = "slot,talks,words,source,paragraph\nTone,First round,calm,Herald,7\n";
  const { text } = await desk.ask({ path: ["facts", "import"], values: { file } });
  expect(text).toMatch(/slot: "Tone" is not a slot; the slots are "Red lines", date, venue/u);
});

it("is followed, told by a digest, and suggested", async () => {
  const desk = await limits("T-own-digest");
  expect((await desk.say('follow "limits"', cid)).text).toContain("Red lines");
  const order = await desk.say('digest subscribe C0123456789 every:daily timezone:vienna topics:"Red lines"');
  expect(order.text).toContain("Red lines");
  await desk.say(FILLING.replace("no filling without a deal", "no second dam").replace("Gazette", "Herald"));
  await desk.say(`facts add venue city:Geneva ${AT} source:Herald paragraph:9`);
  const told = await desk.say("digest preview");
  expect(told.text).toContain("Red lines");
  expect(told.text).not.toContain("were held");
  const waits = await desk.say(FILLING.replace("facts add", "suggest").replace("no filling", "no digging"), cid);
  expect(waits.text).toContain("Suggested");
  const queue = await desk.say("facts review");
  expect(queue.text).toContain("no digging");
  const asked = await desk.press(queue, /^Approve/u);
  expect(asked.text).toContain("is held as no filling without a deal");
  expect((await desk.press(asked, /^Keep both/u)).text).toContain("Red lines: no digging without a deal.");
});

it("is not called as what Talks knows already, and has limits", async () => {
  const desk = await nile("T-own-limits");
  const say = async (rest: string) => (await desk.say(`facts slot add ${rest}`)).text;
  expect(await say('"What comes next"')).toContain('"What comes next" asks for What comes next already.');
  expect(await say("Tone also:lasted")).toContain('"lasted" asks for How long already.');
  expect(await say("timeline")).toContain('"timeline" is a command.');
  expect(await say(`"${"long ".repeat(9).trim()}"`)).toContain("44 characters long");
  for (let n = 1; n <= 25; n += 1) expect(await say(`"Topic ${n}"`)).toContain(`Added: Topic ${n}`);
  expect(await say('"Topic 26"')).toContain("The desk has 25 slots of its own.");
  expect((await desk.say('facts slot retire "Topic 3"')).text).toContain("Retired");
  expect(await say('"Topic 26"')).toContain("Added: Topic 26");
});

it("is completed where a fact is added and a kind is asked about", async () => {
  const { view } = await (await limits("T-own-complete")).session.desk.snapshot();
  const words = (line: string) => completeLine(line, commands, view).words;
  expect(words("facts add slot:red")).toContain('slot:"Red lines"');
  expect(words("talks suggest slot:red")).toContain('slot:"Red lines"');
  expect(words("talks about topic:red")).toContain('topic:"Red lines"');
  expect(words('facts add "Red lines" w')).toContain("words:");
  expect(words('facts add "Red lines" k')).not.toContain("kind:");
});
