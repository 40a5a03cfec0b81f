import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type Node } from "yaml";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { ok, type Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";
import { unreadable } from "./line.ts";
import type { Tree } from "./tree.ts";
import { faultOf } from "./yaml-fault.ts";

// As many parts as a page of facts could need, aliases expanded; a YAML bomb stops here.
const PARTS_MAX = 400_000;
// Articles, an article, its claims, a claim, what it says: five. The rest is room for a slip.
const DEPTH_MAX = 20;

/** Why a YAML tree cannot be used, and where. */
class Unusable extends Error {
  readonly position: number;

  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

/**
 * YAML as a tree, bare words as they are written: `no`, `24`, `1.0` and `2025-04-10` are words, only an empty value and
 * `null` are nothing.
 */
export function readYaml(text: string, at: Told): Read<Tree> {
  const lines = new LineCounter();
  const told = (why: string, position: number): Read<never> =>
    unreadable(at, tell(at, "yaml.unreadableLine", { n: lines.linePos(position).line, why }));
  try {
    const all = parseAllDocuments(text, {
      schema: "failsafe",
      uniqueKeys: false,
      prettyErrors: false,
      lineCounter: lines,
    });
    const documents = (Array.isArray(all) ? all : []).filter((d) => d.errors.length > 0 || !isEmpty(d.contents));
    const [document] = documents;
    if (document === undefined) return ok(null);
    const [error] = document.errors;
    if (error !== undefined) return told(tell(at, faultOf(error)), error.pos[0]);
    if (documents.length > 1) {
      const n = documents.length;
      return unreadable(at, tell(at, "yaml.documents", { n }), tell(at, "yaml.putTogether"));
    }
    return ok(new Walk(at).tree(document.contents, 0));
  } catch (error) {
    if (error instanceof Unusable) return told(error.message, error.position);
    if (error instanceof RangeError) return unreadable(at, tell(at, "yaml.unreadable", { why: tell(at, "json.deep") }));
    throw error;
  }
}

function isEmpty(contents: Document["contents"]): boolean {
  return contents === null || (isScalar(contents) && contents.value === "" && contents.type === "PLAIN");
}

class Walk {
  readonly #anchors = new Map<string, Node>();
  #parts = 0;
  readonly #at: Told;

  constructor(at: Told) {
    this.#at = at;
  }

  tree(node: unknown, depth: number): Tree {
    const at = positionOf(node);
    this.#parts += 1;
    if (this.#parts > PARTS_MAX) throw new Unusable(tell(this.#at, "yaml.parts"), at);
    if (depth > DEPTH_MAX) throw new Unusable(tell(this.#at, "json.deep"), at);
    if (isAlias(node)) {
      const meant = this.#anchors.get(node.source);
      if (meant === undefined)
        throw new Unusable(tell(this.#at, "yaml.noAnchor", { name: shorten(node.source, 40) }), at);
      return this.tree(meant, depth + 1);
    }
    const tree = this.#own(node, depth, at);
    // An anchor is there for what follows it: an alias within itself stands for nothing.
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined)
      this.#anchors.set(node.anchor, node);
    return tree;
  }

  #own(node: unknown, depth: number, at: number): Tree {
    if (isSeq(node)) return node.items.map((item) => this.tree(item, depth + 1));
    if (isMap(node)) {
      const map = new Map<string, Tree>();
      const merged: Tree[] = [];
      for (const { key, value } of node.items) {
        const name = isScalar(key) && typeof key.value === "string" ? key.value : undefined;
        if (name === undefined) throw new Unusable(tell(this.#at, "yaml.wordKey"), positionOf(key) || at);
        const tree = this.tree(value, depth + 1);
        if (name === "<<") merged.push(tree);
        else if (map.has(name))
          throw new Unusable(tell(this.#at, "json.twice", { name: shorten(name, 40) }), positionOf(key));
        else map.set(name, tree);
      }
      // YAML 1.1, merge keys: what the map itself does not give, the first of the merged ones gives.
      for (const more of merged.flatMap((m) => (Array.isArray(m) ? (m as readonly Tree[]) : [m])))
        if (more instanceof Map) for (const [name, value] of more) if (!map.has(name)) map.set(name, value);
      return map;
    }
    if (!isScalar(node)) return null;
    if (node.tag !== undefined && !CORE_TAG.test(node.tag))
      throw new Unusable(tell(this.#at, "yaml.unknownTag", { tag: shorten(node.tag, 40) }), at);
    // The failsafe schema makes every scalar words.
    const words = typeof node.value === "string" ? node.value : "";
    return node.type === "PLAIN" && NOTHING.test(words) ? null : words;
  }
}

const CORE_TAG = /^(?:!|tag:yaml\.org,2002:(?:str|int|float|bool|null|timestamp))$/u;
const NOTHING = /^(?:|~|null|Null|NULL)$/u;

function positionOf(node: unknown): number {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range?.[0] ?? 0) : 0;
}
