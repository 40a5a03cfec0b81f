import fc from "fast-check";
import { expect, it } from "vitest";
import type { Claim } from "#core/facts/fact.ts";
import { wording } from "#core/reply/statement.ts";
import { csvText } from "#core/exchange/csv.ts";
import { shipped } from "#test/desk.ts";
import { ada, cid, replied, World, type Seat } from "#test/moderation.ts";

/** What Zed says, in ¶3 of an article of its own: a slot's values, and the words that stand for each. */
interface Said {
  readonly slot: string;
  readonly field: string;
  readonly words: string;
  readonly more: Readonly<Record<string, string>>;
}

const free = fc
  .array(fc.constantFrom("talks", "görüşme", "дом", "“met”", "5%", "-5", "$50", "दिन", "it’s", "5–6", "a: b", "#1"), {
    minLength: 2,
    maxLength: 6,
  })
  .map((words) => words.join(" "));
const of = (slot: string, field: string, words: fc.Arbitrary<string>, more = {}): fc.Arbitrary<Said> =>
  words.map((said) => ({ slot, field, words: said, more }));
const said = fc.oneof(
  of("note", "remark", free),
  of("outcome", "result", free),
  of("quote", "words", free, { speaker: "Sergey Lavrov" }),
  of(
    "duration",
    "stated",
    fc.constantFrom("5h30", "5,5 saat", "пять с половиной часов", "five to six hours", "some hours"),
  ),
  of("date", "stated", fc.constantFrom("10 Nisan 2025", "10 апреля 2025 года", "10.04.2025", "Thursday", "4/10/2025")),
  of("led", "person", fc.constantFrom("Aleksandr Darchiyev", "Александр Дарчиев", "Darchiev"), {
    side: "russia",
  }),
  of("venue", "city", fc.constantFrom("Istanbul", "İstanbul", "ISTANBUL")),
);

const byId = (a: Claim, b: Claim): number => (a.id < b.id ? -1 : 1);
const SHIPPED = shipped.facts.flatMap((f) => f.claims).toSorted(byId);

const CITED = { source: "new: Zed", paragraph: "3", talks: "second" };

async function imported(seat: Seat, file: string): Promise<void> {
  await seat.press(await seat.call("facts import", { file }), "Import all");
}

/** Every way that words come to a desk. */
const PATHS: Readonly<Record<string, (said: Said, seat: Seat, world: World) => Promise<unknown>>> = {
  "a line": ({ slot, field, words, more }, seat) => seat.call("facts add", { slot, [field]: words, ...more, ...CITED }),
  "a form": async ({ slot, field, words, more }, seat) =>
    seat.fill(await seat.call("facts add", { slot }), { [field]: words, ...more, ...CITED }),
  "a suggestion that is approved": async ({ slot, field, words, more }, seat) => {
    replied(await seat.call("talks suggest", { slot, [field]: words, ...more, ...CITED }, cid));
    return seat.press(await seat.call("facts review"), "Approve");
  },
  "one more source": async ({ slot, field, words, more }, seat) => {
    const id = await seat.add({
      slot,
      [field]: words,
      ...more,
      talks: "second",
      source: "new: Yed",
      "keep-both": "yes",
    });
    const { side: _, ...values } = { [field]: words, ...more };
    return seat.call("facts source", { id, ...values, source: "new: Zed", paragraph: "3" });
  },
  "a correction": async ({ slot, field, words, more }, seat) => {
    const wrong = { led: "Sonata Coulter", venue: "Geneva" }[slot] ?? "something else 99";
    const id = await seat.add({ slot, [field]: wrong, ...more, ...CITED });
    const { text } = await seat.call("facts correct", { id, [field]: words, ...more, reason: "misread" });
    // What another fact says already is not corrected into a second one.
    fc.pre(!text.includes("The desk already holds that"));
    return;
  },
  "an import of YAML": ({ slot, field, words, more: { side, ...more } }, seat) => {
    const claim = { talks: "second", slot, side, paragraph: 3, says: { [field]: words, ...more } };
    return imported(seat, `articles:\n  - outlet: "new: Zed"\n    claims:\n      - ${JSON.stringify(claim)}\n`);
  },
  "an import of JSON lines": ({ slot, field, words, more }, seat) =>
    imported(
      seat,
      JSON.stringify({ talks: "second", slot, source: "new: Zed", paragraph: 3, [field]: words, ...more }),
    ),
  "an import of CSV": ({ slot, field, words, more }, seat) => {
    const row = { talks: "second", slot, source: "new: Zed", paragraph: "3", [field]: words, ...more };
    return imported(seat, csvText([Object.keys(row), Object.values(row)]));
  },
  "a link to another desk": async ({ slot, field, words, more }, seat, world) => {
    const other = await world.seat("two", "elsewhere");
    replied(await other.call("facts add", { slot, [field]: words, ...more, ...CITED }));
    const code = /facts link (\S+)/u.exec((await seat.call("facts link", {}, ada)).text)?.[1] ?? "";
    return other.call("facts link", { code }, ada);
  },
};

it.each(Object.keys(PATHS))("keeps what a source said, and says it of no other source: %s", async (path) => {
  await fc.assert(
    fc.asyncProperty(said, async (given) => {
      const world = await World.open();
      const seat = await world.seat("one");
      await PATHS[path]?.(given, seat, world);
      const view = await seat.desk.view();
      const outlet = ({ citation }: Claim) => view.articles.get(citation.article)?.outlet;
      const claims = view.facts.flatMap((f) => f.claims);
      const zed = claims.filter((c) => outlet(c) === "Zed");
      expect(zed.map((c) => [wording(c, given.field), c.citation.paragraph])).toEqual([[given.words, 3]]);
      // Whoever said something before still says that and no more.
      const others = claims.filter((c) => !["Zed", "Yed"].includes(outlet(c) ?? ""));
      expect(others.toSorted(byId)).toEqual(SHIPPED);
    }),
    { numRuns: 15 },
  );
});
