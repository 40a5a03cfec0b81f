import { expect, it } from "vitest";
import { call } from "#core/request/call.ts";
import { ann, servers, root } from "#test/servers.ts";

const KEPT = [
  ["SQL", `'); drop table revision; -- % _ \\ "`],
  [
    "markup of both platforms",
    "**bold** _i_ `c` ||s|| # h > q [x](https://evil.example) <https://evil.example|reuters.com>",
  ],
  ["mentions", "@everyone @here <@1> <@&2> <!channel> <!subteam^S1> <#C1>"],
  ["escapes that are there already", "&lt;!channel&gt; &amp; <script>alert(1)</script>"],
  ["emoji and marks", "👩‍🚀 🏳️‍🌈 é e\u0301 İıŞş ﷽"],
  ["formulas", "=HYPERLINK(1) +1 -1 @SUM"],
  ["prototype names", "__proto__ constructor toString"],
  ["Cyrillic that looks Latin", "rеuters"],
] as const;

it.each(KEPT)("stores exactly, and answers and exports with it: %s", async (_, text) => {
  const server = await (await servers()).server();
  const values = {
    slot: "note",
    remark: text,
    source: text.slice(0, 80),
    title: text,
    paragraph: "1",
    according: text,
    excerpt: text,
  };
  const added = await server.ask(call(["facts", "add"], values));
  expect(added.text).toMatch(/^Added/u);
  const stored = (await server.session.desk.snapshot()).own.all("fact")[0]?.state.claims?.[0];
  expect(stored?.fields["remark"]).toBe(text);
  expect(stored?.citation.excerpt).toBe(text);
  for (const line of [
    "sources",
    "facts audit",
    "facts export yaml",
    "facts export json",
    "facts export csv",
    "timeline",
  ]) {
    expect((await server.say(line)).refusal).toBeUndefined();
  }
  expect((await server.say("facts undo")).text).toContain("Taken back");
});

it.each([
  ["right-to-left override", "a\u202Eb"],
  ["zero width", "a\u200Bb"],
  ["NUL", "a\u0000b"],
  ["escape", "a\u001B[31mb"],
  ["a lone surrogate", "a\uD800b"],
  ["fifty marks", `e${"\u0301".repeat(50)}`],
])("refuses clearly what nobody could see: %s", async (_, text) => {
  const server = await (await servers()).server();
  const { form, refusal } = await server.ask(
    call(["facts", "add"], { slot: "note", remark: text, source: "TASS", paragraph: "1" }),
  );
  const said = form?.problem ?? refusal;
  expect(said?.message).toContain("What you typed for remark has invisible characters (U+");
  expect((await server.session.desk.snapshot()).own.version).toBe(0);
});

it.each([
  ["4,000 characters", "x".repeat(4000)],
  ["spaces only", "   "],
  ["nothing", ""],
])("refuses %s, and loses none of the rest of the form", async (_, text) => {
  const server = await (await servers()).server();
  const { form } = await server.ask({
    ...call(["facts", "add"], { slot: "note", remark: text, source: "TASS", paragraph: "1" }),
    submitted: true,
  });
  expect(form?.problem?.field).toBe("remark");
  expect(form?.fields.find((f) => f.name === "source")?.value).toBe("TASS");
});

it.each(["__proto__", "constructor", "toString", "../x", "%00", "f1' or 1=1", "x".repeat(300)])(
  "takes a fact's id %j as data",
  async (id) => {
    const server = await (await servers()).server();
    for (const name of ["retract", "correct", "history", "lock", "source"]) {
      const { refusal, form } = await server.ask(
        call(["facts", name], { id, reason: "x", source: "TASS", paragraph: "1" }),
        root,
      );
      expect((refusal ?? form?.problem)?.message ?? "").not.toBe("");
    }
  },
);

it("takes options named like prototypes for unknown ones", async () => {
  const server = await (await servers()).server();
  const values = JSON.parse('{"slot":"note","__proto__":"x","remark":"r","source":"TASS","paragraph":"1"}') as Record<
    string,
    string
  >;
  expect((await server.ask(call(["facts", "add"], values), ann)).text).toContain('no option "__proto__"');
});
