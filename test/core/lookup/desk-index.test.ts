import { expect, it } from "vitest";
import { carryIndex, layersOf } from "#core/lookup/desk-index.ts";
import { matching } from "#core/lookup/matching.ts";
import { termOf } from "#core/lookup/stem.ts";
import { Directory } from "#core/facts/names.ts";
import type { View } from "#core/facts/view.ts";
import { shipped } from "#test/desk.ts";

const over = (change: Partial<View>): View => ({ ...shipped, ...change });
const first = (word: string, view: View) => {
  const [best] = matching([[{ term: termOf(word), weight: 1 }]], layersOf(view), 1);
  return best?.index.row(best.doc)?.id;
};
const reworded = (id: string, result: string): View =>
  over({
    facts: shipped.facts.map((f) =>
      f.id === id ? { ...f, claims: [{ ...f.claims[0], fields: { ...f.claims[0].fields, result } }] } : f,
    ),
  });

it("finds a desk's own wording of a shipped fact, and leaves the library as it was", () => {
  const view = reworded("apr-outcome-roadmap", "a zeppelin was promised");
  carryIndex(view, shipped);
  expect(first("zeppelin", view)).toBe("apr-outcome-roadmap");
  expect(first("roadmap", view)).not.toBe("apr-outcome-roadmap");
  expect(first("zeppelin", shipped)).toBeUndefined();
  expect(first("roadmap", shipped)).toBe("apr-outcome-roadmap");
});

it("indexes only what a desk has changed, and follows from view to view and back", () => {
  const before = reworded("apr-outcome-roadmap", "a zeppelin was promised");
  const after = reworded("apr-outcome-notes-tass", "a balloon was promised");
  carryIndex(before, shipped);
  carryIndex(after, shipped, before);
  expect(layersOf(before).indexes[1]?.size).toBe(1);
  expect(layersOf(before).indexes[0]).toBe(layersOf(shipped).indexes[0]);
  for (const _ of ["once", "again"]) {
    expect([first("zeppelin", after), first("balloon", after)]).toEqual([undefined, "apr-outcome-notes-tass"]);
    expect([first("zeppelin", before), first("balloon", before)]).toEqual(["apr-outcome-roadmap", undefined]);
  }
});

it("finds by a spelling that only this desk has", () => {
  const people = new Directory(
    shipped.people.all.map((p) => (p.id === "coulter" ? { ...p, aliases: ["Kulterova"] } : p)),
  );
  const view = over({ people });
  carryIndex(view, shipped);
  expect(first("kulterova", view)).toMatch(/led-us/u);
  expect(first("kulterova", shipped)).toBeUndefined();
});
