import { expect, it } from "vitest";
import { refused, told } from "#test/desk.ts";

it("tells each side's grievances and both sides', as the article has them", async () => {
  const text = await told("grievances");
  expect(text).toContain("A grievance of both sides, in recent years: difficulties in obtaining credentials");
  expect(text).toContain("A grievance of both sides: intimidation tactics.");
  expect(text).toContain(
    "A grievance of the Russian side: Western sanctions that have complicated the process of paying",
  );
  expect(text).toContain("restrictions on the movements of U.S. officials within Russia, according to U.S. officials.");
});

it("does not say that a grievance was raised at the talks, which the article does not", async () => {
  expect(await told("grievances")).not.toContain("Raised");
});

it("keeps to one side and what it shares", async () => {
  const text = await told("grievances russia");
  expect(text).toContain("Western sanctions");
  expect(text).toContain("credentials");
  expect(text).not.toContain("movements");
});

it("keeps to what both share", async () => {
  expect(await told("grievances both")).not.toContain("sanctions");
});

it("says that nothing is held where nothing is", async () => {
  expect((await refused("grievances talks:first")).message).toBe(
    "The desk holds nothing on grievances in First round, Istanbul, February 2025.",
  );
});
