import { ask, call, example, unknownOption, type RawCall } from "./call.ts";
import { GROUPS, type Command, type Commands } from "./command.ts";
import { nearest } from "#core/lookup/near.ts";
import { no, ok, type Read } from "./refusal.ts";
import { clean, count, fold, shorten } from "./text.ts";

/** Longest line of words that is read, in characters: a modal's worth of text, not a document. */
export const LINE_MAX = 4000;

interface Token {
  readonly text: string;
  /** The part before the first colon, or a `--flag`'s name, where there is one. */
  readonly key?: string;
}

const QUOTES: Readonly<Record<string, string>> = { '"': '"', "“": "”", "„": "“", "«": "»" };

/**
 * A typed line, `who-led side:us talks:"second round" --public`, as a raw call. Words without a name fill the command's own `words`
 * options in order, the last of them taking the rest. A line that names no command but reads like a question is asked.
 */
export function readLine(raw: string, commands: Commands): Read<RawCall> {
  if (raw.length > LINE_MAX) {
    return no(
      `That is ${count(raw.length, "character")}; a line takes at most ${LINE_MAX}.`,
      "Ask in one short sentence.",
    );
  }
  return readTokens(split(clean(raw).text.trim()), commands);
}

/** The same for words that a shell has split already. */
export function readWords(words: readonly string[], commands: Commands): Read<RawCall> {
  const length = words.reduce((sum, w) => sum + w.length + 1, 0);
  if (length > LINE_MAX) {
    return no(`That is ${count(length, "character")}; a line takes at most ${LINE_MAX}.`, "Ask in one short sentence.");
  }
  return readTokens(
    words.map((w) => token(clean(w).text.trim())).filter((t) => t.text !== "" || t.key !== undefined),
    commands,
  );
}

function split(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    while (/\s/u.test(line.charAt(at))) at += 1;
    const start = at;
    let out = "";
    while (at < line.length && !/\s/u.test(line.charAt(at))) {
      const close = at === start || line.charAt(at - 1) === ":" ? QUOTES[line.charAt(at)] : undefined;
      const end = close === undefined ? -1 : closing(line, close, at + 1);
      if (end >= 0) {
        out += line.slice(at + 1, end);
        at = end + 1;
      } else {
        out += line.charAt(at);
        at += 1;
      }
    }
    if (at > start) tokens.push(line.charAt(start) in QUOTES ? { text: out } : token(out));
  }
  return tokens;
}

// A quotation mark closes where a space or the end follows, so that marks within the words stay words.
function closing(line: string, mark: string, from: number): number {
  for (let at = line.indexOf(mark, from); at >= 0; at = line.indexOf(mark, at + 1)) {
    if (at + 1 === line.length || /\s/u.test(line.charAt(at + 1))) return at;
  }
  return -1;
}

function token(word: string): Token {
  const flag = /^(?:--|—)([a-z][a-z-]*)(?:=(.*))?$/isu.exec(word);
  if (flag?.[1] !== undefined) return { key: flag[1].toLowerCase(), text: flag[2] ?? "true" };
  const named = /^([a-z][a-z-]{0,31}):(?!\/\/)(.*)$/isu.exec(word);
  if (named?.[1] !== undefined) return { key: named[1].toLowerCase(), text: named[2] ?? "" };
  return { text: word };
}

function readTokens(all: readonly Token[], commands: Commands): Read<RawCall> {
  if (all.length === 0)
    return no("That line is empty.", "Type a question, such as: who-led. Type help for all commands.", HELP);
  const found = findCommand(all, commands);
  if (found === undefined) return unknown(all, commands);
  return fill(found.command, found.rest);
}

const HELP = [{ label: "Help", call: ask("help") }];

function findCommand(
  all: readonly Token[],
  commands: Commands,
): { command: Command; rest: readonly Token[] } | undefined {
  const words = all.map((t) => (t.key === undefined ? t.text.replace(/^\//u, "").toLowerCase() : ""));
  const group = GROUPS.find((g) => g === words[0]);
  const from = group === undefined || all.length === 1 ? 0 : 1;
  for (const length of [3, 2, 1]) {
    const name = words.slice(from, from + length).join("-");
    const command = commands.find([from === 0 ? "talks" : (group ?? "talks"), name.replace(/[?.!]+$/u, "")]);
    if (command !== undefined && words.length >= from + length) return { command, rest: all.slice(from + length) };
  }
  if (group === undefined) return undefined;
  const help = commands.find(["talks", "help"]);
  return all.length === 1 && help !== undefined ? { command: help, rest: [{ text: group }] } : undefined;
}

function fill(command: Command, tokens: readonly Token[]): Read<RawCall> {
  const values: Record<string, string> = Object.create(null) as Record<string, string>;
  const slots = Object.entries(command.options).filter(([, o]) => o.words !== false);
  const loose: string[] = [];
  const queue = [...tokens];
  for (let t = queue.shift(); t !== undefined; t = queue.shift()) {
    const { key } = t;
    if (key === undefined) loose.push(t.text);
    else if (Object.hasOwn(command.options, key)) {
      if (key in values) return no(`"${key}" is given twice.`, `Type it once, as in: ${example(command)}`);
      // "side: us" with a space after the colon means what it looks like.
      values[key] = t.text === "" && queue[0]?.key === undefined ? (queue.shift()?.text ?? "") : t.text;
    } else if (slots.some(([, o]) => o.words === "free")) loose.push(`${key}:${t.text}`);
    else return unknownOption(key, command);
  }
  const open = slots.filter(([name]) => !(name in values));
  for (const [index, [name]] of open.entries()) {
    const words = index === open.length - 1 ? loose.splice(0) : loose.splice(0, 1);
    if (words.length > 0) values[name] = words.join(" ");
  }
  if (loose.length === 0) return ok(call(command.path, { ...values }));
  return no(
    `${command.path[1]} takes no further words: "${shorten(loose.join(" "), 60)}".`,
    `Type it as in: ${example(command)}`,
  );
}

function unknown(all: readonly Token[], commands: Commands): Read<RawCall> {
  const grouped = GROUPS.find((g) => g === all[0]?.text.toLowerCase().replace(/^\//u, ""));
  const words = (grouped === undefined ? all : all.slice(1)).map((t) =>
    t.key === undefined ? t.text : `${t.key}:${t.text}`,
  );
  const line = words.join(" ");
  if (fold(line) === "") {
    return no("There is no word in that line.", "Type a question, such as: who-led. Type help for all commands.", HELP);
  }
  if ((grouped ?? "talks") === "talks" && words.length >= 3) return ok(ask("ask", { question: line }));
  const pool = grouped === undefined ? commands.all : commands.group(grouped);
  const near = nearest(words[0] ?? "", pool, (c) => [c.path[1]], 4);
  const offered = near.map(({ item }) => ({ label: item.path.join(" "), call: call(item.path) }));
  const asked = { label: `Ask “${shorten(line, 40)}”`, call: ask("ask", { question: line }) };
  return no(
    `There is no command "${shorten(words[0] ?? "", 40)}".`,
    near.length > 0
      ? `Did you mean ${near.map((n) => example(n.item)).join(" · ")}?`
      : "Type help for all commands, or ask in a whole sentence.",
    [...offered, ...(commands.find(["talks", "ask"]) === undefined ? [] : [asked]), ...HELP],
  );
}
