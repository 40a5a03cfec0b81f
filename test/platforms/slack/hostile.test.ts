import fc from "fast-check";
import { expect, it } from "vitest";
import { writeAction } from "#core/chat/actions.ts";
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
import { paged } from "#platforms/slack/pages.ts";
import { render, ROOM, type Message } from "#platforms/slack/render.ts";
import { blockComplaints } from "#test/standins/slack/block-kit/blocks.ts";
import { liveMessage } from "#test/standins/slack/live-text.ts";
import { shown as read, talksInSlack } from "./talks.ts";

const LIVE = [
  "<!channel>",
  "<!here>",
  "<!everyone>",
  "<!subteam^S123|editors>",
  "<@U123>",
  "<#C123|general>",
  "@channel @here #general",
  "&lt;!channel&gt;",
  "<https://evil.example|reuters.com>",
  "[Reuters](https://evil.example)",
  "see https://evil.example/a and mail a@b.example or evil.com",
  "*bold* _it_ ~no~ `code`",
  "> quote",
  ":smile:",
  "a\u202Eb",
  "漢字".repeat(700),
  "x".repeat(5000),
  "👩‍👩‍👧‍👦".repeat(300),
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
);
const call = fc.record({
  path: fc.constant(["talks", "ask"]),
  values: fc.record({ question: words.map((w) => w.slice(0, 1500)) }),
});
const source = fc.record({
  article: fc.constant("a1"),
  outlet: words.map((w) => w.slice(0, 100)),
  place: fc.constant("¶1"),
  said: words.map((w) => w.slice(0, 200)),
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
  fc.record({
    kind: fc.constant("file" as const),
    name: words.map((w) => w.slice(0, 50)),
    media: fc.constant("text/plain"),
    text: words,
  }),
  fc
    .array(fc.record({ label: words, call }), { minLength: 1, maxLength: 40 })
    .map((buttons) => ({ kind: "buttons" as const, buttons })),
);
const replies: fc.Arbitrary<Reply> = fc
  .tuple(words, fc.array(block, { maxLength: 25 }))
  .map(([plain, blocks]) => reply(plain, blocks));

function drawn(shown: Reply): readonly Message[] {
  const pages = paged(shown);
  return pages.map((parts, page) => {
    let nth = 0;
    const id = (action: Parameters<typeof writeAction>[0]): string =>
      writeAction(action, (nth += 1), ROOM) ?? `${(nth += 1)}|k|token|${nth % 1000}`;
    const below = ["Next", "Share", "History"].map((label) => ({ label, action: { do: "history" as const } }));
    const histories = Array.from({ length: 120 }, (_, i) => ({ id: `f${i}`, statement: "x".repeat(300) }));
    return render(shown.plain, parts, { page, pages: pages.length, below, histories, id });
  });
}

it("keeps every limit of a message, and makes nothing live, whatever a reply holds", () => {
  fc.assert(
    fc.property(replies, (shown) => {
      for (const message of drawn(shown)) {
        expect(blockComplaints(message.blocks, "message")).toEqual([]);
        expect(message.text).not.toBe("");
        expect(liveMessage({ ...message, parse: "none" })).toEqual({ pings: [], links: [] });
      }
    }),
    { numRuns: 150 },
  );
});

it("loses no word of a long answer over its pages, and parts none", () => {
  const word = fc.stringMatching(/^[a-z]{3,12}$/u);
  const paragraphs = fc.array(fc.array(word, { minLength: 1, maxLength: 300 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(paragraphs, (all) => {
      const shown = reply(
        "x",
        all.map((one) => paragraph(text(one.join(" ")))),
      );
      const pages = paged(shown).flatMap((p) => p.flatMap((part) => ("elements" in part ? part.elements : [])));
      const told = pages.map((e) => (e.type === "text" ? e.text : "")).join(" ");
      expect(told.split(/\s+/u)).toEqual(all.flat());
    }),
    { numRuns: 60 },
  );
});

it("shows any text letter by letter", () => {
  fc.assert(
    fc.property(words, (typed) => {
      const elements = paged(reply("x", [paragraph(text(typed))]))
        .flat()
        .flatMap((p) => ("elements" in p ? p.elements : []));
      const told = elements.map((e) => (e.type === "text" ? e.text : "")).join("");
      expect(told.replace(/\s/gu, "")).toBe(clean(typed).text.replace(/\s/gu, ""));
    }),
  );
});

it("keeps a statement with its citations", () => {
  const sources: Block = {
    kind: "sources",
    note: "Source",
    sources: [{ article: "a", outlet: "TASS", place: "note 1" }],
  };
  const blocks = Array.from({ length: 60 }, (_, i) => [
    paragraph(text(`Statement ${i}. ${"words ".repeat(40)}`)),
    sources,
  ]).flat();
  const pages = drawn(reply("x", blocks)).map((m) => read(m));
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages)
    expect(page.match(/Statement \d+\./gu)?.length).toBe(page.match(/Source: TASS, note 1/gu)?.length);
});

it("pings nobody and links nothing, whatever a question contains", async () => {
  const { slack } = await talksInSlack("socket", { escapeSlashText: false });
  const ann = slack.user("ann");
  for (const question of LIVE.map((l) => l.slice(0, 280))) {
    const answer = await ann.slash("/talks", `ask ${question} --public`).reply();
    expect(
      liveMessage({ text: answer.text, blocks: answer.blocks, parse: "none" }).pings.filter(
        (p) => p !== `user:${ann.id}`,
      ),
    ).toEqual([]);
  }
});
