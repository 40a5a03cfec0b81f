import { isPost, NOT_NAMES, TITLE_PARTS } from "./lexicon.ts";
import type { Side } from "./proposal.ts";

/** Who negotiates in an article without being a state: named, or called by what they are. */
export interface Groups {
  /** By what the text calls them: `M23`, `National Liberation Army`, `EU`. */
  readonly named: ReadonlyMap<string, Side>;
  /** By the noun alone, where it means one of them: `union`, `rebels`, `government`. */
  readonly called: ReadonlyMap<string, Side>;
}

/** What acts as one side of talks, as a noun. */
const NOUN =
  "rebels?|rebel (?:group|movement|alliance)|guerrillas?|guerrilla (?:group|movement)|insurgents?|militants?|separatists?|militia|paramilitar(?:y|ies)|union|federation|association|movement|group|alliance|coalition|company|carrier|airline|operator|firm|shipowner|bloc|front|faction|junta|opposition|employers?|management|operators|owners|shipowners|workers|strikers|insurers|farmers|growers|municipality";
const LETTERS = String.raw`\p{Lu}[\p{Lu}\d]{1,6}(?:[-/]\p{Lu}[\p{Lu}\d]*)*`;
const WORDS = String.raw`\p{Lu}[\p{L}’'-]+(?:\s(?:of\s(?:the\s)?)?\p{Lu}[\p{L}’'-]+){0,4}`;
const NAME = `(?:${LETTERS}(?:\\s\\p{Lu}\\p{Ll}+)?|${WORDS})`;
const DELEGATES =
  "delegations?|delegates?|negotiators?|negotiating team|team|side|representatives?|spokes(?:man|woman|person)|leadership|fighters|rebels|guerrillas|militants|insurgents|separatists|members|officials?|envoys?";

const PAIR = /\b()(\p{Lu}\p{L}+\s\p{Lu}\p{L}+?)s?\s(?:sides?|delegations?|leaders?|community|negotiators?|team)\b/gu;

const PATTERNS: readonly RegExp[] = [
  // "the union Dock Workers United", "the rebels of the M23", "the airline Nordwind".
  new RegExp(String.raw`\b(${NOUN})(?:\sof\s(?:the\s)?|,?\s(?:the\s)?)(${NAME})`, "gu"),
  // "the M23 rebels", "Houthi militants".
  new RegExp(
    String.raw`\b()(${NAME})\s(?:rebels|guerrillas|militants|insurgents|separatists|fighters|movement|militia|faction|union|bloc)\b`,
    "gu",
  ),
  // "the ELN delegation", "the M23's chief negotiator".
  new RegExp(String.raw`\b()(${LETTERS})(?:[’']s?)?\s(?:(?:chief|lead|political|top)\s)?(?:${DELEGATES})\b`, "gu"),
  new RegExp(String.raw`\b(?:[Tt]he|[Aa]) ()(\p{Lu}\p{Ll}+)\s(?:delegation|negotiators|negotiating team)\b`, "gu"),
  /(?:^|[.”]\s|[\s,])()(\p{Lu}\p{Ll}+)\s(?:spokes(?:man|woman|person)|politburo|political bureau)\s(?=\p{Lu})/gmu,
  // "the National Liberation Army (ELN)".
  new RegExp(
    String.raw`\b()(${WORDS}\s(?:Army|Movement|Front|Union|Forces?|Party|Alliance|Coalition|Council|Federation|Association|League|Brigade))\b`,
    "gu",
  ),
  // "the Government of National Accord".
  /\b()(Government of \p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)+)\b/gu,
  // "the Bosnian Serb side".
  PAIR,
  /\b()(EU|European Union|ASEAN|Mercosur|EFTA|ECOWAS|African Union|GCC|Gulf Cooperation Council)\b/gu,
];
const SHORT_FORM = new RegExp(String.raw`^\s\((?:the\s)?(${LETTERS})\)`, "u");

/** Those who bring others together, report or judge: in talks they are not a side, unless the desk says so. */
const NO_SIDE =
  /^(?:UN|U\.N|OSCE|IAEA|ICRC|WHO|WTO|IMF|NATO|ICJ|TV|Red|United Nations|Security Council|BBC|CNN|AFP|AP|DPA|Q|A|The|This|Our|Their|His|Her|Its|Both|Two|Joint|Chief|Foreign|State|White|Supreme|National Security Council)\b|^(?:Security|Federation|General|State|Ministerial|Supreme|Cooperation|Soviet|Armed)\s(?:Council|Forces|Union)$/u;
const WHOLE: ReadonlyMap<string, string> = new Map([
  ["EU", "European Union"],
  ["GCC", "Gulf Cooperation Council"],
]);
/** "The government of Chile", "the Chilean government". */
const GOVERNMENTS: readonly RegExp[] = [
  new RegExp(String.raw`\bgovernment\sof\s(?:the\s)?(${WORDS})`, "gu"),
  /\b(\p{Lu}\p{L}+?)(?:[’']s?)?\s(?:[a-z-]+\s){0,2}government\b/gu,
];
const SIDES = String.raw`(?:[\w’'-]+\s){0,2}?`;
/** "Talks between the employers and the union", "the union's negotiators". */
const CALLED: readonly RegExp[] = [
  new RegExp(String.raw`\bbetween\s(?:the\s)?${SIDES}(${NOUN})\sand\b`, "gu"),
  new RegExp(String.raw`\bbetween\s[^.;]{3,60}?\sand\s(?:the\s)?${SIDES}(${NOUN})\b`, "gu"),
  new RegExp(String.raw`\bthe\s(${NOUN})[’']s?\s(?:[\w-]+\s){0,2}?(?:${DELEGATES})\b`, "gu"),
];

/** The sides of an article that are not states, from how it speaks of them. `country`: whether a word names one. */
export function groupsIn(paragraphs: readonly string[], country: (word: string) => Side | undefined): Groups {
  const text = paragraphs.join("\n");
  const named = new Map<string, Side>();
  const called = new Map<string, Side | undefined>();
  const call = (noun: string, side: Side): void => {
    const before = called.get(noun);
    called.set(noun, called.has(noun) && before?.name !== side.name ? undefined : side);
  };
  for (const [m, p] of PATTERNS.flatMap((p) => [...text.matchAll(p)].map((m) => [m, p] as const))) {
    const [, noun = "", said = ""] = m;
    const name = said.replace(/[’']s?$/u, "");
    if (!isGroup(name, country, p === PAIR)) continue;
    const side = named.get(name) ?? { name: WHOLE.get(name) ?? name };
    named.set(name, side);
    const short = SHORT_FORM.exec(text.slice(m.index + m[0].length))?.[1];
    if (short !== undefined) named.set(short, side);
    if (noun !== "") call(noun, side);
  }
  for (const [, of = ""] of GOVERNMENTS.flatMap((p) => [...text.matchAll(p)])) {
    const side = country(of);
    if (side !== undefined) call("government", side);
  }
  for (const [, noun = ""] of CALLED.flatMap((p) => [...text.matchAll(p)]))
    if (!called.has(noun)) call(noun, { name: `the ${noun}` });
  return {
    named,
    called: new Map([...called].flatMap(([noun, side]) => (side === undefined ? [] : [[noun, side]]))),
  };
}

function isGroup(name: string, country: (word: string) => Side | undefined, pair: boolean): boolean {
  if (NO_SIDE.test(name) || country(name) !== undefined) return false;
  const [first = "", ...rest] = name.split(" ");
  const low = first.toLowerCase();
  // "The Indian Army" is India's.
  if (
    country(first) !== undefined &&
    /^(?:Army|Navy|Air Force|(?:Armed )?Forces|Police|Coast Guard)$/u.test(rest.join(" "))
  )
    return false;
  // Two words before a "side": the first one is a people, as in "Bosnian Serb"; else they are a person's.
  if (rest.length === 1 && pair && country(first) === undefined) return false;
  if (rest.length === 0 && TITLE_PARTS.has(low)) return false;
  return !isPost(low) && (rest.length > 0 || !NOT_NAMES.has(low) || /^EU$/u.test(name));
}
