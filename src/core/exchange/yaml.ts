import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Document,
  type Node,
  type YAMLError,
} from "yaml";
import { ok, type Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";
import { unreadable } from "./line.ts";
import type { Tree } from "./tree.ts";

// As many parts as a page of facts could need, aliases expanded; a YAML bomb stops here.
const PARTS_MAX = 400_000;
// Articles, an article, its claims, a claim, what it says: five. The rest is room for a slip.
const DEPTH_MAX = 20;

/** Why a YAML tree cannot be used, and where. */
class Unusable extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/**
 * YAML as a tree, bare words as they are written: `no`, `24`, `1.0` and `2025-04-10` are words, only an empty value and
 * `null` are nothing.
 */
export function readYaml(text: string): Read<Tree> {
  const lines = new LineCounter();
  const told = (message: string, at: number): Read<never> =>
    unreadable(`Talks cannot read that YAML: line ${lines.linePos(at).line}: ${message}.`);
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
    if (error !== undefined) return told(wordsOf(error), error.pos[0]);
    if (documents.length > 1) {
      return unreadable(
        `That file holds ${documents.length} YAML documents (a line --- begins each); Talks reads one at a time.`,
        "Put the articles of all of them under one articles:, or import each as a file of its own.",
      );
    }
    return ok(new Walk().tree(document.contents, 0));
  } catch (error) {
    if (error instanceof Unusable) return told(error.message, error.at);
    if (error instanceof RangeError) return unreadable("Talks cannot read that YAML: it is nested too deeply.");
    throw error;
  }
}

function isEmpty(contents: Document["contents"]): boolean {
  return contents === null || (isScalar(contents) && contents.value === "" && contents.type === "PLAIN");
}

class Walk {
  readonly #anchors = new Map<string, Node>();
  #parts = 0;

  tree(node: unknown, depth: number): Tree {
    const at = positionOf(node);
    this.#parts += 1;
    if (this.#parts > PARTS_MAX) throw new Unusable("it has too many parts, with its aliases expanded", at);
    if (depth > DEPTH_MAX) throw new Unusable("it is nested too deeply", at);
    if (isAlias(node)) {
      const meant = this.#anchors.get(node.source);
      if (meant === undefined)
        throw new Unusable(`the alias *${shorten(node.source, 40)} stands for nothing above it`, at);
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
        if (name === undefined) throw new Unusable("a key has to be words", positionOf(key) || at);
        const tree = this.tree(value, depth + 1);
        if (name === "<<") merged.push(tree);
        else if (map.has(name)) throw new Unusable(`"${shorten(name, 40)}" is there twice`, positionOf(key));
        else map.set(name, tree);
      }
      // YAML 1.1, merge keys: what the map itself does not give, the first of the merged ones gives.
      for (const more of merged.flatMap((m) => (Array.isArray(m) ? (m as readonly Tree[]) : [m])))
        if (more instanceof Map) for (const [name, value] of more) if (!map.has(name)) map.set(name, value);
      return map;
    }
    if (!isScalar(node)) return null;
    if (node.tag !== undefined && !CORE_TAG.test(node.tag))
      throw new Unusable(`it has a tag that Talks does not read (${shorten(node.tag, 40)})`, at);
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

/** The parser's faults in plain words, by its codes. */
function wordsOf({ code }: YAMLError): string {
  switch (code) {
    case "TAB_AS_INDENT":
      return "a tab indents it, and YAML takes spaces only";
    case "BAD_INDENT":
      return "its indentation does not fit the lines above";
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
    case "KEY_OVER_1024_CHARS":
      return "words with a colon, or over several lines, stand in the place of a key: put them in quotation marks";
    case "BAD_SCALAR_START":
      return "the words begin with a sign that YAML reserves: put them in quotation marks";
    case "BAD_DQ_ESCAPE":
      return "a backslash within quotation marks begins something that YAML does not know";
    case "MISSING_CHAR":
      return "a bracket, a quotation mark, a colon or a comma is missing";
    case "DUPLICATE_KEY":
      return "a key is there twice";
    case "TAG_RESOLVE_FAILED":
    case "MULTIPLE_TAGS":
      return "it has a tag that Talks does not read";
    case "ALIAS_PROPS":
    case "BAD_ALIAS":
    case "MULTIPLE_ANCHORS":
      return "an anchor (&) or an alias (*) is not written as YAML has it";
    case "BAD_COLLECTION_TYPE":
    case "BAD_DIRECTIVE":
    case "BAD_PROP_ORDER":
    case "BLOCK_IN_FLOW":
    case "IMPOSSIBLE":
    case "MULTIPLE_DOCS":
    case "NON_STRING_KEY":
    case "RESOURCE_EXHAUSTION":
    case "UNEXPECTED_TOKEN":
      return "this does not fit what comes before it";
  }
}
