import { expect, it } from "vitest";
import { CLAIM, CSV, ROW, fixture, importing, yaml } from "#test/import-files.ts";
import { refusalOf } from "#test/moderation.ts";

it("names the row that the sheet shows, blank rows and line ends in cells counted", async () => {
  expect((await importing(fixture("blank-rows-numbering.csv"))).text).toMatch(/row 5 +refused +paragraph: "0"/u);
  const { text } = await importing(
    `sep=,\n${CSV}${ROW.replace("took", '"took\nno').replace(/$/u, '"')}\n,,,,\nsecond,note,TASS,x,y\n`.replace(
      'the delegations "took',
      '"the delegations took',
    ),
  );
  expect(text).toMatch(/row 4 +refused +paragraph: "x"/u);
});

it.each([
  ["multi-document.yaml", "holds 2 YAML documents"],
  ["feed-item.xml", "is a news feed (RSS)"],
  ["title-row-first.csv", 'The header was not found in row 1 ("Facts for April"); row 2 looks like it.'],
  ["pandas-index-column.csv", 'a column without a name: "column 1" (such as "0")'],
  ["extra-column.csv", 'a column that Talks does not know: "Checked by" (such as "Ann")'],
])("says what is the matter with %s", async (name, message) => {
  const { text } = await importing(fixture(name));
  expect(text).toContain(message);
  expect(text).not.toMatch(/parseAllDocuments|Implicit|YAMLParse/u);
});

it.each([
  ["a broken indentation", "articles:\n  - outlet: X\n   claims: []\n", /line \d: /u],
  ["a tab", "articles:\n\t- outlet: X\n", /line 2: a tab indents it/u],
  ["a colon in words", "articles:\n  - outlet: X: the paper\n", /line 2: words with a colon/u],
  ["a key given twice", "articles:\n  - outlet: X\n    outlet: Y\n", /line 3: "outlet" is there twice/u],
  ["a tag", "articles:\n  - outlet: !!python/object:x y\n", /line 2: it has a tag/u],
  ["an alias of nothing", "articles:\n  - outlet: *x\n", /line 2: /u],
  ["a key given twice in JSON", '{"articles":[{"outlet":"X","outlet":"Y"}]}', /"outlet" is there twice/u],
  [
    "a comma too many in JSON",
    '{"articles": [\n{"outlet": "Quay Post"},\n]}',
    /: line 2: a comma stands before a closing bracket/u,
  ],
  [
    "JSON that ends too early",
    '{"articles": [{"outlet": "Quay',
    /it ends before all brackets and quotations are closed/u,
  ],
  ["single quotation marks in JSON", "[{'talks': 'second'}]", /line 1: "'" cannot stand where it stands/u],
  ["a word of another program in JSON", '{"articles": None}', /"N" cannot stand where it stands/u],
  ["a broken line of JSON lines", '{"slot":"note"}\n{"slot":\n', /cannot read that JSON in line 2/u],
  ["two columns of one name", "talks,slot,source,paragraph,Remark,remark\n", /Two columns are called "remark"/u],
  ["a header without source", "talks,slot,paragraph,remark\nsecond,note,1,x\n", /The header has no column "source"/u],
  ["headings that nobody knows", "Round;Kind;Outlet;Para\nsecond;note;X;2\n", /Talks knows none|no column/u],
  ["one heading that it knows", "Round;Type;Outlet;Para\nsecond;note;X;2\n", /Talks knows only "Outlet"/u],
  ["a comment above JSON", '// facts\n{"articles":[]}', /JSON has no comments/u],
  ["JSON with quotation marks of print", "{“articles”:[]}", /JSON takes straight quotation marks/u],
])("tells of %s in plain words", async (_, file, message) => {
  expect(refusalOf(await importing(file)).message).toMatch(message);
});

it("tells an entry's own mistakes beside it", async () => {
  const says = (words: string, rest = "paragraph: 2"): string =>
    yaml("", `{ talks: second, slot: note, ${rest}, says: ${words} }`);
  expect((await importing(says("{ remark: [a, b] }"))).text).toMatch(
    /article 1, claim 1 +refused +remark: write words here, not a list/u,
  );
  expect((await importing(says("no questions"))).text).toContain("says: write the slot's fields under it");
  expect((await importing(says("{ person: x, remark: y }"))).text).toContain(
    'note has no field "person"; it has remark.',
  );
  expect((await importing(yaml("", "hello"))).text).toContain("it is not a claim");
  expect((await importing("articles:\n  - outlet: X\n    claims:\n")).text).toContain("it has no claims");
  expect((await importing(`${CSV}${ROW}\n`.replace("note", "durations"))).text).toContain('"durations" is not a slot');
});

it.each(["#NAME?", "#BAŞV!", "#ССЫЛКА!", "#¿NOMBRE?"])("refuses %s, which no source says", async (failed) => {
  const { text } = await importing(`${CSV}${ROW.replace(/[^,]+$/u, failed)}\n`);
  expect(text).toContain(`remark: "${failed}" is what a spreadsheet writes where a formula failed.`);
});

it.each([
  ["of another tool in YAML", "services:\n  talks:\n    image: x\n"],
  ["of another tool in JSON", '{"name":"talks","version":"1.0.0"}'],
  ["of another tool in a list", '[{"uri":"https://x.example","text":"t"}]'],
])("offers to leave nothing out where no claim would be left: keys %s", async (_, file) => {
  const { message, hint, buttons } = refusalOf(await importing(file));
  expect(message).toContain("that Talks does not know");
  expect(hint).toContain("Nothing else in it is a claim");
  expect(buttons ?? []).toEqual([]);
});

it("asks of merged cells in tables alone: articles have none", async () => {
  const claims = '"claims":[{"talks":"second","slot":"note","paragraph":2,"says":{"remark":"x happened"}}]';
  const { text } = await importing(`{"articles":[{"outlet":"A Post",${claims}},{"outlet":null,${claims}}]}`);
  expect(text).toMatch(/article 2, claim 1 +refused +"source" is missing/u);
  expect(text).not.toContain("merged cells");
});

it("passes over a claim that is not there, and says so", async () => {
  const { text } = await importing(yaml("", `${CLAIM}\n      -`));
  expect(text).toContain("Talks passed over what is empty: article 1, claim 2.");
  expect(text).toContain("1 new fact");
});

it.each([
  ["the fences of Markdown around it", `\`\`\`yaml\n${yaml("")}\`\`\`\n`],
  ["spaces that do not break in front", yaml("").replace(/^ +/gmu, (spaces) => "\u00A0".repeat(spaces.length))],
])("reads what was copied from a page or a chat: with %s", async (_, file) => {
  expect((await importing(file)).text).toContain("1 new fact");
});

it("says of a header that comes again that it is one", async () => {
  expect((await importing(`${CSV}${ROW}\n${CSV}`)).text).toMatch(/row 3 +refused +It is the header again/u);
});

it("says which quotation marks hold a cell together", async () => {
  const { hint } = refusalOf(await importing(`${CSV}second,note,X,2,“they left, at noon”\n`));
  expect(hint).toContain('with straight marks (")');
});
