import { tell } from "#core/messages/tell.ts";
import { namedOrNew, oneOf, text } from "#core/request/options/index.ts";
import { clauseKey } from "#core/values/clause.ts";
import { capital } from "#core/text/text.ts";
import { defineSlot } from "./slot.ts";

const VERBS = { arrived: "arrived at", stayed: "stayed at", left: "left" } as const;

export const movement = defineSlot({
  name: "movement",
  holds: "many",
  sided: "required",
  compared: false,
  timed: true,
  fields: {
    act: oneOf("What the side did", ["arrived", "stayed", "left"], { required: true }),
    place: namedOrNew("Where", "places"),
    time: text("When, as the source states it"),
  },
  variants: ["time"],
  ask: [
    "who arrived",
    "who stayed",
    "who left",
    "arrival",
    "departure",
    "when did they arrive",
    "when did they leave",
    "departed",
    "arrive",
    "arrived",
    "stay",
    "leave",
    "when leave",
    "when arrive",
    "ne zaman geldi",
    "когда прибыли",
  ],
  key: (f) => `${f.act} ${f.place ?? ""} ${clauseKey(f.time ?? "")}`,
  sentence: (f, say) => {
    const where = f.place === undefined ? "the venue" : say.place(f.place);
    return `${capital(say.side)} ${VERBS[f.act]} ${where}${f.time === undefined ? "" : ` (${f.time})`}.`;
  },
  plain: (f, say, other) => {
    const place = f.place === undefined ? tell(other, "plain.venue") : say.place(f.place);
    const act = tell(other, `plain.${f.act}`, { place });
    return f.time === undefined ? act : `${act} (${f.time})`;
  },
});
