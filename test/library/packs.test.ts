import { expect, it } from "vitest";
import { libraryView } from "#core/desk/library-view.ts";
import { partiesOf } from "#core/facts/sides.ts";
import { negotiationOf, rounds } from "#core/facts/view.ts";
import { loadLibrary } from "#src/library/load-library.ts";
import { ada, World } from "#test/moderation.ts";
import { memoryStore } from "#test/stores/memory-store.ts";
import { dataWith, mislineIn } from "./folder.ts";

const SUDAN = `
negotiation: { id: nile, name: Nile dam talks, aliases: [dam talks] }
parties:
  - { id: egypt, name: Egypt, adjective: Egyptian, role: party, aliases: [cairo] }
  - { id: sudan, name: Sudan, adjective: Sudanese, role: party, aliases: [] }
  - { id: ethiopia, name: Ethiopia, adjective: Ethiopian, role: party, aliases: [] }
  - { id: usa, name: United States, adjective: American, role: observer, aliases: [EE.UU.] }
talks:
  - { id: cairo-round, name: "Cairo, January 2020", aliases: [first round] }
  - { id: khartoum-round, name: "Khartoum, October 2019", parties: [egypt, sudan, usa], aliases: [] }
people:
  - { id: shoukry, name: Sameh Shoukry, party: egypt, aliases: [] }
  - { id: rubio, name: Marco Rubio, party: usa, aliases: [Rubio M.] }
places:
  - { id: khartoum, name: Khartoum, kind: city, aliases: [] }
articles:
  - id: ahram
    outlet: Al-Ahram
    language: en
    held: notes
    paragraphs: 4
    claims:
      - { id: nile-day-1, talks: khartoum-round, slot: date, paragraph: 1, says: { stated: 4 October 2019 } }
      - { id: nile-day-2, talks: cairo-round, slot: date, paragraph: 2, says: { stated: 8 January 2020 } }
      - { id: nile-seen, talks: khartoum-round, slot: attended, side: usa, paragraph: 3, says: { person: Marco Rubio } }
      - { id: nile-said, talks: cairo-round, slot: quote, paragraph: 2, says: { speaker: a Shoukry ministry official, words: the water is ours } }
      - { id: nile-goal, talks: cairo-round, slot: purpose, side: both, paragraph: 4, says: { aim: to share the water } }
`;

const with2 = (text = SUDAN) => dataWith({ "nile/pack.yaml": text });
const view = libraryView(loadLibrary(with2()));

it("loads a second pack beside the sample, its articles in the file itself", () => {
  expect(mislineIn(with2())).toEqual([]);
  expect(view.negotiations.all.map((n) => n.id)).toEqual(["nile", "us-russia"]);
  expect(view.articles.get("ahram")?.outlet).toBe("Al-Ahram");
  expect(negotiationOf("cairo-round", view)?.name).toBe("Nile dam talks");
});

it("makes one of what both packs name, under the id of the first, with the spellings of both", () => {
  expect(view.parties.all.filter((p) => p.name === "United States").map((p) => p.id)).toEqual(["usa"]);
  expect(view.parties.exact("ABD")?.id).toBe("usa");
  expect(view.parties.exact("EE.UU.")?.id).toBe("usa");
  expect(view.people.exact("Rubio M.")).toMatchObject({ id: "rubio", party: "usa" });
  expect(view.facts.find((f) => f.id === "apr-led-us")).toMatchObject({ side: "usa" });
  expect(partiesOf("istanbul-april", view).map((p) => p.party)).toEqual(["russia", "usa"]);
});

it("orders rounds within their negotiation by their days, where nobody ordered them", () => {
  expect(rounds(view, "nile").map((t) => t.id)).toEqual(["khartoum-round", "cairo-round"]);
  expect(rounds(view).map((t) => t.id)).toEqual([
    "khartoum-round",
    "cairo-round",
    "istanbul-february",
    "istanbul-april",
  ]);
});

it("counts first and last within a negotiation, whatever the aliases say, and asks which where several are meant", () => {
  const found = view.talks.find("first round");
  expect(found).toMatchObject({ kind: "several", items: [{ id: "khartoum-round" }, { id: "istanbul-february" }] });
  expect(view.talks.exact("first")).toBeUndefined();
  expect(view.talks.items.find((t) => t.id === "cairo-round")?.aliases).toEqual([]);
});

it("takes a speaker without a name for nobody who is listed, and a spelling that repeats an id for no mistake", () => {
  const said = view.facts.find((f) => f.id === "nile-said");
  expect(said?.claims[0].fields["speaker"]).toBe("a Shoukry ministry official");
  expect(
    mislineIn(
      with2(
        SUDAN.replace("Sameh Shoukry, party: egypt, aliases: []", "Sameh Shoukry, party: egypt, aliases: [Shoukry]"),
      ),
    ),
  ).toEqual([]);
});

it.each<[what: string, from: string, to: string, mistake: string]>([
  [
    "a role that is none",
    "role: observer",
    "role: guest",
    "parties.3.role: a role is one of party, mediator, host, obs",
  ],
  [
    "a party of a round that is none",
    "[egypt, sudan, usa]",
    "[egypt, chad]",
    "talks.1.parties.1: no party has the id chad",
  ],
  ["an unknown key", "places:", "venues:", "venues: there is no such field here"],
  ["an id of another pack's round", "id: cairo-round, name", "id: istanbul-april, name", "istanbul-april"],
  ["an id of another pack's article", "id: ahram", "id: tass", "the id tass is taken in nile/pack.yaml"],
  ["an id of another pack's claim", "id: nile-goal", "id: apr-venue", "the id apr-venue is taken in nile/pack.yaml"],
  [
    "an id that is something else",
    "id: shoukry, name",
    "id: lavrov, name",
    "people: lavrov is Sameh Shoukry in another",
  ],
  ["both where only one negotiates", "role: party, aliases: []", "role: host, aliases: []", "fewer than two"],
])("refuses %s", (_, from, to, mistake) => {
  const text = SUDAN.replaceAll(from, to);
  expect(text).not.toBe(SUDAN);
  expect(mislineIn(with2(text)).join("\n")).toContain(mistake);
});

it("loads nothing where no folder is named, and says so of a folder without packs", () => {
  expect(loadLibrary(undefined).articles).toEqual([]);
  expect(mislineIn(dataWith({}) + "/locales").join()).toContain("there is no folder with a pack.yaml in it");
});

it("leaves what a desk keeps by a pack's own ids, when another pack is added before it", async () => {
  const store = memoryStore();
  const before = await (await World.open(loadLibrary(dataWith({})), store)).seat();
  const id = await before.add(
    { slot: "led", side: "us", person: "Marco Rubio", talks: "second", "keep-both": "yes" },
    ada,
  );
  await before.told('facts correct apr-led-us post:"envoy" reason:misread', ada);
  const after = await (await World.open(loadLibrary(with2()), store)).seat();
  expect(await after.told(`fact ${id}`)).toContain("Marco Rubio led the American side");
  const led = await after.told("who-led talks:istanbul-april side:usa");
  for (const name of ["Marco Rubio", "Sonata Coulter, envoy"]) expect(led).toContain(name);
  expect(await after.told("who-led talks:istanbul-april side:us")).toBe(led);
});
