import { ok, type Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";
import { columnOf, squashed } from "./columns.ts";
import { foreignText, foreignTree } from "./foreign.ts";
import { readJson } from "./json.ts";
import { unreadable, type Lines } from "./line.ts";
import { headerOf, sheetLines } from "./sheet.ts";
import { partsOf } from "./parts.ts";
import { treeLines, type Tree } from "./tree.ts";
import { readYaml } from "./yaml.ts";

/**
 * A file's claims, by what its text looks like: JSON begins with a bracket (JSON lines on every line), CSV has a header
 * that Talks knows, all else is YAML. `leaveOut`: keys and headings to pass over, squashed.
 */
export function linesOf(raw: string, leaveOut: ReadonlySet<string>): Read<Lines> {
  const content = withoutFence(raw.replace(/^\uFEFF/u, ""));
  if (content.trim() === "") return unreadable("That file is empty.");
  const foreign = foreignText(content);
  if (foreign !== undefined) return isForeign(foreign);
  if (/[\0\uFFFD]/u.test(content))
    return unreadable("That file is not UTF-8 text.", "Save it as UTF-8 (in Excel: CSV UTF-8) and send it again.");
  const head = content.trimStart();
  if (/^\[|^\{\s*(?:["“”]|\}|$)|^\/[/*]/u.test(head)) return jsonLines(content, leaveOut);
  const header = headerOf(content);
  if (header !== undefined) return sheetLines(content, header, leaveOut);
  const yaml = readYaml(content.replace(INDENT, (spaces) => " ".repeat(spaces.length)));
  const [first = ""] = head.split(/[\r\n]/u, 1);
  // A tree that is only words, or none: a table whose header nobody knows reads as that.
  if (isTable(first) && (!yaml.ok || !(yaml.value instanceof Map))) return unknownTable(first);
  if (yaml.ok && typeof yaml.value === "string" && yaml.value.includes(" "))
    return isForeign("plain text, such as an article");
  return yaml.ok ? wholeTree(yaml.value, leaveOut) : yaml;
}

// What was copied from a page or a chat is indented by spaces that do not break.
const INDENT = /^[ \u00A0]+(?=\S)/gmu;

/** A file between the fences of Markdown, with a blank line in place of the first: its lines keep their numbers. */
function withoutFence(text: string): string {
  const found = /^\s*```[a-z]*[ \t]*(\r?\n[^]*?)\r?\n```\s*$/u.exec(text);
  return found?.[1] ?? text;
}

function isForeign(what: string): Read<never> {
  return unreadable(
    `That file is ${what}; Talks reads YAML, JSON, JSON lines and CSV.`,
    "Write the facts that it holds into a file of that form; /facts template prints an empty one.",
  );
}

function wholeTree(tree: Tree, leaveOut: ReadonlySet<string>): Read<Lines> {
  const foreign = foreignTree(tree);
  if (foreign !== undefined) return isForeign(foreign);
  const whole = partsOf(tree, leaveOut);
  if (!whole.ok) return whole;
  const { parts, packs, unknown, leftOut } = whole.value;
  const flat = parts.every(
    (part) => part instanceof Map && !part.has("claims") && [...part.keys()].some((k) => columnOf(k) === "slot"),
  );
  // What is left out at the top, such as a list of talks, is not meant within the claims.
  const within = leaveOut.difference(new Set(leftOut.map(squashed)));
  const all = treeLines(parts, (i) => `${flat ? "claim" : "article"} ${i + 1}`, within);
  return ok({ lines: all.lines, packs, unknown: [...unknown, ...all.unknown], leftOut: [...leftOut, ...all.leftOut] });
}

function jsonLines(content: string, leaveOut: ReadonlySet<string>): Read<Lines> {
  const lines = content.split(/\r\n|\r|\n/u);
  const filled = lines.flatMap((text, i) => (text.trim() === "" ? [] : [{ text, line: i + 1 }]));
  // Of JSON over several lines, at most a line of a single value is JSON by itself.
  const [first, second] = filled;
  const isLines = second !== undefined && /^\s*\{/u.test(second.text) && first !== undefined && readJson(first.text).ok;
  if (!isLines) {
    const whole = readJson(content);
    return whole.ok ? wholeTree(whole.value, leaveOut) : whole;
  }
  const parts: Tree[] = [];
  for (const { text, line } of filled) {
    const read = readJson(text, ` in line ${line}`);
    if (!read.ok) return read;
    parts.push(read.value);
  }
  const foreign = foreignTree(parts);
  if (foreign !== undefined) return isForeign(foreign);
  return ok(treeLines(parts, (i) => `line ${filled[i]?.line ?? 0}`, leaveOut));
}

function isTable(line: string): boolean {
  return /[,;\t|]/u.test(line) && !/^\s*(?:#|- |---)|:\s|:$/u.test(line);
}

function unknownTable(line: string): Read<never> {
  const known = line.split(/[,;\t|]/u).find((cell) => columnOf(cell.replaceAll('"', "")) !== undefined);
  const which = known === undefined ? "none" : `only "${known.replaceAll('"', "").trim()}"`;
  return unreadable(
    `That looks like a table, but Talks knows ${which} of its headings: ${shorten(line, 100)}`,
    "The first row has to name the columns, such as talks, slot, source, paragraph; /facts template csv prints them.",
  );
}
