import { ok, type Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";
import { unreadable } from "./line.ts";
import type { Tree } from "./tree.ts";

/**
 * JSON as a tree, numbers as they are written (`1.0` stays `1.0`). A key that stands twice in one object is refused:
 * one would be lost.
 */
export function readJson(text: string, place = ""): Read<Tree> {
  let tree: Tree;
  try {
    tree = JSON.parse(text, written) as Tree;
  } catch (error) {
    if (error instanceof RangeError) return unreadable(`Talks cannot read that JSON${place}: it is nested too deeply.`);
    const why = error instanceof Error ? error.message : "";
    return unreadable(`Talks cannot read that JSON${place}: ${notJson(text, why, place === "")}.`);
  }
  const twice = keyGivenTwice(text);
  if (twice !== undefined)
    return unreadable(
      `Talks cannot read that JSON${place}: "${shorten(twice, 40)}" is there twice.`,
      "Keep one of them.",
    );
  return ok(tree);
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/gu;

/**
 * What is wrong with a text, in plain words; `why` is what the engine says, which names a position at the most.
 * `lines`: whether to tell the line.
 */
function notJson(text: string, why: string, lines: boolean): string {
  const told = (at: number): string => (lines ? `line ${text.slice(0, at).split("\n").length}: ` : "");
  let comma: number | undefined;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (comma !== undefined && /[}\]]/u.test(token) && text.slice(comma + 1, index).trim() === "")
      return `${told(comma)}a comma stands before a closing bracket`;
    comma = token === "," ? index : undefined;
  }
  if (/end of JSON input|unterminated/iu.test(why)) return "it ends before all brackets and quotations are closed";
  const at = Number(/position (\d+)/u.exec(why)?.[1] ?? Number.NaN);
  const found = Number.isNaN(at) ? /^Unexpected token '(.)'/u.exec(why)?.[1] : text[at];
  const where = Number.isNaN(at) ? "" : told(at);
  if (/^[“”„‟«»]$/u.test(found ?? "")) return `${where}JSON takes straight quotation marks (") only`;
  if (found === "/" && /^\s*\/[/*]/u.test(text.slice(Number.isNaN(at) ? 0 : at))) return `${where}JSON has no comments`;
  return found === undefined
    ? "its brackets, commas or quotation marks do not fit"
    : `${where}"${shorten(found, 10)}" cannot stand where it stands`;
}

// ECMA-262, JSON.parse source text access: `source` is a primitive's own text.
function written(_key: string, value: unknown, context?: { readonly source?: string }): Tree {
  if (value === null || typeof value === "string") return value;
  if (Array.isArray(value)) return value as readonly Tree[];
  if (typeof value === "object") return new Map(Object.entries(value as Record<string, Tree>));
  return context?.source ?? JSON.stringify(value);
}

/** The first key that one object has twice. The text is JSON already. */
function keyGivenTwice(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let key = false;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "{" || token === "[") open.push(token === "{" ? new Set() : undefined);
    else if (token === "}" || token === "]") open.pop();
    const keys = open.at(-1);
    if (token.startsWith('"') && key && keys !== undefined) {
      const name = JSON.parse(token) as string;
      if (keys.has(name)) return name;
      keys.add(name);
    }
    key = token === "{" || token === ",";
  }
  return undefined;
}
