import { named } from "./named.ts";
import { long, namedOrNew, text } from "#core/request/options/index.ts";
import { typographyKey } from "#core/values/typography.ts";
import { startingWith } from "#core/values/person.ts";
import { defineSlot } from "./slot.ts";

export const quote = defineSlot({
  name: "quote",
  holds: "many",
  sided: "optional",
  compared: false,
  timed: false,
  fields: {
    speaker: namedOrNew("Who said it", "people", { required: true }),
    words: long("The exact words, without quotation marks", { required: true, max: 300 }),
    post: text("The speaker's post, as the source gives it"),
    when: text("When it was said, as the source states it"),
    about: text("What it is about, in a few words"),
  },
  variants: ["when", "post"],
  details: ["when", "post"],
  same: "quote the same words",
  ask: [
    "what did say",
    "quote",
    "quotes",
    "quotation",
    "said",
    "exact words",
    "statement",
    "told reporters",
    "ne dedi",
    "что сказал",
    "что сказала",
    "цитата",
  ],
  key: (f) => JSON.stringify([f.speaker, typographyKey(f.words)]),
  brief: (f, say) => `“${f.words}”, ${say.person(f.speaker)}`,
  sentence: (f, say) =>
    `${startingWith(say.person(f.speaker))}${f.post === undefined ? "" : `, ${f.post},`} said${f.when === undefined ? "" : ` ${f.when}`}: “${f.words}”`,
  first: (f, say) => `${startingWith(say.person(f.speaker))} said: “${f.words}”`,
  plain: (f, say, other, short) => {
    const by = named(say.person(f.speaker), short ? undefined : f.post);
    return `${named(by, short ? undefined : f.when)}: ${other.quotation(f.words)}`;
  },
});
