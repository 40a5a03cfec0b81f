import type { Language } from "./language.ts";

const UNIT = "(?= #[hmsdw])";
const LITTLE = "(?:(?:#1 |un )?(?:petit |tout petit )?peu|légèrement)";
const MUCH = "(?:bien|nettement|largement|beaucoup|sensiblement)";
const OVER = "(?:plus d[e']?|au dela d[e']?|supérieure?s? à)";
const UNDER = "(?:moins d[e']?|en dessous d[e']?|inférieure?s? à)";

const ONES = ["", "un une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"] as const;
const TEENS = "dix onze douze treize quatorze quinze seize dixsept dixhuit dixneuf".split(" ");
const TENS = ["vingt", "trente", "quarante", "cinquante", "soixante"] as const;

const glue = (head: string, forms: string): string =>
  forms
    .split(" ")
    .flatMap((form) => (/^(?:une?|onze)$/u.test(form) ? [`${head}et${form}`, `${head}${form}`] : [`${head}${form}`]))
    .join(" ");

// Numbers of several words, as they read without their spaces and hyphens: `quatre-vingt-dix`, `vingt et une`.
const compounds: readonly (readonly [number, string])[] = [
  ...TENS.flatMap((tens, i) => ONES.slice(1).map((one, j) => [(i + 2) * 10 + j + 1, glue(tens, one)] as const)),
  ...TEENS.map((teen, i) => [70 + i, `${glue("soixante", teen)}${i === 0 ? " septante" : ""}`] as const),
  [80, "quatrevingt quatrevingts huitante octante"],
  ...ONES.slice(1).map((one, i) => [81 + i, glue("quatrevingt", one)] as const),
  ...TEENS.map((teen, i) => [90 + i, `${glue("quatrevingt", teen)}${i === 0 ? " nonante" : ""}`] as const),
];

export const french: Language = {
  letter: /^[^\p{Script=Cyrillic}]*$/u,
  numbers: Object.fromEntries([
    [0, "zéro"],
    // `un` is a name in English: it counts only before a unit, by a rule.
    [1, "une"],
    ...ONES.slice(2).map((form, i) => [i + 2, form] as const),
    ...TEENS.map((form, i) => [i + 10, form] as const),
    ...TENS.map((form, i) => [(i + 2) * 10, form] as const),
    ...compounds,
    [100, "cent"],
    ...ONES.slice(2).map((one, i) => [(i + 2) * 100, `${one}cents`] as const),
    [1000, "mille"],
    [1_000_000, "million millions"],
    [1_000_000_000, "milliard milliards"],
  ]),
  glued: true,
  hundredMultiplies: true,
  within: {},
  rules: [
    [`un${UNIT}`, "#1"],
    ["ou (?:plus|davantage)|et plus", "least@"],
    ["ou moins", "most@"],
    ["pas (?:plus|au dela) d[e']?|sans (?:dépasser|excéder)", "@most"],
    ["pas moins d[e']?", "@least"],
    ["(?:tout )?au (?:plus|maximum)|(?:un )?maximum(?: d[e']?)?", "@most@"],
    ["(?:tout )?au (?:moins|minimum)|(?:un )?minimum(?: d[e']?)?", "@least@"],
    ["jusqu ?' ?à", "@most"],
    [`${LITTLE} ${OVER}`, "@just-more"],
    [`${LITTLE} ${UNDER}|presque|pres d[e']?|quasiment|pas tout à fait`, "@just-less"],
    [`${MUCH} ${OVER}`, "@well-more"],
    [`${MUCH} ${UNDER}`, "@well-less"],
    [OVER, "@more"],
    [UNDER, "@less"],
    ["environ|à peu près|approximativement|grosso modo", "@about@"],
    ["autour d[e']?|aux alentours d[e']?|quelque|dans les", "@about"],
    ["entre (.+?) et", "@from $1 @to"],
    ["(?:de|d')(?= #.* à #)", "@from"],
    ["à(?= #)|ou", "@to"],
    ["et demie?", "+0.5"],
    ["et (?:#1 |un )?quart", "+0.25"],
    ["(?<=#h1? )(?:et )?#3 quarts", "+0.75"],
    [`#3 quarts d ?'${UNIT}`, "=0.75"],
    [`(?:#1 |un )?quart d ?'${UNIT}`, "=0.25"],
    [`(?:#1 )?demie?${UNIT}`, "=0.5"],
    ["et", "and"],
  ],
  units: {
    h: "heure! heures h",
    m: "minute! minutes min mn",
    s: "seconde! secondes sec",
    d: "jour! jours journée! journées",
    w: "semaine! semaines",
  },
  inverts: false,
  fillers:
    "pendant|durant|en|duré|dure|a|ont|au total|en tout|exactement|précisément|seulement|pile|pleines?|entières?|entiers?|complètes?|(?:#1 |une )?durée d[e']?",
  fractions: "demi(?:e|es|s)?|moitiés?|tiers|quarts?|cinquièmes?|dixièmes?|[^ ]+ièmes?",
};
