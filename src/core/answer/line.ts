import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { example } from "#core/request/example.ts";
import { unknownOption } from "#core/request/check.ts";
import { currentName } from "#core/request/former-names.ts";
import { ask, call, type Button, type RawCall } from "#core/request/call.ts";
import { GROUPS, type Command, type Commands } from "./command.ts";
import { commandNamed } from "./command-named.ts";
import { goesOn, isSaid } from "#core/lookup/going-on-words.ts";
import { nearest } from "#core/text/near.ts";
import type { Option } from "#core/request/option.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { ALL_SLOTS, FIELD_NAMES } from "#core/slots/index.ts";
import { isSlip } from "#core/text/slip.ts";
import { fold, line, shorten } from "#core/text/text.ts";
import { split, token, type Token } from "#core/text/tokens.ts";

/** Longest line of words that is read, in characters: a modal's worth of text, not a document. */
const LINE_MAX = 4000;

/**
 * A typed line, `who-led side:eu talks:"second round" --public`, as a raw call. Words without a name fill the command's
 * own `words` options in order, the last of them taking the rest. A line that names no command but reads like a
 * question is asked.
 */
export function readLine(raw: string, commands: Commands, at: Told = {}): Read<RawCall> {
  if (raw.length > LINE_MAX) return tooLong(raw.length, at);
  const read = readTokens(split(raw.trim()), commands, at);
  const isName = read.ok && raw.trim() === read.value.path[1];
  const { phrase, asks } = isName ? { phrase: isSaid(read.value.path[1] ?? ""), asks: false } : goesOn(raw);
  // "compare the first and third rounds: how long" has no option "rounds".
  if (!read.ok) return asks || readsOn(raw) ? ok(ask("ask", { question: raw.trim() })) : read;
  const says = phrase || (asks && fold(raw) !== fold(read.value.path[1] ?? ""));
  return says && isReading(read.value, commands) ? ok({ ...read.value, said: raw.trim() }) : read;
}

function tooLong(n: number, at: Told): Read<never> {
  return no(tell(at, "line.long", { n, max: LINE_MAX }), tell(at, "line.short"));
}

function isReading({ path, values }: RawCall, commands: Commands): boolean {
  return path[0] === "talks" && commands.find(path)?.tier === "reader" && !Object.hasOwn(values, "talks");
}

/**
 * The same for words that a shell has split already; a lone one with spaces in it, a question in quotation marks, is a
 * line.
 */
export function readWords(words: readonly string[], commands: Commands, at: Told = {}): Read<RawCall> {
  const [only = "", ...more] = words;
  if (more.length === 0 && /\s/u.test(only.trim())) return readLine(only, commands, at);
  const length = words.reduce((sum, w) => sum + w.length + 1, 0);
  if (length > LINE_MAX) return tooLong(length, at);
  return readTokens(
    words.map((w) => token(w.trim())).filter((t) => t.text !== "" || t.key !== undefined),
    commands,
    at,
  );
}

function readTokens(all: readonly Token[], commands: Commands, at: Told): Read<RawCall> {
  if (all.length === 0) return no(tell(at, "line.empty"), tell(at, "line.type"), help(at));
  const found = findCommand(all, commands);
  if (found === undefined) return unknown(all, commands, at);
  const read = fill(found.command, found.rest, at);
  const words = [found.command.path[1].replaceAll("-", " "), ...found.rest.map((t) => t.text)].join(" ");
  if (inSentence(found, read.ok)) return ok(ask("ask", { question: words }));
  return read.ok && mayBeQuestion(found) ? ok({ ...read.value, words }) : read;
}

interface Found {
  readonly command: Command;
  readonly rest: readonly Token[];
  /** The name was typed as words of a sentence, "how long", not as `how-long`. */
  readonly spaced: boolean;
}

// No round has such a name: "compare both rounds".
const OF_SEVERAL = /^(?:both|all|each|every|two|rounds|meetings|sessions|talks)$/iu;

/** "who met in Riyadh" is a command where Riyadh is a person, and else a question. */
function mayBeQuestion({ command, rest }: Found): boolean {
  const takes = Object.values(command.options).filter((o) => o.words !== false).length;
  return (
    command.path[0] === "talks" &&
    command.tier === "reader" &&
    (rest.length > takes || (takes > 1 && rest.some((t) => OF_SEVERAL.test(t.text)))) &&
    rest.every((t) => t.key === undefined)
  );
}

// "how long did they meet", "where was it" and "about the visas" begin like commands and go on like questions.
function inSentence({ command, rest, spaced }: Found, fits: boolean): boolean {
  const name = fold(command.path[1]);
  const words = fold([name, ...rest.map((t) => t.text)].join(" "));
  const free = Object.values(command.options).some((o) => o.words === "free");
  if (command.path[0] !== "talks" || free || rest.length === 0 || rest.some((t) => t.key !== undefined)) return false;
  const asked = PHRASES.some((phrase) => phrase.startsWith(`${name} `) && `${words} `.startsWith(`${phrase} `));
  const [next = ""] = rest.map((t) => t.text.toLowerCase());
  if (spaced || asked || VERBS.has(next) || (LINKS.has(next) && takesAnyWords(command))) return true;
  return fits ? isOffList(command, rest) : true;
}

/** Whether a line of words goes on after a colon as a sentence does: an option has its value right behind it. */
function readsOn(raw: string): boolean {
  return !raw.trimStart().startsWith("/") && /\p{L}+: +\p{L}+ \p{L}/u.test(raw);
}

/** Whether the words are none of the list that the command's own words are from. */
function isOffList({ options, tier }: Command, rest: readonly Token[]): boolean {
  const choices = Object.values(options).find((o) => o.words !== false)?.choices;
  const typed = rest.map((t) => t.text).join(" ");
  return tier === "reader" && choices !== undefined && !choices.some(({ value }) => sameWords(typed, value));
}

const LINKS = new Set("for of in on about behind from".split(" "));

/** Whether a command takes any words: nothing tells that "for April" names no outlet. */
function takesAnyWords({ options }: Command): boolean {
  const words = Object.values(options).find((o) => o.words !== false);
  return words?.type === "text" && words.of === undefined && words.choices === undefined;
}

// Words to ask a slot with that are more than one, such as "who attended".
const PHRASES = ALL_SLOTS.flatMap((slot) => slot.ask).filter((phrase) => phrase.includes(" "));
const VERBS = new Set("is are was were did do does has have had will can could would should".split(" "));

function help(at: Told): readonly Button[] {
  return [{ label: tell(at, "line.help"), call: ask("help") }];
}

function findCommand(all: readonly Token[], commands: Commands): Found | undefined {
  const words = all.map((t) => (t.key === undefined ? line(t.text).replace(/^\//u, "").toLowerCase() : ""));
  const named = commandNamed(words, commands);
  if (named !== undefined) {
    const { command, from, length } = named;
    return { command, rest: all.slice(from + length), spaced: length > 1 };
  }
  const helping = commands.find(["talks", "help"]);
  const [last = "", ...before] = (words.at(-1) === "help" ? words.slice(0, -1) : words).toReversed();
  const group = before.every((word) => word === "talks") ? GROUPS.find((g) => g === last) : undefined;
  return group === undefined || helping === undefined
    ? undefined
    : { command: helping, rest: [{ text: group }], spaced: false };
}

function fill(command: Command, tokens: readonly Token[], at: Told): Read<RawCall> {
  const values: Record<string, string> = Object.create(null) as Record<string, string>;
  const slots = Object.entries(command.options).filter(([, o]) => o.words !== false);
  const loose: string[] = [];
  const typed: string[] = [];
  const queue = [...tokens];
  for (let t = queue.shift(); t !== undefined; t = queue.shift()) {
    const key = t.key === undefined ? undefined : currentName(t.key, command.options);
    if (key === undefined || !Object.hasOwn(command.options, key)) typed.push(t.typed ?? t.text);
    if (key === undefined) loose.push(t.text);
    else if (Object.hasOwn(command.options, key)) {
      if (key in values)
        return no(tell(at, "line.twice", { name: key }), tell(at, "line.once", { line: example(command) }));
      // "side: us" with a space after the colon means what it looks like.
      values[key] = t.text === "" && queue[0]?.key === undefined ? (queue.shift()?.text ?? "") : t.text;
    } else if (slots.some(([, o]) => o.words === "free")) loose.push(`${key}:${t.text}`);
    // What a form asks beyond the command's own options is known only once its values are.
    else if (command.form?.fields !== undefined && FIELD_NAMES.has(key) && !(key in values)) values[key] = t.text;
    else return unknownOption(key, command, command.options, at);
  }
  const open = positions(
    slots.filter(([name]) => !(name in values)),
    loose,
    values,
  );
  for (const [index, [name]] of open.entries()) {
    const words = index === open.length - 1 ? loose.splice(0) : loose.splice(0, 1);
    if (words.length === 0) continue;
    const option = command.options[name];
    // Words that are looked at letter by letter keep the quotation marks that stand among them.
    if (option?.type === "long" && words.length > 1) values[name] = typed.slice(-words.length).join(" ");
    else values[name] = option?.words === "rest" ? words.map((w) => `${w}\n`).join("") : words.join(" ");
  }
  if (loose.length === 0) return ok(call(command.path, { ...values }));
  const further = { command: command.path[1], typed: shorten(line(loose.join(" ")), 60) };
  return no(tell(at, "line.further", further), tell(at, "line.typeAs", { line: example(command) }));
}

type Slots = readonly (readonly [name: string, option: Option])[];

/**
 * The options that loose words fill in order. One of a closed list that comes after another takes only the very words
 * of its list, from wherever they stand, so that `properties new york` is a place and `properties geneva villa` a
 * place and a kind.
 */
function positions(open: Slots, loose: string[], values: Record<string, string>): Slots {
  return open.filter(([name, { choices: closed, suggests }], index) => {
    const choices = closed ?? suggests;
    if (choices === undefined || index === 0) return true;
    const said = choices.flatMap(({ value }) => {
      const size = value.split(" ").length;
      const at = loose.findIndex((_, i) => sameWords(loose.slice(i, i + size).join(" "), value));
      return at < 0 ? [] : [{ value, at, size }];
    })[0];
    if (said !== undefined) {
      loose.splice(said.at, said.size);
      values[name] = said.value;
    }
    return false;
  });
}

function sameWords(typed: string, value: string): boolean {
  return [value, `${value}s`].some((v) => fold(v) === fold(typed));
}

/** A command as one would type it; one that changes something with no words of an example. */
function meant(command: Command): string {
  return command.tier === "reader" ? example(command) : `/${command.path.join(" ")}`;
}

function unknown(all: readonly Token[], commands: Commands, at: Told): Read<RawCall> {
  const grouped = GROUPS.find((g) => g === all[0]?.text.toLowerCase().replace(/^\//u, ""));
  const typed = (grouped === undefined ? all : all.slice(1)).map((t) =>
    t.key === undefined ? t.text : `${t.key}:${t.text}`,
  );
  const words = typed.map(line).filter((w) => w !== "");
  const asked = words.join(" ");
  if (fold(asked) === "") {
    return no(tell(at, "line.wordless"), tell(at, "line.type"), help(at));
  }
  const pool = commands.group(grouped ?? "talks").filter((c) => c.tier === "reader" || grouped !== undefined);
  const isCommand = pool.some((c) => isSlip(words[0]?.toLowerCase() ?? "", c.path[1]) && (words[0]?.length ?? 0) > 3);
  if ((grouped ?? "talks") === "talks" && (words.length > 2 || !isCommand)) return ok(ask("ask", { question: asked }));
  const near = nearest(words[0] ?? "", pool, (c) => [c.path[1]], 4);
  const offered = near.map(({ item }) => ({ label: item.path.join(" "), call: call(item.path) }));
  const typedShort = shorten(asked, 40);
  const whole = { label: tell(at, "line.ask", { typed: typedShort }), call: ask("ask", { question: asked }) };
  return no(
    tell(at, "line.none", { typed: shorten(words[0] ?? "", 40) }),
    near.length > 0
      ? tell(at, "line.meant", { lines: near.map((n) => meant(n.item)).join(" · ") })
      : tell(at, "line.orAsk", { typed: typedShort }),
    [...offered, ...(commands.find(["talks", "ask"]) === undefined ? [] : [whole]), ...help(at)],
  );
}
