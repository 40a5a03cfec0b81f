import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { isOfSide } from "#core/facts/sides.ts";
import { negotiationOf, rounds } from "#core/facts/view.ts";
import { ROOT } from "#test/desk.ts";
import { newSeat, refusalOf, World, type Came, type Seat } from "#test/moderation.ts";

const NILE = readFileSync(join(ROOT, "test/fixtures/packs/nile.yaml"), "utf8");

const dry = (seat: Seat, file = NILE): Promise<Came> => seat.call("facts import", { file });
const imported = async (seat: Seat, file = NILE): Promise<Came> => seat.press(await dry(seat, file), "Import");
const edited = (from: string, to: string): string => {
  if (!NILE.includes(from)) throw new Error(`not in the file: ${from}`);
  return NILE.replaceAll(from, to);
};

it("tells the result of every name and claim, and brings the whole negotiation at one press", async () => {
  const seat = await newSeat();
  const shown = await dry(seat);
  expect(shown.text).toContain("8 new names, 2 known here; 7 new facts, 1 more source, 0 held already, 0 refused.");
  expect(shown.text).toMatch(/negotiation +adds +Nile dam talks/u);
  expect(shown.text).toMatch(/party 4 +joins +United States/u);
  expect(shown.text).toMatch(/person 2 +joins +Marco Rubio/u);
  await seat.press(shown, "Import all 8");
  expect(await seat.told('when talks:"Khartoum, October 2019"')).toContain("4 October 2019");
  const view = await seat.desk.view();
  expect(rounds(view, "nile").map((t) => t.id)).toEqual(["khartoum-round", "cairo-round"]);
  expect(negotiationOf("cairo-round", view)?.parties).toContainEqual({ party: "us", role: "observer" });
  expect(view.parties.exact("États-Unis")?.name).toBe("United States");
});

it("brings it to a desk that holds nothing", async () => {
  const seat = await (await World.open(EMPTY_LIBRARY)).seat();
  await imported(seat);
  const told = await seat.told("ask how long did Egypt and Sudan meet");
  expect(told).toContain("nine hours");
  expect(told).toContain("Cairo, January 2020");
});

it("keeps the file's ids of claims and articles, and tells them with each fact", async () => {
  const seat = await newSeat();
  await imported(seat);
  const { reply } = await seat.say("how-long talks:cairo-round");
  expect(reply?.facts.map((f) => [f.id, f.claims, f.sources.map((s) => s.article)])).toEqual([
    ["nile-time-1", ["nile-time-1", "nile-time-2"], ["ahram", "sudan-tribune"]],
  ]);
});

it("gives an id of its own where the file's is taken, or is one that desks give", async () => {
  const seat = await newSeat();
  await imported(seat, edited("nile-seen", "apr-venue").replace("nile-said", "f999"));
  const { facts } = await seat.desk.view();
  expect(facts.filter((f) => f.id === "apr-venue").map((f) => f.talks)).toEqual(["istanbul-april"]);
  expect(facts.some((f) => f.id === "f999")).toBe(false);
  expect(facts.filter((f) => f.talks === "khartoum-round")).toHaveLength(4);
});

it("reads names as the file gives them, and shows the source's own spelling", async () => {
  const seat = await newSeat();
  await imported(seat);
  expect(await seat.told("who-led talks:khartoum-round")).toContain("Sameh Shoukry, Foreign Minister, led");
  const [claim] = (await seat.desk.view()).facts.find((f) => f.id === "nile-led-1")?.claims ?? [];
  expect(claim).toMatchObject({ fields: { person: "shoukry" }, as: { person: "Shoukry" } });
});

it("takes both for all of the role party", async () => {
  const seat = await newSeat();
  await imported(seat);
  const view = await seat.desk.view();
  const goal = view.facts.find((f) => f.id === "nile-goal") ?? { talks: "" };
  expect(["egypt", "sudan", "ethiopia", "us"].filter((side) => isOfSide(goal, side, view))).toEqual([
    "egypt",
    "sudan",
    "ethiopia",
  ]);
});

it("changes nothing when the same file comes again", async () => {
  const seat = await newSeat();
  await imported(seat);
  const again = await dry(seat);
  expect(again.text).toContain("0 new names, 10 known here; 0 new facts, 0 more sources, 8 held already, 0 refused.");
  expect(again.text).toContain("There is nothing to import.");
});

it("takes the whole import back at once, and brings it again under the same ids", async () => {
  const seat = await newSeat();
  const before = await seat.desk.view();
  await seat.press(await imported(seat), "Undo the whole import");
  const after = await seat.desk.view();
  expect(after.facts).toEqual(before.facts);
  expect(after.parties.items).toEqual(before.parties.items);
  expect(after.negotiations.items).toEqual(before.negotiations.items);
  expect(after.talks.items).toEqual(before.talks.items);
  await imported(seat);
  expect((await seat.desk.view()).facts.find((f) => f.id === "nile-goal")?.talks).toBe("cairo-round");
});

it.each([
  ["a key of a name", edited("kind: city", "sort: city"), '"sort"'],
  ["a key at the top", `${NILE}venues: [Khartoum]\n`, '"venues"'],
])("refuses %s that it does not know, and leaves it out where asked", async (_, file, key) => {
  const seat = await newSeat();
  const shown = await dry(seat, file);
  expect(refusalOf(shown).message).toContain(key);
  expect((await seat.press(shown, "Leave out")).text).toContain("8 new names");
});

it.each([
  ["a role", "role: observer", "role: guest", /party 4 +refused +role: a role is one of party, mediator, host/u],
  ["a party of a round", "[egypt, sudan, ethiopia]", "[egypt, chad]", /talks 2 +refused +No party here is called/u],
  ["a party of a person", "Sameh Shoukry, party: egypt", "Sameh Shoukry, party: chad", /person 1 +refused/u],
  ["a place in the order", "order: 2", "order: 1", /talks 2 +refused +Khartoum, October 2019 has place 1/u],
  ["a name", "name: Sudan,", "title: Sudan,", /The file has a key that Talks does not know: "title"/u],
])("refuses %s that is wrong, by its place", async (_, from, to, told) => {
  expect((await dry(await newSeat(), edited(from, to))).text).toMatch(told);
});

it("asks about two new names of one file that are near each other", async () => {
  const seat = await newSeat();
  const near = edited(
    "places:",
    `  - { id: other, name: "Shoukry, Samih", party: egypt }\nplaces:\n  - { id: quay, name: Consulate of Egypt }\n  - { id: hartoum, name: Hartum old town }\n`,
  );
  const shown = await dry(seat, near);
  expect(shown.text).toContain('"Shoukry, Samih" is near Sameh Shoukry, which the file names above it.');
  expect(shown.text).toContain('Write "Sameh Shoukry = Shoukry, Samih", or "new: Shoukry, Samih".');
  const two = await dry(seat, near.replace('"Shoukry, Samih"', '"new: Shoukry, Samih"'));
  expect(two.text).toMatch(/person 3 +adds +Shoukry, Samih/u);
  const one = await dry(seat, near.replace('"Shoukry, Samih"', '"Sameh Shoukry = Shoukry, Samih"'));
  expect(one.text).toMatch(/person 3 +joins +Sameh Shoukry/u);
});

it("asks about a name that is near a known one: it is new, or a spelling", async () => {
  const seat = await newSeat();
  const near = edited("{ id: marco-rubio, name: Marco Rubio,", "{ id: marco-rubio, name: Marko Rubio,").replace(
    "person: Marco Rubio",
    "person: Marko Rubio",
  );
  const shown = await dry(seat, near);
  expect(shown.text).toMatch(/person 2 +refused .*knows Marco Rubio\. Write "Marco Rubio = Marko Rubio", or "new:/u);
  const asNew = await seat.press(shown, "It is new");
  expect(asNew.text).toContain("9 new names, 1 known here; 7 new facts");
  const same = await dry(seat, near.replace("name: Marko Rubio", 'name: "Marco Rubio = Marko Rubio"'));
  expect(same.text).toContain("8 new names, 2 known here; 7 new facts");
  await seat.press(same, "Import all");
  expect((await seat.desk.view()).people.exact("Marko Rubio")?.name).toBe("Marco Rubio");
});

it("brings several negotiations of one file", async () => {
  const seat = await newSeat();
  const lake = `
  - negotiation: { name: Lake talks, aliases: [] }
    parties: [{ name: Kenya, role: party }, { name: Uganda, role: party }]
    talks: [{ name: Kampala meeting }]
    articles:
      - outlet: New Vision
        claims: [{ talks: Kampala meeting, slot: note, paragraph: 1, says: { remark: it rained } }]`;
  const file = `packs:\n  - ${NILE.replaceAll("\n", "\n    ")}${lake}\n`;
  const shown = await dry(seat, file);
  expect(shown.text).toMatch(/pack 2, party 2 +adds +Uganda/u);
  await seat.press(shown, "Import all 9");
  // A country brings its adjective and its spellings.
  expect((await seat.desk.view()).parties.exact("ugandan")?.name).toBe("Uganda");
});

it("takes a file that has names and no claims yet", async () => {
  const seat = await newSeat();
  const done = await imported(seat, NILE.slice(0, NILE.indexOf("articles:")));
  expect(done.text).toContain("8 new names, 2 known here; 0 new facts");
});

it("answers nothing from talks in which those who are asked about took no part", async () => {
  const seat = await newSeat();
  await imported(seat);
  for (const asked of [
    "did Sudan and Ethiopia meet in Istanbul",
    "did Shoukry meet Ethiopia at the Russian consulate",
  ]) {
    const { reply, text } = await seat.say(`ask "${asked}"`);
    expect([asked, reply === undefined ? "" : text]).not.toEqual([asked, expect.stringContaining("Istanbul")]);
  }
  expect(await seat.told('ask "did the U.S. and Russia meet in Istanbul"')).toContain("Istanbul, April 2025");
});

it("asks once for a name that is near a known one: its facts wait for the answer, and a press can make it a spelling", async () => {
  const near = edited("{ id: marco-rubio, name: Marco Rubio,", "{ id: marco-rubio, name: Marko Rubio,").replace(
    "person: Marco Rubio",
    "person: marco-rubio",
  );
  const seat = await newSeat();
  const shown = await dry(seat, near);
  expect(shown.text).toMatch(/claim \d+ +refused +\w+: it waits for person 2\. Answer that one first\./u);
  expect(shown.text.match(/Marko Rubio = Marco Rubio/gu)).toHaveLength(1);
  const same = await seat.press(shown, "Marko Rubio = Marco Rubio");
  const then = await seat.press(same, "Go on");
  expect(then.text).toContain("0 refused");
});

it.each([
  ["a place in a known city", "name: Khartoum, kind: city", "name: the water hall in Istanbul, kind: building"],
  ["a surname that is another's first name", "name: Sameh Shoukry", "name: Rubio Haddad"],
])("takes %s for a new name", async (_, from, to) => {
  const seat = await newSeat();
  expect((await dry(seat, edited(from, to))).text).toMatch(/(?:place|person) 1 +adds/u);
});
