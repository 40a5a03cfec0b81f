import { namedOrNew, oneOf, party, text, whole } from "#core/request/options/index.ts";
import { capital, count, fold } from "#core/text/text.ts";
import { defineSlot } from "./slot.ts";

export const KINDS = ["estate", "consulate", "trade mission", "property"] as const;

export const property = defineSlot({
  name: "property",
  label: "Properties",
  holds: "many",
  sided: "never",
  compared: false,
  timed: false,
  fields: {
    place: namedOrNew("Where it is (empty for all of them together)", "places"),
    kind: oneOf("What it is", KINDS, { required: true }),
    count: whole("How many, where the source counts", 1, 10_000),
    owner: party("Whose it is"),
    measure: text("What was done to it, such as under U.S. restrictions"),
  },
  ask: [
    "properties",
    "property",
    "estate",
    "consulate",
    "trade mission",
    "buildings",
    "seized",
    "restricted",
    "compounds",
    "dachas",
    "mulk",
    "konsolosluk",
    "собственность",
    "недвижимость",
  ],
  // Restricted is not seized: sources that report another measure make another fact.
  key: (f) => `${f.place ?? ""} ${f.kind} ${f.count ?? ""} ${fold(f.measure ?? "")}`,
  sentence: (f, say) => {
    const owner = f.owner === undefined ? "" : `${say.party(f.owner)}: `;
    const what =
      f.count === undefined ? f.kind : count(f.count, f.kind, f.kind === "property" ? "properties" : `${f.kind}s`);
    return `${capital(`${owner}${what}`)}${f.place === undefined ? "" : ` in ${say.place(f.place)}`}${f.measure === undefined ? "" : `, ${f.measure}`}.`;
  },
});
