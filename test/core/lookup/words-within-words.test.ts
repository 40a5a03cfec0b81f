import { expect, it } from "vitest";
import { asidesIn } from "#core/lookup/asides.ts";
import { daysIn } from "#core/lookup/days-asked.ts";
import { momentIn } from "#core/messages/words.ts";
import { shortMoment } from "#core/time/moment.ts";
import { say } from "#test/desk.ts";

it.each([
  ["who led at all talks", ""],
  ["what was said after all rounds", ""],
  ["what did they get in exchange for it", ""],
  ["did they agree at all", "at all"],
  ["did they meet at all in march", "at all"],
])("leaves out of “%s” what says nothing: “%s”", (asked, aside) => {
  const words = asked.split(" ");
  const at = asidesIn(words);
  expect(words.filter((_, i) => at.has(i)).join(" ")).toBe(aside);
});

it.each(["who may resume talks", "how long may each session last"])("takes no verb for a month: %s", (asked) =>
  expect(JSON.stringify(daysIn(asked.split(" "), () => false))).not.toContain("month"),
);

it("answers what was made or named, where a verb or a share is asked with the words of a count", async () => {
  expect((await say("how much property was confiscated")).refusal).toBeUndefined();
  expect((await say("did Russia name its complaints")).refusal).toBeUndefined();
});

it("tells nobody's lead where somebody's part in it is asked", async () => {
  for (const line of ["is Alexander Darchiev a mediator", "was Alexander Darchiev a participant"])
    expect((await say(line)).text).not.toMatch(/^Alexander Darchiev led/u);
});

it("tells the day of a moment just before midnight", () => {
  const late = Temporal.Instant.from("2026-11-20T23:59:45Z");
  expect(momentIn({}, late)).toContain("20 November 2026, 23:59");
  expect(shortMoment(late)).toBe("2026-11-20 23:59 UTC");
});
