import { tell } from "#core/messages/tell.ts";
import { oneOf, text } from "#core/request/options/index.ts";
import { clauseKey } from "#core/values/clause.ts";
import { defineSlot } from "./slot.ts";

const SAID = { wants: "Wanted", offers: "Offered", agrees: "Agreed", refuses: "Refused" } as const;

export const position = defineSlot({
  name: "position",
  holds: "many",
  sided: "required",
  compared: true,
  timed: false,
  fields: {
    topic: text("What it is about, in a few words", { required: true, max: 100 }),
    stance: oneOf("What the side does about it", ["wants", "offers", "agrees", "refuses"], { required: true }),
    words: text("What it wants, offers, agrees to or refuses", { required: true }),
  },
  variants: ["words"],
  ask: [
    "position",
    "positions",
    "stance",
    "want",
    "wanted",
    "wants",
    "what does want",
    "demand",
    "demanded",
    "red line",
    "offer",
    "offered",
    "propose",
    "proposed",
    "refuse",
    "refused",
    "reject",
    "rejected",
    "turned down",
    "insist",
    "ask for",
    "asked for",
    "ne istiyor",
    "ne istedi",
    "talep",
    "tutum",
    "teklif",
    "reddetti",
    "позиция",
    "требования",
    "чего хочет",
    "чего хотела",
    "что предлагает",
    "отказалась",
  ],
  key: (f) => JSON.stringify([clauseKey(f.topic).toLowerCase(), f.stance, clauseKey(f.words)]),
  // Two demands on one topic are one demand in other words, or two: that is for the person who adds the second to say.
  near: { field: "topic", same: ["stance"] },
  brief: (f) => `${f.stance}: ${f.words} (${f.topic})`,
  sentence: (f, say) => `${SAID[f.stance]} by ${say.side}, on ${f.topic}: ${f.words}.`,
  plain: (f, _, other) => tell(other, `plain.${f.stance}`, { words: f.words, topic: f.topic }),
});
