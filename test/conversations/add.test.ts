import { expect, it } from "vitest";
import { ann, servers, formOf } from "#test/servers.ts";

const host = await servers();
const server = await host.server();

it("adds a fact with its source, shows it, and answers with it from then on", async () => {
  const { text } = await server.say(
    'facts add outcome result:"a hotline was agreed on" source:TASS paragraph:6 talks:second',
  );
  expect(text).toMatch(
    /^Added to Second round, Istanbul, April 2025\nA hotline was agreed on\. f1\n {4}Source: TASS, 10 April 2025, note 6/u,
  );
  expect((await server.say("outcomes")).text).toContain("A hotline was agreed on. f1");
});

it("joins a fact that it agrees with, as one source more, and says so", async () => {
  const { text } = await server.say(
    'facts add outcome result:"A hotline was agreed on." source:Meduza paragraph:4 talks:second',
    ann,
  );
  expect(text).toMatch(
    /^Joined a fact that was held: one more source in Second round, Istanbul, April 2025\nA hotline was agreed on\. f1/u,
  );
  expect(text).toContain("2 outlets agree");
  const shipped = await server.say(
    'facts add duration stated:"five and a half hours" source:ln24sa paragraph:2 talks:second',
  );
  expect(shipped.text).toMatch(/^Joined a fact.*\nThe talks lasted 5½ hours\. apr-duration-tass/u);
});

it("says that a differing fact makes a disagreement, and shows both", async () => {
  const { text } = await server.say('facts add duration stated:"4 hours" source:Meduza paragraph:1 talks:second');
  expect(text).toContain("This is a disagreement. Sources differ:");
  expect(text).toContain("5½ hours (TASS, Türkiye Today and ln24SA); 4 hours (Meduza)");
  expect(text).not.toContain("Around six hours passed");
});

it("asks what it needs in a form made of the slot, and adds what is filled in", async () => {
  const first = formOf(await server.say("facts add"));
  expect(first.fields.map((f) => f.name)).toEqual(["slot", "source"]);
  const form = formOf(await server.fill(first, { slot: "led" }));
  expect(form.problem).toBeUndefined();
  expect(form.fields.map((f) => [f.name, f.required])).toEqual([
    ["side", false],
    ["person", true],
    ["post", false],
    ["scope", false],
    ["talks", false],
    ["source", true],
    ["paragraph", true],
    ["excerpt", false],
    ["according", false],
  ]);
  const filled = {
    person: "John Doe",
    side: "us",
    source: "Example Post",
    paragraph: "3",
    published: "2025-04-11",
    address: "https://example.org/a",
  };
  const { text } = await server.fill(form, filled);
  expect(text).toMatch(
    /^Added to Second round, Istanbul, April 2025\nJohn Doe led the U\.S\. side\. f\d+\n {4}Source: Example Post, 11 April 2025, ¶3/u,
  );
  expect((await server.say("who doe")).text).toContain("John Doe");
});

it("gives a refused form back as it was filled in, naming what to mend", async () => {
  const form = formOf(await server.say("facts add led"));
  const entered = { person: "Ann Other", side: "us", source: "TASS", paragraph: "99", post: "envoy" };
  const again = formOf(await server.fill(form, entered));
  expect(again.problem).toMatchObject({ field: "paragraph", message: "TASS has 10 notes; there is no number 99." });
  expect(Object.fromEntries(again.fields.map((f) => [f.name, f.value]))).toMatchObject(entered);
  const sideless = formOf(await server.fill(form, { ...entered, paragraph: "3", side: "" }));
  expect(sideless.problem).toMatchObject({ field: "side" });
});

it("refuses a name that is nearly a known one, unless it is said to be new", async () => {
  const slip = await server.say("facts add led side:russia person:Darchief source:TASS paragraph:3");
  expect(slip.refusal?.message).toContain('"Darchief", but knows Alexander Darchiev');
  const itself = await server.say(
    'facts add led side:russia person:"new: Darchief" source:TASS paragraph:3 talks:second',
  );
  expect(itself.refusal?.message).toBe(
    "TASS, note 3 is held as Alexander Darchiev, ambassador to Washington (apr-led-russia).",
  );
  const { text } = await server.press(itself, /^Keep both/u);
  expect(text).toContain("Darchief led the Russian side.");
});

it("knows an article by its address, and asks which of an outlet's articles is meant", async () => {
  const add = (n: number, more: string) =>
    server.say(`facts add note remark:"remark ${n}" source:"Daily X" paragraph:${n} ${more}`);
  expect((await add(1, "address:https://x.example/1")).text).toContain("Added");
  expect((await add(2, "address:https://x.example/2")).text).toContain("Added");
  expect((await add(3, "")).refusal?.message).toBe("The desk holds 2 articles of Daily X.");
  expect((await add(4, "address:https://x.example/2")).text).toMatch(/Added/u);
  expect((await server.say("sources")).text.match(/https:\/\/x\.example\/\d/gu)).toHaveLength(2);
});

it("refuses what it holds already from the same place", async () => {
  const again = await server.say(
    'facts add outcome result:"a hotline was agreed on" source:TASS paragraph:6 talks:second',
  );
  expect(again.refusal).toMatchObject({ kind: "state" });
  expect(again.text).toContain("That is held already, from the same place");
});

it.each(["javascript:alert(1)", "file:///etc/passwd", "https://ann:pw@host.example/", "not an address"])(
  "takes no address like %s",
  async (address) => {
    const form = formOf(
      await server.say(`facts add note remark:x source:"Other Paper" paragraph:1 address:"${address}"`),
    );
    expect(form.problem?.field).toBe("address");
  },
);

it("asks about a source that contradicts itself, and corrects what it was held as", async () => {
  const server = await (await servers()).server();
  const heard = await server.say('facts add duration talks:second stated:"6 hours" source:TASS paragraph:1');
  expect(heard.refusal?.message).toBe("TASS, note 1 is held as 5½ hours (apr-duration-tass).");
  const { text } = await server.press(heard, /^Correct that instead/u);
  expect(text).toContain("6 hours");
  expect((await server.say("fact apr-duration-tass")).text).not.toContain("TASS");
});

it("shows what is near to new free words, and joins it where it says the same", async () => {
  const server = await (await servers()).server();
  const heard = await server.say(
    'facts add outcome talks:second result:"diplomatic notes were traded" source:"new: Zed" paragraph:3',
  );
  expect(heard.text).toContain("The desk holds something near: Diplomatic notes were exchanged.");
  const joined = await server.press(heard, /^Join that/u);
  expect(joined.text).toContain("“diplomatic notes were traded” (Zed)");
  expect(joined.text).toContain("3 outlets agree");
  await server.say("facts undo");
  expect((await server.say("outcomes talks:second")).text).toContain("Source: Zed");
});

it("offers to join no words that have another number", async () => {
  const server = await (await servers()).server();
  const add = (remark: string, source: string) =>
    server.say(`facts add note talks:second remark:"${remark}" source:"new: ${source}" paragraph:3`);
  await add("the delegations took 3 pauses", "Zed");
  expect((await add("the delegations took 4 pauses", "Yed")).text).not.toContain("The desk holds something near");
  expect((await add("the delegations took about 3 pauses", "Wed")).text).toContain("The desk holds something near");
});

it("takes a new spelling of a known person, with the source's own wording, and knows it from then on", async () => {
  const server = await (await servers()).server();
  const line = 'facts add led talks:second side:us person:Coultar source:"new: Zed" paragraph:3';
  const asked = await server.say(line);
  const offers = asked.refusal?.buttons.map((b) => b.label) ?? [];
  expect(offers).toContain("A spelling of Sonata Coulter");
  expect(offers).toContain("New person");
  expect(formOf(await server.press(asked, /Change what I typed/u)).fields.map((f) => f.value)).toContain("Coultar");
  const { text } = await server.say(line.replace("person:Coultar", 'person:"Sonata Coulter = S. Coultar"'));
  expect(text).toContain("“S. Coultar” (Zed)");
  expect((await server.say('who "S. Coultar"')).text).toContain("Sonata Coulter");
});

it("finds a fact by its words", async () => {
  const server = await (await servers()).server();
  expect((await server.say("facts history talks lasted 5½ hours second round")).text).toContain("apr-duration-tass");
});
