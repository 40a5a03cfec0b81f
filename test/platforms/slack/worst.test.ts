import fc from "fast-check";
import { expect, it } from "vitest";
import { call } from "#core/request/call.ts";
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
  cellInlines,
} from "#core/reply/reply.ts";
import { clean, line } from "#core/text/text.ts";
import { linkable } from "#platforms/slack/escape.ts";
import type { Message } from "#platforms/slack/render.ts";
import { every, pagesOf, readable } from "./drawn.ts";
import { LIVE, LONG, replies, wording } from "./worst.ts";
import { blockComplaints } from "#test/standins/slack/block-kit/blocks.ts";
import { liveMessage } from "#test/standins/slack/live-text.ts";
import { words } from "#test/standins/slack/json.ts";

/** What stands below a page, as it is read. */
const FOOTER = /\n(?:Page \d+ of \d+\n)?\[◀ Back\].*$/u;

/** Letters and digits alone: what no mark, no line break and no space can hide. */
function letters(all: string): string {
  return clean(all).text.replace(/[^\p{L}\p{N}]|[ˍˋ]/gu, "");
}

/** Everything that a reply says, piece by piece in order; addresses by their host, as they are shown. */
function pieces(shown: Reply): readonly string[] {
  return shown.blocks
    .flatMap(piecesOf)
    .map(letters)
    .filter((p) => p !== "");
}

function piecesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "heading":
      return [block.text];
    case "paragraph":
      return block.text.flatMap(inlinePieces);
    case "quote":
      return [block.text, block.by];
    case "list":
      return block.items.flat().flatMap(inlinePieces);
    case "table":
      return [block.caption, ...block.rows.flat().flatMap((cell) => cellInlines(cell).flatMap(inlinePieces))];
    case "sources":
      return [
        block.note,
        ...block.sources.flatMap((s) => [
          s.said ?? "",
          s.outlet,
          linkable(s.href ?? "")?.host ?? "",
          s.day ?? "",
          s.place,
        ]),
      ];
    case "file":
      return [block.name, block.text];
    case "picture":
    case "buttons":
      // Those in a menu come after those beside each other.
      return [];
  }
}

function inlinePieces(one: Inline): readonly string[] {
  if (one.kind !== "link") return [one.text];
  return [...(one.text === one.href ? [] : [one.text]), linkable(one.href)?.host ?? one.href];
}

/** The addresses that a reply means to open. */
function addresses(value: unknown): readonly string[] {
  return [...JSON.stringify(value).matchAll(/"href":("(?:[^"\\]|\\.)*")/gu)].flatMap(([, json = '""']) => {
    const url = linkable(JSON.parse(json) as string)?.url;
    return url === undefined ? [] : [url, url.replaceAll("&", "&amp;")];
  });
}

const CITED: Block = {
  kind: "sources",
  note: "Source",
  sources: [{ article: "a", outlet: "TASS", place: "note 1", href: "https://tass.com/politics/1941571" }],
};
const MANY_BUTTONS: Block = {
  kind: "buttons",
  buttons: Array.from({ length: 50 }, (_, i) => ({
    label: `Button ${i}`,
    call: { path: ["talks", "ask"], values: { question: "x".repeat(i * 40) } },
  })),
};

/**
 * Whatever Slack would refuse in a message; `msg_blocks_too_long`, undocumented, begins somewhere above 13,000
 * characters.
 */
function tooMuch({ text: shown, blocks }: Message): readonly string[] {
  const ids = ["button", "overflow", "static_select"].flatMap((t) => every(blocks, t)).map((b) => b["action_id"]);
  const size = JSON.stringify(blocks, (key, value: unknown) => (key === "value" ? undefined : value)).length;
  return [
    ...blockComplaints(blocks, "message"),
    ...(shown === "" || shown.length > 4000 ? [`a text of ${shown.length}`] : []),
    ...(new Set(ids).size < ids.length ? ["action_ids that are not each another"] : []),
    ...(size > 13_000 ? [`${size} characters`] : []),
  ];
}

it("keeps every limit of a message, whatever a reply holds", () => {
  fc.assert(
    fc.property(replies, (shown) => {
      for (const page of pagesOf(shown)) expect(tooMuch(page)).toEqual([]);
    }),
    { numRuns: 200, endOnFailure: true },
  );
});

it.each([
  ["200 facts", Array.from({ length: 200 }, (_, i) => [paragraph(text(`Fact ${i} is so.`)), CITED]).flat()],
  ["60 rows of 50 buttons", Array.from({ length: 60 }, () => MANY_BUTTONS)],
  ["a line of 3,000 words in bold", [paragraph(...Array.from({ length: 3000 }, () => strong("x")))]],
  ["a list of 500", [list(...Array.from({ length: 500 }, (_, i) => [text(`Item ${i}`)]))]],
  ["300 headings", Array.from({ length: 300 }, (_, i) => heading(`Heading ${i}`))],
])("keeps every limit of a message with %s", (_, blocks) => {
  for (const page of pagesOf(reply("Many.", blocks))) expect(tooMuch(page)).toEqual([]);
});

it("has nothing live in it but the addresses it means, each under its own host", () => {
  fc.assert(
    fc.property(replies, (shown) => {
      const meant = addresses(shown);
      for (const page of pagesOf(shown)) {
        const { pings, links } = liveMessage({ text: page.text, blocks: page.blocks });
        expect(pings).toEqual([]);
        expect(links.filter((l) => !meant.includes(l))).toEqual([]);
        for (const link of every(page.blocks, "link"))
          expect(URL.parse(words(link["url"]))?.hostname.replace(/^www\./u, "")).toBe(link["text"]);
        for (const mrkdwn of every(page.blocks, "mrkdwn")) {
          expect(mrkdwn["verbatim"]).toBe(true);
          const marked = words(mrkdwn["text"]);
          expect(marked).not.toMatch(/^(?:>|&gt;)/u);
          for (const [, url = "", host] of marked.matchAll(/<([^|<>]+)\|([^|<>*~`_]+)>/gu))
            expect(URL.parse(url.replaceAll("&amp;", "&"))?.hostname.replace(/^www\./u, "")).toBe(
              host?.replaceAll("ˍ", "_"),
            );
          expect(marked.replace(/<[^|<>]+\|[^|<>]+>/gu, "").replace(/&(?:amp|lt|gt);/gu, "")).not.toMatch(/[&<>*~`_]/u);
        }
      }
    }),
    { numRuns: 200, endOnFailure: true },
  );
});

it("loses nothing of a reply over its pages, and keeps its order", () => {
  fc.assert(
    fc.property(replies, (shown) => {
      const pages = pagesOf(shown);
      const all = letters(pages.map((p) => readable(p.blocks).replace(FOOTER, "")).join(" "));
      let at = 0;
      for (const piece of pieces(shown)) {
        const found = all.indexOf(piece, at);
        expect(found, `${piece.slice(0, 80)} after ${all.slice(Math.max(0, at - 80), at)}`).toBeGreaterThanOrEqual(at);
        at = found + piece.length;
      }
      const labels = shown.blocks.flatMap((b) => (b.kind === "buttons" ? b.buttons : [])).map((b) => line(b.label));
      for (const label of labels) expect(all).toContain(letters(label.slice(0, 30)));
    }),
    { numRuns: 200, endOnFailure: true },
  );
});

it.each([...LIVE, ...LONG])("worst case %$: within every limit wherever it stands, and nothing of it live", (typed) => {
  const everywhere = reply(typed, [
    { kind: "heading", text: typed },
    paragraph(text(typed), strong(typed)),
    { kind: "quote", text: typed, by: typed },
    { kind: "list", items: [[text(typed)]] },
    { kind: "table", caption: typed, head: ["a", typed], rows: [["b", typed]] },
    { kind: "sources", note: typed, sources: [{ article: "a", outlet: typed, place: "¶1", said: typed }] },
    { kind: "buttons", buttons: [{ label: typed, call: call(["talks", "ask"], { question: typed }) }] },
  ]);
  for (const page of pagesOf(everywhere)) {
    expect(blockComplaints(page.blocks, "message")).toEqual([]);
    expect(liveMessage({ text: page.text, blocks: page.blocks })).toEqual({ pings: [], links: [] });
  }
});

it("parts no word and no letter", () => {
  const word = fc.stringMatching(/^[a-z]{3,12}$/u);
  const paragraphs = fc.array(fc.array(word, { minLength: 1, maxLength: 300 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(paragraphs, (all) => {
      const pages = pagesOf(
        reply(
          "x",
          all.map((one) => paragraph(text(one.join(" ")))),
        ),
      );
      const shown = pages.map((p) => readable(p.blocks).replace(FOOTER, "")).join(" ");
      expect(shown.trim().split(/\s+/u)).toEqual(all.flat());
    }),
    { numRuns: 60 },
  );
  const family = "👩‍👩‍👧‍👦";
  for (const page of pagesOf(reply("x", [paragraph(text(family.repeat(3000)))]))) {
    for (const one of every(page.blocks, "text")) expect(words(one["text"]).replaceAll(family, "").trim()).toBe("");
  }
});

it("writes a notification's text in which nothing is live, cut between letters", () => {
  fc.assert(
    fc.property(wording, wording, (a, b) => {
      const { text: shown } = pagesOf(reply(`${a} ${b}`, []))[0] ?? { text: "" };
      expect(liveMessage({ text: shown, parse: "full" })).toEqual({ pings: [], links: [] });
      expect(liveMessage({ text: shown, link_names: true })).toEqual({ pings: [], links: [] });
      expect(shown.replaceAll(/&(?:amp|lt|gt);/gu, "")).not.toMatch(/[&<>*_~`]/u);
      expect(shown).not.toMatch(/^(?:>|&gt;)/u);
      expect(shown.isWellFormed()).toBe(true);
    }),
    { numRuns: 300 },
  );
});
