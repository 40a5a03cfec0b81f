import { namedOrNew, party, suggested, text, whole } from "#core/request/options/index.ts";
import { capital, count } from "#core/text/text.ts";
import { clauseKey } from "#core/values/clause.ts";
import { fieldsOf } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { defineSlot } from "./slot.ts";

const PLURALS: Readonly<Record<string, string>> = {
  estate: "estates",
  consulate: "consulates",
  "trade mission": "trade missions",
  property: "properties",
};

/** What a property is, most often one of these; beside them a desk's own facts offer theirs. */
export const KIND = {
  ...suggested("What it is: estate, consulate, trade mission, property or another kind", Object.keys(PLURALS)),
  complete: (view: View) => {
    const held = view.facts.flatMap((f) => (f.slot === "property" ? [String(fieldsOf(f)["kind"])] : []));
    return [...new Set([...Object.keys(PLURALS), ...held])].map((value) => ({ label: value, value }));
  },
};

export const property = defineSlot({
  name: "property",
  label: "Properties",
  holds: "many",
  sided: "never",
  compared: false,
  timed: false,
  near: undefined,
  fields: {
    called: text("Its own name, where it has one"),
    place: namedOrNew("Where it is (empty for all of them together)", "places"),
    kind: { ...KIND, required: true },
    count: whole("How many, where the source counts", 1, 10_000),
    owner: party("Whose it is"),
    measure: text("What was done to it, such as sold, or under restrictions"),
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
  key: (f) =>
    JSON.stringify([f.called ?? "", f.place ?? "", clauseKey(f.kind), f.count ?? "", clauseKey(f.measure ?? "")]),
  subject: (f) => JSON.stringify([f.called ?? "", f.place ?? "", clauseKey(f.kind)]),
  relate: (a, b) => {
    if (a.called !== b.called || a.place !== b.place || clauseKey(a.kind) !== clauseKey(b.kind)) return "apart";
    return both(a.count, b.count) || both(a.measure, b.measure) ? "differs" : "consistent";
  },
  sentence: (f, say) => {
    const owner = f.owner === undefined ? "" : `${say.party(f.owner)}: `;
    const what = f.count === undefined ? f.kind : counted(f.count, f.kind);
    const called = f.called === undefined ? "" : ` ${f.called}`;
    return `${capital(`${owner}${what}${called}`)}${f.place === undefined ? "" : ` in ${say.place(f.place)}`}${f.measure === undefined ? "" : `, ${f.measure}`}.`;
  },
});

// Another kind's plural is its language's: "dacha (2)".
function counted(number: number, kind: string): string {
  const plural = PLURALS[kind];
  return plural === undefined ? `${kind} (${number})` : count(number, kind, plural);
}

function both(a: string | number | undefined, b: string | number | undefined): boolean {
  return a !== undefined && b !== undefined && clauseKey(String(a)) !== clauseKey(String(b));
}
