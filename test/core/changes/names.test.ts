import { expect, it } from "vitest";
import { planEditName } from "#core/changes/edit-name.ts";
import type { NameDetails } from "#core/changes/name-state.ts";
import { planName } from "#core/changes/name-thing.ts";
import { planRestoreName, planRetireName } from "#core/changes/retire-name.ts";
import { rounds } from "#core/facts/view.ts";
import { ada, newSeat, World } from "#test/moderation.ts";
import { begin, change, known, make, nile, NILE, said } from "./nile.ts";

it("makes a negotiation with its rounds, parties and people, asked about at once", async () => {
  const seat = await nile();
  const { view } = await seat.desk.snapshot();
  expect(view.negotiations.exact("dam talks")?.id).toBe("nile");
  expect(rounds(view, "nile").map((t) => t.name)).toEqual(["Cairo meeting", "Khartoum meeting"]);
  expect((await seat.say('about attended talks:"Cairo meeting"', ada)).text).toContain("Ida Ray took part");
});

it.each<[why: string, details: NameDetails, message: string]>([
  ["without letters", { of: "places", name: "!!", aliases: [] }, "A name needs a letter or a digit. [name]"],
  ["that is another's", { of: "people", name: "Sol", aliases: [] }, '"Sol" is a spelling of Omar Sol here. [name]'],
  [
    "with a spelling of another",
    { of: "places", name: "Giza", aliases: ["NYC"] },
    '"NYC" is a spelling of New York here. [aliases]',
  ],
  [
    "of everybody",
    { of: "parties", name: "Both sides", adjective: "x", aliases: [] },
    "The desk has Both sides already. [name]",
  ],
  [
    "without an adjective",
    { of: "parties", name: "Chad", adjective: " ", aliases: [] },
    "A party needs its adjective. [adjective]",
  ],
  ["of no party", { of: "people", name: "Ann", party: "chad", aliases: [] }, 'No party here is called "chad". [party]'],
  [
    "with one who negotiates",
    { of: "negotiations", name: "N", aliases: [], parties: [{ party: "egypt", role: "party" }] },
    "Fewer than two negotiate. [parties]",
  ],
  [
    "with a party of two roles",
    {
      of: "negotiations",
      name: "N",
      aliases: [],
      parties: [
        { party: "egypt", role: "party" },
        { party: "egypt", role: "host" },
      ],
    },
    "Egypt stands there twice. [parties]",
  ],
  [
    "of no negotiation",
    { of: "talks", name: "T", aliases: [], negotiation: "none", parties: [] },
    'No negotiation here is called "none". [negotiation]',
  ],
  [
    "with a party that takes no part",
    { of: "talks", name: "T", aliases: [], negotiation: "nile", parties: ["russia"] },
    "Russia takes no part in Nile. [parties]",
  ],
  [
    "in a place that is taken",
    { of: "talks", name: "T", aliases: [], negotiation: "us-russia", parties: [], order: 2 },
    "Second round, Istanbul, April 2025 has place 2 of U.S.–Russia talks on their embassies, 2025. [order]",
  ],
])("refuses a name %s", async (_, details, message) => {
  const seat = await nile();
  expect(await said(seat, (at) => planName(details, at))).toBe(message);
});

it("lets rounds of two negotiations be called alike, and asks which is meant", async () => {
  const seat = await nile();
  await make(seat, { of: "talks", name: "April", aliases: [], negotiation: "nile", parties: [], order: 1 });
  const { view } = await seat.desk.snapshot();
  expect(view.talks.find("april").kind).toBe("several");
  expect(view.talks.find("first").kind).toBe("several");
});

it("makes ids of letters in any script, and gives none twice", async () => {
  const seat = await newSeat();
  const person = (name: string): NameDetails => ({ of: "people", name, aliases: [] });
  expect(await make(seat, person("Владимир Мединский"))).toBe("vladimir-medinskii");
  expect(await make(seat, person("عباس"))).toMatch(/^people-\d+$/u);
  expect(await make(seat, person("İbrahim Kalın"))).toBe("ibrahim-kalin");
  expect(await make(seat, person("Zed"))).toBe("zed");
  await seat.say("facts undo", ada);
  expect(await make(seat, person("Zed"))).toBe("zed-2");
});

it("renames, keeps the former name as a spelling, and tells it in the audit", async () => {
  const seat = await nile();
  await change(seat, (at) => planEditName(known("people", "Ida Ray", at), { name: "Ida Rey" }, at));
  expect((await seat.say('about attended talks:"Cairo meeting"', ada)).text).toContain("Ida Rey took part");
  const { view } = await seat.desk.snapshot();
  expect(view.people.exact("Ida Ray")?.name).toBe("Ida Rey");
  expect((await seat.say("facts audit", ada)).text).toContain("corrected person Ida Rey: formerly Ida Ray");
  expect(await said(seat, (at) => planEditName(known("people", "Ida Rey", at), { name: "Ida Rey" }, at))).toContain(
    "held so already",
  );
  await seat.say("facts undo", ada);
  expect((await seat.desk.snapshot()).view.people.exact("Ida Rey")).toBeUndefined();
});

it("leaves exactly the spellings that an edit names", async () => {
  const seat = await newSeat();
  await change(seat, (at) => planEditName(known("places", "New York", at), { aliases: ["NYC", "Big Apple"] }, at));
  expect((await seat.desk.snapshot()).view.places.get("new-york")?.aliases).toEqual(["NYC", "Big Apple"]);
});

it("retires a round: out of lists, answers and completion; its fact is still told by its id", async () => {
  const seat = await nile();
  const fact = (await seat.desk.snapshot()).view.facts.find((f) => f.talks === "nile-cairo-meeting");
  await change(seat, (at) => planRetireName(known("talks", "Cairo meeting", at), "never took place", at));
  expect((await seat.say("list", ada)).text).not.toContain("Cairo meeting");
  expect((await seat.say('who "Vera Noor"', ada)).text).not.toContain("took part");
  expect((await seat.desk.snapshot()).view.talks.find("Cairo meeting").kind).not.toBe("exact");
  expect((await seat.say(`fact ${fact?.id}`, ada)).text).toContain("Cairo meeting");
  expect(await said(seat, (at) => planRetireName(known("talks", "Cairo meeting", at), undefined, at))).toContain(
    "already",
  );
  await change(seat, (at) => planRestoreName(known("talks", "Cairo meeting", at), undefined, at));
  expect((await seat.say("list", ada)).text).toContain("Cairo meeting: 3 facts");
});

it("retires a negotiation with all its rounds, and not a party that takes part in one", async () => {
  const seat = await nile();
  expect(await said(seat, (at) => planRetireName(known("parties", "Egypt", at), undefined, at))).toContain(
    "Egypt takes part in Nile.",
  );
  await change(seat, (at) => planRetireName(known("negotiations", "us-russia", at), undefined, at));
  const { view } = await seat.desk.snapshot();
  expect(rounds(view).map((t) => t.negotiation)).toEqual(["nile", "nile"]);
  expect((await seat.say("who-led", ada)).text).not.toContain("Darchiev");
  expect(await said(seat, (at) => planRestoreName(known("talks", "istanbul-april", at), undefined, at))).toContain(
    "not retired by itself",
  );
});

it("does not undo the making of a name that something names", async () => {
  const seat = await nile();
  const { own } = await seat.desk.snapshot();
  const made = own.all("name").find((h) => h.state.name === "Ida Ray")?.revision.number;
  expect((await seat.say(`facts undo ${made}`, ada)).refusal?.message).toContain("Ida Ray is named by f");
  const egypt = own.all("name").find((h) => h.state.name === "Egypt")?.revision.number;
  expect((await seat.say(`facts undo ${egypt}`, ada)).refusal?.message).toContain("Egypt is named by");
});

it("asks which round a fact is about where the desk follows more than one negotiation", async () => {
  const seat = await nile();
  const line = 'facts add note remark:rain source:"new: Gazette" paragraph:9';
  const { refusal } = await seat.say(line, ada);
  expect(refusal?.message).toBe("Which round is it about? The desk follows 2 negotiations.");
  expect(refusal?.buttons.map((b) => b.label)).toContain("Khartoum meeting");
  const pressed = refusal?.buttons.find((b) => b.label === "Khartoum meeting")?.call;
  if (pressed === undefined) throw new Error("no button");
  expect((await seat.make(pressed, ada)).text).toContain("Rain.");
  expect((await seat.desk.snapshot()).view.facts.at(-1)?.talks).toBe("nile-khartoum-meeting");
});

it("brings names along when desks are linked", async () => {
  const world = await World.open();
  const [one, two] = [await world.seat("one"), await world.seat("two")];
  await begin(one);
  const code = /\b[A-Z0-9K]{8}\b/u.exec((await one.say("facts link", ada)).text)?.[0] ?? "";
  await two.say(`facts link ${code}`, ada);
  for (const details of NILE.slice(3, 6)) {
    const { view } = await two.desk.snapshot();
    expect(view[details.of].exact(details.name)?.name).toBe(details.name);
  }
  expect((await two.say('about attended talks:"Cairo meeting"', ada)).text).toContain("Vera Noor took part");
});
