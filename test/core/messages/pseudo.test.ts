import { afterAll, beforeAll, expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { ENGLISH } from "#core/messages/english.ts";
import { ready } from "#core/messages/ready.ts";
import { speak, spokenIn, type Spoken } from "#core/messages/spoken.ts";
import { tell } from "#core/messages/tell.ts";
import { libraryView } from "#core/desk/library-view.ts";
import { library, reader, say, shipped, siteOver } from "#test/desk.ts";

/**
 * A language of which every message stands in brackets: what is told without them is English words in code. The
 * commands whose replies still have such, and the words: the debt. It shrinks; what is moved is taken off here.
 */
const DEBT: Readonly<Record<string, readonly string[]>> = {
  agenda: ["according"],
  // An option's name stands before what is wrong with it.
  "who zzyzx": ["name"],
  // What its options take.
  "help who-led": [
    "One",
    "Post",
    "Which",
    "answer",
    "channel",
    "desk",
    "empty",
    "everyone",
    "latest",
    "moment",
    "public",
    "such",
    "then",
    "with",
  ],
};

const LINES = [
  "sources TASS",
  "who rubio",
  "help who-led",
  "compare second second",
  "check-quote nobody ever said so much as this",
  "ask asdfgh",
  "who zzyzx",
  "when talks:zzyzx",
  "nosuch command",
  "who-led",
  "where",
  "when",
  "how-long",
  "agenda",
  "why",
  "grievances",
  "outcomes",
  "quotes",
  "about note",
  "who darchiev",
  "ask how long did they meet",
  "ask did they discuss bananas",
  "ask did they meet in Paris",
  "brief",
  "timeline",
  "compare",
  "disputes",
  "properties",
  "fact apr-led-us",
  "sources",
  "changes",
  "list",
  "check-quote The focus is not on Ukraine",
  "help",
] as const;

let turkish: Spoken | undefined;
beforeAll(async () => {
  await ready("tr");
  turkish = spokenIn("tr");
  const told = tell as (at: object, id: string, values: object) => string;
  speak("tr", (id, values) => `⟦${told({}, id, values)}⟧`);
});
afterAll(() => {
  if (turkish !== undefined) speak("tr", turkish);
});

/** What a desk's names and sources say, which no language changes; the longest first. */
const HELD = [
  ...(["talks", "negotiations", "parties", "people", "places"] as const).flatMap((of) =>
    shipped[of].items.flatMap(({ id, name, aliases }) => [id, name, ...name.split(", "), ...aliases]),
  ),
  ...Array.from(shipped.articles.values(), (a) => [
    a.id,
    a.outlet,
    a.outletKind ?? "",
    a.title ?? "",
    a.address ?? "",
  ]).flat(),
  ...shipped.facts.flatMap((f) => [
    f.id,
    ...f.claims.flatMap((c) => [
      ...Object.values(c.fields),
      ...Object.values(c.as),
      ...(c.according ?? []).map((s) => s.who),
    ]),
  ]),
  ...Array.from(shipped.articles.values(), (a) => a.language ?? ""),
  // Commands are typed as they are called.
  ...commands.all.flatMap(({ path: [, name] }) => [name, ...name.split("-")]),
]
  .map(String)
  .filter((words) => words.length > 2)
  .toSorted((a, b) => b.length - a.length);

/** Days and languages as `Intl` names them. */
const BY_INTL = new Set(["Nisan", "Şubat", "İngilizce"]);
const HELD_WORDS = new Set(HELD.flatMap((words) => words.match(/\p{L}{3,}/gu) ?? []));

/** The English words of a reply that no message tells. */
function left(text: string): readonly string[] {
  let bare = text;
  for (let before = ""; before !== bare;) [before, bare] = [bare, bare.replace(/⟦[^⟦⟧]*⟧/gu, " ")];
  for (const words of HELD) bare = bare.replaceAll(words, " ");
  const found = bare.match(/\p{L}{3,}/gu) ?? [];
  return [...new Set(found)].filter((word) => !HELD_WORDS.has(word) && !BY_INTL.has(word)).toSorted();
}

// A view of its own: what was told once is kept with the view, and other tests of this process read Turkish.
const session = siteOver(libraryView(library));

it.each(LINES)("tells %s by messages, but for its debt", async (line) => {
  const { text } = await say(line, { ...reader, locale: "tr" }, session);
  expect(left(text)).toEqual(DEBT[line] ?? []);
});

it("finds words in code", () => {
  expect(left("⟦The ⟦side⟧: x⟧ Retracted because")).toEqual(["Retracted", "because"]);
  expect(Object.keys(ENGLISH).length).toBeGreaterThan(200);
});
