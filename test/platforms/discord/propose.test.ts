import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { SEED, STORY } from "#test/proposing.ts";
import { talksInDiscord } from "./talks.ts";

const MODERATOR = { permissions: ["ManageGuild"] } as const;
const WHICH = { source: "The Gazette", talks: "istanbul-april" };

it("takes a text of 11,000 characters in three boxes, paragraph by paragraph", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", MODERATOR);
  const form = await ada.slash("facts propose").modal();
  expect(form.components).toHaveLength(5);
  const [text, two, three] = [0, 31, 62].map((at) => STORY.slice(at, at + 31).join("\n\n"));
  expect(STORY.join("\n\n").length).toBeGreaterThan(11_000);
  const shown = await ada
    .submitModal(form, { text: text ?? "", "text~2": two ?? "", "text~3": three ?? "", ...WHICH })
    .reply();
  expect(shown.text).toContain(`in ${STORY.length} paragraphs`);
  expect(discord.violations).toEqual([]);
});

it.each([
  {
    name: "article.md",
    text: "# Two sides meet\n\nThe talks lasted nine hours.\n\nThe sides agreed to open a direct line.",
  },
  {
    name: "article.html",
    text: "<html><body><article><h1>Two sides meet</h1><p>The talks lasted nine hours.</p><p>The sides agreed to open a direct line.</p></article><script>x()</script></body></html>",
  },
])("takes $name with the command, and from a message", async ({ name, text }) => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", MODERATOR);
  const given = await ada.slash("facts propose", { file: { name, content: text }, ...WHICH }).reply();
  expect(given.text).toContain("The talks lasted **nine hours**.");
  const said = ada.say("read this", undefined, [{ name, text }]);
  const place = await ada.messageCommand("Propose facts", said).modal();
  expect((await ada.submitModal(place, WHICH).reply()).text).toContain("The talks lasted **nine hours**.");
});

it("has the round picked from a menu where the command leaves it open, and keeps the file meanwhile", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", MODERATOR);
  const file = { name: "article.txt", content: "The talks lasted nine hours." };
  const which = await ada.slash("facts propose", { file, source: "The Gazette" }).modal();
  expect(JSON.stringify(which.components)).toContain('"label":"First round, Istanbul, February 2025"');
  const shown = await ada.submitModal(which, { talks: "First round, Istanbul, February 2025" }).reply();
  expect(shown.text).toContain("The Gazette · First round, Istanbul, February 2025");
  // A round that the desk does not know: what was typed comes back, and the file with it.
  const unknown = await ada.slash("facts propose", { file, source: "The Gazette", talks: "geneva" }).reply();
  const again = await ada.click(unknown, "Change what I typed").modal();
  const other = await ada.submitModal(again, { talks: "second" }).reply();
  expect(other.text).toContain("The talks lasted **nine hours**.");
  expect(discord.violations).toEqual([]);
});

it("takes the words of a forwarded message, and its file", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", MODERATOR);
  const words = ada.say("The talks lasted nine hours.\n\nThe sides agreed to open a direct line.");
  const place = await ada.messageCommand("Propose facts", ada.forward(words)).modal();
  expect((await ada.submitModal(place, WHICH).reply()).text).toContain("The talks lasted **nine hours**.");
  const file = ada.say("", undefined, [{ name: "article.txt", text: "The talks lasted eleven hours." }]);
  const other = await ada.messageCommand("Propose facts", ada.forward(file)).modal();
  expect((await ada.submitModal(other, WHICH).reply()).text).toContain("The talks lasted **eleven hours**.");
});

it("says that a message has no words", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", MODERATOR);
  const empty = await ada.messageCommand("Propose facts", ada.forward(ada.say("", undefined, []))).reply();
  expect(empty.text).toContain("That message has no words");
});

it.skipIf(!existsSync(SEED))("takes the sample's article to 25 facts within 40 presses", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", MODERATOR);
  let shown = await ada
    .slash("facts propose", { file: { name: "article.txt", content: readFileSync(SEED, "utf8") }, ...WHICH })
    .reply();
  let presses = 1;
  for (; presses < 60 && !/ 0 still to look at/u.test(shown.text); presses += 1) {
    const next = [/^Accept \d/u, /^A spelling of|^New /u]
      .map((of) => shown.buttons.find((b) => of.test(b.label))?.label)
      .find((l) => l !== undefined);
    if (next === undefined) break;
    shown = await ada.click(shown, next).reply();
  }
  expect(shown.text).toContain("25 accepted");
  expect(presses).toBeLessThanOrEqual(40);
  expect(discord.violations).toEqual([]);
});
