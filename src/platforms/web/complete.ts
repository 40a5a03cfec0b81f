import { completeValue } from "#core/answer/complete.ts";
import { GROUPS, type Command, type Commands } from "#core/answer/command.ts";
import { optionsTyped } from "#core/answer/options-typed.ts";
import type { Option, Options } from "#core/request/option.ts";
import { fold } from "#core/text/text.ts";
import { typedValue } from "#core/text/tokens.ts";
import type { View } from "#core/facts/view.ts";
import { CHANNELS, DIRECT } from "./channels.ts";

/** What the list over the line offers: `word` is put into the line, `label` and `about` are read. */
interface Offer {
  readonly word: string;
  readonly label: string;
  readonly about: string;
}

/** `from`: where in the line the word begins that an offer replaces. */
export interface Offers {
  readonly from: number;
  readonly offers: readonly Offer[];
}

// Bookkeeping between a form and its answer: nobody types it.
const INTERNAL = new Set(["seen", "dry-run", "page"]);

/** What may follow in a line that begins with a slash: every command with its line, then values, then options. */
export function complete(line: string, commands: Commands, view: View): Offers {
  const start = line.search(/\S|$/u) + 1;
  const [group = "", name = "", ...rest] = line.slice(start).split(/\s+/u);
  const named = commands.find([group, name]) ?? commands.find(["talks", group]);
  const complete =
    named?.path[0] === group && named.path[1] === name ? rest.length > 0 : name !== "" || /\s$/u.test(line);
  if (named === undefined || !complete) return { from: start, offers: commandsFor(line.slice(start), commands) };
  const at = line.search(/(?<!\S)[a-z-]+:(?:"[^"]*|\S*)$|\S*$/u);
  // Words without an option's name are one value, `correct the venue`, unless the last begins an option.
  const all = line.slice(start + (named.path[0] === group ? `${group} ${name}` : group).length).trimStart();
  const { words, taken } = afterChoices(all, named);
  const { options, given } = optionsTyped(named, line.slice(0, at), commands, view);
  const begins = Object.keys(options).some((option) => option.startsWith(line.slice(at)));
  const from = words.includes(":") || begins ? at : line.length - words.length;
  const typed = {
    word: line.slice(from),
    before: line.slice(start, from),
    valued: from === at && at > line.length - words.length,
    taken: new Set([...taken, ...[...given].filter((name) => options[name]?.words === false)]),
  };
  named.ready?.();
  return { from, offers: optionsFor(typed, options, view) };
}

/** `valued`: the value that needs no option's name is there already. */
interface Typed {
  readonly word: string;
  readonly before: string;
  readonly valued: boolean;
  /** The options that have their values by words that stand before. */
  readonly taken: ReadonlySet<string>;
}

/** The words after those that choose one of a list, `add` of `alias add istnbul`: they are another option's. */
function afterChoices(words: string, { options }: Command) {
  const taken = new Set<string>();
  let left = words;
  for (const [name, { choices, words: isOpen }] of Object.entries(options)) {
    const [whole = "", first = ""] = /^(\S+)\s+/u.exec(left) ?? [];
    if (isOpen !== true || choices?.some(({ value }) => value === first) !== true) break;
    taken.add(name);
    left = left.slice(whole.length);
  }
  return { words: left, taken };
}

function commandsFor(typed: string, commands: Commands): readonly Offer[] {
  const start = fold(typed.replaceAll("-", " "));
  const all = GROUPS.flatMap((group) => commands.listed(group)).map(({ path, about }) => ({
    word: path.join(" "),
    label: `/${path.join(" ")}`,
    about,
    names: [path.join(" "), path[1]].map((name) => fold(name.replaceAll("-", " "))),
  }));
  return all
    .filter(({ names }) => names.some((name) => name.startsWith(start)))
    .map(({ word, label, about }) => ({ word, label, about }));
}

function optionsFor({ word, before, valued, taken }: Typed, all: Options, view: View): readonly Offer[] {
  const options = Object.entries(all).filter(([name]) => !INTERNAL.has(name));
  const [, key, typed = ""] = /^([a-z-]+):"?([^]*)$/u.exec(word) ?? [];
  const option = options.find(([name]) => name === key)?.[1];
  if (key !== undefined && option !== undefined) return values(option, typed, view, `${key}:`);
  const open = options.filter(([name]) => !taken.has(name) && !before.includes(` ${name}:`));
  const isNamedChannel = word.startsWith("#");
  const direct = valued
    ? undefined
    : open.find(([, o]) => (isNamedChannel ? o.type === "channel" : o.words === true))?.[1];
  const wanted = open.filter(([name]) => fold(name).startsWith(fold(word)));
  return [
    ...(direct === undefined ? [] : values(direct, word, view, "")),
    ...wanted.map(([name, { about }]) => ({ word: `${name}:`, label: `${name}:`, about })),
  ];
}

function values(option: Option, typed: string, view: View, key: string): readonly Offer[] {
  if (option.type === "channel") return channelsFor(typed, key);
  const all = completeValue(option, typed, view);
  return all.map(({ label, value }) => ({
    word: `${key}${typedValue(readsAlike(option, label, value, view) ? label : value)}`,
    label,
    about: "",
  }));
}

function channelsFor(typed: string, key: string): readonly Offer[] {
  const start = fold(typed.replace("#", ""));
  const found = CHANNELS.filter(({ id, name }) => id !== DIRECT && fold(name).startsWith(start));
  return found.map(({ name }) => ({ word: `${key}#${name}`, label: `#${name}`, about: "" }));
}

/** Whether the name that people read can be typed instead of the id. */
function readsAlike(option: Option, label: string, value: string, view: View): boolean {
  const [named, meant] = [option.read(label, view), option.read(value, view)];
  return named.ok && meant.ok && JSON.stringify(named.value) === JSON.stringify(meant.value);
}
