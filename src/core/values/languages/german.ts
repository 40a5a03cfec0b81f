import type { Language } from "./language.ts";

const UNIT = "(?= #[hmsdw])";
const LITTLE = "(?:etwas|ein wenig|ein bisschen|kurz|knapp|leicht|geringfügig)";
const MUCH = "(?:deutlich|weit|viel|wesentlich|erheblich|sehr viel)";
const OVER = "(?:mehr als|länger als|über|oberhalb von)";
const UNDER = "(?:weniger als|kürzer als|unter|unterhalb von)";

const ONES = ["", "ein", "zwei zwo", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"] as const;
const TEENS = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(" ");
const TENS = "zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" ");

// Twenty-one is one word with the one before the twenty: `einundzwanzig`. So are numbers with a half: `fünfeinhalb`.
const compounds = TENS.flatMap((tens, i) =>
  ONES.slice(1).map((one, j): readonly [number, string] => [
    (i + 2) * 10 + j + 1,
    tens
      .split("|")
      .flatMap((ten) => one.split(" ").map((form) => `${form}und${ten}`))
      .join(" "),
  ]),
);
const wholes: readonly (readonly [number, string])[] = [
  ...ONES.slice(2).map((form, i): readonly [number, string] => [i + 2, form]),
  ...TEENS.map((form, i): readonly [number, string] => [i + 10, form]),
  ...TENS.map((form, i): readonly [number, string] => [(i + 2) * 10, form.replace("|", " ")]),
];
const parted = wholes.flatMap(([value, forms]) => {
  const ending = (end: string): string => forms.replace(/(?= |$)/gu, end);
  return value > 20
    ? []
    : ([
        [value + 0.5, ending("einhalb")],
        [value + 0.25, ending("einviertel")],
      ] as const);
});

export const german: Language = {
  letter: /^[^\p{Script=Cyrillic}]*$/u,
  numbers: Object.fromEntries([
    [0, "null"],
    [1, "ein eins eine einer einem einen eines"],
    [1.5, "anderthalb eineinhalb einundeinhalb"],
    [1.25, "eineinviertel"],
    ...wholes,
    ...compounds,
    ...parted,
    [100, "hundert"],
    [1000, "tausend tsd"],
    [1_000_000, "million millionen mio"],
    [1_000_000_000, "milliarde milliarden mrd"],
    // The singular is another number in English.
    [1_000_000_000_000, "billionen"],
  ]),
  hundredMultiplies: true,
  within: {},
  rules: [
    ["oder (?:mehr|länger)|und (?:mehr|länger)", "least@"],
    ["oder (?:weniger|kürzer)", "most@"],
    ["nicht (?:mehr|länger) als|nicht über", "@most"],
    ["nicht (?:weniger|kürzer) als|nicht unter", "@least"],
    ["höchstens|maximal|längstens|im höchstfall", "@most@"],
    ["mindestens|wenigstens|zumindest|minimal", "@least@"],
    ["bis zu", "@most"],
    [`(?:#1 (?:wenig|bisschen)|${LITTLE}) ${OVER}|gute?`, "@just-more"],
    [`(?:#1 (?:wenig|bisschen)|${LITTLE}) ${UNDER}|knappe?|fast|beinahe|nahezu|annähernd|nicht ganz`, "@just-less"],
    [`${MUCH} ${OVER}`, "@well-more"],
    [`${MUCH} ${UNDER}`, "@well-less"],
    [OVER, "@more"],
    [UNDER, "@less"],
    ["etwa|ungefähr|circa|zirka|ca|schätzungsweise", "@about@"],
    ["rund|um die|gegen|an die", "@about"],
    ["zwischen (.+?) und", "@from $1 @to"],
    ["von(?= #.* bis #)", "@from"],
    ["bis|oder", "@to"],
    ["(?<=#\\d[\\d.]* )und #1 (?:halbe[nr]?|#0[.]5)", "+0.5"],
    ["(?:#1 )?#?3 viertelstunden?|(?:#1 )?dreiviertelstunde", "=0.75 #h"],
    ["(?:#1 )?viertelstunde", "=0.25 #h"],
    [`(?:#1 )?dreiviertel${UNIT}`, "=0.75"],
    [`(?:#1 )?halbe[nrs]?${UNIT}`, "=0.5"],
    ["und", "and"],
  ],
  units: {
    h: "stunde! stunden stündig stündige stündigen stündiger stündiges std h",
    m: "minute! minuten minütig min m",
    s: "sekunde! sekunden sek s",
    d: "tag! tage tagen tages",
    w: "woche! wochen",
  },
  inverts: false,
  fillers:
    "dauerte|dauerten|gedauert|hat|haben|lange?|insgesamt|genau|exakt|nur|lediglich|volle[nr]?|ganze[nr]?|während|für|eine dauer von",
  fractions: "halb[^ ]*|hälften?|drittel[ns]?|viertel[ns]?|(?:fünf|sechs|sieb|ach|neun|zehn|hundert|tausend)s?tel[ns]?",
};
