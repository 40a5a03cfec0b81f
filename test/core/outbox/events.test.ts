import { expect, it } from "vitest";
import { newsFrom, newsSince } from "#core/digest/news.ts";
import { sinceRevision } from "#core/digest/since.ts";
import { touched } from "#core/outbox/touched.ts";
import { library } from "#test/desk.ts";
import { World } from "#test/moderation.ts";

const CHANGES = [
  'facts add note remark:"the hall was cold" source:"new: Gazette" paragraph:1 talks:second',
  'facts add venue place:geneva source:"new: Courier" paragraph:2 talks:second keep-both:yes',
  "facts retract apr-city reason:wrong",
  'facts add duration stated:"nine hours" source:"new: Gazette" paragraph:3 talks:second keep-both:yes',
  "facts restore apr-city",
  "facts retract apr-duration-tass reason:wrong",
  'facts add duration stated:"nine hours" source:"new: Courier" paragraph:3 talks:second keep-both:yes',
];

it("finds the same among the few facts that changes reach as on the whole desk, from every revision on", async () => {
  const world = await World.open(library);
  const seat = await world.seat();
  for (const line of CHANGES) await seat.told(line);
  const whole = await seat.desk.whole();
  const ids = (news: ReturnType<typeof newsSince>) => ({
    fresh: news.fresh.map((f) => f.id),
    corrections: news.corrections.map(({ was, is }) => [was?.id, was?.revision, is?.id, is?.revision]),
    resting: news.resting.map(({ fact, more, less }) => [fact.id, more.length, less.length]),
    opened: news.opened.map(({ facts }) => facts.map((f) => f.id)),
    settled: news.settled.map(({ was, left }) => [was.facts.map((f) => f.id), left.map((f) => f.id)]),
  });
  let told = 0;
  for (let from = 0; from < whole.own.version; from += 1) {
    const since = sinceRevision(from, whole);
    const few = touched(whole, from);
    if (few === undefined) continue;
    expect(few.now.facts.length).toBeLessThan(whole.view.facts.length);
    expect(ids(newsFrom(few.before, { ...whole, view: few.now }, since))).toEqual(ids(newsSince(whole, since)));
    told += 1;
  }
  expect(told).toBeGreaterThan(4);
});
