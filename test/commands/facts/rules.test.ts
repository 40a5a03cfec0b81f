import { expect, it } from "vitest";
import { newSeat } from "#test/moderation.ts";
import { propose } from "#test/proposing.ts";

it("counts what became of each rule's proposals, and leaves out one that is off", async () => {
  const seat = await newSeat();
  const shown = await propose(seat);
  await seat.press(await seat.press(shown, "Reject 1"), "Accept 2");
  const table = await seat.told("facts rules");
  expect(table).toMatch(/venue\s+0\s+0\s+1/u);
  expect(table).toMatch(/date\s+1\s+0\s+0/u);
  await seat.told("facts rules off:date");
  expect((await propose(seat)).text).not.toContain("Thursday\n2 When");
  expect((await seat.refused("facts rules off:dates")).message).toContain('no rule "dates"');
});
