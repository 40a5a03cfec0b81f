import { expect, it } from "vitest";
import { ann, ben, entries, newSeat, refusalOf, replied, type Came, type Seat } from "#test/moderation.ts";

const YAML = `articles:
  - outlet: The Gazette
    title: A hotline
    published: "2025-04-11"
    claims:
      - { talks: istanbul-april, slot: outcome, paragraph: 1, says: { result: a hotline was agreed on } }
      - { talks: istanbul-april, slot: duration, paragraph: 2, says: { stated: 5.5 hours } }
      - talks: istanbul-april
        slot: led
        side: us
        paragraph: 3
        according: { how: as told by, who: an official }
        excerpt: she led it
        says: { person: coulter, post: envoy }
`;
const JSON_FILE = JSON.stringify({
  articles: [
    {
      outlet: "The Gazette",
      claims: [{ talks: "istanbul-april", slot: "outcome", paragraph: 1, says: { result: "a hotline was agreed on" } }],
    },
  ],
});
const CSV =
  "slot,talks,source,paragraph,result,stated\noutcome,second,The Gazette,1,a hotline was agreed on,\nduration,second,The Gazette,2,,5.5 hours\n";

const importing = (seat: Seat, file: string, by = ann): Promise<Came> => seat.call("facts import", { file }, by);

it("shows every entry's result first, and changes nothing", async () => {
  const seat = await newSeat();
  const text = replied(await importing(seat, YAML));
  expect(text).toContain("Dry run: nothing was changed yet");
  expect(text).toContain("1 new fact, 2 more sources, 0 held already, 0 refused.");
  expect(text).toMatch(/article 1, claim 1 +adds +f2/u);
  expect(text).toMatch(/article 1, claim 2 +joins +apr-duration-tass/u);
  expect(text).toMatch(/article 1, claim 3 +joins +apr-led-us/u);
  expect(await seat.told("facts audit")).toContain("Nothing was changed.");
});

it.each([
  ["YAML", YAML, 3],
  ["JSON", JSON_FILE, 1],
  ["CSV", CSV, 2],
  ["CSV with semicolons, a BOM and CRLF", `\uFEFF${CSV.replaceAll(",", ";").replaceAll("\n", "\r\n")}`, 2],
  ["CSV with tabs", CSV.replaceAll(",", "\t"), 2],
])("applies all of it once confirmed: %s", async (_, file, count) => {
  const seat = await newSeat();
  const done = replied(await seat.press(await importing(seat, file), `Import all ${count}`));
  expect(done).toContain("Imported");
  expect(await seat.told("outcomes")).toContain("A hotline was agreed on.");
  expect(await seat.told("sources gazette")).toContain("A hotline was agreed on.");
  expect(replied(await importing(seat, file))).toContain("There is nothing to import.");
});

it("takes a confirmation once", async () => {
  const seat = await newSeat();
  const dry = await importing(seat, YAML);
  await seat.press(dry, "Import all");
  expect(refusalOf(await seat.press(dry, "Import all")).message).toBe(
    "That dry run has expired or was already imported.",
  );
  expect(await seat.told("facts audit")).toContain("Audit: 4 changes");
});

it("takes no confirmation a day later, nor one of another desk", async () => {
  const seat = await newSeat();
  const dry = await importing(seat, YAML);
  const other = await seat.world.seat("two");
  expect(refusalOf(await other.press(dry, "Import all")).kind).toBe("usage");
  seat.world.pass({ hours: 25 });
  expect(refusalOf(await seat.press(dry, "Import all")).kind).toBe("usage");
});

it("names each wrong entry by its place, and imports none of the others", async () => {
  const seat = await newSeat();
  const dry = await importing(seat, `${CSV}led,second,The Gazette,3,,\noutcome,second,The Gazette,0,x,\n`);
  expect(dry.text).toContain("1 new fact, 1 more source, 0 held already, 2 refused.");
  expect(dry.text).toMatch(/row 4 +refused +"person" is missing/u);
  expect(dry.text).toMatch(/row 5 +refused +paragraph: "0" is not a whole number/u);
  expect(dry.text).toContain("Nothing can be imported while 2 entries are refused");
  expect(dry.text).not.toContain("[1]");
});

it("applies nothing where the desk changed so that one entry is now refused", async () => {
  const seat = await newSeat();
  const dry = await importing(seat, YAML);
  const id = await seat.add({ slot: "outcome", result: "a hotline was agreed on" }, ben);
  await seat.told(`facts retract ${id} misread`, ben);
  expect(refusalOf(await seat.press(dry, "Import all")).message).toContain(
    "Nothing was imported: article 1, claim 1: ",
  );
  expect(await seat.told("fact apr-duration-tass")).not.toContain("Gazette");
});

it("joins entries of one file that agree with each other", async () => {
  const seat = await newSeat();
  const text = replied(await importing(seat, `${CSV}outcome,second,TASS,1,A hotline was agreed on.,\n`));
  expect(text).toMatch(/row 4 +joins +f2/u);
});

it("is taken back whole by one undo", async () => {
  const seat = await newSeat();
  const before = [await seat.told("outcomes"), await seat.told("how-long"), await seat.told("sources")];
  const done = await seat.press(await importing(seat, YAML), "Import all");
  replied(await seat.press(done, "Undo the whole import"));
  expect([await seat.told("outcomes"), await seat.told("how-long"), await seat.told("sources")]).toEqual(before);
});

it.each([
  ["an empty file", "", "That file is empty."],
  ["a blank file", " \n", "That file is empty."],
  ["a file without claims", "articles: []", "There is no claim in that file."],
  ["a word", "hello", "There is no claim in that file."],
  ["broken YAML", "articles: [", "Talks cannot read that YAML"],
  ["a key given twice", "articles: []\narticles: []", "Talks cannot read that YAML"],
  ["broken JSON", '{"articles": [', "Talks cannot read that JSON"],
  ["CSV with an open quotation mark", 'slot,result\noutcome,"x\n', "Talks cannot read that CSV"],
  ["CSV with a cell too many", "slot,result\noutcome,x,y,z\n", "Talks cannot read that CSV in row 2"],
  ["UTF-16", Buffer.from("\uFEFFslot,result\n", "utf16le").toString("utf8"), "That file is not UTF-8 text."],
])("refuses %s", async (_, file, message) => {
  expect(refusalOf(await importing(await newSeat(), file)).message).toContain(message);
});

it("asks for the facts themselves where no file comes with it, and keeps what was typed", async () => {
  const seat = await newSeat();
  const asked = await seat.say("facts import");
  expect(Object.keys(entries(asked))).toEqual(["file", "paste"]);
  const wrong = await seat.fill(asked, { paste: "articles: [" });
  expect(refusalOf(wrong).message).toContain("Talks cannot read that YAML");
  expect(entries(wrong)["paste"]).toBe("articles: [");
  const dry = await seat.fill(wrong, { paste: YAML });
  expect(replied(await seat.press(dry, "Import all 3"))).toContain("Imported");
});

it("imports in one go when asked, and says all that is refused where something is", async () => {
  const seat = await newSeat();
  const done = await seat.call("facts import", { file: CSV, apply: "yes" });
  expect(replied(done)).toContain("Imported");
  expect(replied(await seat.press(done, "Undo the whole import"))).toContain("Taken back");
  const bad = await seat.call("facts import", {
    file: `${CSV}led,second,TASS,3,,\nnote,second,TASS,0,,\n`,
    apply: "yes",
  });
  expect(refusalOf(bad).message).toMatch(/^Nothing was imported: 2 entries are refused\. row 4: [^]*\nrow 5: /u);
  expect(await seat.told("outcomes")).not.toContain("otline was agreed on");
});

it("shows every entry's result over as many pages as it takes, before and after", async () => {
  const seat = await newSeat();
  const rows = Array.from({ length: 120 }, (_, i) => `note,second,The Gazette,1,remark number ${i}\n`).join("");
  const first = await seat.call("facts import", { file: `slot,talks,source,paragraph,remark\n${rows}` });
  expect(first.text).toContain("Result of every entry, 1 to 50 of 120");
  const third = await seat.press(await seat.press(first, "Page 2"), "Page 3");
  expect(third.text).toContain("Result of every entry, 101 to 120 of 120");
  expect(third.text).toMatch(/row 121 +adds +f121: Remark number 119\. +Second round, Istanbul/u);
  const done = await seat.press(third, "Import all 120");
  expect((await seat.press(done, "Page 2")).text).toMatch(/row 52 +adds +f52: Remark number 50/u);
});

it("refuses more than 2,000 claims at once, and a file of over 1 MB", async () => {
  const seat = await newSeat();
  const rows = `slot,remark,source,paragraph\n${"note,x,TASS,1\n".repeat(2001)}`;
  expect(refusalOf(await importing(seat, rows)).message).toContain("takes at most 2000");
  expect(refusalOf(await importing(seat, "x".repeat(1_000_001))).message).toContain("1000001 characters");
});

it.each(["people", "places", "slots"])("takes at most 1,000 names at once: %s", async (kind) => {
  const names = Array.from({ length: 1001 }, (_, i) => `  - { name: Person ${i} }\n`).join("");
  const refusal = refusalOf(await importing(await newSeat(), `${kind}:\n${names}`));
  expect(refusal).toMatchObject({
    message: "That file has 1001 names; an import takes at most 1000.",
    hint: "Split the file.",
  });
});
