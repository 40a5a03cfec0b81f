import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadLibrary } from "#src/library/load-library.ts";
import { newPack } from "#src/library/new-pack.ts";
import { dataWith, mislineIn } from "./folder.ts";

const begun = (name: string): { readonly folder: string; readonly made: object } => {
  const folder = dataWith({});
  return { folder, made: newPack(folder, name) };
};

it("writes a pack with the parties that the name says, which the data takes as it is", () => {
  const { folder, made } = begun("Iran–U.S.");
  expect(made).toEqual({ written: "iran-us/pack.yaml" });
  expect(mislineIn(folder)).toEqual([]);
  const { negotiations, parties } = loadLibrary(folder);
  const iran = negotiations.find((n) => n.id === "iran-us");
  // A party that another pack has keeps its id.
  expect(iran).toMatchObject({ name: "Iran–U.S.", parties: [{ party: "iran" }, { party: "us" }] });
  expect(parties.find((p) => p.id === "iran")).toMatchObject({ adjective: "Iranian" });
  expect(parties.map((p) => p.id)).toEqual(["iran", "us", "russia"]);
});

it.each([
  ["Egypt, Sudan and Ethiopia", ["egypt", "sudan", "ethiopia"]],
  ["Sudan-Ethiopia dam talks", ["sudan", "ethiopia"]],
])("finds the parties of %s", (name, ids) => {
  const { folder } = begun(name);
  expect(mislineIn(folder)).toEqual([]);
  const made = loadLibrary(folder).negotiations.find((n) => n.name === name);
  expect(made?.parties.map((p) => p.party)).toEqual(ids);
});

it("has the data say what is left to fill in", () => {
  const { folder } = begun("Harbour strike");
  expect(mislineIn(folder).map((m) => m.replace(/:\d+ /u, " "))).toEqual(
    expect.arrayContaining([
      expect.stringContaining("harbour-strike/pack.yaml parties.0.name: write words here"),
      expect.stringContaining("harbour-strike/pack.yaml parties.1.adjective: write words here"),
    ]),
  );
});

it("keeps a folder that is there, and asks for a name where none is given", () => {
  const { folder } = begun("Iran–U.S.");
  const path = join(folder, "iran-us", "pack.yaml");
  writeFileSync(path, "mine");
  expect(newPack(folder, "Iran–U.S.")).toMatchObject({
    problem: expect.stringContaining("is there already") as string,
  });
  expect(readFileSync(path, "utf8")).toBe("mine");
  expect(newPack(folder, " – ")).toMatchObject({ problem: expect.stringContaining("npm run new") as string });
});
