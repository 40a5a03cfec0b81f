import { tell } from "#core/messages/tell.ts";
import { namedOrNew, text } from "#core/request/options/index.ts";
import { capital } from "#core/text/text.ts";
import { clauseKey } from "#core/values/clause.ts";
import { typographyKey } from "#core/values/typography.ts";
import { defineSlot } from "./slot.ts";

export const excluded = defineSlot({
  name: "excluded",
  holds: "many",
  sided: "optional",
  compared: true,
  timed: false,
  fields: {
    topic: text("What was kept out", { required: true }),
    speaker: namedOrNew("Who said so", "people"),
    words: text("The speaker's exact words, without quotation marks"),
    until: text("What would have to happen first"),
  },
  variants: ["topic", "until"],
  details: ["until"],
  same: "say so",
  ask: [
    "excluded",
    "not on the agenda",
    "off the table",
    "ruled out",
    "not discussed",
    "not about",
    "left out",
    "on the agenda",
    "discuss",
    "discussed",
    "talk about",
    "talked about",
    "gundem disi",
    "не обсуждали",
  ],
  key: (f) => JSON.stringify([clauseKey(f.topic), f.words === undefined ? "" : typographyKey(f.words)]),
  // "The focus is not on Ukraine" is less than "not on the agenda": the exact words go with the topic wherever it is
  // told.
  brief: (f, say) => {
    if (f.words === undefined) return f.topic;
    return `${f.topic}: “${f.words}”${f.speaker === undefined ? "" : `, ${say.person(f.speaker)}`}`;
  },
  sentence: (f, say) => {
    const speaker = f.speaker === undefined ? "" : `, said ${say.person(f.speaker)}`;
    if (f.words !== undefined) return `${capital(f.topic)}: “${f.words}”${speaker}.`;
    return `Not on the agenda: ${f.topic}${speaker}${f.until === undefined ? "" : `; first ${f.until}`}.`;
  },
  plain: (f, say, other) => {
    const said = f.words === undefined ? f.topic : `${f.topic}: ${other.quotation(f.words)}`;
    const by = f.speaker === undefined ? said : `${said}, ${say.person(f.speaker)}`;
    return f.until === undefined ? by : tell(other, "plain.first", { topic: by, until: f.until });
  },
});
