import type { Choice } from "#core/request/choice.ts";
import { typedValue } from "#core/text/tokens.ts";
import type { Commands } from "./command.ts";
import { shownChoices } from "./form.ts";
import { GROUPS } from "./command.ts";
import { optionsTyped } from "./options-typed.ts";
import { nearest } from "#core/text/near.ts";
import type { Option } from "#core/request/option.ts";
import { slippedWords } from "#core/text/slipped-words.ts";
import { fold, shorten } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";

/**
 * Most choices that a completion offers, and most characters of one's label and value (Discord: Application Commands,
 * autocomplete).
 */
const CHOICES_MAX = 25;
const CHOICE_MAX = 100;
// More are not compared letter by letter while somebody types.
const COMPARED_MAX = 3000;

/**
 * Values for one option as one types: what begins with the words first, then what is near them; all of them on empty
 * input.
 */
export function completeValue(
  option: Option,
  typed: string,
  view: View,
  rank: (all: readonly Choice[]) => readonly Choice[] = (all) => all,
): readonly Choice[] {
  const all = rank([
    // What a desk named itself comes before what every desk has.
    ...(option.complete?.(view) ?? []),
    ...shownChoices(option, view),
    ...(option.type === "flag" ? FLAGS : []),
  ]);
  const near = option.search === undefined ? undefined : () => option.search?.(typed, view, CHOICES_MAX) ?? [];
  return completeFrom(all, typed, near).map(({ label, value }) => ({ label: shorten(label, CHOICE_MAX), value }));
}

const FLAGS: readonly Choice[] = [
  { label: "true", value: "true" },
  { label: "false", value: "false" },
];

function completeFrom(
  all: readonly Choice[],
  typed: string,
  search?: () => readonly Choice[],
  most = CHOICES_MAX,
): readonly Choice[] {
  // Two articles of one outlet are one choice: no value is offered twice.
  const fit = distinct(all.filter((c) => c.value.length <= CHOICE_MAX));
  const start = fold(typed);
  if (start === "") return fit.slice(0, most);
  const begins = fit.filter((c) => ` ${fold(c.label)} ${fold(c.value)}`.includes(` ${start}`));
  if (begins.length >= most) return begins.slice(0, most);
  const slipped = fit.length > COMPARED_MAX ? [] : slippedFrom(fit, start);
  const near = search?.() ?? nearest(typed, fit, (c) => [c.label, c.value], most).map((n) => n.item);
  return distinct([...begins, ...slipped, ...near]).slice(0, most);
}

/** Those whose words are typed with slips; of two, the one with fewer words besides. */
function slippedFrom(all: readonly Choice[], typed: string): readonly Choice[] {
  const found = all.filter((c) => slippedWords(typed, `${fold(c.label)} ${fold(c.value)}`));
  return found.toSorted((a, b) => a.label.length - b.label.length);
}

function distinct(choices: readonly Choice[]): readonly Choice[] {
  return [...new Map(choices.map((c) => [c.value, c])).values()];
}

/**
 * What may follow in a typed line: `from` is where the word under completion begins, `words` what may stand there
 * instead.
 */
export function completeLine(
  line: string,
  commands: Commands,
  view: View,
): { readonly from: number; readonly words: readonly string[] } {
  const from = line.search(/(?<!\S)\/?\S*$/u) + (/(?<!\S)\/\S*$/u.test(line) ? 1 : 0);
  const word = line.slice(from).toLowerCase();
  const before = line
    .slice(0, from)
    .trim()
    .replace(/^\//u, "")
    .split(/\s+/u)
    .filter((w) => w !== "");
  const group = GROUPS.find((g) => g === before[0]) ?? "talks";
  const name = before[0] === group ? before[1] : before[0];
  if (name === undefined) {
    const names = commands.group(group).map((c) => c.path[1]);
    const groups = before.length === 0 ? GROUPS.filter((g) => g !== "talks" && commands.group(g).length > 0) : [];
    return { from, words: labelled([...names, ...groups], word) };
  }
  const command = commands.find([group, name]);
  if (command === undefined) return { from, words: [] };
  const [, key, typed] = /^([a-z-]+):(.*)$/u.exec(word) ?? [];
  const { options, given } = optionsTyped(command, line.slice(0, from), commands, view);
  const option = key === undefined || !Object.hasOwn(options, key) ? undefined : options[key];
  if (option !== undefined)
    return { from, words: completeValue(option, typed ?? "", view).map((c) => `${key}:${typedValue(c.value)}`) };
  // Of words without an option's name, more may follow.
  const open = Object.entries(options).filter(
    ([n, o]) => !before.some((w) => w.startsWith(`${n}:`)) && (o.words !== false || !given.has(n)),
  );
  const direct = open.find(([, o]) => o.words === true);
  const values = direct === undefined ? [] : completeValue(direct[1], word, view).map((c) => typedValue(c.value));
  return {
    from,
    words: [
      ...labelled(
        open.map(([n]) => `${n}:`),
        word,
      ),
      ...(word === "" ? [] : values),
    ],
  };
}

// A line has room for the names of all commands, however many a platform would list.
function labelled(names: readonly string[], typed: string): readonly string[] {
  const all = names.map((n) => ({ label: n, value: n }));
  return completeFrom(all, typed, undefined, all.length).map((c) => c.value);
}
