import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { ok, type Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";
import { unreadable } from "./line.ts";
import type { Tree } from "./tree.ts";

/**
 * JSON as a tree, numbers as they are written (`1.0` stays `1.0`). A key that stands twice in one object is refused:
 * one would be lost. `line`: where it is one line of many.
 */
export function readJson(text: string, at: Told, line?: number): Read<Tree> {
  const wrong = (why: string, hint?: string): Read<never> =>
    unreadable(
      at,
      line === undefined ? tell(at, "json.unreadable", { why }) : tell(at, "json.unreadableLine", { n: line, why }),
      hint,
    );
  let tree: Tree;
  try {
    tree = JSON.parse(text, written) as Tree;
  } catch (error) {
    if (error instanceof RangeError) return wrong(tell(at, "json.deep"));
    const why = error instanceof Error ? error.message : "";
    return wrong(notJson(text, why, line === undefined, at));
  }
  const twice = keyGivenTwice(text);
  if (twice !== undefined) return wrong(tell(at, "json.twice", { name: shorten(twice, 40) }), tell(at, "json.keepOne"));
  return ok(tree);
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/gu;

/**
 * What is wrong with a text, in plain words; `why` is what the engine says, which names a position at the most.
 * `lines`: whether to tell the line.
 */
function notJson(text: string, why: string, lines: boolean, at: Told): string {
  const told = (place: number, what: string): string =>
    lines && !Number.isNaN(place)
      ? tell(at, "json.at", { n: text.slice(0, place).split("\n").length, why: what })
      : what;
  let comma: number | undefined;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (comma !== undefined && /[}\]]/u.test(token) && text.slice(comma + 1, index).trim() === "")
      return told(comma, tell(at, "json.comma"));
    comma = token === "," ? index : undefined;
  }
  if (/end of JSON input|unterminated/iu.test(why)) return tell(at, "json.ends");
  const place = Number(/position (\d+)/u.exec(why)?.[1] ?? Number.NaN);
  const found = Number.isNaN(place) ? /^Unexpected token '(.)'/u.exec(why)?.[1] : text[place];
  if (found === undefined) return tell(at, "json.marks");
  if (/^[“”„‟«»]$/u.test(found)) return told(place, tell(at, "json.straight"));
  if (found === "/" && /^\s*\/[/*]/u.test(text.slice(Number.isNaN(place) ? 0 : place)))
    return told(place, tell(at, "json.comment"));
  return told(place, tell(at, "json.misplaced", { found: shorten(found, 10) }));
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
