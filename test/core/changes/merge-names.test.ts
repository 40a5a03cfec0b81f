import { expect, it } from "vitest";
import { planMergeNames } from "#core/changes/merge-names.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import type { Names } from "#core/facts/names.ts";
import { rounds } from "#core/facts/view.ts";
import { ada } from "#test/moderation.ts";
import { change, known, make, nile, said } from "./nile.ts";

it("merges two people: facts that then say the same are one with both citations, and an undo parts them", async () => {
  const seat = await nile();
  const facts = async () => (await seat.desk.snapshot()).view.facts.map(({ revision: _, ...fact }) => fact);
  const before = await facts();
  const merge = (at: Snapshot) =>
    planMergeNames(known("people", "Ida Ray", at), known("people", "Omar Sol", at), "admin", at);
  const merged = await change(seat, merge);
  expect(merged.facts).toHaveLength(3 - 1);
  expect(merged.joined).toHaveLength(2);
  const text = (await seat.say('about attended talks:"Cairo meeting"', ada)).text;
  expect(text).not.toContain("Ida Ray took part");
  expect(text).toMatch(/Omar Sol took part.*\n.*¶1; ¶2|Omar Sol took part[^]*¶1[^]*¶2/u);
  expect((await seat.say('who "Ida Ray"', ada)).text).toContain("Omar Sol");
  expect(await said(seat, merge)).toContain("That is one name already: Omar Sol.");
  await seat.say("facts undo", ada);
  expect(await facts()).toEqual(before);
});

it("merges rounds of one negotiation only, and parties that do not negotiate with each other", async () => {
  const seat = await nile();
  const merge = (of: keyof Names, a: string, b: string) =>
    said(seat, (at) => planMergeNames(known(of, a, at), known(of, b, at), "admin", at));
  expect(await merge("talks", "Cairo meeting", "istanbul-april")).toContain("of two negotiations");
  expect(await merge("parties", "Russia", "United States")).toContain("They negotiate with each other");
  expect(await merge("talks", "Cairo meeting", "Khartoum meeting")).toBe("done");
  expect((await seat.say("list", ada)).text).toContain("Khartoum meeting: 3 facts");
  expect((await seat.desk.snapshot()).view.talks.get("nile-cairo-meeting")?.name).toBe("Khartoum meeting");
});

it("merges negotiations: their rounds are of one, in the order of their days", async () => {
  const seat = await nile();
  await change(seat, (at) =>
    planMergeNames(known("negotiations", "Nile", at), known("negotiations", "us-russia", at), "admin", at),
  );
  const { view } = await seat.desk.snapshot();
  expect(view.negotiations.all.map((n) => n.id)).toEqual(["us-russia"]);
  expect(view.negotiations.get("nile")?.parties.map((p) => `${p.party} ${p.role}`)).toEqual([
    "russia party",
    "us party",
    "egypt party",
    "sudan party",
    "ethiopia party",
  ]);
  expect(rounds(view, "us-russia")).toHaveLength(4);
});

it("does not merge into what was merged into it, also not by undoing", async () => {
  const seat = await nile();
  const merge = (a: string, b: string) =>
    change(seat, (at) => planMergeNames(known("people", a, at), known("people", b, at), "admin", at));
  await make(seat, { of: "people", name: "Zed", aliases: [] });
  await make(seat, { of: "people", name: "Yan", aliases: [] });
  await merge("Zed", "Yan");
  const first = (await seat.desk.snapshot()).own.version;
  await seat.say("facts undo", ada);
  const undo = (await seat.desk.snapshot()).own.version;
  await merge("Yan", "Zed");
  expect(first).toBeLessThan(undo);
  expect((await seat.say(`facts undo ${undo}`, ada)).refusal?.message).toContain("was itself merged meanwhile");
});

it("keeps a locked fact from a merge by a moderator", async () => {
  const seat = await nile();
  const { view } = await seat.desk.snapshot();
  const fact = view.facts.find((f) => f.claims[0].fields["person"] === "ida-ray");
  await seat.say(`facts lock ${fact?.id}`, ada);
  expect(
    await said(seat, (at) =>
      planMergeNames(known("people", "Ida Ray", at), known("people", "Omar Sol", at), "moderator", at),
    ),
  ).toContain("is locked");
});
