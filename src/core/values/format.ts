import { remembered } from "#core/text/lazy.ts";
import { clauseKey } from "./clause.ts";
import { letters } from "./languages/letters.ts";
import type { Relation } from "./relation.ts";

/**
 * What a format can say, each aspect by its values; a value by the words that say it in English, Turkish, Russian
 * and Spanish.
 */
const ASPECTS = {
  contact: {
    indirect:
      "indirect indirectly dolaylı непрямые непрямой косвенные косвенный indirecto indirecta indirectas indirectamente",
    direct: "direct directly doğrudan прямые прямой face-to-face directo directa directas directamente cara-a-cara",
  },
  rooms: {
    separate: "separate-rooms different-rooms two-rooms ayrı-odalar ayrı-odalarda разных-комнатах salas-separadas",
    same: "same-room one-room aynı-oda aynı-odada одной-комнате misma-sala",
  },
  doors: {
    closed: "closed closed-door closed-doors kapalı-kapılar закрытый закрытыми-дверями puerta-cerrada puertas-cerradas",
    open: "open open-to-the-press basına-açık открытый",
  },
  language: {
    English: "in-english spoke-english ingilizce английском по-английски en-inglés",
    Russian: "in-russian spoke-russian rusça русском по-русски en-ruso",
    Turkish: "in-turkish spoke-turkish türkçe турецком по-турецки en-turco",
    Arabic: "in-arabic spoke-arabic arapça арабском en-árabe",
    French: "in-french spoke-french fransızca французском en-francés",
    Ukrainian: "in-ukrainian spoke-ukrainian ukraynaca украинском en-ucraniano",
  },
} as const;

/** Words that a format may stand among and that change nothing of it. */
const FILLERS = new Set(
  "the a both and or talks meeting negotiations sides parties were was held conducted with each other behind format in via on ve hem de de da kapali ardinda olarak и в на за как так формате языке переговоры были шли a las los el y conversaciones negociaciones reunión fueron por".split(
    " ",
  ),
);
const NEGATIONS = new Set(
  "no not never without neither nor none partly ne degil olmadan не без ни нет частично sin nunca ni parcialmente".split(
    " ",
  ),
);

const FORMS = Object.entries(ASPECTS).flatMap(([aspect, values]) =>
  Object.entries(values).flatMap(([value, forms]) =>
    forms.split(" ").map((form) => ({ aspect, value: `${aspect} ${value}`, form: letters(form).replaceAll("-", " ") })),
  ),
);

interface Read {
  /** `contact indirect`, `rooms same`: what is said for sure. */
  readonly values: ReadonlySet<string>;
  /** Whether nothing else is said. */
  readonly whole: boolean;
}

// Each of many is compared with each of a few.
const read = remembered(500, (stated: string): Read => {
  let text = ` ${wordsOf(stated).join(" ")} `;
  // "not direct" and "partly indirect" are for people to read.
  if (text.split(" ").some((word) => NEGATIONS.has(word))) return { values: new Set(), whole: false };
  const values = new Set<string>();
  for (const { value, form } of FORMS.toSorted((a, b) => b.form.length - a.form.length)) {
    if (!text.includes(` ${form} `)) continue;
    values.add(value);
    text = text.replaceAll(` ${form} `, "  ");
  }
  return { values, whole: text.split(" ").every((word) => word === "" || FILLERS.has(word)) };
});

function wordsOf(stated: string): readonly string[] {
  return letters(stated).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/**
 * Equal keys say one format: `indirect` and `dolaylı`, `both direct and indirect` and `direct and indirect`; else the
 * words themselves.
 */
export const formatKey = remembered(500, (stated: string): string => {
  const { values, whole } = read(stated);
  return whole && values.size > 0 ? [...values].toSorted().join(", ") : clauseKey(stated);
});

/**
 * `differs` where two say something else of one aspect: indirect, and both direct and indirect; separate rooms, and the
 * same room. `consistent` where they say the same of an aspect and one says more; `apart` where they share none.
 */
export function relateFormats(a: string, b: string): Relation {
  if (formatKey(a) === formatKey(b)) return "same";
  const [left, right] = [read(a), read(b)].map(({ values }) => Map.groupBy(values, (value) => value.split(" ")[0]));
  const shared = [...(left?.keys() ?? [])].filter((aspect) => right?.has(aspect) === true);
  if (shared.length === 0) return "apart";
  const said = (of: typeof left, aspect: string | undefined) => (of?.get(aspect) ?? []).toSorted().join(", ");
  return shared.every((aspect) => said(left, aspect) === said(right, aspect)) ? "consistent" : "differs";
}
