import { expect, it } from "vitest";
import { formOf } from "#test/servers.ts";
import { nile } from "./nile.ts";

it("says what moves before it is done, moves it, and undoes it", async () => {
  const desk = await nile("T-merge");
  const form = formOf(await desk.say('facts merge "Ayda Reyes" into:"Ida Ray"'));
  expect(form.note).toBe(
    "1 fact of Ayda Reyes goes to Ida Ray. This spelling goes too: Ayda Reyes. 1 fact then says the same and is joined. It can be undone.",
  );
  const values = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
  const merged = await desk.fill(form, values);
  expect(merged.text).toContain("Merged into: Ida Ray");
  expect(merged.text).toContain("Also I. Ray and Ayda Reyes.");
  const joined = await desk.say("who led the egyptian side");
  expect(joined.text).toContain("2 outlets");
  expect(joined.text).not.toContain("Ayda Reyes led");
  await desk.press(merged, /^Undo/u);
  expect((await desk.say("who led the egyptian side")).text).toContain("Ayda Reyes");
});

it("does not merge those who negotiate with each other, nor two kinds", async () => {
  const desk = await nile("T-merge-no");
  expect((await desk.say("facts merge Egypt Ethiopia")).text).toContain("They negotiate with each other");
  expect((await desk.say('facts merge Geneva "Ida Ray"')).text).toContain("are not of one kind");
});

it("is told by names in the history, its spellings and its undo too", async () => {
  const desk = await nile("T-merge-told");
  const values = { name: "Ayda Reyes", into: "Ida Ray" };
  await desk.fill(formOf(await desk.ask({ path: ["desk", "merge"], values })), values);
  await desk.say("facts undo");
  const { text } = await desk.say("facts audit");
  expect(text).toContain("merged Ida Ray: “Ayda Reyes” also names Ida Ray");
  expect(text).not.toMatch(/people\/|ayda-reyes|ida-ray/u);
});

it("says how many rounds of a negotiation go over, and their facts", async () => {
  const desk = await nile("T-merge-negotiation");
  await desk.say('facts talks add "Doha meeting" negotiation:"Gulf talks" parties:"Qatar, Oman"');
  const asked = formOf(await desk.say('facts negotiation merge "Nile dam talks" into:"Gulf talks"'));
  expect(asked.note).toContain("2 rounds of Nile dam talks, with 4 facts, go to Gulf talks");
});
