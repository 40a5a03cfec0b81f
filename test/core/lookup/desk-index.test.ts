import { expect, it } from "vitest";
import { carryIndex, layersOf, readyIndex } from "#core/lookup/desk-index.ts";
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

/** The shipped facts so many times, each under an id of its own, the last one reworded. */
function many(times: number): View {
  const facts = Array.from({ length: times }, (_, n) =>
    reworded("apr-outcome-roadmap", "a zeppelin was promised").facts.map((f) => ({ ...f, id: `${f.id}-${n}` })),
  );
  return over({ facts: facts.flat() });
}

it("indexes many facts in slices, and gives way between them", async () => {
  const alone = many(5);
  const own = many(6);
  carryIndex(own, shipped);
  for (const view of [alone, own]) {
    let turns = 0;
    await readyIndex(view, async () => {
      turns += 1;
    });
    expect(turns).toBe(Math.floor(view.facts.length / 100));
    expect(layersOf(view).indexes.at(-1)?.size).toBe(view.facts.length);
    await readyIndex(view, async () => expect.unreachable("it is ready"));
  }
});

it("finds everything for who asks between two slices, and for another view of the desk", async () => {
  const [before, after] = [many(5), many(4)];
  carryIndex(before, shipped);
  carryIndex(after, shipped, before);
  const found: unknown[] = [];
  await readyIndex(before, async () => {
    if (found.length === 0) found.push(first("zeppelin", after), layersOf(after).indexes[1]?.size);
  });
  expect(found).toEqual(["apr-outcome-roadmap-0", after.facts.length]);
  expect(first("zeppelin", before)).toBe("apr-outcome-roadmap-0");
  expect(layersOf(before).indexes[1]?.size).toBe(before.facts.length);
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
