import { expect, it } from "vitest";
import { formOf } from "#test/servers.ts";
import { nile } from "./nile.ts";

it("shows in the form what is held, and keeps what nobody touches", async () => {
  const desk = await nile("T-edit");
  const form = formOf(await desk.say('facts person edit "Ida Ray"'));
  expect(Object.fromEntries(form.fields.map((f) => [f.name, f.value]))).toEqual({
    called: "Ida Ray",
    also: "I. Ray",
    party: "Egypt",
  });
  const { text } = await desk.fill(form, { called: "Ida B. Ray", also: "I. Ray", party: "Egypt" });
  expect(text).toContain("Ida B. Ray: a person of Egypt. Also I. Ray and Ida Ray.");
  expect((await desk.say("who led the egyptian side")).text).toContain("Ida B. Ray");
  expect((await desk.say('facts history "Ida Ray"')).text).toContain("formerly Ida Ray");
  await desk.say("facts undo");
  expect((await desk.say("who led the egyptian side")).text).toContain("Ida Ray");
});

it("changes who was there, with a party that is new to the negotiation", async () => {
  const desk = await nile("T-there");
  const { text } = await desk.say('facts talks edit "Second round" parties:"Egypt, Ethiopia; observer Sudan" order:2');
  expect(text).toContain("Second round, Cairo: a round of Nile dam talks, with Egypt, Ethiopia; observer Sudan.");
  expect((await desk.say('facts negotiation edit "Nile dam talks" called:"Dam talks"')).text).toContain(
    "Dam talks: a negotiation of Egypt, Ethiopia; mediator Switzerland; observer Sudan. Also Nile dam talks.",
  );
});

it("asks which is meant where two things are called so", async () => {
  const desk = await nile("T-which");
  await desk.say("facts place add Egypt kind:country");
  const asked = await desk.say("desk edit Egypt");
  expect(asked.refusal?.message).toBe('"Egypt" is the name of Egypt (place) and Egypt (party).');
  expect(formOf(await desk.press(asked, /^Egypt \(party\)/u)).fields.map((f) => f.name)).toContain("adjective");
});

it("says of a name that is not held what is near, and of one that is unchanged that nothing changed", async () => {
  const desk = await nile("T-none");
  expect((await desk.say('facts person edit "Ida Rayy" party:Egypt')).text).toContain("Ida Ray");
  const form = formOf(await desk.say('facts person edit "Omar Sol"'));
  const same = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
  expect((await desk.fill(form, same)).text).toContain("Omar Sol is held so already.");
});

it("says which spellings a change took away", async () => {
  const desk = await nile("T-edit-spellings");
  const { text } = await desk.say('facts person edit "Ida Ray" also:"Ida R."');
  expect(text).toContain("Ida Ray: a person of Egypt. Also Ida R.");
  expect(text).toContain("No longer a spelling of it: I. Ray.");
  expect((await desk.say('facts person edit "Ida Ray" also:"Ida R., I. R."')).text).not.toContain("No longer");
});
