import { expect, it } from "vitest";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { formOf, root, servers } from "#test/servers.ts";

const host = await servers(EMPTY_LIBRARY);
const empty = async (id: string) => host.server({ platform: "slack", id });

it("makes a negotiation, its parties and its first round in one form", async () => {
  const desk = await empty("T-form");
  const form = formOf(await desk.say("facts talks add"));
  expect(form.fields.map((f) => [f.name, f.required])).toEqual([
    ["negotiation", true],
    ["called", true],
    ["parties", false],
    ["also", false],
  ]);
  const { text } = await desk.fill(form, {
    negotiation: "Nile dam talks",
    called: "First round, Geneva",
    parties: "Egypt, Ethiopia; mediator Switzerland",
    also: "Geneva round, lake round",
  });
  expect(text).toContain("Added: First round, Geneva");
  expect(text).toContain(
    "First round, Geneva: a round of Nile dam talks, with Egypt, Ethiopia; mediator Switzerland. Also Geneva round and lake round.",
  );
  expect(text).toContain("Nile dam talks: a negotiation of Egypt, Ethiopia; mediator Switzerland.");
  expect(text).toContain("Egypt: a party; sentences say the Egyptian side.");
  expect(text).toContain("/facts undo");
  expect((await desk.say("list")).text).toContain("First round, Geneva: 0 facts");
});

it("adds a second round to a negotiation that it follows, with those who were there", async () => {
  const desk = await empty("T-form");
  const { text } = await desk.say(
    'facts talks add "Second round, Cairo" negotiation:"nile dam talks" parties:"Egypt, Ethiopia, observer United States"',
  );
  expect(text).toContain(
    "Second round, Cairo: a round of Nile dam talks, with Egypt, Ethiopia; observer United States.",
  );
  // The mediator of the first round was not at the second one. It stays in the negotiation.
  expect((await desk.say('facts history "Nile dam talks"')).text).toContain("corrected negotiation");
});

it("asks who takes part in a new negotiation", async () => {
  const desk = await empty("T-parties");
  const form = formOf(await desk.say('facts talks add "First round" negotiation:"River talks"'));
  expect(form.fields.map((f) => f.name)).toContain("parties");
  const again = formOf(await desk.fill(form, { negotiation: "River talks", called: "First round", parties: "" }));
  expect(again.problem).toMatchObject({ field: "parties", message: expect.stringContaining("Who takes part") });
});

it("asks about a party that is not a country, and makes it by one press", async () => {
  const desk = await empty("T-press");
  const asked = await desk.say('facts talks add "First round" negotiation:"Gulf talks" parties:"Qatar, Blue Union"');
  expect(asked.refusal?.message).toContain('no party called "Blue Union"');
  const made = await desk.press(asked, /^New party Blue Union/u);
  expect(made.text).toContain("Blue Union: a party; sentences say the Blue Union side.");
});

it("asks whether a negotiation that is nearly called so is meant", async () => {
  const desk = await empty("T-near");
  await desk.say('facts talks add "First round" negotiation:"Gulf talks" parties:"Qatar, Oman"');
  const asked = await desk.say('facts talks add "Second round" negotiation:"Gulf talk"');
  expect(asked.refusal?.message).toContain('no negotiation called "Gulf talk", but Gulf talks');
  expect((await desk.press(asked, /^Gulf talks/u)).text).toContain("Second round: a round of Gulf talks");
});

it("adds parties, people and places, a country with what is known of it", async () => {
  const desk = await empty("T-names");
  const party = await desk.say("facts party add ABD");
  expect(party.text).toMatch(/United States: a party; sentences say the (?:U\.S\.|American) side/u);
  const person = await desk.say('facts person add "Ida Ray" party:"United States" also:"I. Ray, İda Rey"');
  expect(person.text).toContain("Ida Ray: a person of United States. Also I. Ray and İda Rey.");
  const place = await desk.say("facts place add Geneva kind:city also:Genève");
  expect(place.text).toContain("Geneva: a place, city. Also Genève.");
  const twice = await desk.say("facts place add Genève");
  expect(twice.text).toContain('"Genève" is a spelling of Geneva here.');
  const union = formOf(await desk.say('facts party add "Blue Union"'));
  expect(union.fields.map((f) => f.name)).toContain("adjective");
});

it("keeps it all in the history, and takes all of one form back at once", async () => {
  const desk = await empty("T-undo");
  const made = await desk.say('facts talks add "First round" negotiation:"Gulf talks" parties:"Qatar, Oman"');
  expect((await desk.press(made, /^History/u)).text).toContain("added round of talks First round");
  expect((await desk.say("facts audit")).text).toContain("added negotiation Gulf talks");
  const undone = await desk.press(made, /^Undo/u);
  expect(undone.text.match(/ added /gu)).toHaveLength(4);
  expect((await desk.say("list")).text).toContain("This desk follows nothing yet.");
  const view = await desk.session.desk.view();
  expect([view.negotiations, view.talks, view.parties].map((d) => d.all.length)).toEqual([0, 0, 0]);
});

it("lists one command for all kinds, whose form asks the kind first", async () => {
  const desk = await empty("T-kind");
  const first = formOf(await desk.say("desk add", root));
  expect(first.fields.map((f) => f.name)).toEqual(["what"]);
  const form = formOf(await desk.fill(first, { what: "person" }));
  expect(form.fields.map((f) => f.name)).toEqual(["called", "party", "also"]);
  expect((await desk.fill(form, { called: "Ida Ray" })).text).toContain("Ida Ray: a person.");
});
