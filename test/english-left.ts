import { afterAll, beforeAll } from "vitest";
import { commands } from "#commands/index.ts";
import { ready } from "#core/messages/ready.ts";
import { speak, spokenIn, type Spoken } from "#core/messages/spoken.ts";
import { tell } from "#core/messages/tell.ts";
import { shipped } from "#test/desk.ts";

/** In the tests of this file Turkish is English with every message in brackets: what is told without them is code. */
export function inBrackets(): void {
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
}

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
]
  .map(String)
  .filter((words) => words.length > 2)
  .toSorted((a, b) => b.length - a.length);

/** Days and languages as `Intl` names them. */
const BY_INTL = new Set(["Nisan", "Şubat", "İngilizce"]);
/** Options are typed as they are called, each with its colon. */
const OPTIONS = new RegExp(
  String.raw`(?<![\p{L}-])(?:${[...new Set(commands.all.flatMap(({ options }) => Object.keys(options)))].join("|")}):`,
  "gu",
);
// Commands are typed as they are called.
const TYPED = commands.all.flatMap(({ path }) => path);
const HELD_WORDS = new Set([...HELD, ...TYPED].flatMap((words) => words.match(/\p{L}{3,}/gu) ?? []));

/** The English words of a reply that no message tells. `typed`: what people wrote, which no language changes. */
export function englishLeft(text: string, typed: readonly string[] = []): readonly string[] {
  let bare = text;
  for (let before = ""; before !== bare;) [before, bare] = [bare, bare.replace(/⟦[^⟦⟧]*⟧/gu, " ")];
  // A line that was cut has no end of its message.
  bare = bare.replace(/⟦[^⟦⟧\n]*…/gu, " ").replace(OPTIONS, " ");
  for (const words of [...typed, ...HELD]) bare = bare.replaceAll(words, " ");
  const found = bare.match(/\p{L}{3,}/gu) ?? [];
  return [...new Set(found)].filter((word) => !HELD_WORDS.has(word) && !BY_INTL.has(word)).toSorted();
}
