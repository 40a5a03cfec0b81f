import fc from "fast-check";
import { expect, it } from "vitest";
import { clean } from "#core/text/text.ts";
import {
  heading,
  list,
  paragraph,
  reply,
  strong,
  text,
  type Block,
  type Inline,
  type Reply,
} from "#core/reply/reply.ts";
import { plain } from "#platforms/discord/markdown.ts";
import { paged } from "#platforms/discord/pages.ts";
import { render } from "#platforms/discord/render.ts";
import { writeAction } from "#core/chat/actions.ts";
import { Complaints } from "#test/standins/discord/limits/complaints.ts";
import { checkComponents } from "#test/standins/discord/limits/components.ts";
import { talksInDiscord } from "./talks.ts";

const LIVE = [
  "@everyone",
  "@here",
  "<@1234567890>",
  "<@&1234567890>",
  "<#1234567890>",
  "[Reuters](https://evil.example)",
  "<https://evil.example|reuters.com>",
  "https://evil.example/x_y_z",
  "# heading",
  "-# small",
  "> quote",
  "- item",
  "1. one",
  "||spoiler||",
  "```code```",
  "**bold** _it_ ~~no~~",
  "<t:0:R>",
  "</talks ask:1>",
  "<:smile:1234567890>",
  ":smile:",
  "a‮b",
  "漢字".repeat(700),
  "x".repeat(5000),
  "👩‍👩‍👧‍👦".repeat(300),
  "é̂̃".repeat(200),
];

const words = fc.oneof(
  fc.constantFrom(...LIVE),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.lorem({ maxCount: 60, mode: "sentences" }),
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  words.map(text),
  words.map(strong),
  words.map((w) => ({ kind: "code" as const, text: w.slice(0, 200) })),
  fc
    .webUrl({ withFragments: true, withQueryParameters: true })
    .map((href) => ({ kind: "link" as const, text: "Reuters", href })),
);
const call = fc.record({ path: fc.constant(["talks", "ask"]), values: fc.record({ question: words }) });
const source = fc.record({
  article: fc.constant("a1"),
  outlet: words.map((w) => w.slice(0, 100)),
  place: fc.constant("¶1"),
  said: words.map((w) => w.slice(0, 200)),
  href: fc.constantFrom(`https://example.org/${"(".repeat(1800)}`, "javascript:alert(1)", "https://tass.com/a_b"),
});
const block: fc.Arbitrary<Block> = fc.oneof(
  words.map(heading),
  fc.array(inline, { maxLength: 6 }).map((all) => paragraph(...all)),
  fc.record({ kind: fc.constant("quote" as const), text: words, by: words }),
  fc.array(fc.array(inline, { maxLength: 4 }), { maxLength: 12 }).map((items) => list(...items)),
  fc.record({
    kind: fc.constant("table" as const),
    caption: words,
    head: fc.constant(["a", "b", "c"]),
    rows: fc.array(fc.array(words, { minLength: 3, maxLength: 3 }), { maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant("sources" as const),
    note: words,
    sources: fc.array(source, { minLength: 1, maxLength: 20 }),
  }),
  fc
    .array(fc.record({ label: words, call }), { minLength: 1, maxLength: 30 })
    .map((buttons) => ({ kind: "buttons" as const, buttons })),
);
const replies: fc.Arbitrary<Reply> = fc.array(block, { maxLength: 25 }).map((blocks) => reply("x", blocks));

function drawn(shown: Reply): readonly ReturnType<typeof render>[] {
  const pages = paged(shown);
  return pages.map((fragments, page) => {
    let nth = 0;
    const id = (): string => writeAction({ do: "page", token: "t", page: 0 }, (nth += 1), 100) ?? "";
    const below = ["Back", "Next", "Share", "History"].map((label) => ({ label, action: { do: "history" as const } }));
    const histories = Array.from({ length: 30 }, (_, i) => ({ id: `f${i}`, statement: "x".repeat(300) }));
    return render(fragments, {
      page,
      pages: pages.length,
      below,
      histories,
      id,
      sharedBy: { id: "1234567890", name: "ann" },
    });
  });
}

function shownText(components: unknown): string {
  return JSON.stringify(components, (key, value: unknown) => (key === "custom_id" ? undefined : value));
}

it("keeps every limit of a message, whatever a reply holds", () => {
  fc.assert(
    fc.property(replies, (shown) => {
      for (const page of drawn(shown)) {
        const complaints = new Complaints();
        expect(checkComponents(complaints, "components", page.components, true).unprocessable).toBe(false);
        expect(complaints.all).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});

/** Letters and digits alone, of everything that is shown to be read: what no mark and no line break can hide. */
function letters(all: string): string {
  return all.replace(/[^\p{L}\p{N}]+/gu, "");
}

it("loses no word of a long answer over its pages, and parts none", () => {
  const word = fc.stringMatching(/^[a-z]{3,12}$/u);
  const paragraphs = fc.array(fc.array(word, { minLength: 1, maxLength: 300 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(paragraphs, (all) => {
      const shown = reply(
        "x",
        all.map((one) => paragraph(text(one.join(" ")))),
      );
      const pages = paged(shown).map((p) => p.map((f) => (f.kind === "text" ? f.markdown : "")).join(" "));
      expect(pages.join(" ").split(/\s+/u)).toEqual(all.flat());
    }),
    { numRuns: 60 },
  );
});

it("shows the letters of any text, none lost", () => {
  fc.assert(
    fc.property(words, (typed) => {
      const pages = paged(reply("x", [paragraph(text(typed))]));
      const shown = pages.flat().map((f) => (f.kind === "text" ? f.markdown : ""));
      expect(letters(shown.join(""))).toBe(letters(clean(typed).text));
    }),
  );
});

it.each([
  ["@everyone", String.raw`\@everyone`],
  ["<@1>", String.raw`\<\@1\>`],
  ["[Reuters](https://evil.example)", String.raw`\[Reuters\](https\://evil.example)`],
  ["# x", String.raw`\# x`],
  ["-# x", String.raw`\-# x`],
  ["- x", String.raw`\- x`],
  ["1. x", String.raw`1\. x`],
  ["a 1. x", "a 1. x"],
  ["> x", String.raw`\> x`],
  ["||x||", String.raw`\|\|x\|\|`],
  [":smile:", String.raw`\:smile:`],
  ["10:30", "10:30"],
  ["well-known - x", "well-known - x"],
])("writes %s so that it stays text", (typed, written) => {
  expect(plain(typed)).toBe(written);
});

it("keeps a statement with its citations, and a citation whole", () => {
  const cited: Block = {
    kind: "sources",
    note: "2 outlets agree",
    sources: [
      { article: "a", outlet: "TASS", place: "note 1" },
      { article: "b", outlet: "Türkiye Today", place: "note 2" },
    ],
  };
  const worded: Block = list([text("Name as reported: “A” (TASS)")], [text("Post as reported: “B” (TASS)")]);
  const blocks = Array.from({ length: 30 }, (_, i) => [
    paragraph(text(`Statement ${i}. ${"words ".repeat(40)}`)),
    worded,
    cited,
  ]).flat();
  const pages = drawn(reply("x", blocks)).map((p) => shownText(p.components));
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages)
    expect(page.match(/Statement \d+\./gu)?.length).toBe(page.match(/TASS, note 1; Türkiye Today, note 2/gu)?.length);
});

it("breaks no line of a long paragraph or row where it was parted to be counted", () => {
  const long = Array.from({ length: 150 }, (_, i) => `word${i}`).join(" ");
  const table: Block = { kind: "table", caption: "Rounds", head: ["", "First"], rows: [["Who led", long]] };
  const [page] = drawn(reply("x", [paragraph(text(long)), table]));
  const lines = JSON.stringify(page?.components).split(String.raw`\n`);
  expect(lines.filter((l) => /word\d+/u.test(l))).toHaveLength(2);
});

it("pings nobody, whatever a question contains", async () => {
  const { discord } = await talksInDiscord();
  const ann = discord.user("ann");
  for (const question of LIVE.map((l) => l.slice(0, 290))) {
    const shown = await ann.slash("talks ask", { question, public: true }).reply();
    expect(shown.text.replace(/-# Asked by <@\d+>/u, "")).not.toMatch(/(?<!\\)@(?:everyone|here)|(?<!\\)<[@#:/]/u);
  }
  expect(discord.pings).toEqual([]);
});

it("turns the pages of a long answer in place, for the asker alone", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const first = await ada.slash("facts export", { format: "yaml" }).reply();
  expect(first.files.map((f) => f.name).join()).toMatch(/\.yaml$/u);
  const long = await ada.slash("talks sources", { outlet: "ln24SA" }).reply();
  expect(long.text).toMatch(/Page 1 of \d/u);
  const next = await ada.click(long, "Next ▶").reply();
  expect(next.id).toBe(long.id);
  expect(next.text).toMatch(/Page 2 of \d/u);
  expect((await ada.click(next, "◀ Back").reply()).text).toBe(long.text);
  const shared = await ada.click(long, "Share").reply();
  const ben = discord.user("ben");
  const own = await ben.click(shared, "Next ▶").reply();
  expect(own.ephemeral).toBe(true);
  expect(own.id).not.toBe(shared.id);
});
