import { expect, it } from "vitest";
import { Heads } from "#core/desk/heads.ts";
import { saidSpellings } from "#core/desk/spellings.ts";
import type { Revision } from "#core/desk/store.ts";
import { servers } from "#test/servers.ts";

const newsroom = async () => (await servers()).server();

it.each([
  ["a vowel sign of Hindi", "दिन कुमार", "दान कुमार"],
  ["a tone of Thai", "มานี ใจดี", "ม่านี ใจดี"],
  ["й and и", "Николай Майоров", "Николаи Маиоров"],
])("never takes a name for one that differs by a mark, but asks: %s", async (_, held, typed) => {
  const server = await newsroom();
  const attended = (person: string, source: string): string =>
    `facts add attended talks:second side:us person:"${person}" source:"new: ${source}" paragraph:2`;
  await server.say(attended(`new: ${held}`, "Zed"));
  const asked = await server.say(attended(typed, "Yed"));
  expect(asked.refusal?.hint).toContain(`Type "${held} = ${typed}", or "new: ${typed}".`);
  expect((await server.press(asked, /^New person/u)).text).toContain("Source: Yed");
});

it.each([
  ["ё and е", "Алёна Семёнова", "Алена Семенова"],
  ["a mark of Latin", "José Pérez", "Jose Perez"],
])("takes a name without a mark that is often left out for the same: %s", async (_, held, typed) => {
  const server = await newsroom();
  const attended = (person: string, source: string): string =>
    `facts add attended talks:second side:us person:"${person}" source:"new: ${source}" paragraph:2`;
  await server.say(attended(`new: ${held}`, "Zed"));
  expect((await server.say(attended(typed, "Yed"))).text).toContain(`“${held}” (Zed); “${typed}” (Yed)`);
});

it.each([
  ["vowel signs of Hindi", "सोनाता", "सोनता"],
  ["tones of Thai", "มานี", "ม่านี"],
  ["tones of Vietnamese", "Hà Thị Lan", "Hạ Thị Lan"],
  ["й and и", "Куултей", "Куултеи"],
  ["pointed Hebrew", "דָּן", "דִּן"],
])("keeps two spellings of one person apart that differ by a mark: %s", async (_, first, second) => {
  const server = await newsroom();
  await server.say(`facts alias add "Sonata Coulter" "${first}"`);
  const both = await server.say(`facts alias add "Sonata Coulter" "${second}"`);
  expect(both.text).toContain(first);
  expect(both.text).toContain(second);
  const { text } = await server.say(`facts alias remove "Sonata Coulter" "${first}"`);
  expect(text).not.toContain(first);
  expect(text).toContain(second);
  await server.say("facts undo");
  expect((await server.say(`facts alias add "Sonata Coulter" "${first}"`)).text).toContain("already a spelling");
});

it("asks about a name whose letters have other marks, and takes one without them", async () => {
  const server = await newsroom();
  const attended = (person: string, source: string): string =>
    `facts add attended talks:second side:us person:"${person}" source:"new: ${source}" paragraph:2`;
  await server.say(attended("new: Lê Thị Hà", "Zed"));
  expect((await server.say(attended("Lê Thị Hạ", "Yed"))).refusal?.hint).toContain('or "new: Lê Thị Hạ"');
  expect((await server.say(attended("Le Thi Ha", "Wed"))).text).toContain("“Le Thi Ha” (Wed)");
});

it("reads what an early version wrote under one subject for spellings that differ by a mark", () => {
  const spelling = (number: number, subject: string, words: string, removed?: true): Revision => ({
    number,
    batch: number,
    subject: `alias/people/sonata-coulter/${subject}`,
    kind: "alias",
    after: JSON.stringify({ of: "people", id: "sonata-coulter", spelling: words, removed }),
    at: Temporal.Instant.from("2026-11-23T12:00:00Z"),
    by: { platform: "slack", id: "U1", name: "Ann" },
  });
  const said = (...revisions: readonly Revision[]) =>
    saidSpellings(Heads.of(revisions)).flatMap(({ state }) => (state.removed ? [] : [state.spelling]));
  const early = spelling(1, "куултеи", "Куултей");
  expect(said(early, spelling(2, "куултеи", "Куултеи"))).toEqual(["Куултеи"]);
  expect(said(early, spelling(2, "куултей", "Куултей", true))).toEqual([]);
  expect(said(early, spelling(2, "куултей", "Куултей", true), spelling(3, "куултеи", "Куултеи"))).toEqual(["Куултеи"]);
});
