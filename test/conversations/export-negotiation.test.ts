import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { EMPTY_LIBRARY, type Library } from "#core/desk/library-view.ts";
import { packFolders, packQuestions, shippedQuestions } from "#test/bench/ask/questions.ts";
import { library, ROOT, say, siteOver } from "#test/desk.ts";
import { fileOf, newSeat, rea, World, type Seat } from "#test/moderation.ts";

const NILE = readFileSync(join(ROOT, "test/fixtures/packs/nile.yaml"), "utf8");

const imported = async (seat: Seat, file: string): Promise<void> => {
  const dry = await seat.call("facts import", { file });
  expect(dry.text).toContain(", 0 refused.");
  if (dry.text.includes("Import ")) await seat.press(dry, "Import ");
};
const exported = async (seat: Seat, more = ""): Promise<string> =>
  fileOf(await seat.say(`facts export yaml${more}`)).text;
const freshDesk = async (over: Library): Promise<Seat> => (await World.open(over)).seat();

const ASKED = [
  "list",
  "disputes",
  "who Rubio",
  "sources ahram",
  "timeline",
  "who led the Egyptian side",
  "how long were the dam talks",
  "why did Ethiopia meet",
  "who led",
];

it.each([
  ["the sample", library],
  ["nothing", EMPTY_LIBRARY],
])("writes what a fresh desk over %s answers alike", async (_, over) => {
  const seat = await newSeat();
  await imported(seat, NILE);
  await seat.add({ slot: "attended", person: "new: Samir Shukry", talks: "cairo-round", side: "egypt" });
  await seat.say('facts alias add "Nile dam talks" "barrage talks"');
  const other = await freshDesk(over);
  await imported(other, await exported(seat));
  const ids = (text: string): string => text.replaceAll(/\b[af]\d+\b/gu, "…");
  for (const line of ASKED) expect(ids((await other.say(line, rea)).text)).toBe(ids((await seat.say(line, rea)).text));
  expect(ids(await exported(other))).toBe(ids(await exported(seat)));
});

it("writes one negotiation in the form of a pack, and several under packs", async () => {
  const seat = await newSeat();
  await imported(seat, NILE);
  const own = parse(await exported(seat, " own:yes")) as Record<string, unknown>;
  expect(Object.keys(own)).toEqual(["negotiation", "parties", "talks", "people", "places", "articles"]);
  expect(own["negotiation"]).toEqual({ id: "nile", name: "Nile dam talks", aliases: ["dam talks"] });
  const all = parse(await exported(seat)) as Record<string, readonly object[]>;
  expect(all["packs"]?.map((pack) => Object.keys(pack))).toEqual([
    ["negotiation", "parties", "talks", "people", "places"],
    ["negotiation", "parties", "talks", "people", "places"],
    // What no negotiation names.
    ["places"],
  ]);
});

it("writes a negotiation that has no fact yet, and marks names that are near each other", async () => {
  const seat = await newSeat();
  const two = NILE.replace("name: Sameh Shoukry", "name: Sameh Shoukri").replace(
    "  - { id: marco-rubio",
    '  - { id: other, name: "new: Sameh Shoukry", party: egypt, aliases: [] }\n  - { id: marco-rubio',
  );
  await imported(seat, two.slice(0, two.indexOf("articles:")).replace("aliases: [Shoukry] }", "aliases: [] }"));
  const file = await exported(seat, " own:yes");
  expect(file).toContain('name: "new: Sameh Shoukry"');
  const other = await freshDesk(EMPTY_LIBRARY);
  await imported(other, file);
  expect((await other.desk.view()).people.all.map((p) => p.name)).toContain("Sameh Shoukri");
});

const folders = packFolders();

it.runIf(folders.length > 0)(
  "brings the packs of TALKS_PACKS to a fresh desk, which answers their questions alike (skipped without)",
  async () => {
    const seat = await newSeat();
    for (const folder of folders) await imported(seat, readFileSync(join(folder, "pack.yaml"), "utf8"));
    const other = await freshDesk(EMPTY_LIBRARY);
    await imported(other, await exported(seat));
    for (const format of ["json", "csv"])
      expect(fileOf(await other.say(`facts export ${format}`)).text).toBe(
        fileOf(await seat.say(`facts export ${format}`)).text,
      );
    // Each view is indexed by itself: an index that followed a desk's changes may break ties otherwise.
    const [one, two] = [siteOver({ ...(await seat.desk.view()) }), siteOver({ ...(await other.desk.view()) })];
    const all = [...folders.flatMap(packQuestions), ...shippedQuestions()];
    for (const { words } of all.filter((_, i) => i % 3 === 0))
      expect((await say(words, rea, two)).text).toBe((await say(words, rea, one)).text);
  },
);
