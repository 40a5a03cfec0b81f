import fc from "fast-check";
import { expect, it } from "vitest";
import { overlay } from "#core/desk/overlay.ts";
import type { View } from "#core/facts/view.ts";
import { ada, newSeat } from "#test/moderation.ts";

/** What a moderator might do next; what of it is refused changes nothing. */
const deeds = fc
  .constantFrom(
    "facts add note talks:second remark:rain source:TASS paragraph:1",
    "facts add note talks:second remark:snow source:'new: Gazette' paragraph:1",
    "facts add attended talks:second side:us person:'new: Ida Ray' source:TASS paragraph:2",
    "facts add attended talks:second side:us person:'Ida Ray' source:Meduza paragraph:3",
    "facts add duration talks:second stated:'5½ hours' source:Meduza paragraph:4",
    "facts correct apr-duration-tass stated:'six hours'",
    "facts correct apr-led-us post:envoy",
    "facts retract apr-led-us reason:wrong",
    "facts restore apr-led-us",
    "facts retract f1 reason:wrong",
    "facts source apr-venue source:'new: Bare Post' paragraph:2",
    "facts alias add 'Sonata Coulter' 'S. Coulter'",
    "facts lock apr-led-us",
    "facts undo",
    "facts undo 1",
  )
  .map((line) => line.replaceAll("'", '"'));

const seen = ({ facts, articles, talks, parties, people, places }: View) => ({
  facts,
  articles: [...articles],
  names: [talks, parties, people, places].map((d) => d.all),
});

it("reads after each change what it would read of all changes at once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { minLength: 1, maxLength: 12 }), async (lines) => {
      const seat = await newSeat();
      for (const line of lines) {
        await seat.say(line, ada);
        const { view, beneath, own } = await seat.desk.snapshot();
        expect(seen(view)).toEqual(seen(overlay(beneath, own)));
      }
    }),
    { numRuns: 40 },
  );
});
