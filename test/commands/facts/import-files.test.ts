import { expect, it } from "vitest";
import { CLAIM, CSV, ROW, fixture, importing, yaml } from "#test/import-files.ts";
import { fileOf, newSeat, replied } from "#test/moderation.ts";

it.each([
  ["excel-german-dates.csv", 2],
  ["header-capitals.csv", 1],
  ["json-null-fields.json", 1],
  ["other-tool.yaml", 2],
  ["outlet-is-a-number.yaml", 1],
  ["paragraph-as-text.yaml", 1],
  ["paragraph-float.csv", 1],
  ["short-row.csv", 1],
  ["spaces-after-commas.csv", 1],
  ["yaml-null-fields.yaml", 1],
])("takes %s whole", async (name, facts) => {
  const seat = await newSeat();
  const dry = await seat.call("facts import", { file: fixture(name) });
  expect(dry.text).toContain(`${facts} new fact${facts === 1 ? "" : "s"}, 0 more sources, 0 held already, 0 refused.`);
  expect(replied(await seat.press(dry, "Import all"))).toMatch(/^Imported/u);
});

it("holds already all that its own export has after a spreadsheet saved it again", async () => {
  const { text } = await importing(fixture("export-resaved-in-excel.csv"));
  // The one row that is new was the exporting desk's own.
  expect(text).toContain("1 new fact, 0 more sources, 82 held already, 0 refused.");
});

it.each([
  ["Excel's tabs", `${CSV}${ROW}\n`.replaceAll(",", "\t")],
  ["bars", `${CSV}${ROW}\n`.replaceAll(",", "|")],
  [
    "a Markdown table",
    `| ${CSV.trim().replaceAll(",", " | ")} |\n|---|:--|---|--:|---|\n| ${ROW.replaceAll(",", " | ")} |\n`,
  ],
  ["a sep line", `sep=;\r\n${CSV}${ROW}\n`.replaceAll(",", ";")],
  ["a mark and headings in quotation marks", `\uFEFF"Talks","SLOT","Source","Paragraph","Remark"\r\n${ROW}\r\n`],
  [
    "headings with spaces and underscores",
    `Talks ,slot, Source,paragraph,remark,Outlet Kind,out_let\n${ROW},daily\n`.replace(",out_let", ""),
  ],
  ["the line ends of an old Mac", `${CSV}${ROW}`.replaceAll("\n", "\r")],
  ["empty columns without a name at its end", `${CSV.trim()},,\n${ROW},,\n`],
  ["outlet for source", `${CSV.replace("source", "Outlet")}${ROW}\n`],
  [
    "cells in quotation marks with spaces around",
    `${CSV}second , "note" ,"new: Coast Herald" , "2", "the delegations, it says, ""left"""\n`,
  ],
  ["a paragraph of a German spreadsheet", `${CSV}${ROW}\n`.replaceAll(",", ";").replace(";2;", ";2,0;")],
  ["a paragraph with its sign", `${CSV}${ROW}\n`.replace(",2,", ",¶2,")],
  ["blank rows at its end", `${CSV}${ROW}\n\n,,,,\n\n`],
  [
    "JSON lines",
    `{"talks":"second","slot":"note","source":"Coast Herald","paragraph":2,"remark":"no questions"}\n\n`.repeat(1),
  ],
  [
    "a list of claims as JSON",
    `[{"talks":"second","slot":"Notes","source":"Coast Herald","paragraph":2.0,"remark":"no questions","side":null}]`,
  ],
  [
    "JSON with numbers for words",
    `{"outlet":24,"title":1.0,"claims":[{"talks":"second","slot":"note","paragraph":"2","says":{"remark":2025}}]}`,
  ],
  ["words under no says", yaml("", "{ talks: second, slot: note, paragraph: 2, remark: no questions }")],
  ["null in every way", yaml("    title: ~\n    address:\n    published: NULL\n    language: ''\n")],
  ["a merge of keys", yaml("", "{ <<: { talks: second, slot: note }, paragraph: 2, says: { remark: x1 } }")],
  [
    "a literal block and an end of the document",
    `---\n${yaml("", "talks: second\n        slot: note\n        paragraph: 2\n        says:\n          remark: |\n            no\n            questions\n")}...\n`,
  ],
  [
    "according as words",
    yaml("", "{ talks: second, slot: note, paragraph: 2, according: told by a guard, says: { remark: x1 } }"),
  ],
  ["Windows line ends in YAML", yaml("").replaceAll("\n", "\r\n")],
])("takes a file with %s", async (_, file) => {
  expect((await importing(file)).text).toContain("1 new fact, 0 more sources, 0 held already, 0 refused.");
});

it("takes JSON lines, each with its line", async () => {
  const line = (slot: string, paragraph: number) =>
    JSON.stringify({
      talks: "second",
      slot,
      source: "Coast Herald",
      paragraph,
      remark: `it rained on day ${paragraph}`,
    });
  const { text } = await importing(`${line("note", 1)}\r\n\r\n${line("notes", 2)}\r\n${line("weather", 3)}\r\n`);
  expect(text).toContain("2 new facts, 0 more sources, 0 held already, 1 refused.");
  expect(text).toMatch(/line 4 +refused +slot: "weather" is not a slot/u);
});

it.each([
  [
    "YAML",
    yaml("", "{ talks: Second Round, slot: led, side: Rusya, paragraph: 2, says: { person: Alexander Darchiev } }"),
  ],
  [
    "JSON",
    '{"outlet":"X","claims":[{"talks":"second round","slot":"led","side":"Россия","paragraph":2,"says":{"person":"Alexander Darchiev"}}]}',
  ],
  ["CSV", "talks,slot,side,source,paragraph,person\nsecond round,Who led,США,X,2,Sonata Coulter\n"],
])("reads talks, sides and people by their names in %s", async (_, file) => {
  const { text } = await importing(file);
  expect(text).toContain("0 new facts, 1 more source, 0 held already, 0 refused.");
});

it("keeps what a file says of an article, and holds its claims to it", async () => {
  const seat = await newSeat();
  const article = "    language: tr\n    outletKind: a daily\n    held: notes\n    paragraphs: 2\n";
  await seat.press(await seat.call("facts import", { file: yaml(article) }), "Import all");
  const kept = [...(await seat.desk.view()).articles.values()].find((a) => a.outlet === "Coast Herald");
  expect(kept).toMatchObject({ language: "tr", outletKind: "a daily", held: "notes", paragraphs: 2 });
  expect(await seat.told("sources coast")).toContain("note 2");
  const ninth = yaml(article, CLAIM.replace("paragraph: 2", "paragraph: 9"));
  expect((await importing(ninth)).text).toContain("paragraph: the article has 2 notes, so none is number 9.");
  const sheet = `talks,slot,source,paragraph,remark,paragraphs\nsecond,note,X,9,late,\nsecond,note,X,1,early,2\n`;
  expect((await importing(sheet)).text).toMatch(/row 2 +refused +paragraph: the article has 2 paragraphs/u);
  const other = await seat.call("facts import", { file: yaml("    language: ru\n", CLAIM.replace("2", "1")) });
  expect(other.text).toContain(
    'language: the desk holds that article of Coast Herald with "tr", and the file says "ru".',
  );
});

it("adds to a held article what only the file knows of it", async () => {
  const seat = await newSeat();
  await seat.press(await seat.call("facts import", { file: yaml("") }), "Import all");
  const dry = await seat.call("facts import", { file: yaml("    language: tr\n") });
  expect(dry.text).toContain("1 held already");
  await seat.press(dry, "Import what is new");
  expect([...(await seat.desk.view()).articles.values()].at(-1)).toMatchObject({ language: "tr" });
});

it.each(["NULL", "null", "N/A", "n/a", "NA", "NaN", "None", "nil", "<NA>", "\\N", "-", "—"])(
  "reads %s in an optional field as nothing, in every format, and says so once",
  async (word) => {
    const rows = [1, 2].map((n) => `second,note,Zed,${word},${word},${word},${n},remark ${n}`);
    const claims = [1, 2].map((n) => ({
      talks: "second",
      slot: "note",
      source: "Zed",
      side: word,
      title: word,
      address: word,
      paragraph: n,
      remark: `remark ${n}`,
    }));
    const files = [
      ["talks,slot,source,side,title,address,paragraph,remark", ...rows].join("\n"),
      JSON.stringify(claims),
      claims.map((claim) => JSON.stringify(claim)).join("\n"),
    ];
    for (const file of files) {
      const seat = await newSeat();
      const { text } = await seat.call("facts import", { file, apply: "yes" });
      expect(text).toContain("2 new facts, 0 more sources, 0 held already, 0 refused.");
      expect(text.match(/read these as empty: .*/gu)).toHaveLength(1);
      expect(text).toMatch(new RegExp(`title \\(“${word.replace("\\", "\\\\")}” in [^)]+, and in 1 more\\)`, "u"));
      const article = [...(await seat.desk.view()).articles.values()].at(-1);
      expect(article).toEqual({ id: article?.id, outlet: "Zed", held: "text" });
    }
  },
);

it.each(["NULL", "N/A", "None"])(
  "refuses %s where a claim needs words, and takes it from an export all the same",
  async (word) => {
    const claim = { talks: "second", slot: "note", source: "Zed", paragraph: 1, remark: word };
    const refused = await importing(JSON.stringify([claim]));
    expect(refused.text).toContain(`remark: "${word}" says that nothing is there.`);
    const seat = await newSeat();
    await seat.add({ slot: "note", remark: word, talks: "second" });
    for (const format of ["csv", "json", "yaml"]) {
      const { text } = await importing(fileOf(await seat.say(`facts export ${format} own:yes`)).text);
      expect(text).toContain("1 new fact, 0 more sources, 0 held already, 0 refused.");
      expect(text).toContain(`: ${word}.`);
    }
  },
);

it.each([
  ["talks", "NULL,note,Zed,2,it snowed", '"talks" is empty; the one above is "second"'],
  ["source", "second,note,n/a,2,it snowed", '"source" is empty; the one above is "Zed"'],
  ["slot", "second,-,Zed,2,it snowed", '"slot" is empty; the one above is "note"'],
])("asks of a word for nothing below a filled cell what it asks of a blank one: %s", async (_, row, asked) => {
  const { text } = await importing(`${CSV}second,note,Zed,1,it rained\n${row}\n`);
  expect(text).toContain(asked);
});

it.each(["Nil Valley Post", "Anna N/Aberg", "none of them stayed", "–5 degrees"])(
  "keeps words that only begin like one for nothing: %s",
  async (words) => {
    const { text } = await importing(
      `talks,slot,source,paragraph,remark,excerpt\nsecond,note,Zed,1,${words},${words}\n`,
    );
    expect(text).toContain("1 new fact");
    expect(text).not.toContain("as empty");
  },
);
