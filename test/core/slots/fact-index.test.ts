import fc from "fast-check";
import { expect, it } from "vitest";
import type { Fact } from "#core/facts/fact.ts";
import { carryIndexes, deriveIndexes, FactIndex, reindex, type Moved } from "#core/slots/fact-index.ts";
import { shipped } from "#test/desk.ts";

const BY_ARTICLE = new FactIndex((fact) => fact.claims.map((c) => c.citation.article));

const underAll = (facts: readonly Fact[]) =>
  [...shipped.articles.keys()].map((article) => [...BY_ARTICLE.under(article, facts)].map((f) => f.id).toSorted());

const walked = (facts: readonly Fact[]) =>
  [...shipped.articles.keys()].map((article) =>
    facts
      .filter((f) => f.claims.some((c) => c.citation.article === article))
      .map((f) => f.id)
      .toSorted(),
  );

it("holds after any changes what a walk through the list finds", () => {
  const at = fc.nat({ max: shipped.facts.length - 1 });
  fc.assert(
    fc.property(fc.array(fc.tuple(at, at), { maxLength: 20 }), (changes) => {
      let facts: readonly Fact[] = [...shipped.facts];
      expect(underAll(facts)).toEqual(walked(facts));
      for (const [a, b] of changes) {
        const was = shipped.facts[a];
        const other = shipped.facts[b];
        if (was === undefined || other === undefined) throw new Error("no such fact");
        const held = facts.find((f) => f.id === was.id);
        // It goes, comes back, or rests on what another one rests on.
        const is = held !== undefined && a === b ? undefined : { ...was, claims: other.claims };
        const next = [...facts.filter((f) => f !== held), ...(is === undefined ? [] : [is])];
        const moved: readonly Moved[] = [{ was: held, is }];
        carryIndexes(facts, next, moved);
        facts = next;
        expect(underAll(facts)).toEqual(walked(facts));
      }
    }),
    { numRuns: 50 },
  );
});

it("holds for a copy that goes its own way, and leaves the list that it was taken from alone", () => {
  const at = fc.nat({ max: shipped.facts.length - 1 });
  fc.assert(
    fc.property(fc.array(fc.tuple(at, at), { maxLength: 20 }), (changes) => {
      const copy: Fact[] = [...shipped.facts];
      deriveIndexes(shipped.facts, copy, (fact) => copy.includes(fact));
      for (const [a, b] of changes) {
        const [was, other] = [copy[a], shipped.facts[b]];
        if (was === undefined || other === undefined) throw new Error("no such fact");
        const is = { ...was, claims: other.claims };
        reindex(copy, was, is);
        copy[a] = is;
        expect(underAll(copy)).toEqual(walked(copy));
      }
      expect(underAll(shipped.facts)).toEqual(walked(shipped.facts));
    }),
    { numRuns: 50 },
  );
});
