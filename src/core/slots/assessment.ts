import { namedOrNew, text } from "#core/request/options/index.ts";
import { capital } from "#core/text/text.ts";
import { clauseKey } from "#core/values/clause.ts";
import { defineSlot } from "./slot.ts";

export const assessment = defineSlot({
  name: "assessment",
  holds: "many",
  sided: "optional",
  compared: true,
  timed: false,
  fields: {
    by: namedOrNew("Who says so: a person, or the source's words, such as a senior U.S. official", "people", {
      required: true,
    }),
    words: text("How they say it went", { required: true }),
  },
  variants: ["by", "words"],
  ask: [
    "how did go",
    "how did it go",
    "how went",
    "assessment",
    "assess",
    "describe",
    "described",
    "verdict",
    "rate",
    "sum up",
    "view of",
    "what did think",
    "progress",
    "constructive",
    "degerlendirme",
    "nasil gecti",
    "nasil degerlendirdi",
    "оценка",
    "как оценил",
    "как оценила",
    "как прошли",
  ],
  near: { field: "words", same: ["by"] },
  key: (f) => JSON.stringify([f.by, clauseKey(f.words)]),
  brief: (f, say) => `${f.words} (${say.person(f.by)})`,
  sentence: (f, say) => `${capital(say.person(f.by))} on how it went: ${f.words}.`,
  plain: (f, say) => `${f.words} (${say.person(f.by)})`,
});
