import { expect, it } from "vitest";
import { formOf, servers } from "#test/servers.ts";

const opened = async () => (await servers()).server();

it("mends where a fact rests: paragraph and attribution, of its only citation", async () => {
  const server = await opened();
  const { text } = await server.say(
    'facts correct apr-outcome-roadmap paragraph:1 according:"confirmed by the ministry" reason:misread',
  );
  expect(text).toContain("Türkiye Today, 10 April 2025, note 1");
  expect(text).toContain("as confirmed by the ministry");
});

it("asks whose citation it is where a fact has several, and mends that one alone", async () => {
  const server = await opened();
  const asked = await server.say("facts correct apr-duration-tass paragraph:2");
  expect(formOf(asked).fields.map((f) => f.name)).toContain("of");
  // Whose words are corrected is not known yet: none stand in the form.
  expect(formOf(asked).fields.map((f) => f.name)).not.toContain("stated");
  const unsaid = await server.fill(formOf(asked), { paragraph: "2" });
  expect(formOf(unsaid).problem?.field).toBe("of");
  const { text } = await server.say('facts correct apr-duration-tass of:"Türkiye Today" paragraph:2');
  expect(text).toMatch(/TASS, 10 April 2025, note 1; .*Türkiye Today, 10 April 2025, note 2/u);
});

it("moves a fact to the round and the side that its source is about", async () => {
  const server = await opened();
  const added = await server.say(
    'facts add outcome talks:second result:"a hotline was agreed on" source:TASS paragraph:6',
  );
  const id = /\bf\d+\b/u.exec(added.text)?.[0] ?? "none";
  await server.say(`facts correct ${id} talks:first side:russia reason:"the wrong round"`);
  expect((await server.say("outcomes talks:first")).text).toContain("hotline");
  expect((await server.say("outcomes talks:second")).text).not.toContain("hotline");
});

it("lets one source's own words leave a fact, and join the one that they agree with", async () => {
  const server = await opened();
  const { text } = await server.say(
    'facts correct apr-duration-tass of:"Türkiye Today" stated:"around four hours" reason:misread',
  );
  expect(text).toMatch(
    /Türkiye Today says it apart from the others now, in Second round, [^:]*:\nThe talks lasted around four hours, [^.]*\. f2\n/u,
  );
  expect(text).toContain("The others say it as before:\nThe talks lasted 5½ hours. apr-duration-tass");
  expect(text).not.toContain("worded it differently");
  expect((await server.say("how-long")).text).toContain("around four hours (Türkiye Today)");
  expect((await server.say("fact apr-duration-tass")).text).toContain("Source: TASS");
});

it.each([
  ["another round", "talks:second", "Second round", "one more source of the fact there", /apr-led-us\n/u],
  ["another side", "side:russia", "First round", "a fact of its own", /led the Russian delegation\. f\d+\n/u],
])("moves one source of several to %s, and says where it is now", async (_, values, round, __, fact) => {
  const server = await opened();
  const { text } = await server.say(`facts correct feb-led-us-hurriyet of:meduza ${values} reason:misfiled`);
  expect(text).toContain(`Meduza says it apart from the others now, in ${round}`);
  expect(text).toMatch(fact);
  expect(text).toContain("Source: Hürriyet Daily News");
});

it("says what of a citation was corrected, at once and in the history", async () => {
  const server = await opened();
  const added = await server.say('facts add note talks:second remark:"it rained" source:"new: Zed" paragraph:2');
  const id = /\bf\d+\b/u.exec(added.text)?.[0] ?? "none";
  expect((await server.say(`facts correct ${id} paragraph:4`)).text).toContain("Was: Zed, ¶2 → Now: Zed, ¶4");
  const moved = await server.say(`facts correct ${id} talks:first reason:misfiled`);
  expect(moved.text).toContain("Corrected in First round, Istanbul, February 2025");
  expect(moved.text).toContain("Was: Second round, Istanbul, April 2025 → Now: First round, Istanbul, February 2025");
  const { text } = await server.say(`facts history ${id}`);
  expect(text).toContain("[Zed, ¶2 → Zed, ¶4]");
  expect(text).toContain("(Second round, Istanbul, April 2025 → First round, Istanbul, February 2025)");
});

it("mends the outlet that a citation rests on", async () => {
  const server = await opened();
  const { text } = await server.say('facts correct apr-venue-tass of:TASS source:"new: Interfax" paragraph:4');
  expect(text).toContain("Interfax, ¶4");
});

it("mends an article's title, day, address and language, by its outlet or its id", async () => {
  const server = await opened();
  const { text } = await server.say(
    'facts correct meduza title:"Talks were constructive" published:2025-03-01 language:ru reason:"as printed"',
  );
  expect(text).toContain("published: 2025-02-28 → 2025-03-01");
  expect((await server.say("sources meduza")).text).toContain("1 March 2025");
  const form = formOf(await server.say("facts correct meduza"));
  expect(form.fields.find((f) => f.name === "title")?.value).toBe("Talks were constructive");
  await server.say("facts undo");
  expect((await server.say("sources meduza")).text).toContain("28 February 2025");
});

it("takes the former name of an option, from a line typed as before", async () => {
  const server = await opened();
  await server.say('facts correct apr-duration-tass stated:"5 hours" why:"misread"');
  expect((await server.say("facts history apr-duration-tass")).text).toContain("Reason: misread");
});

it("offers to mend each place that an added fact rests on", async () => {
  const server = await opened();
  const added = await server.say(
    'facts add outcome talks:second result:"a hotline was agreed on" source:TASS paragraph:6',
  );
  const form = formOf(await server.press(added, /^Correct citation: TASS/u));
  expect(form.fields.find((f) => f.name === "paragraph")?.value).toBe("6");
  expect((await server.fill(form, { paragraph: "7" })).text).toContain("TASS, 10 April 2025, note 7");
});

it("finds the citation by its outlet, however the outlet's name is spelt", async () => {
  for (const outlet of ["the tass", "TASS", "turkiye today", "“Türkiye Today”"]) {
    const { text } = await (await opened()).say(`facts correct apr-duration-tass of:"${outlet}" paragraph:2`);
    expect([outlet, text]).toEqual([outlet, expect.stringContaining("note 2")]);
  }
});

const OTHER_POST =
  'facts add led talks:second side:us person:"Sonata Coulter" post:"a deputy secretary" source:"new: Zed" paragraph:3';

it.each(["paragraph:4", 'according:"as told by an aide"', 'source:"new: Yed" paragraph:4'])(
  "leaves a source its own words where only its citation is corrected: %s",
  async (what) => {
    const server = await opened();
    const words = (text: string) => /Post as reported: .*/u.exec(text)?.[0].replace("Yed", "Zed");
    const before = await server.say(OTHER_POST);
    const after = await server.say(`facts correct apr-led-us of:Zed ${what}`);
    expect(after.text).toMatch(/^Corrected/u);
    expect(words(after.text)).toBe(words(before.text));
    expect(words(after.text)).toContain("“a deputy secretary” (Zed)");
  },
);

it("leaves a source its own words where the form asked whose citation it is", async () => {
  const server = await opened();
  await server.say(OTHER_POST);
  const asked = await server.say("facts correct apr-led-us paragraph:4");
  const { text } = await server.fill(formOf(asked), { of: "Zed", paragraph: "4" });
  expect(text).toContain("“a deputy secretary” (Zed)");
  expect(text).toContain("Zed, ¶4");
});
