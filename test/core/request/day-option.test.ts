import { expect, it } from "vitest";
import { newSeat } from "#test/moderation.ts";

it.each(["2025-04-12", "12 April 2025", "April 12, 2025", "12.04.2025", "12 апреля 2025 года", "12 Nisan 2025"])(
  "takes %s for a day wherever one is typed",
  async (published) => {
    const seat = await newSeat();
    await seat.told(`facts correct ln24sa published:"${published}"`);
    expect((await seat.desk.view()).articles.get("ln24sa")?.published).toBe("2025-04-12");
  },
);

it.each([
  ["4/12/2025", "may be two days, by which number is the month"],
  ["12 April", "is not a calendar day"],
  ["31.02.2025", "is not a calendar day"],
])("says of %s that it %s", async (published, why) => {
  const refused = await (await newSeat()).refused(`facts correct ln24sa published:${JSON.stringify(published)}`);
  expect(refused.message).toBe(`"${published}" ${why}.`);
});
