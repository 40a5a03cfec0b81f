import { named } from "./named.ts";
import { namedOrNew, text } from "#core/request/options/index.ts";
import { isDescription, startingWith } from "#core/values/person.ts";
import { defineSlot, type Say } from "./slot.ts";

export const led = defineSlot({
  name: "led",
  holds: "one",
  sided: "required",
  sidelessWith: "scope",
  compared: true,
  timed: false,
  fields: {
    person: namedOrNew("Who led the side, or all of it", "people", { required: true }),
    post: text("The post the source gives"),
    scope: text("What was led, in the source's words: the talks, the delegation", { max: 100 }),
  },
  variants: ["person", "post", "scope"],
  details: ["post", "scope"],
  same: "name the same person",
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
  // "A senior diplomat" may well be the one that another source names.
  relate: (a, b) => (isDescription(a.person) || isDescription(b.person) ? "apart" : "differs"),
  brief: (f, say) => `${say.person(f.person)}${f.post === undefined ? "" : `, ${f.post}`}`,
  sentence: (f, say) =>
    `${startingWith(say.person(f.person))}${f.post === undefined ? "" : `, ${f.post},`} led ${what(f.scope, say)}.`,
  // Agreeing sources word a side's discussions, team and delegation each in their own way.
  first: (f, say) => `${startingWith(say.person(f.person))} led ${what(say.side === "" ? f.scope : undefined, say)}.`,
  plain: (f, say, _, short) => {
    const person = named(say.person(f.person), short ? undefined : f.post);
    return f.scope === undefined || (short && say.side !== "") ? person : `${person} (${f.scope})`;
  },
});

const GROUP = /^(?:the |its |their )?(delegation|team|negotiators|negotiating team|side)$/iu;

/** As far as the source says: its delegation, the discussions for its side, its side, or the talks. */
function what(scope: string | undefined, { side, adjective, event }: Say): string {
  if (side === "") return scope ?? event;
  if (scope === undefined) return side;
  const group = GROUP.exec(scope.trim())?.[1];
  return group === undefined ? `${scope} for ${side}` : `the ${adjective} ${group.toLowerCase()}`;
}
