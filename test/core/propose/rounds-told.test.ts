import { expect, it } from "vitest";
import { propose } from "#core/propose/propose.ts";
import { shipped } from "#test/desk.ts";

/** What is proposed from one sentence: each kind with the piece that it rests on. */
function told(sentence: string): readonly string[] {
  return propose([sentence], shipped).flatMap((p) =>
    Object.entries(p.fields).map(([field, { text }]) => `${p.slot} ${field}: ${text}`),
  );
}

it("takes the day and place of a meeting that is counted, and none of the one that is to come", () => {
  expect(told("The delegations held their second meeting in Zagreb on 3 and 4 June 2024.")).toEqual([
    "venue city: Zagreb",
    "date stated: 3 and 4 June 2024",
  ]);
  expect(told("The fifth session of the commission took place in Oslo on 9 May.")).toEqual(
    expect.arrayContaining(["venue city: Oslo", "date stated: 9 May"]),
  );
  for (const sentence of [
    "A fourth round will be held in Reykjavik on 18 April.",
    "The third meeting shall take place in Belgrade in September 2024.",
    "The second round is due to be held in Lima on Monday.",
  ])
    expect(told(sentence).map((line) => line.split(" ")[0])).toEqual(["next"]);
});

it("takes a building by its whole name", () => {
  expect(told("Ministers met for nine hours at the Hotel Norge on Thursday.")).toContain(
    "venue place: the Hotel Norge",
  );
  expect(told("The envoys met at Villa Farnesina in Rome.")).toContain("venue place: Villa Farnesina in Rome");
  expect(told("The talks were held at the Grand Hotel in Oslo.")).toContain("venue place: the Grand Hotel in Oslo");
});

it("takes what was agreed as no place and no purpose of the talks", () => {
  const all = told("The parties agreed to exchange readings every six hours and to open a joint control room in Oslo.");
  // Each "to" is a result of its own.
  expect(all).toEqual([
    "outcome result: agreed to exchange readings every six hours",
    "outcome result: to open a joint control room in Oslo",
  ]);
});

it("takes no one as a leader who came with one", () => {
  const all = told(
    "The Norwegian team was headed by Minister Ida Ray, while Chile sent Bo Lin, its minister of food, together with chief scientist Eva Orr.",
  );
  expect(all.filter((line) => line.startsWith("led person"))).toEqual(["led person: Ida Ray"]);
  expect(all).toEqual(expect.arrayContaining(["attended person: Bo Lin", "attended person: Eva Orr"]));
});

it("finds what was kept out in an aside, and a regret that is voiced", () => {
  expect(told("Nothing was decided about herring, which was kept off the agenda.")).toContain(
    "excluded topic: herring",
  );
  expect(told("The Chilean side expressed regret that the works had begun without notice.")).toContain(
    "grievance about: the works had begun without notice",
  );
});
