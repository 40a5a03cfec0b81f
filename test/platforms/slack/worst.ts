import fc from "fast-check";
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
  type Source,
} from "#core/reply/reply.ts";
import { anyText } from "#test/any-text.ts";

/** What Slack reads as something else than letters, somewhere. */
export const LIVE = [
  "<!channel>",
  "<!here|here>",
  "<!everyone>",
  "<!subteam^S012ABC>",
  "<!date^0^{date}^https://evil.example|now>",
  "<@U012ABC>",
  "<@W012ABC|ann>",
  "<#C012ABC|general>",
  "@channel @here @everyone #general",
  "&lt;!channel&gt; &amp; &",
  "[Reuters](https://evil.example)",
  "<https://evil.example|reuters.com>",
  "https://evil.example/x_y_z?a=b&c=d",
  "write to ann@evil.example",
  "in turkiyetoday.com today",
  "<mailto:a@b.example|a>",
  "*bold* _it_ ~no~ `code` ```block```",
  "> quote",
  "&gt; quote",
  ">>> all of it",
  "• item",
  "1. one",
  ":smile: ::",
  "a\u202Eb\u2066c\u200Bd",
  "\uD800 lone \u0000 and \u001B[31m",
  '"}],"blocks":[{',
  "{date} {0}",
] as const;

/** What is too long for something, somewhere. */
export const LONG = [
  "x".repeat(10_000),
  "漢字".repeat(2500),
  "👩‍👩‍👧‍👦".repeat(300),
  "e\u0301\u0302\u0303".repeat(400),
  '"'.repeat(4000),
  "&<>".repeat(1500),
  `${"word ".repeat(2000)}end`,
  "\n".repeat(300),
] as const;

/** Words as anybody might write them, often the worst there are. */
export const wording: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...LIVE) },
  { weight: 1, arbitrary: fc.constantFrom(...LONG) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 200 }) },
  { weight: 1, arbitrary: anyText(100) },
  { weight: 3, arbitrary: fc.lorem({ maxCount: 60, mode: "sentences" }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...LIVE), fc.constantFrom(...LIVE)).map(([a, b]) => `${a}${b}`) },
);

/** Addresses, and what only looks like one. */
const address: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "https://www.tass.com/politics/1941571",
    "https://example.org/a|b>c<d",
    "https://example.org/?a=1&b=2",
    `https://example.org/${"&".repeat(1800)}`,
    `https://example.org/${"x".repeat(5000)}`,
    `https://${"a.".repeat(150)}example`,
    "https://xn--e1afmkfd.example/",
    "https://rеuters.com/",
    "https://under_score_.example/",
    "http://user:pw@evil.example/",
    "javascript:alert(1)",
    "data:text/html,x",
    "slack://open",
    "mailto:a@b.example",
    "not an address",
    "",
  ),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
);

const inline: fc.Arbitrary<Inline> = fc.oneof(
  wording.map(text),
  wording.map(strong),
  wording.map((t) => ({ kind: "code" as const, text: t })),
  fc.record({ kind: fc.constant("link" as const), text: wording, href: address }),
  address.map((href) => ({ kind: "link" as const, text: href, href })),
  fc
    .integer({ min: 0, max: 4_000_000_000 })
    .map((seconds) => ({ kind: "instant" as const, text: `${seconds} UTC`, seconds })),
);

const source: fc.Arbitrary<Source> = fc
  .record(
    {
      article: fc.constant("a1"),
      outlet: wording,
      place: fc.constantFrom("¶1", "note 3"),
      day: fc.constant("10 April 2025"),
      said: wording,
      href: address,
    },
    { requiredKeys: ["article", "outlet", "place"] },
  )
  .map((s) => s);

const call = fc.record({ path: fc.constant(["talks", "ask"]), values: fc.record({ question: wording }) });

const block: fc.Arbitrary<Block> = fc.oneof(
  wording.map(heading),
  fc.array(inline, { maxLength: 8 }).map((all) => paragraph(...all)),
  fc.record({ kind: fc.constant("quote" as const), text: wording, by: wording }),
  fc.array(fc.array(inline, { maxLength: 4 }), { maxLength: 20 }).map((items) => list(...items)),
  fc
    .tuple(
      fc.integer({ min: 1, max: 25 }),
      fc.integer({ min: 0, max: 150 }),
      wording,
      wording,
      fc.array(inline, { maxLength: 4 }),
    )
    .map(([columns, rows, caption, cell, rich]) => ({
      kind: "table" as const,
      caption,
      head: Array.from({ length: columns }, (_, i) => `Column ${i}`),
      rows: Array.from({ length: rows }, (_, r) =>
        Array.from({ length: columns }, (__, c) =>
          c === 0 && r % 7 === 0 ? cell.slice(0, 500) : c === 1 ? "" : c === 2 && r % 3 === 0 ? rich : `r${r}c${c}`,
        ),
      ),
    })),
  fc.record({
    kind: fc.constant("sources" as const),
    note: wording,
    sources: fc.array(source, { minLength: 1, maxLength: 15 }),
  }),
  fc.record({
    kind: fc.constant("file" as const),
    name: fc.constantFrom("facts.yaml", "<!channel>.csv"),
    media: fc.constant("text/csv"),
    text: wording,
  }),
  fc
    .array(fc.record({ label: wording, call }), { minLength: 1, maxLength: 50 })
    .map((buttons) => ({ kind: "buttons" as const, buttons })),
);

/** Replies that no command makes: every kind of block, in any order, of anything. */
export const replies: fc.Arbitrary<Reply> = fc
  .tuple(wording, fc.array(block, { maxLength: 25 }))
  .map(([plain, blocks]) => reply(plain, blocks));
