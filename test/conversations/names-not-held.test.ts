import { expect, it } from "vitest";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { nile } from "#test/commands/desk/nile.ts";
import { ann, cid, formOf, root, servers, type Heard } from "#test/servers.ts";

const inChannel = { ...ann, channel: "C1" };
const labels = ({ refusal }: Heard): readonly string[] => (refusal?.buttons ?? []).map((b) => b.label);

it("makes a party that a fact names, and goes on with the fact", async () => {
  const desk = await nile("T-new-party");
  const asked = await desk.say(
    'facts add led side:Sudan person:"new: Vera Noor" talks:"Second round" source:Gazette paragraph:4',
  );
  expect(asked.text).toContain('No party here is called "Sudan".');
  expect(labels(asked)).toContain("New party");
  const made = await desk.press(asked, /^New party$/u);
  expect(made.text).toContain("Sudan: a party; sentences say the Sudanese side.");
  expect((await desk.press(made, /^Go on: facts add/u)).text).toContain("Vera Noor led the Sudanese side.");
});

it("asks in a form what the new name lacks, and still goes on", async () => {
  const desk = await nile("T-new-form");
  const asked = await desk.say(
    'facts add led side:Egypt person:"Ida Ray" talks:"Third round" source:Gazette paragraph:4',
  );
  const form = formOf(await desk.press(asked, /^New talks$/u));
  expect(form.fields.find((f) => f.name === "called")?.value).toBe("Third round");
  const made = await desk.fill(form, { negotiation: "Nile dam talks", called: "Third round" });
  expect((await desk.press(made, /^Go on: facts add/u)).text).toContain("Ida Ray led the Egyptian side.");
});

it("keeps the typed name as a spelling of one that is near, and goes on", async () => {
  const desk = await nile("T-spelling");
  const asked = await desk.say('facts person add "Vera Noor" party:"Egyptian Republic"');
  expect(labels(asked)).toContain("A spelling of Egypt");
  const kept = await desk.press(asked, /^A spelling of Egypt$/u);
  expect(kept.text).toContain("Spellings of Egypt");
  expect((await desk.press(kept, /^Go on: desk person-add/u)).text).toContain("Vera Noor: a person of Egypt.");
});

it("shows the buttons in place of a form that was sent, and gives the form back as it was", async () => {
  const desk = await nile("T-form-back");
  const form = formOf(await desk.say("facts add venue"));
  const sent = await desk.fill(form, { city: "Geneva", talks: "Third", source: "Gazette", paragraph: "5" });
  expect(labels(sent)).toEqual(expect.arrayContaining(["New talks", "Change what I typed"]));
  const back = formOf(await desk.press(sent, /^Change what I typed/u));
  expect(back.fields.find((f) => f.name === "source")?.value).toBe("Gazette");
});

it("offers the first talks on a desk that has none", async () => {
  const desk = await (await servers(EMPTY_LIBRARY)).server({ platform: "slack", id: "T-first" });
  const asked = await desk.say('facts add venue city:Geneva source:"new: Gazette" paragraph:1');
  expect(asked.text).toContain("The desk has no talks yet.");
  const form = formOf(await desk.press(asked, /^New talks$/u, root));
  expect(form.call.next?.path).toEqual(["facts", "add"]);
});

it("offers a reader no change", async () => {
  const desk = await nile("T-reader");
  for (const line of ["who-led side:Sudan", "suggest led side:Sudan", "who-led side:Egyptian Republic"]) {
    const { refusal, form } = await desk.say(line, cid);
    expect(JSON.stringify([refusal?.buttons, form?.problem])).not.toMatch(/New party|A spelling of/u);
  }
});

it("offers a spelling, and a new one, where a change names what is not held", async () => {
  const desk = await nile("T-edit-unknown");
  const asked = await desk.say('facts person edit "Ida Rayy" party:Ethiopia');
  expect(labels(asked)).toEqual(expect.arrayContaining(["A spelling of Ida Ray", "New person"]));
  const kept = await desk.press(asked, /^A spelling of Ida Ray/u);
  expect((await desk.press(kept, /^Go on/u)).text).toContain(
    "Ida Ray: a person of Ethiopia. Also I. Ray and Ida Rayy.",
  );
  expect(labels(await desk.say("facts retire Genf"))).toContain("A spelling of Geneva (place)");
});

it("makes a slot that a fact is put into, and goes on with the fact", async () => {
  const desk = await nile("T-new-slot");
  const fact = 'words:"no second dam" talks:"First round, Geneva" source:Gazette paragraph:9';
  const asked = await desk.say(`facts add "Red lines" ${fact}`);
  expect(asked.text).toContain('No kind of fact here is called "Red lines".');
  const made = await desk.press(asked, /^New slot$/u);
  expect((await desk.press(made, /^Go on: facts add/u)).text).toContain("Red lines: no second dam.");
  const slip = await desk.say(`facts add "Red lins" ${fact.replace("second", "third")}`);
  expect(slip.text).toContain("Red lines: no third dam.");
});

it.each([
  ['facts alias add "Ida Rayy" "I. B. Ray"', /^A spelling of Ida Ray \(person\)$/u, "• I. B. Ray"],
  ["facts history Genff", /^A spelling of Geneva \(place\)$/u, "History of Geneva"],
  ['facts talks retire "First rond, Geneva"', /^A spelling of First round, Geneva$/u, "Retired: First round, Geneva"],
  ["facts retire Genff", /^A spelling of Geneva \(place\)$/u, "Retired: Geneva"],
  ['facts merge "Ida Rayy" into:"I. Ray"', /^A spelling of Ida Ray$/u, "one name already"],
  [
    'facts focus "Nile damm talkss"',
    /^A spelling of Nile dam talks$/u,
    "Questions in this channel mean Nile dam talks",
  ],
  ['facts here talks:"Geneva rounds"', /^A spelling of First round, Geneva$/u, "Set here"],
  ['who-led side:"Egyptian Republic"', /^A spelling of Egypt$/u, "Ida Ray led"],
  [
    'digest subscribe C0123456789 every:daily timezone:vienna topics:"how long, Nile dam discussion"',
    /^A spelling of Nile dam/u,
    "How long; Nile dam talks",
  ],
])("keeps a name as a spelling, and goes on: %s", async (line, label, then) => {
  const desk = await nile("T-every-spelling");
  const kept = await desk.press(await desk.say(line, inChannel), label, inChannel);
  expect((await desk.press(kept, /^Go on/u, inChannel)).text).toContain(then);
});

it.each([
  ['facts alias add "Vera Noor" "V. Noor"', ["New person", "New party", "New place", "New talks", "New slot"]],
  ["facts history Atlantis", ["New person", "New party", "New place", "New talks", "New slot"]],
  ["facts retire Atlantis", ["New person", "New party", "New place", "New talks", "New slot"]],
  ["facts merge Atlantis into:Egypt", ["New party"]],
  ['facts focus "Moon talks"', ["New talks"]],
  ['facts here talks:"Moon talks"', ["New talks"]],
])("offers to make what is not held: %s", async (line, fresh) => {
  const desk = await nile("T-every-new");
  expect(labels(await desk.say(line))).toEqual(expect.arrayContaining(fresh));
});

it.each(['digest subscribe C0123456789 every:daily timezone:vienna topics:"Moon talks"', 'talks follow "Moon talks"'])(
  "offers to look for words where these can be followed, and makes nothing of them: %s",
  async (line) => {
    const desk = await nile("T-followed-words");
    const offered = labels(await desk.say(line));
    expect(offered).toContain("The words “Moon talks”");
    expect(offered.filter((label) => label.startsWith("New "))).toEqual([]);
  },
);

it("makes the negotiation that a channel is to mean, and goes on", async () => {
  const desk = await nile("T-focus-new");
  const form = formOf(await desk.press(await desk.say('facts focus "Moon talks"'), /^New talks$/u));
  expect(form.fields.find((f) => f.name === "negotiation")?.value).toBe("Moon talks");
  const made = await desk.fill(form, { negotiation: "Moon talks", called: "First round", parties: "Egypt, Ethiopia" });
  expect((await desk.press(made, /^Go on: desk focus/u, inChannel)).text).toContain(
    "Questions in this channel mean Moon talks",
  );
});

it("gives a form back as it was sent, also where the command refused the name", async () => {
  const desk = await nile("T-command-back");
  const sent = await desk.fill(formOf(await desk.say("facts alias")), {
    action: "add",
    name: "Nobody",
    spelling: "N.",
  });
  expect(labels(sent)).toEqual(expect.arrayContaining(["New person", "Change what I typed"]));
  const back = formOf(await desk.press(sent, /^Change what I typed/u));
  expect(back.fields.map((f) => f.value)).toEqual(["add", "Nobody", "N."]);
});
