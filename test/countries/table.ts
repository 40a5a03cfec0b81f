import { countries } from "countries-list";
import nationality from "i18n-nationality";
import english from "i18n-nationality/langs/en.json" with { type: "json" };
import type { Country } from "#core/facts/country.ts";
import { fold } from "#core/text/text.ts";

/**
 * The table of countries, made anew: names in English, Turkish and Russian from Node's own ICU (Intl.DisplayNames),
 * capitals and other English names from countries-list (MIT), adjectives from i18n-nationality (MIT). Territories
 * without an adjective are left out.
 */
export function table(): { readonly source: string; readonly countries: readonly Country[] } {
  nationality.registerLocale(english);
  const all = Object.entries(countries).flatMap(([code, { name: _, capital, ...more }]): readonly Country[] => {
    const known = asAdjective(nationality.getName(code, "en"), more.native);
    const adjective = ADJECTIVES.get(code) ?? known;
    // "American" is a word for it, though its side is the U.S. side.
    const word = known === undefined ? [] : [known];
    if (adjective === undefined || capital === undefined || capital === "" || TERRITORIES.has(code)) return [];
    const name = NAMES.get(code) ?? named(code, "en", "long");
    const alias = "alias" in more ? (more.alias as readonly string[]) : [];
    const said = (["en", "tr", "ru"] as const).flatMap((l) => [named(code, l, "long"), named(code, l, "short")]);
    return [
      {
        name,
        adjective,
        capital,
        spellings: distinct([...said, ...alias, ...word, adjective, capital, capital.replace(/ D\.C\.$/u, "")], name),
      },
    ];
  });
  return {
    source:
      "Made by test/countries/write.ts; never edited by hand. Names: ICU. Capitals: countries-list. Adjectives: i18n-nationality.",
    countries: all.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function named(code: string, language: string, style: "long" | "short"): string {
  return new Intl.DisplayNames(language, { type: "region", style }).of(code) ?? code;
}

// Where there is no adjective, the package has the name, or a description.
function asAdjective(word: string | undefined, native: string): string | undefined {
  return word === undefined || /[,(]/u.test(word) || fold(word) === fold(native) ? undefined : word;
}

/** Each once, beside the name. Those of two letters are words of a language: "us", "it". */
function distinct(spellings: readonly string[], name: string): readonly string[] {
  const seen = new Set([fold(name)]);
  return spellings.filter((spelling) => {
    const folded = fold(spelling);
    if (seen.has(folded) || (folded.length < 3 && spelling !== "UK")) return false;
    seen.add(folded);
    return true;
  });
}

const NAMES = new Map([
  ["CD", "Democratic Republic of the Congo"],
  ["CG", "Republic of the Congo"],
  ["MM", "Myanmar"],
  ["PS", "Palestine"],
]);

/** Where the package has a noun, or none. */
const ADJECTIVES = new Map([
  ["AE", "Emirati"],
  ["AG", "Antiguan"],
  ["AR", "Argentine"],
  ["BA", "Bosnian"],
  ["BW", "Botswanan"],
  ["CD", "Congolese"],
  ["CG", "Congolese"],
  ["DJ", "Djiboutian"],
  ["DM", "Dominican"],
  ["DO", "Dominican"],
  ["EC", "Ecuadorian"],
  ["EH", "Sahrawi"],
  ["KN", "Kittitian"],
  ["KZ", "Kazakh"],
  ["LI", "Liechtenstein"],
  ["LS", "Basotho"],
  ["LU", "Luxembourgish"],
  ["MC", "Monegasque"],
  ["MV", "Maldivian"],
  ["NP", "Nepali"],
  ["NZ", "New Zealand"],
  ["PG", "Papua New Guinean"],
  ["PH", "Philippine"],
  ["PS", "Palestinian"],
  ["SB", "Solomon Islands"],
  ["SK", "Slovak"],
  ["SM", "Sammarinese"],
  ["SR", "Surinamese"],
  ["SS", "South Sudanese"],
  ["TM", "Turkmen"],
  ["TT", "Trinidadian"],
  ["US", "U.S."],
  ["UZ", "Uzbek"],
  ["VA", "Vatican"],
  ["VC", "Vincentian"],
  ["VU", "Vanuatuan"],
  ["XK", "Kosovar"],
  ["YE", "Yemeni"],
]);

const TERRITORIES: ReadonlySet<string> = new Set(
  "AI AX BL BM BQ CC CK CW CX FK FO GF GG GI GL GP GS GU HK IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX TC TF TK VG VI WF YT".split(
    " ",
  ),
);
