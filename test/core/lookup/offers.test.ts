import { expect, it } from "vitest";
import { offersFor, type OfferPick } from "#core/lookup/offers.ts";
import { wholeWords } from "#core/lookup/whole-words.ts";
import { decide } from "#core/lookup/decide.ts";
import { Directory } from "#core/facts/names.ts";
import type { View } from "#core/facts/view.ts";
import { ownQuestions } from "#test/bench/lookup/talks.ts";
import { shipped } from "#test/desk.ts";

/** The library where the words of a press are an alias of what was pressed. */
function approved({ of, id, spelling }: OfferPick): View {
  const aliases = (item: { readonly aliases?: readonly string[] }) => [...(item.aliases ?? []), spelling];
  if (of === "facts")
    return { ...shipped, facts: shipped.facts.map((f) => (f.id === id ? { ...f, aliases: aliases(f) } : f)) };
  const all = shipped[of].all.map((n) => (n.id === id ? { ...n, aliases: aliases(n) } : n));
  return { ...shipped, [of]: new Directory(all) };
}

function offered(question: string) {
  const decision = decide(question, shipped);
  return decision.kind === "answer" ? [] : offersFor(question, decision, shipped);
}

const asked = ownQuestions().flatMap((q) => [q.ways.clean, q.ways.light ?? ""]);
const MORE = [
  "what did darchyeff say",
  "did they agree on the flights home",
  "where did the chef come from",
  "when is the stanbul meeting",
];
const near = [...asked, ...MORE].flatMap((question) => offered(question).map((offer) => ({ question, offer })));

it("answers a question with what was pressed for it, once the words are its alias", () => {
  const facts = near.filter(({ offer }) => "fact" in offer.near);
  expect(facts.length).toBeGreaterThan(40);
  for (const { question, offer } of facts) {
    if (offer.pick === undefined) throw new Error(`nothing to remember of: ${question}`);
    const decision = decide(question, approved(offer.pick));
    const ids = decision.kind === "answer" ? decision.facts.map((f) => f.id) : [];
    expect({ question, as: offer.pick.spelling, ids }).toMatchObject({ ids: expect.arrayContaining([offer.meant]) });
  }
});

it("reads a misspelt name as the name that was pressed for it, once it is one of its spellings", () => {
  const names = near.flatMap(({ question, offer }) =>
    "name" in offer.near ? [{ question, offer, ...offer.near }] : [],
  );
  expect(names.map(({ offer }) => offer.meant)).toContain("people/darchiev");
  for (const { question, offer, name } of names) {
    const facts = (d: ReturnType<typeof decide>) => (d.kind === "none" ? [] : d.facts.map((f) => f.id));
    const meant = facts(decide(name.question, shipped));
    expect([question, facts(decide(question, approved(offer.pick as OfferPick)))]).toEqual([question, meant]);
  }
});

it("offers no name for words that are none, and at most two", () => {
  const off = ownQuestions().filter((q) => q.type === "off-topic");
  const names = off.flatMap((q) => offered(q.ways.clean).filter((o) => "name" in o.near));
  expect(names.map((o) => o.meant)).toEqual([]);
  expect(near.every(({ question }) => offered(question).filter((o) => "name" in o.near).length <= 2)).toBe(true);
});

it("takes another question with one of its words for no alias of the whole", () => {
  const whole = near.find(({ question, offer }) => offer.pick?.spelling === wholeWords(question));
  const { question = "", offer } = whole ?? {};
  const view = approved(offer?.pick as OfferPick);
  expect(decide(question, view).kind).toBe("answer");
  expect(decide(`${question} tomorrow`, view).kind).not.toBe("answer");
});

it("has nothing to remember where no moderator could add so long a spelling", () => {
  const long = `was not on the agenda: ${["a", "b", "c", "d"].map((letter) => `unheardof${letter.repeat(20)}`).join(" ")}`;
  const offers = offered(long);
  expect(offers.length).toBeGreaterThan(0);
  expect(offers.map((o) => o.pick)).toEqual(offers.map(() => undefined));
});
