import { expect, it } from "vitest";
import { Directory, type Person } from "#core/facts/names.ts";
import { shipped } from "#test/desk.ts";

it.each([
  ["people", "darchyev", "darchiev"],
  ["people", "coulter", "coulter"],
  ["people", "Sonata", "coulter"],
  ["people", "mr darchiev", "darchiev"],
  ["people", "Sergei Lavrov", "lavrov"],
  ["parties", "the russian side", "russia"],
  ["parties", "Moscow", "russia"],
  ["parties", "u.s.", "us"],
  ["places", "nyc", "new-york"],
  ["places", "san fransisco", "san-francisco"],
  ["places", "in Seattle", "seattle"],
  ["talks", "second", "istanbul-april"],
  ["talks", "Round 1", "istanbul-february"],
  ["talks", "april talks", "istanbul-april"],
  ["talks", "the first", "istanbul-february"],
  ["talks", "round two", "istanbul-april"],
  ["talks", "last round", "istanbul-april"],
  ["talks", "2nd", "istanbul-april"],
] as const)("finds in %s: %s", (kind, typed, id) => {
  expect(shipped[kind].find(typed)).toMatchObject({ item: { id } });
});

it.each([
  ["people", "putin"],
  ["people", ""],
  ["people", "__proto__"],
  ["parties", "toString"],
  ["talks", "third"],
] as const)("finds nothing surely in %s: %j", (kind, typed) => {
  expect(["none", "several"]).toContain(shipped[kind].find(typed).kind);
});

const people: readonly Person[] = [
  { id: "a-smith", name: "Anna Smith", aliases: [] },
  { id: "b-smith", name: "Boris Smith", aliases: [] },
].map((p) => ({ ...p, party: "us" }));

it("offers both where a name is two people's, and takes neither", () => {
  const found = new Directory(people).find("smith");
  expect(found).toMatchObject({ kind: "several", items: [{ id: "a-smith" }, { id: "b-smith" }] });
});

it("takes the one whom the whole name means", () => {
  expect(new Directory(people).find("boris smith")).toMatchObject({ kind: "exact", item: { id: "b-smith" } });
});

it("gives an id itself where nothing has it", () => {
  expect(shipped.people.name("nobody")).toBe("nobody");
  expect(shipped.people.get("nobody")).toBeUndefined();
});

it("finds a round by its whole name before those that are only counted so", () => {
  const rounds = new Directory([
    { id: "a-1", name: "Round one", aliases: [] },
    { id: "b-1", name: "Opening, Oslo", aliases: [], ordinals: ["first", "round one"] },
    { id: "c-1", name: "Opening, Rome", aliases: [], ordinals: ["first", "round one"] },
  ]);
  expect(rounds.find("round One")).toMatchObject({ kind: "exact", item: { id: "a-1" } });
  expect(rounds.exact("Round one")?.id).toBe("a-1");
  expect(rounds.find("first").kind).toBe("several");
  // All of them, where it is said whose is meant.
  expect(rounds.spelt("round one")).toHaveLength(3);
});
