import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { expect, it } from "vitest";
import { once } from "#platforms/terminal/once.ts";
import { prompt } from "#platforms/terminal/prompt.ts";
import { servers, root } from "#test/servers.ts";
import { testFolder } from "#test/folder.ts";

const PAPER = { width: 2000, colour: false };

/** A person at the prompt: types each line when the one before is answered. */
async function typed(lines: readonly string[]): Promise<string> {
  const { session } = await (await servers()).server({ platform: "terminal", id: "local" });
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { columns: 400, isTTY: false });
  let shown = "";
  const left = [...lines];
  output.setEncoding("utf8").on("data", (chunk: string) => {
    shown += chunk;
    if (!/(?:: |> )$/u.test(shown)) return;
    const next = left.shift();
    if (next === undefined) input.end();
    else input.write(`${next}\n`);
  });
  const done = prompt({ input, output, colour: false }, root, session, { past: [], keep: () => {} });
  await done;
  return shown;
}

it("asks a form field by field, keeps what is in brackets, and does it", async () => {
  const shown = await typed(["facts correct apr-duration-tass", "5 hours", "", "misread", "facts audit"]);
  expect(shown).toContain("As stated — The length as the source states it, such as 5½ hours, needed [5½ hours]: ");
  expect(shown).toContain("Was: The talks lasted 5½ hours. → Now: The talks lasted 5 hours.");
  expect(shown).toContain("Reason: misread");
});

it("takes an article that is pasted at the prompt, paragraph by paragraph", async () => {
  const shown = await typed([
    "facts propose",
    "The Gazette",
    "second",
    "The talks lasted nine hours.",
    "",
    "The sides agreed to open a direct line.",
    ".",
    "",
  ]);
  expect(shown).toContain("with an empty line between paragraphs, ended by a line with a full stop alone: ");
  expect(shown).toContain("2 proposals in 2 paragraphs.");
});

it("asks again only what was refused, and leaves the form on .cancel or at the end", async () => {
  const shown = await typed([
    "facts add note",
    "it rained",
    "",
    "",
    "TASS",
    "99",
    "",
    "",
    "",
    "",
    "",
    "4",
    "facts add note",
    "x",
    ".cancel",
    "facts audit",
    "facts add led",
  ]);
  expect(shown).toContain("! TASS has 10 notes; there is no number 99. Type a number from 1 to 10.");
  expect(shown).toContain("It rained. f1");
  expect(shown).toContain("You left the form. Nothing was changed.");
  expect(shown).toContain("Audit: 1 change");
});

it("empties a field on a hyphen", async () => {
  const shown = await typed(["facts correct apr-led-us", "", "-", "", "", "who-led side:us"]);
  expect(shown).toContain("Now: Sonata Coulter led the discussions for the U.S. side.");
});

it("reads an import from its path, then applies it by the number of the button", async () => {
  const path = join(testFolder(), "facts.csv");
  writeFileSync(path, "talks,slot,source,paragraph,remark\nsecond,note,TASS,1,it rained\n");
  expect(await typed([`facts import file:${path}`, "1"])).toContain("Imported");
});

it("prints the line that confirms an import where nobody can press a button (G13)", async () => {
  const { session } = await (await servers()).server({ platform: "terminal", id: "once" });
  const path = join(testFolder(), "facts.csv");
  writeFileSync(path, "talks,slot,source,paragraph,remark\nsecond,note,TASS,1,it rained\n");
  const { text } = await once(["facts", "import", `file:${path}`], root, session, PAPER);
  const line = /npm run --silent talks -- (.*)\n +Import all 1/u.exec(text)?.[1] ?? "";
  expect((await once(line.split(" "), root, session, PAPER)).text).toContain("Imported");
});

it("does what a form would only show first, where the line has every value: nobody can press here", async () => {
  const { session } = await (await servers()).server();
  const line = ["facts", "merge", "Alexander Darchiev", "into:Sonata Coulter"];
  const done = await once(line, root, session, PAPER);
  expect([done.code, done.text]).toEqual([0, expect.stringContaining("Merged into: Sonata Coulter")]);
  expect((await once(["facts", "merge", "Sonata Coulter"], root, session, PAPER)).text).toContain(
    "Type these as options",
  );
});

it("says what a form needs where nobody can be asked", async () => {
  const { session } = await (await servers()).server();
  const { code, text } = await once(["facts", "add", "led"], root, session, PAPER);
  expect([code, text]).toEqual([2, expect.stringContaining("person: Who led the side, or all of it (needed)")]);
});

it("reads no file larger than fits, and says which cannot be read", async () => {
  const { session } = await (await servers()).server();
  const path = join(testFolder(), "huge.yaml");
  writeFileSync(path, "");
  truncateSync(path, 50_000_000);
  const huge = await once(["facts", "import", `file:${path}`], root, session, PAPER);
  expect([huge.code, huge.text]).toEqual([
    2,
    expect.stringContaining("has 50000000 bytes.\nAt most 1000000 characters fit here. Split the file."),
  ]);
  const none = await once(["facts", "import", "file:/nowhere.yaml"], root, session, PAPER);
  expect(none.text).toContain("There is no file /nowhere.yaml.");
});

it("takes what a shell feeds in for the file that a call lacks", async () => {
  const { session } = await (await servers()).server();
  const fed = (text: string, ...argv: string[]) => once(argv, root, session, PAPER, Readable.from([Buffer.from(text)]));
  const propose = ["facts", "propose", "source:The Gazette", "talks:second"];
  const { text, code } = await fed("The talks lasted nine hours.", ...propose);
  expect([code, text]).toEqual([0, expect.stringContaining("stated: nine hours")]);
  expect((await fed("", ...propose)).text).toContain("The article's text");
  const open = await fed("The talks lasted nine hours.", "facts", "propose", "source:The Gazette");
  expect([open.code, open.text]).toEqual([
    2,
    expect.stringContaining("(Second round, Istanbul, April 2025; First round, Istanbul, February 2025)"),
  ]);
  expect((await fed("x".repeat(1_000_001), ...propose)).text).toContain("longer than 1000000 bytes");
  const facts = "talks,slot,source,paragraph,remark\nsecond,note,TASS,1,it rained\n";
  expect((await fed(facts, "facts", "import")).text).toContain("Dry run");
  // A call that lacks no file waits for none.
  expect((await once(["facts", "add", "led"], root, session, PAPER, new PassThrough())).code).toBe(2);
});

it("prints an export as the file alone, to be redirected", async () => {
  const { session } = await (await servers()).server();
  const { text, code } = await once(["facts", "export", "json"], root, session, PAPER);
  expect(code).toBe(0);
  expect(JSON.parse(text)).toHaveProperty("articles");
});

it("names what a line is about, and shows an id only where a name would not do", async () => {
  const { session } = await (await servers()).server();
  const person = await once(["facts", "person", "add", "Ida Rue"], root, session, PAPER);
  expect(person.text).toContain('facts history id:"person: Ida Rue"');
  const round = ["facts", "talks", "add", "Opening", "negotiation:Nile talks", "parties:Egypt, Ethiopia"];
  const { text } = await once(round, root, session, PAPER);
  expect(text).toContain("facts add talks:Opening\n");
  expect(text).not.toContain("nile-talks");
  // A place may be called as the person is: then the line says which is meant.
  await once(["facts", "place", "add", "Ida Rue"], root, session, PAPER);
  const line = /silent talks -- (facts history id:"place: Ida Rue")/u.exec(
    (await once(["facts", "place", "edit", "Ida Rue", "also:Rue"], root, session, PAPER)).text,
  );
  expect(line).not.toBeNull();
});
