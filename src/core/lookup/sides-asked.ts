import type { View } from "#core/facts/view.ts";
import { DEADLINE } from "./deadline.ts";
import { isVerbal } from "./english.ts";
import { LITTLE_WORDS } from "./little-words.ts";
import type { NameFound } from "./name-index.ts";
import { STOP_WORDS } from "./stop-words.ts";
import type { Tongue } from "./tongue.ts";

const PREPOSITION = /^(?:about|on|in|with|to|against|from|at|over|between)$/u;
const OBJECT =
  /^(?:about|on|in|with|to|against|from|into|at|over|toward|towards|between|facing|should|must|want|wants|make|makes|force|forces|let|ask|asks|tell|told)$/u;

function isObject(words: readonly string[], from: number, tongue: Tongue): boolean {
  // In Turkish and Russian somebody may stand after what they do.
  if (tongue !== "en" && !PREPOSITION.test(words[from - 1] ?? "")) return false;
  return OBJECT.test(words[from - 1] ?? "") || (words[from - 1] === "the" && OBJECT.test(words[from - 2] ?? ""));
}

const DOES = /^(?:did|does|do|who|has|have|had|will|would)$/u;

/** "did Ray visit Chad", "who accused Chad": what is done to a party is not theirs. */
function isDoneTo(words: readonly string[], name: NameFound, names: readonly NameFound[]): boolean {
  const verb = words[name.from - 1] ?? "";
  const doer = names.find((n) => (n.of === "people" || n.of === "parties") && n.from + n.size === name.from - 1);
  const isAsked = doer === undefined ? words[name.from - 2] === "who" : DOES.test(words[doer.from - 1] ?? "");
  return isAsked && (doer !== undefined || isVerbal(verb)) && !isClosedWord(verb) && !FOR.test(verb);
}

// "who led Chad", "who represented Chad": for it.
const FOR = /^(?:le(?:a)?d|leads|headed|heads|represent(?:s|ed)?|chaired|ran|runs)$/u;

function isClosedWord(word: string): boolean {
  return word === "" || LITTLE_WORDS.has(word) || STOP_WORDS.has(word);
}

/** A name, as the party of somebody whose team is meant: “Ortega’s team”. */
export function teamOf(name: NameFound, words: readonly string[], view: View): NameFound {
  if (name.of !== "people" || !TEAM.test(words[name.from + name.size] ?? "")) return name;
  const party = view.people.get(name.id)?.party;
  return party === undefined ? name : { ...name, of: "parties", id: party };
}

const SAYS = /^(?:say|says|said|tell|told)$/u;
const TEAM = /^(?:teams?|sides?|delegations?|camp|negotiators|diplomats|envoys|officials|government|men)$/u;

/** Ids of the parties whose side a question asks about: not those that come after “about”, “with” or “to”. */
export function sidesIn(
  words: readonly string[],
  names: readonly NameFound[],
  tongue: Tongue,
  view: View,
): readonly string[] {
  const people = names.filter((n) => n.of === "people");
  const [speaker] = words.some((w) => SAYS.test(w)) ? people : [];
  // What somebody of another party said of it is asked: it is nobody's side.
  const isAnothers = (n: NameFound): boolean => {
    const party = speaker === undefined ? undefined : view.people.get(speaker.id)?.party;
    return party !== undefined && party !== n.id && people.length === 1 && (speaker?.from ?? 0) < n.from;
  };
  const parties = names.filter((n) => n.of === "parties" && !isAnothers(n));
  // "on the Russian team" is of that side.
  const object = ({ from, size }: NameFound): boolean =>
    !/^(?:side|team|delegation|group)$/u.test(words[from + size] ?? "") && isObject(words, from, tongue);
  // "who from Turkey", "who attended from Turkey": those of its side.
  const of = ({ from }: NameFound): boolean =>
    (words[from - 1] === "from" || (words[from - 1] === "the" && words[from - 2] === "from")) &&
    words.slice(0, from).some((w) => /^(?:who|anyone|anybody|someone|those|people)$/u.test(w));
  // What is due by a day, one side sets the other one.
  const isDue = (n: NameFound): boolean => words.includes(DEADLINE) && parties.every((o) => o === n || o.from < n.from);
  const isDone = (n: NameFound): boolean => isDue(n) || (tongue === "en" && isDoneTo(words, n, names));
  const own = parties.filter((n) => of(n) || !(object(n) || isDone(n)));
  // "what is in the Egyptian paper": nobody else is asked about, and a thing of theirs is.
  const owning = ({ from, size }: NameFound): boolean =>
    words[from - 1] === "the" && !isClosedWord(words[from + size] ?? "");
  const meant = own.length > 0 || people.length > 0 ? own : parties.filter(owning);
  return [...new Set(meant.map((n) => n.id))];
}
