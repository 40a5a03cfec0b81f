import { expect, it } from "vitest";
import { told } from "#test/desk.ts";

it("tells the rounds in order", async () => {
  const text = await told("timeline");
  const order = [
    "First round",
    "held on 27 February 2025",
    "at 09:50 local time",
    "\nSecond round",
    "held on 10 April 2025",
  ];
  const at = order.map((words) => text.indexOf(words));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(at).not.toContain(-1);
});

it("tells who arrived, left and stayed, in the article's words for the place", async () => {
  const text = await told("timeline talks:second");
  expect(text).toContain("The U.S. side arrived at the Russian consulate building in Istanbul (earlier in the day).");
  expect(text).toContain("The U.S. side left the Russian consulate building in Istanbul (around six hours later).");
  expect(text).toContain("The Russian side stayed at the Russian consulate (throughout the talks).");
  expect(text).not.toContain("First round");
});
