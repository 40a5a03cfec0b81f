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
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    return unreadable(`Talks cannot read that JSON${place}: ${shorten(why, 160)}.`);
  }
  const twice = keyGivenTwice(text);
  if (twice !== undefined)
    return unreadable(
      `Talks cannot read that JSON${place}: "${shorten(twice, 40)}" is there twice.`,
      "Keep one of them.",
    );
  return ok(tree);
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
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/gu)) {
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
