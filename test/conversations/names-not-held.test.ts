import { expect, it } from "vitest";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { nile } from "#test/commands/desk/nile.ts";
import { cid, formOf, root, servers, type Heard } from "#test/servers.ts";

const labels = ({ refusal }: Heard): readonly string[] => (refusal?.buttons ?? []).map((b) => b.label);

it("makes a party that a fact names, and goes on with the fact", async () => {
  const desk = await nile("T-new-party");
  const asked = await desk.say(
    'facts add led side:Sudan person:"new: Vera Noor" talks:"Second round" source:Gazette paragraph:4',
  );
  expect(asked.text).toContain('No party here is called "Sudan".');
  expect(labels(asked)).toContain("New party");
  const made = await desk.press(asked, /^New party$/u);
  expect(made.text).toContain("Sudan: a party; sentences say the Sudanese side.");
  expect((await desk.press(made, /^Go on: facts add/u)).text).toContain("Vera Noor led the Sudanese side.");
});

it("asks in a form what the new name lacks, and still goes on", async () => {
  const desk = await nile("T-new-form");
  const asked = await desk.say(
    'facts add led side:Egypt person:"Ida Ray" talks:"Third round" source:Gazette paragraph:4',
  );
  const form = formOf(await desk.press(asked, /^New talks$/u));
  expect(form.fields.find((f) => f.name === "called")?.value).toBe("Third round");
  const made = await desk.fill(form, { negotiation: "Nile dam talks", called: "Third round" });
  expect((await desk.press(made, /^Go on: facts add/u)).text).toContain("Ida Ray led the Egyptian side.");
});

it("keeps the typed name as a spelling of one that is near, and goes on", async () => {
  const desk = await nile("T-spelling");
  const asked = await desk.say('facts person add "Vera Noor" party:"Egyptian Republic"');
  expect(labels(asked)).toContain("A spelling of Egypt");
  const kept = await desk.press(asked, /^A spelling of Egypt$/u);
  expect(kept.text).toContain("Spellings of Egypt");
  expect((await desk.press(kept, /^Go on: desk person-add/u)).text).toContain("Vera Noor: a person of Egypt.");
});

it("shows the buttons in place of a form that was sent, and gives the form back as it was", async () => {
  const desk = await nile("T-form-back");
  const form = formOf(await desk.say("facts add venue"));
  const sent = await desk.fill(form, { city: "Geneva", talks: "Third", source: "Gazette", paragraph: "5" });
  expect(labels(sent)).toEqual(expect.arrayContaining(["New talks", "Change what I typed"]));
  const back = formOf(await desk.press(sent, /^Change what I typed/u));
  expect(back.fields.find((f) => f.name === "source")?.value).toBe("Gazette");
});

it("offers the first talks on a desk that has none", async () => {
  const desk = await (await servers(EMPTY_LIBRARY)).server({ platform: "slack", id: "T-first" });
  const asked = await desk.say('facts add venue city:Geneva source:"new: Gazette" paragraph:1');
  expect(asked.text).toContain("The desk has no talks yet.");
  const form = formOf(await desk.press(asked, /^New talks$/u, root));
  expect(form.call.next?.path).toEqual(["facts", "add"]);
});

it("offers a reader no change", async () => {
  const desk = await nile("T-reader");
  for (const line of ["who-led side:Sudan", "suggest led side:Sudan"]) {
    const { refusal, form } = await desk.say(line, cid);
    expect(JSON.stringify([refusal?.buttons, form?.problem])).not.toContain("New party");
  }
});

it("offers a spelling, and a new one, where a change names what is not held", async () => {
  const desk = await nile("T-edit-unknown");
  const asked = await desk.say('facts person edit "Ida Rayy" party:Ethiopia');
  expect(labels(asked)).toEqual(expect.arrayContaining(["A spelling of Ida Ray (person)", "New person"]));
  const kept = await desk.press(asked, /^A spelling of Ida Ray/u);
  expect((await desk.press(kept, /^Go on/u)).text).toContain(
    "Ida Ray: a person of Ethiopia. Also I. Ray and Ida Rayy.",
  );
  expect(labels(await desk.say("facts retire Genf"))).toContain("A spelling of Geneva (place)");
});

it("makes a slot that a fact is put into, and goes on with the fact", async () => {
  const desk = await nile("T-new-slot");
  const fact = 'words:"no second dam" talks:"First round, Geneva" source:Gazette paragraph:9';
  const asked = await desk.say(`facts add "Red lines" ${fact}`);
  expect(asked.text).toContain('No kind of fact here is called "Red lines".');
  const made = await desk.press(asked, /^New slot$/u);
  expect((await desk.press(made, /^Go on: facts add/u)).text).toContain("Red lines: no second dam.");
  const slip = await desk.say(`facts add "Red lins" ${fact.replace("second", "third")}`);
  expect(slip.text).toContain("Red lines: no third dam.");
});
