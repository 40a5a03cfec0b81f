import { text } from "#core/request/options/index.ts";
import { capital } from "#core/text/text.ts";
import { clockKey, relateClocks } from "#core/values/clock.ts";
import { momentNamed } from "#core/values/course.ts";
import { defineSlot } from "./slot.ts";

export const session = defineSlot({
  name: "session",
  holds: "many",
  sided: "optional",
  compared: false,
  timed: true,
  fields: {
    what: text("What happened, as a clause, such as the talks began", { required: true }),
    at: text("At what time or moment, as the source states it", { required: true, max: 100 }),
  },
  variants: ["what", "at"],
  ask: [
    "what time",
    "begin",
    "began",
    "start",
    "started",
    "what time begin",
    "what time start",
    "when begin",
    "when start",
    "when end",
    "kick off",
    "get going",
    "session",
    "saat kacta",
    "ne zaman basladi",
    "kacta basladi",
    "во сколько",
    "когда начались",
  ],
  // "The talks began" and "the meeting started" are one moment; any other clause is compared as it stands.
  key: (f) => JSON.stringify([momentNamed(f.what), clockKey(f.at)]),
  subject: (f) => momentNamed(f.what),
  relate: (a, b) => (momentNamed(a.what) === momentNamed(b.what) ? relateClocks(a.at, b.at) : "apart"),
  brief: (f) => `${f.what} (${f.at})`,
  sentence: (f) => `${capital(f.what)} (${f.at}).`,
});
