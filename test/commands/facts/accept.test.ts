import { expect, it } from "vitest";
import { ada, ben, newSeat } from "#test/moderation.ts";
import { propose } from "#test/proposing.ts";

it("keeps the words of the text, and says in the trail who edited them", async () => {
  const seat = await newSeat();
  const third = await seat.press(await seat.press(await propose(seat), "¶2 ›"), "¶3 ›");
  const form = await seat.press(third, "Edit 5");
  expect(form.form?.fields.find((f) => f.name === "result")?.value).toBe("agreed to open a direct line");
  const edited = await seat.fill(form, { result: "the sides are to open a direct line" }, ben);
  expect(edited.text).toMatch(/Accepted 5 as f\d+\./u);
  const audit = await seat.told("facts audit", ada);
  expect(audit).toContain("edited, ¶3, by the rule outcome");
  expect(audit).toMatch(/Ben/u);
});

it("adds what was missed, with article and paragraph filled in", async () => {
  const seat = await newSeat();
  const shown = await propose(seat);
  const asked = await seat.press(shown, "Missed one here");
  const form = await seat.fill(asked, { slot: "note" });
  expect(form.form?.fields.find((f) => f.name === "paragraph")?.value).toBe("1");
  const added = await seat.fill(form, { remark: "the delegations met" });
  expect(added.text).toMatch(/Accepted what was missed as f\d+\./u);
  expect(added.text).toContain("¶1 of 3");
});
