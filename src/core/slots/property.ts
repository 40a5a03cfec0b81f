import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { namedOrNew, party, suggested, text, whole } from "#core/request/options/index.ts";
import { capital, count, fold } from "#core/text/text.ts";
import { readQuantity } from "#core/values/quantity.ts";
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

const COUNTED = ["estate", "consulate", "trade mission", "property"] as const;

/** What a property is, most often one of these; beside them a desk's own facts offer theirs. */
const SUGGESTED = suggested(
  "What it is: estate, consulate, trade mission, property or another kind",
  Object.keys(PLURALS),
);
export const KIND = {
  ...SUGGESTED,
  /** Several of a kind are of that kind. */
  read: (raw: string, names: Parameters<typeof SUGGESTED.read>[1]) =>
    SUGGESTED.read(Object.entries(PLURALS).find(([, many]) => fold(many) === fold(raw))?.[0] ?? raw, names),
  complete: (view: View) => {
    const held = view.facts.flatMap((f) => (f.slot === "property" ? [String(fieldsOf(f)["kind"])] : []));
    return [...new Set([...Object.keys(PLURALS), ...held])].map((value) => ({ label: value, value }));
  },
};

const SINGULARS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PLURALS).map(([one, many]) => [many, one]),
);

/** Six properties are of one kind with a property. */
function kindKey(kind: string): string {
  const key = clauseKey(kind);
  return SINGULARS[key.toLowerCase()] ?? key;
}

const NUMBER = whole("How many, where the source counts", 1, 10_000);

/** How many there are, as sources write it: `6`, `6.0`, `six`, `шесть`. */
const COUNT = {
  ...NUMBER,
  read(raw, names) {
    const read = readQuantity(raw);
    const plain = typeof read === "object" && read.bound === "exact" && read.unit === "" && !read.plus;
    return NUMBER.read(plain ? String(read.least) : raw, names);
  },
} satisfies typeof NUMBER;

export const property = defineSlot({
  name: "property",
  holds: "many",
  sided: "never",
  compared: false,
  timed: false,
  near: undefined,
  fields: {
    called: text("Its own name, where it has one"),
    place: namedOrNew("Where it is (empty for all of them together)", "places"),
    kind: { ...KIND, required: true },
    count: COUNT,
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
    JSON.stringify([f.called ?? "", f.place ?? "", kindKey(f.kind), f.count ?? "", clauseKey(f.measure ?? "")]),
  subject: (f) => JSON.stringify([f.called ?? "", f.place ?? "", kindKey(f.kind)]),
  relate: (a, b) => {
    if (a.called !== b.called || a.place !== b.place || kindKey(a.kind) !== kindKey(b.kind)) return "apart";
    return both(a.count, b.count) || both(a.measure, b.measure) ? "differs" : "consistent";
  },
  sentence: (f, say) => {
    const owner = f.owner === undefined ? "" : `${say.party(f.owner)}: `;
    const what = f.count === undefined ? f.kind : counted(f.count, f.kind);
    const called = f.called === undefined ? "" : ` ${f.called}`;
    return `${capital(`${owner}${what}${called}`)}${f.place === undefined ? "" : ` in ${say.place(f.place)}`}${f.measure === undefined ? "" : `, ${f.measure}`}.`;
  },
  plain: (f, say, other) => {
    const one = kindKey(f.kind);
    const kind = COUNTED.find((name) => name === one);
    const many = f.count === undefined ? f.kind : `${f.kind} (${f.count})`;
    const what =
      kind === undefined
        ? many
        : f.count === undefined
          ? tell(other, `plain.kind.${kind}`)
          : tell(other, `plain.${kind}`, { n: f.count });
    return [
      ...(f.owner === undefined ? [] : [say.party(f.owner)]),
      f.called === undefined ? what : `${what}: ${f.called}`,
      ...(f.place === undefined ? [] : [say.place(f.place)]),
      ...(f.measure === undefined ? [] : [f.measure]),
    ].join(", ");
  },
});

/** A kind as it is called in the language; one that somebody wrote stays as it is. */
export function kindIn(kind: string, at: Told): string {
  const held = COUNTED.find((name) => name === kindKey(kind));
  return held === undefined || at.tongue === undefined ? kind : tell(at, `plain.kind.${held}`);
}

// Another kind's plural is its language's: "dacha (2)".
function counted(number: number, kind: string): string {
  const one = kindKey(kind);
  const plural = PLURALS[one];
  return plural === undefined ? `${kind} (${number})` : count(number, one, plural);
}

/** Whether two that are both given cannot both hold: `seized` and `sold`; `seized` and `seized in 2016` can. */
function both(a: string | number | undefined, b: string | number | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [short = "", long = ""] = [a, b].map((v) => clauseKey(String(v))).toSorted((x, y) => x.length - y.length);
  return short !== long && (typeof a === "number" || !` ${long} `.includes(` ${short} `));
}
