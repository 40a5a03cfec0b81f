import { text } from "#core/request/options/index.ts";
import { duration as parse } from "#core/time/duration.ts";
import { capital, fold } from "#core/text/text.ts";
import { defineSlot } from "./slot.ts";

export const duration = defineSlot({
  name: "duration",
  label: "How long",
  holds: "one",
  sided: "never",
  compared: true,
  timed: true,
  fields: {
    stated: text("The length as the source states it, such as 5½ hours", { required: true, max: 100 }),
    span: text("From what to what, where the source measures it so"),
  },
  variants: ["stated", "span"],
  ask: [
    "how long",
    "duration",
    "how many hours",
    "length",
    "last",
    "lasted",
    "time did it take",
    "hours",
    "ne kadar surdu",
    "kac saat",
    "сколько длились",
    "как долго",
  ],
  key: (f) => {
    const { minutes, bound } = parse(f.stated);
    return minutes === undefined ? fold(f.stated) : `${bound} ${minutes}`;
  },
  // "several hours" gives no number, so it contradicts none.
  differ: (a, b) => {
    const [x, y] = [parse(a.stated), parse(b.stated)];
    return x.minutes !== undefined && y.minutes !== undefined && (x.minutes !== y.minutes || x.bound !== y.bound);
  },
  brief: (f) => f.stated,
  // A source that measures from one moment to another says no more than that.
  sentence: (f) => (f.span === undefined ? `The talks lasted ${f.stated}.` : `${capital(f.stated)} passed ${f.span}.`),
});
