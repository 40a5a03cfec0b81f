import { text } from "#core/request/options/index.ts";
import { memoised } from "#core/text/lazy.ts";
import { capital } from "#core/text/text.ts";
import { lengthValue, relateLengths, type LengthValue, type StatedLength } from "#core/values/length.ts";
import { defineSlot } from "./slot.ts";

export const duration = defineSlot({
  name: "duration",
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
    "how many days",
    "how many weeks",
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
  key: (f) => valueOf(f).key,
  // "several hours" gives no number, so it contradicts none; a bound that contains the other's value is consistent with
  // it.
  relate: (a, b) => relateLengths(valueOf(a), valueOf(b)),
  vagueness(f) {
    const { length } = valueOf(f);
    return length === undefined ? 2 : f.span === undefined && length.bound === "exact" ? 0 : 1;
  },
  brief: (f) => (f.span === undefined ? f.stated : `${f.stated} ${f.span}`),
  // A source that measures from one moment to another says no more than that.
  sentence: (f, say) =>
    f.span === undefined ? `${capital(say.event)} lasted ${f.stated}.` : `${capital(f.stated)} passed ${f.span}.`,
});

// Fields never change, and reading one length takes longer than comparing two.
const valueOf: (fields: StatedLength) => LengthValue = memoised(lengthValue);
