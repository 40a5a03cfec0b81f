import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
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
export function linesOf(raw: string, leaveOut: ReadonlySet<string>, at: Told): Read<Lines> {
  const content = withoutFence(raw.replace(/^\uFEFF/u, ""));
  if (content.trim() === "") return unreadable(at, tell(at, "article.emptyFile"));
  const foreign = foreignText(content, at);
  if (foreign !== undefined) return isForeign(foreign, at);
  if (/[\0\uFFFD]/u.test(content)) return unreadable(at, tell(at, "file.notText"), tell(at, "file.saveAsText"));
  const head = content.trimStart();
  if (/^\[|^\{\s*(?:["“”]|\}|$)|^\/[/*]/u.test(head)) return jsonLines(content, leaveOut, at);
  const header = headerOf(content);
  if (header !== undefined) return sheetLines(content, header, leaveOut, at);
  const yaml = readYaml(
    content.replace(INDENT, (spaces) => " ".repeat(spaces.length)),
    at,
  );
  const [first = ""] = head.split(/[\r\n]/u, 1);
  // A tree that is only words, or none: a table whose header nobody knows reads as that.
  if (isTable(first) && (!yaml.ok || !(yaml.value instanceof Map))) return unknownTable(first, at);
  if (yaml.ok && typeof yaml.value === "string" && yaml.value.includes(" "))
    return isForeign(tell(at, "foreign.text"), at);
  return yaml.ok ? wholeTree(yaml.value, leaveOut, at) : yaml;
}

// What was copied from a page or a chat is indented by spaces that do not break.
const INDENT = /^[ \u00A0]+(?=\S)/gmu;

/** A file between the fences of Markdown, with a blank line in place of the first: its lines keep their numbers. */
function withoutFence(text: string): string {
  const found = /^\s*```[a-z]*[ \t]*(\r?\n[^]*?)\r?\n```\s*$/u.exec(text);
  return found?.[1] ?? text;
}

function isForeign(what: string, at: Told): Read<never> {
  return unreadable(at, tell(at, "file.is", { what }), tell(at, "file.writeFacts"));
}

function wholeTree(tree: Tree, leaveOut: ReadonlySet<string>, at: Told): Read<Lines> {
  const foreign = foreignTree(tree, at);
  if (foreign !== undefined) return isForeign(foreign, at);
  const whole = partsOf(tree, leaveOut, at);
  if (!whole.ok) return whole;
  const { parts, packs, unknown, leftOut } = whole.value;
  const flat = parts.every(
    (part) => part instanceof Map && !part.has("claims") && [...part.keys()].some((k) => columnOf(k) === "slot"),
  );
  // What is left out at the top, such as a list of talks, is not meant within the claims.
  const within = leaveOut.difference(new Set(leftOut.map(squashed)));
  const naming = (i: number): string => tell(at, flat ? "where.claim" : "where.article", { n: i + 1 });
  const all = treeLines(parts, naming, within, at);
  return ok({ lines: all.lines, packs, unknown: [...unknown, ...all.unknown], leftOut: [...leftOut, ...all.leftOut] });
}

function jsonLines(content: string, leaveOut: ReadonlySet<string>, at: Told): Read<Lines> {
  const lines = content.split(/\r\n|\r|\n/u);
  const filled = lines.flatMap((text, i) => (text.trim() === "" ? [] : [{ text, line: i + 1 }]));
  // Of JSON over several lines, at most a line of a single value is JSON by itself.
  const [first, second] = filled;
  const isLines =
    second !== undefined && /^\s*\{/u.test(second.text) && first !== undefined && readJson(first.text, at).ok;
  if (!isLines) {
    const whole = readJson(content, at);
    return whole.ok ? wholeTree(whole.value, leaveOut, at) : whole;
  }
  const parts: Tree[] = [];
  for (const { text, line } of filled) {
    const read = readJson(text, at, line);
    if (!read.ok) return read;
    parts.push(read.value);
  }
  const foreign = foreignTree(parts, at);
  if (foreign !== undefined) return isForeign(foreign, at);
  return ok(treeLines(parts, (i) => tell(at, "where.line", { n: filled[i]?.line ?? 0 }), leaveOut, at));
}

function isTable(line: string): boolean {
  return /[,;\t|]/u.test(line) && !/^\s*(?:#|- |---)|:\s|:$/u.test(line);
}

function unknownTable(row: string, at: Told): Read<never> {
  const known = row.split(/[,;\t|]/u).find((cell) => columnOf(cell.replaceAll('"', "")) !== undefined);
  const line = shorten(row, 100);
  const message =
    known === undefined
      ? tell(at, "file.tableNone", { line })
      : tell(at, "file.tableOnly", { known: known.replaceAll('"', "").trim(), line });
  return unreadable(at, message, tell(at, "file.nameColumns"));
}
