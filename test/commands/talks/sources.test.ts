import { expect, it } from "vitest";
import { refused, say, told } from "#test/desk.ts";

it("lists the six articles with day, kind and how they are held", async () => {
  const text = await told("sources");
  expect(text).toContain("ln24SA, no day given, 7 paragraphs read");
  expect(text).toContain("TASS, Russian state news agency, 10 April 2025, held as 10 notes");
  expect(text).toContain("https://tass.com/politics/1941799");
  expect(text).toMatch(
    /Hürriyet Daily News, 27 February 2025, held as 1 note, 1 fact.*206308\n.*Hürriyet Daily News, 27 February 2025, held as 5 notes, 6 facts/u,
  );
  expect(text).toContain("Meduza, 28 February 2025");
});

it.each(["tass", "TASS", "tas"])("tells all that TASS says, as %s, in its own wording", async (outlet) => {
  const text = await told(`sources ${outlet}`);
  expect(text).toContain("Alexander Darchiev, ambassador to Washington, led the Russian team.");
  expect(text).not.toContain("new ambassador");
  expect(text).not.toContain("ln24SA");
});

it("finds an outlet without its marks", async () => {
  expect(await told("sources turkiye today")).toContain("expert-level consultations");
});

it("cites under an outlet's name that outlet alone", async () => {
  const { reply } = await say("sources meduza");
  const outlets = reply.facts.flatMap((f) => f.sources.map((s) => s.outlet));
  expect(new Set(outlets)).toEqual(new Set(["Meduza"]));
});

it("offers its outlets for one that it does not hold", async () => {
  const refusal = await refused("sources reuters");
  expect(refusal.message).toBe('The desk holds nothing on an outlet "reuters".');
  expect(refusal.buttons.map((b) => b.label)).toContain("TASS");
});
