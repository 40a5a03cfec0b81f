import { expect, it } from "vitest";
import { agreement } from "#core/reply/agreement.ts";
import { outlets, sharedAccording, sourceInlines, sourceOf } from "#core/reply/citation.ts";
import { words } from "#core/reply/reply.ts";
import { shipped } from "#test/desk.ts";

const fact = (id: string) => {
  const found = shipped.facts.find((f) => f.id === id);
  if (found === undefined) throw new Error(`no fact ${id}`);
  return found;
};
const line = (id: string, at = 0) => {
  const held = fact(id);
  const claim = held.claims[at] ?? held.claims[0];
  return words(sourceInlines(sourceOf(claim, shipped, sharedAccording(held))));
};

it("cites a paragraph of an article that was read whole, without a day where it has none", () => {
  expect(line("apr-venue")).toBe("ln24SA, ¶2");
});

it("cites a note with its day where notes are what is held", () => {
  expect(line("apr-venue", 1)).toBe("TASS, 10 April 2025, note 5");
});

it("tells who said it with the citation, where not every source attributes it so", () => {
  expect(line("apr-duration-tass", 1)).toBe(
    "according to Russian and US officials, in Türkiye Today, 10 April 2025, note 1",
  );
});

it("tells it with the statement where all do", () => {
  expect(sharedAccording(fact("apr-outcome-roadmap"))).toBe("according to the Russian Foreign Ministry");
  expect(line("apr-outcome-roadmap")).toBe("Türkiye Today, 10 April 2025, note 2");
});

it("links the outlet where there is an address", () => {
  const [outlet] = sourceInlines(sourceOf(fact("apr-day-tass").claims[0], shipped));
  expect(outlet).toEqual({ kind: "link", text: "TASS", href: "https://tass.com/politics/1941799" });
});

it("counts outlets, each once", () => {
  const twice = fact("apr-venue");
  const again = { ...twice, claims: [twice.claims[0], ...twice.claims] as const };
  expect(outlets(again, shipped)).toEqual(["ln24SA", "TASS", "Türkiye Today"]);
  expect(agreement(again, shipped)).toBe("3 outlets agree");
  expect(agreement(fact("apr-city"), shipped)).toBe("Source");
});

it.each([
  ["es", "¶5, in Spanish"],
  ["pt-BR", "¶5, in Portuguese"],
  ["fa", "¶5, in Persian"],
  ["en", "¶5"],
  ["en-GB", "¶5"],
  ["qqq", "¶5"],
])("tells beside the paragraph that an article is in another language: %s", (language, place) => {
  const [claim] = fact("apr-venue").claims;
  const article = { id: "x", outlet: "Post", language, held: "text" as const };
  const view = { ...shipped, articles: new Map([["x", article]]) };
  expect(sourceOf({ ...claim, citation: { article: "x", paragraph: 5 } }, view).place).toBe(place);
});
