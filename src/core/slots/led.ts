import { namedOrNew, text } from "#core/request/options/index.ts";
import { defineSlot } from "./slot.ts";

export const led = defineSlot({
  name: "led",
  label: "Who led",
  holds: "one",
  sided: "required",
  compared: true,
  timed: false,
  fields: {
    person: namedOrNew("Who led the side", "people", { required: true }),
    post: text("The post the source gives"),
  },
  variants: ["person", "post"],
  ask: [
    "who led",
    "who headed",
    "head of delegation",
    "lead negotiator",
    "chief negotiator",
    "leader",
    "who was in charge",
    "led by",
    "chief",
    "boss",
    "kim yonetti",
    "heyet baskani",
    "кто возглавлял",
    "кто возглавил",
    "глава делегации",
  ],
  key: (f) => f.person,
  brief: (f, say) => `${say.person(f.person)}${f.post === undefined ? "" : `, ${f.post}`}`,
  sentence: (f, say) =>
    `${say.person(f.person)}${f.post === undefined ? "" : `, ${f.post},`} led ${say.adjective === "" ? "the talks" : `the ${say.adjective} delegation`}.`,
});
