import { expect, it } from "vitest";
import { completeValue } from "#core/answer/complete.ts";
import { KIND } from "#core/slots/property.ts";
import { newSeat } from "#test/moderation.ts";
import { servers } from "#test/servers.ts";

const newsroom = async () => (await servers()).server();
const said = (slot: string, fields: string, outlet: string): string =>
  `facts add ${slot} talks:second ${fields} source:"new: ${outlet}" paragraph:1`;

it("shows figures on one thing that cannot both hold, and names the thing when asked how many", async () => {
  const server = await newsroom();
  await server.say(said("figure", 'what:"names on the list" number:339', "Zed"));
  const heard = await server.say(said("figure", 'what:"names on the list" number:"over 500"', "Post"));
  expect(heard.text).toMatch(/^Added/u);
  const { text } = await server.say("disputes talks:second");
  expect(text).toContain("names on the list: 339 (Zed); names on the list: over 500 (Post)");
  expect((await server.say("how many names are on the list")).text).toContain("Names on the list: 339.");
  expect((await server.say("списке сколько names")).text).toContain("339");
  expect((await server.say("listede kac names")).text).toContain("339");
});

it("joins a figure that is written another way", async () => {
  const server = await newsroom();
  await server.say(said("figure", 'what:"the returned" number:"6,000" unit:people', "Zed"));
  const heard = await server.say(said("figure", 'what:"The returned" number:"6000 people"', "Post"));
  expect(heard.text).toMatch(/^Joined a fact that was held/u);
});

it("reads a figure by the decimal mark of its article's language, and keeps its words", async () => {
  const seat = await newSeat();
  const rows = [
    "talks,slot,what,number,unit,source,paragraph,language,title",
    "second,figure,the returned,1.234,people,new: Kent Gazetesi,2,tr,Dönenler",
    'second,figure,the returned,"1,234",people,new: Harbour Times,3,en,Who came back',
    'second,figure,the share,"1,234",%,new: Портовый вестник,4,ru,Доля',
    "second,figure,the share,1.234%,,new: Zed,5,en,The share",
  ];
  const dry = await seat.call("facts import", { file: rows.join("\n") });
  await seat.press(dry, "Import ");
  const heard = await seat.say("about figure talks:second");
  expect(heard.text).toContain("The returned: 1,234 people.");
  expect(heard.text).toContain("“1.234” (Kent Gazetesi); “1,234” (Harbour Times)");
  expect(heard.text).toContain("The share: 1.234%.");
  expect(heard.text).toContain("“1,234” (Портовый вестник); “1.234%” (Zed)");
  expect(heard.text).not.toContain("Sources differ");
});

it("keeps a figure in parts of a whole as its source words it", async () => {
  const server = await newsroom();
  await server.say(said("figure", 'what:"staff who left" number:"two thirds"', "Zed"));
  await server.say(said("figure", 'what:"staff who left" number:2 unit:thirds', "Yed"));
  const other = await server.say(said("figure", 'what:"staff who left" number:2', "Post"));
  expect(other.text).toMatch(/^Added/u);
  expect((await server.say("disputes talks:second")).text).not.toContain("two thirds");
});

it("offers a position on the same topic as the same one, but never one of the other stance", async () => {
  const server = await newsroom();
  await server.say(said("position", 'side:russia topic:flights stance:wants words:"daily flights at once"', "Zed"));
  const other = await server.say(
    said("position", 'side:russia topic:flights stance:refuses words:"charter flights only"', "Post"),
  );
  expect(other.text).toContain("Refused by the Russian side, on flights: charter flights only.");
  expect(other.text).not.toContain("Near to what is held");
  const near = await server.say(
    said("position", 'side:russia topic:flights stance:wants words:"planes every day again"', "Gazette"),
  );
  expect(near.text).toContain(
    "The desk holds something near: Wanted by the Russian side, on flights: daily flights at once.",
  );
  const joined = await server.press(near, /^Join that/u);
  expect(joined.text).toContain("“planes every day again” (Gazette)");
  expect((await server.say("what did russia refuse")).text).toContain("charter flights only");
});

it.each([
  ["was it direct or indirect", said("format", 'stated:"both direct and indirect"', "Zed"), "both direct and indirect"],
  ["what time did it begin", said("session", 'what:"the talks began" at:"around 15:00"', "Zed"), "around 15:00"],
  ["saat kaçta başladı", said("session", 'what:"the talks began" at:"around 15:00"', "Zed"), "around 15:00"],
  ["во сколько начались", said("session", 'what:"the talks began" at:"around 15:00"', "Zed"), "around 15:00"],
  ["who chaired", said("role", 'person:"new: Hakan Fidan" as:chair', "Zed"), "In the chair: Hakan Fidan."],
  [
    "görüşmelerde arabulucu kimdi",
    said("role", 'party:"United States" as:mediator', "Zed"),
    "Mediator: United States.",
  ],
  ["кто был посредником", said("role", 'party:"United States" as:mediator', "Zed"), "Mediator: United States."],
  ["how did it go", said("assessment", 'by:"a senior U.S. official" words:"useful"', "Zed"), "on how it went: useful."],
])("answers “%s” from the slot of its own", async (question, line, answer) => {
  const server = await newsroom();
  expect((await server.say(line)).text).toMatch(/^Added/u);
  expect((await server.say(question)).text).toContain(answer);
});

it("knows nobody by a description, and knows who is named", async () => {
  const server = await newsroom();
  const by = 'by:"a senior U.S. official" words:useful';
  expect((await server.say(said("assessment", by, "Zed"))).text).toContain(
    "A senior U.S. official on how it went: useful.",
  );
  await server.say(said("assessment", 'by:"Hakan Fidan" words:useful', "Zed"));
  expect((await server.say('who "Hakan Fidan"')).text).toContain("useful");
  expect((await server.say('who "a senior U.S. official"')).refusal?.message).toContain("No person here is called");
});

it("takes a property of any kind, and offers the kinds that are held beside the usual ones", async () => {
  const server = await newsroom();
  const heard = await server.say(said("property", 'kind:"embassy compound" place:"new: Kabul" owner:us', "Zed"));
  expect(heard.text).toContain("United States: embassy compound in Kabul.");
  const { view } = await server.session.desk.snapshot();
  expect(completeValue(KIND, "", view).map((c) => c.value)).toEqual([
    "estate",
    "consulate",
    "trade mission",
    "property",
    "embassy compound",
  ]);
  expect((await server.say('properties kind:"Embassy compound"')).text).toContain("Kabul");
  expect((await server.say(said("property", "kind:Estate place:seattle", "Zed"))).text).toContain("Estate in Seattle.");
});

it("says of who led it what the source says was led", async () => {
  const server = await newsroom();
  const { form } = await server.say(said("led", 'person:"Tammy Bruce"', "Zed"));
  const entered = { person: "Tammy Bruce", source: "new: Zed", paragraph: "1", talks: "second" };
  const lacks = form === undefined ? undefined : await server.fill(form, entered);
  expect(lacks?.form?.problem?.message).toBe('"Who led" needs a side.');
  const whole = await server.say(said("led", 'person:"Tammy Bruce" scope:"the closing session"', "Zed"));
  expect(whole.text).toContain("Tammy Bruce led the closing session.");
  const compared = await server.say("compare");
  expect(compared.text).toContain("Tammy Bruce");
  expect((await server.say("who-led talks:second")).text).toContain("Tammy Bruce led the closing session.");
});
