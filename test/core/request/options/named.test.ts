import { expect, it } from "vitest";
import { Directory } from "#core/facts/names.ts";
import { namedOrNew, person as knownPerson } from "#core/request/options/index.ts";
import { shipped } from "#test/desk.ts";

const person = knownPerson("x");
const fresh = namedOrNew("x", "people");

it("gives the id of whom any spelling or a slip means", () => {
  for (const raw of ["darchiev", "Aleksander Darchiyev", "darchyev"]) {
    expect(person.read(raw, shipped)).toEqual({ ok: true, value: "darchiev" });
  }
});

it("refuses an unknown name with names that it knows, to choose from", () => {
  expect(person.read("putin", shipped)).toMatchObject({
    ok: false,
    refusal: { kind: "held", offers: [{ label: "Alexander Darchiev", value: "darchiev" }, {}, {}, {}, {}] },
  });
});

it("says so where it knows none at all", () => {
  expect(person.read("putin", { ...shipped, people: new Directory([]) })).toMatchObject({
    refusal: { hint: "The desk knows none yet." },
  });
});

it("offers every name while one types", () => {
  expect(person.complete?.(shipped).map((c) => c.value)).toContain("coulter");
});

it("keeps a name that is near none as a new one, and a known one as its id", () => {
  expect(fresh.read("Xi Qiang Wu", shipped)).toEqual({ ok: true, value: "Xi Qiang Wu" });
  expect(fresh.read("Darchiyev", shipped)).toEqual({ ok: true, value: "darchiev" });
});

it("asks which is meant where a spelling is of several", () => {
  const people = new Directory([
    { id: "one", name: "Ivan Petrov", aliases: ["Petrov"] },
    { id: "two", name: "Oleg Petrov", aliases: ["Petrov"] },
  ]);
  expect(fresh.read("Petrov", { ...shipped, people })).toMatchObject({
    refusal: {
      message: '"Petrov" is a spelling of Ivan Petrov and Oleg Petrov.',
      offers: [
        { label: "Ivan Petrov", value: "one = Petrov" },
        { label: "Oleg Petrov", value: "two = Petrov" },
      ],
    },
  });
  expect(fresh.read("two = Petrov", { ...shipped, people })).toEqual({ ok: true, value: "two" });
  expect(fresh.read("new: Petrov", { ...shipped, people })).toEqual({ ok: true, value: "Petrov" });
});

it("asks about a script that it does not read, unless it knows nobody", () => {
  expect(fresh.read("دارتشيف", shipped)).toMatchObject({ ok: false });
  expect(fresh.read("دارتشيف", { ...shipped, people: new Directory([]) })).toEqual({ ok: true, value: "دارتشيف" });
});

it("asks again where a new name is nearly a known one, unless it is called new", () => {
  expect(fresh.read("Sonata Colter", shipped)).toMatchObject({
    ok: false,
    refusal: {
      hint: 'Is it a spelling of one of them, or another person? Type "Sonata Coulter = Sonata Colter", or "new: Sonata Colter".',
    },
  });
  expect(fresh.read("new: Sonata Colter", shipped)).toEqual({ ok: true, value: "Sonata Colter" });
});
