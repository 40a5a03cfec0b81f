import { tell } from "#core/messages/tell.ts";
import type { Option } from "#core/request/option.ts";
import { text } from "#core/request/options/index.ts";
import { ok } from "#core/request/refusal.ts";
import { capital } from "#core/text/text.ts";
import { clauseKey } from "#core/values/clause.ts";
import { readDay } from "#core/values/day.ts";
import { inEnglish, withoutZero } from "#core/values/decimals.ts";
import { figureKey, figureValue, relateFigures } from "#core/values/figure.ts";
import type { Relation } from "#core/values/relation.ts";
import { relateDays } from "#core/values/relate-days.ts";
import { defineSlot } from "./slot.ts";

const words = text("Of what: people, %, dollars", { max: 60 });

// A sign is a unit, though it has neither a letter nor a digit.
const UNIT: Option<string, false> = {
  ...words,
  read: (raw, names) => (/^[\p{Sc}%‰°]$/u.test(raw.trim()) ? ok(raw.trim()) : words.read(raw, names)),
};

export const figure = defineSlot({
  name: "figure",
  holds: "many",
  sided: "optional",
  compared: true,
  timed: false,
  fields: {
    what: text("What is counted or measured, such as prisoners that each side hands over", { required: true }),
    number: text("The number as the source states it: 6,000, over 500, hundreds", { required: true, max: 100 }),
    unit: UNIT,
    from: text("From whom or from what, as the source states it"),
    to: text("To whom or to what, as the source states it"),
    by: text("By when, as the source states it", { max: 100 }),
  },
  variants: ["number"],
  figure: "number",
  ask: [
    "figure",
    "figures",
    "how many",
    "how much",
    "how many people",
    "how big",
    "how large",
    "size",
    "number of",
    "percent",
    "percentage",
    "kac",
    "kac kisi",
    "ne kadar",
    "kac tane",
    "сколько",
    "сколько человек",
    "численность",
  ],
  key: (f) => JSON.stringify([...thing(f), figureKey(figureValue(f)), clauseKey(f.by ?? "")]),
  subject: (f) => JSON.stringify(thing(f)),
  // Figures on one thing, of one giver and one taker: only these can contradict each other.
  relate: (a, b) => {
    if (JSON.stringify(thing(a)) !== JSON.stringify(thing(b))) return "apart";
    const numbers = relateFigures(figureValue(a), figureValue(b));
    return numbers === "same" ? relateEnds(a.by, b.by) : numbers;
  },
  near: { field: "what", same: ["number"] },
  brief: (f) => `${f.what}: ${amount(f, inEnglish)}`,
  sentence: (f) => {
    const ends = [
      ["from", f.from],
      ["to", f.to],
      ["by", f.by],
    ].flatMap(([word, end]) => (end === undefined ? [] : [`${word} ${end}`]));
    return `${capital(f.what)}: ${amount(f, inEnglish)}${ends.length === 0 ? "" : `, ${ends.join(" ")}`}.`;
  },
  plain: (f, _, other) => {
    const ends = (["from", "to", "by"] as const).flatMap((end) => {
      const what = f[end];
      return what === undefined ? [] : [tell(other, `plain.${end}`, { what })];
    });
    return [`${f.what}: ${amount(f, withoutZero)}`, ...ends].join("; ");
  },
});

interface Figure {
  readonly what: string;
  readonly number: string;
  readonly unit?: string;
  readonly from?: string;
  readonly to?: string;
}

function thing(f: Figure): readonly string[] {
  return [f.what, f.from ?? "", f.to ?? ""].map(clauseKey);
}

/** `3%`, `$5`, `around 45 minutes`: a sign stands by its number, a word apart. */
function amount({ number: read, unit }: Figure, written: (number: string) => string): string {
  const number = written(read);
  if (unit === undefined) return number;
  if (/^\p{Sc}$/u.test(unit)) return `${unit}${number}`;
  return unit === "%" || unit === "‰" ? `${number}${unit}` : `${number} ${unit}`;
}

function relateEnds(a: string | undefined, b: string | undefined): Relation {
  return a === undefined || b === undefined ? "consistent" : relateDays(readDay(a), readDay(b));
}
