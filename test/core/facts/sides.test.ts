import { expect, it } from "vitest";
import { Directory, type Negotiation, type Talks } from "#core/facts/names.ts";
import { isOfSide, partiesOf, sidesOf } from "#core/facts/sides.ts";
import type { View } from "#core/facts/view.ts";
import { sideName } from "#core/reply/statement.ts";
import { shipped } from "#test/desk.ts";

const three: Negotiation = {
  id: "nile",
  name: "Nile",
  aliases: [],
  parties: [
    { party: "egypt", role: "party" },
    { party: "sudan", role: "party" },
    { party: "ethiopia", role: "party" },
    { party: "us", role: "observer" },
  ],
};
const round = (id: string, parties: readonly string[]): Talks => ({
  id,
  name: id,
  aliases: [],
  negotiation: "nile",
  parties,
});
const view: View = {
  ...shipped,
  negotiations: new Directory([...shipped.negotiations.items, three]),
  talks: new Directory([...shipped.talks.items, round("all", []), round("two", ["egypt", "sudan", "us"])]),
};
const of = (talks: string) => ({ talks, side: "both" });

it("takes both for all of the role party in the fact's own talks, and for nobody else", () => {
  expect(sidesOf(of("all"), view)).toEqual(["egypt", "sudan", "ethiopia"]);
  expect(sidesOf(of("two"), view)).toEqual(["egypt", "sudan"]);
  expect(sidesOf(of("istanbul-april"), view)).toEqual(["russia", "us"]);
  expect(isOfSide(of("all"), "us", view)).toBe(false);
  expect(isOfSide(of("istanbul-april"), "us", view)).toBe(true);
  expect(isOfSide({ talks: "all", side: "egypt" }, "both", view)).toBe(false);
});

it("has the parties of a round from its negotiation where the round names none", () => {
  expect(partiesOf("all", view)).toEqual(three.parties);
  expect(partiesOf("two", view).map((p) => p.role)).toEqual(["party", "party", "observer"]);
});

it("calls two both sides and three all parties", () => {
  expect(sideName("both", view, "two")).toBe("both sides");
  expect(sideName("both", view, "all")).toBe("all parties");
});
