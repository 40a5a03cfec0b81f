import { afterEach, expect, it } from "vitest";
import { compose, composeFollowed } from "#core/digest/compose.ts";
import { sinceNow } from "#core/digest/since.ts";
import { EVERYTHING, type Since, type Wants } from "#core/digest/subscription.ts";
import { render } from "#platforms/terminal/render.ts";
import { ann, servers, cid, type TestServers, type TestServer } from "#test/servers.ts";

const WANTS: Wants = { topics: EVERYTHING, quiet: false, suggestions: false, language: "english" };

let host: TestServers;
afterEach(() => host.close());

async function opened(): Promise<{ server: TestServer; since: Since }> {
  host = await servers();
  const server = await host.server();
  return { server, since: sinceNow(await server.session.desk.whole()) };
}

async function told(server: TestServer, since: Since, wants: Partial<Wants> = {}): Promise<string> {
  const composed = compose(await server.session.desk.whole(), { ...WANTS, ...wants }, since);
  return composed.kind === "nothing" ? "" : render(composed.reply, { width: 2000, colour: false });
}

it("leads with what was corrected: was, now, its id, its source, the reason", async () => {
  const { server, since } = await opened();
  await server.say('facts add outcome talks:second result:"a hotline was agreed on" source:TASS paragraph:6');
  await server.say('facts correct apr-duration-tass stated:"5 hours" reason:"misread"');
  const text = await told(server, since);
  expect(text).toMatch(/^Corrected: How long: was 5½ hours, now 5 hours \(and \d more changes?\)\n/u);
  expect(text).toMatch(
    /Was: The talks lasted 5½ hours\. → Now: The talks lasted 5 hours\. apr-duration-tass \[TASS .*, 10 April 2025, note 1\]/u,
  );
  expect(text).toContain("Reason: misread");
  expect(text.indexOf("Was: ")).toBeLessThan(text.indexOf("New: Second round"));
  expect(text).toMatch(/New: Second round.*\n.*a hotline was agreed on\. f\d+ \[TASS .*, 10 April 2025, note 6\]/iu);
});

it("tells a disagreement that opened with every side, its source and its id, and when it is settled", async () => {
  const { server, since } = await opened();
  await server.say('facts add venue place:"new: the Grand Hotel" source:Meduza paragraph:2');
  const text = await told(server, since);
  expect(text).toMatch(/^Sources differ on where \(Second round, Istanbul, April 2025\): .*Grand Hotel/u);
  expect(text).toContain("Grand Hotel");
  expect(text).toMatch(/Meduza.*¶2|Meduza.*note 2/u);
  expect(text).not.toContain("New: ");
  const [id = ""] = /\bf\d+\b/u.exec(text) ?? [];
  const later = sinceNow(await server.session.desk.whole());
  await server.say(`facts resolve apr-venue reason:"as all say"`);
  const after = await told(server, later);
  expect(after).toMatch(/^Settled: /u);
  expect(after).toContain(`Set aside: `);
  expect(after).toContain(id);
});

it("says in one line that nothing changed and how many sources are held, or nothing at all", async () => {
  const { server, since } = await opened();
  expect(await told(server, since)).toMatch(/^Nothing changed since the last digest\. \d+ sources are held\.\n/u);
  expect(await told(server, since, { quiet: true })).toBe("");
});

it("tells a retraction with its reason, and a fact that was brought back", async () => {
  const { server, since } = await opened();
  await server.say('facts retract apr-led-us reason:"withdrawn by the source"');
  const text = await told(server, since);
  expect(text).toMatch(/^Retracted: .*Coulter/u);
  // The headline tells it whole, so that the line below does not repeat it.
  expect(text).toMatch(/\nSecond round, Istanbul, April 2025 apr-led-us \[.*\] Reason: withdrawn by the source/u);
  expect(text.match(/Coulter/gu)).toHaveLength(1);
  await server.say('facts retract apr-led-russia reason:"withdrawn too"');
  const both = await told(server, since);
  expect(both).toContain("\nRetractions\n");
  expect(both).toMatch(/Retracted: .* apr-led-us \[.*\] Reason: withdrawn by the source/u);
  expect(both).not.toContain("Corrections");
  await server.say("facts restore apr-led-russia");
  const later = sinceNow(await server.session.desk.whole());
  await server.say("facts restore apr-led-us");
  expect(await told(server, later)).toMatch(/^Brought back: /u);
  expect(await told(server, since)).toMatch(/^Nothing changed/u);
});

it("tells a source that was added to a fact that stands", async () => {
  const { server, since } = await opened();
  await server.say("facts source apr-led-us source:Meduza paragraph:3");
  expect(await told(server, since)).toMatch(/apr-led-us now also \[Meduza/u);
});

it("tells what waits to be reviewed only where it was asked for", async () => {
  const { server, since } = await opened();
  await server.say('suggest outcome talks:second result:"a hotline was agreed on" source:TASS paragraph:6', cid);
  expect(await told(server, since)).toMatch(/^Nothing changed/u);
  const text = await told(server, since, { suggestions: true });
  expect(text).toMatch(/^1 new suggestion for moderators\n/u);
  expect(text).toMatch(/Suggestions \(1 waiting in all\)\n.*a hotline was agreed on s\d+ \[TASS, note 6\]/u);
});

it("tells only what is about its topics", async () => {
  const { server, since } = await opened();
  await server.say('facts correct apr-duration-tass stated:"5 hours" reason:"misread"');
  const slots = (names: string[]) => ({ topics: { ...EVERYTHING, slots: names } });
  expect(await told(server, since, slots(["venue"]))).toMatch(/^Nothing changed/u);
  expect(await told(server, since, slots(["venue", "duration"]))).toMatch(/^Corrected/u);
  expect(await told(server, since, { topics: { ...EVERYTHING, talks: ["istanbul-february"] } })).toMatch(/^Nothing/u);
  const negotiation = (id: string) => ({ topics: { ...EVERYTHING, negotiations: [id] } });
  expect(await told(server, since, negotiation("us-russia"))).toMatch(/^Corrected/u);
  expect(await told(server, since, negotiation("iran-us"))).toMatch(/^Nothing/u);
  const people = composeFollowed(await server.session.desk.whole(), { ...EVERYTHING, people: ["darchiev"] }, since);
  expect(people.kind).toBe("nothing");
});

it.each([
  ["air service", true],
  ["direct flights", false],
  ["intimidation", false],
])("tells by the words that a fact says: %s", async (words, said) => {
  const { server, since } = await opened();
  await server.say('facts add outcome talks:second result:"direct air services resume" source:TASS paragraph:6');
  const told_ = await told(server, since, { topics: { ...EVERYTHING, words: [words] } });
  expect(told_.startsWith("New: ")).toBe(said);
  expect(/^New: Direct air services resume\.\nSecond round.* f\d+ \[TASS.*note 6\]\n/u.test(told_)).toBe(said);
});

it("tells where the talks stand, with each source, beside what changed", async () => {
  const { server, since } = await opened();
  const text = await told(server, since, { form: "state" });
  expect(text).toMatch(/^Nothing changed since the last digest/u);
  expect(text.indexOf("Where it stands: Second round")).toBeLessThan(text.indexOf("Where it stands: First round"));
  expect(text).toMatch(/Sonata Coulter[^\n]* for the U\.S\. side\. apr-led-us\n[^\n]*TASS/u);
  const only = await told(server, since, { form: "state", topics: { ...EVERYTHING, talks: ["istanbul-february"] } });
  expect(only).not.toContain("Second round");
  expect(await told(server, since, { form: "state", quiet: true })).toBe("");
});

it("quotes what it tells of the state, so that a correction follows", async () => {
  const { server, since } = await opened();
  const composed = compose(await server.session.desk.whole(), { ...WANTS, form: "state" }, since);
  expect(composed.kind === "say" ? composed.reply.facts.map((f) => f.id) : []).toContain("apr-led-us");
});

it("shows the two latest rounds of a negotiation side by side, as a picture of what its words say", async () => {
  const { server, since } = await opened();
  const composed = compose(await server.session.desk.whole(), { ...WANTS, form: "state" }, since);
  const blocks = composed.kind === "say" ? composed.reply.blocks : [];
  const [picture, ...more] = blocks.flatMap((block) => (block.kind === "picture" ? [block] : []));
  expect(more).toEqual([]);
  expect(picture?.picture.form).toBe("columns");
  expect(picture?.picture.head).toEqual(["What", "First round", "Second round"]);
  const rows = picture?.picture.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join("")));
  expect(rows?.[0]?.[0]).toBe("When");
  expect(rows?.[0]?.[1]).toContain("27 February 2025");
  expect(rows?.[0]?.[2]).toContain("10 April 2025");
  expect(rows?.filter(([what]) => what?.startsWith("Who led"))).toHaveLength(2);
  expect(picture?.alt).toMatch(/^Where the talks stand: First round, .*When; First round: 27 February 2025/u);
  expect(blocks.indexOf(picture ?? blocks[0] ?? { kind: "buttons", buttons: [] })).toBeGreaterThan(0);
});

it("draws rounds that stand beside no other of their negotiation one after another", async () => {
  const { server, since } = await opened();
  const [picture] = await pictured(server, since, {
    form: "state",
    topics: { ...EVERYTHING, talks: ["istanbul-april"] },
  });
  const rows = picture?.picture.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join("")));
  expect(rows?.slice(0, 1)).toEqual([
    ["Second round, Istanbul, April 2025", "When", "The talks were held on 10 April 2025 TASS, note 1"],
  ]);
  await server.say('desk talks-add "Third round, Istanbul" negotiation:us-russia');
  await server.say('facts add date talks:third stated:"3 June 2026" source:Meduza paragraph:1');
  const both = await pictured(server, since, { form: "state" });
  expect(both.map(({ name }) => name)).toEqual(["rounds", "talks"]);
  expect(both[0]?.alt).toContain("Third");
  expect(both[1]?.alt).toContain("First round");
  expect(both[1]?.alt).not.toContain("Second round");
});

async function pictured(server: TestServer, since: Since, wants: Partial<Wants> = {}) {
  const composed = compose(await server.session.desk.whole(), { ...WANTS, ...wants }, since);
  return composed.kind === "nothing" ? [] : composed.reply.blocks.flatMap((b) => (b.kind === "picture" ? [b] : []));
}

it.each([
  ["a length", 'facts correct apr-duration-tass stated:"5 hours" reason:"misread"', "5 hours"],
  ["a day", 'facts add date talks:second stated:"11 April 2025" source:Meduza paragraph:2', "11 April 2025"],
  ["what comes next", 'facts add next talks:second step:"a third round" source:Meduza paragraph:2', "third round"],
])("draws the timeline of a round where %s changed, as it stands now", async (_, line, said) => {
  const { server, since } = await opened();
  await server.say(line);
  const [picture, ...more] = await pictured(server, since);
  expect(more).toEqual([]);
  expect(picture?.alt).toMatch(/^Timeline: Second round/u);
  expect(JSON.stringify(picture?.picture.rows)).toContain(said);
  expect(JSON.stringify(picture?.picture.rows)).not.toContain("27 February");
});

it("draws nothing where no day, length or course changed, and one picture where the digest tells the state", async () => {
  const { server, since } = await opened();
  expect(await pictured(server, since)).toEqual([]);
  await server.say('facts add agenda talks:second topic:"air service" source:Meduza paragraph:2');
  expect(await pictured(server, since)).toEqual([]);
  await server.say('facts correct apr-duration-tass stated:"5 hours" reason:"misread"');
  expect(await pictured(server, since, { form: "state" })).toHaveLength(1);
});

it("pings only the role that was chosen, and says how many instants passed", async () => {
  const { server, since } = await opened();
  const at = await server.session.desk.whole();
  const mention = { kind: "role", id: "77", name: "news" } as const;
  const composed = compose(at, { ...WANTS, mention }, since, 3);
  expect(composed.kind === "say" ? composed.reply.mention : undefined).toEqual({ kind: "role", id: "77" });
  const text = composed.kind === "say" ? render(composed.reply, { width: 2000, colour: false }) : "";
  expect(text).toContain("3 digests before this one could not be posted.");
  expect(compose(at, WANTS, since)).toEqual(compose(at, WANTS, since));
});

it("tells nothing of another desk's past where one was linked meanwhile", async () => {
  const { server } = await opened();
  host.at("2026-11-24T12:00:00Z");
  await server.say('facts correct apr-duration-tass stated:"5 hours" reason:"misread"', ann);
  const since = { ...sinceNow(await server.session.desk.whole()), mark: "2026-11-01T00:00:00Z" };
  await server.say('facts correct apr-duration-tass stated:"6 hours" reason:"misread"', ann);
  expect(await told(server, since)).toMatch(/^Nothing changed/u);
});
