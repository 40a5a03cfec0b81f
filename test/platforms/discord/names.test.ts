import { expect, it } from "vitest";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { talksInDiscord } from "./talks.ts";

it("makes a party that a fact names, and goes on with the fact", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const refused = await ada.slash("facts add", { slot: "led", side: "Switzerland", talks: "second" }).reply();
  expect(refused.buttons.map((b) => b.label)).toContain("New party");
  const made = await ada.click(refused, "New party").reply();
  expect(made.text).toContain("sentences say the Swiss side");
  const form = await ada.click(made, "Go on: facts add").modal();
  const more = await ada.submitModal(form, { person: "new: Vera Noor", source: "TASS", paragraph: "6" }).reply();
  expect((await ada.click(more, "Send").reply()).text).toContain("Vera Noor led the Swiss side.");
});

it("lists one command for every kind of name, whose form asks the kind first", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const kind = await ada.slash("desk add", { what: "place" }).modal();
  const made = await ada.submitModal(kind, { called: "Geneva", kind: "city" }).reply();
  expect(made.text).toContain("**Geneva**: a place, city.");
});

it("offers the kinds of fact that a desk has itself by their names, before those of every desk", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", { permissions: ["ManageGuild"], locale: "tr" });
  const kind = await ada.slash("desk add", { what: "slot" }).modal();
  await ada.submitModal(kind, { called: "Red lines" }).reply();
  for (const [command, option] of [
    ["facts add", "slot"],
    ["talks suggest", "slot"],
    ["talks about", "topic"],
  ] as const) {
    expect((await ada.autocomplete(command, option, ""))[0]).toEqual({ name: "Red lines", value: "Red lines" });
    expect((await ada.autocomplete(command, option, "red")).map((c) => c.name)).toContain("Red lines");
    expect((await ada.autocomplete(command, option, "")).map((c) => c.value)).not.toContain("own");
  }
  // What every desk has is offered, and found, in the asker's language.
  expect(await ada.autocomplete("facts add", "slot", "şikâ")).toContainEqual({ name: "şikâyet", value: "grievance" });
  const form = await ada.slash("facts add").modal();
  expect(JSON.stringify(form)).toContain('"label":"Red lines","value":"Red lines"');
  // More than a menu takes are named over a line to type in.
  for (const called of ["Threats", "Tone", "Promises"]) {
    const one = await ada.slash("desk add", { what: "slot" }).modal();
    await ada.submitModal(one, { called }).reply();
  }
  const typed = await ada.slash("facts add").modal();
  expect(JSON.stringify(typed)).toContain('"placeholder":"Red lines, Threats, Tone, Promises, Başkanlık eden, Nerede');
  const next = await ada.submitModal(typed, { slot: "red lines", source: "TASS" }).reply();
  const asked = await ada.click(next, "Doldur").modal();
  expect(JSON.stringify(asked)).toContain("Masanın kendi türlerinden hangisi");
});

it("renames, merges, retires and restores names by the commands that are listed, and takes each back", async () => {
  const { discord } = await talksInDiscord({ library: EMPTY_LIBRARY });
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const add = async (what: string, values: Readonly<Record<string, string>>) =>
    (await ada.submitModal(await ada.slash("desk add", { what }).modal(), values).reply()).text;
  await add("talks", { negotiation: "Nile talks", called: "First round", parties: "Egypt, Ethiopia; mediator Oman" });
  for (const called of ["Ida Ray", "Vera Noor"]) await add("person", { called, party: "Egypt" });
  for (const [name, called] of [
    ["First round", "Opening round"],
    ["Nile talks", "Dam talks"],
    ["Oman", "Sultanate"],
    ["Vera Noor", "Vera N. Noor"],
  ] as const) {
    const form = await ada.slash("desk edit", { name }).modal();
    expect((await ada.submitModal(form, { called }).reply()).text).toContain(`Changed: ${called}`);
  }
  const merge = await ada.slash("desk merge", { name: "Vera N. Noor", into: "Ida Ray" }).modal();
  expect((await ada.submitModal(merge, {}).reply()).text).toContain("Merged into: Ida Ray");
  expect((await ada.slash("facts undo").reply()).text).toContain("Taken back");
  const retired = await ada.slash("desk retire", { name: "Opening round" }).reply();
  expect(retired.text).toContain("Retired: Opening round");
  expect((await ada.slash("talks help").reply()).text).toContain("follows nothing yet");
  expect((await ada.click(retired, "Bring back").reply()).text).toContain("Brought back: Opening round");
  expect((await ada.slash("desk focus", { talks: "Dam talks" }).reply()).text).toContain("Dam talks");
});
