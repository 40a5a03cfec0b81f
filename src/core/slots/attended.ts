import { named } from "./named.ts";
import { namedOrNew, text } from "#core/request/options/index.ts";
import { startingWith } from "#core/values/person.ts";
import { defineSlot } from "./slot.ts";

export const attended = defineSlot({
  name: "attended",
  holds: "many",
  sided: "optional",
  compared: false,
  timed: false,
  fields: {
    person: namedOrNew("Who took part", "people", { required: true }),
    post: text("The post the source gives"),
  },
  variants: ["person", "post"],
  details: ["post"],
  same: "name the same person",
  ask: [
    "who attended",
    "who took part",
    "participants",
    "members of the delegation",
    "who was there",
    "kim katildi",
    "кто участвовал",
  ],
  key: (f) => f.person,
  brief: (f, say) => `${say.person(f.person)}${f.post === undefined ? "" : `, ${f.post}`}`,
  sentence: (f, say) =>
    `${startingWith(say.person(f.person))}${f.post === undefined ? "" : `, ${f.post},`} took part${say.side === "" ? "" : ` for ${say.side}`}.`,
  first: (f, say) => `${startingWith(say.person(f.person))} took part${say.side === "" ? "" : ` for ${say.side}`}.`,
  plain: (f, say, _, short) => named(say.person(f.person), short ? undefined : f.post),
});
