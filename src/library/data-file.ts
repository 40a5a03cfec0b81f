import { readFileSync, statSync } from "node:fs";
import { isNode, LineCounter, parseDocument, visit, type Document } from "yaml";
import type { z } from "zod";
import type { Mistake } from "./mistake.ts";

// A library file is a page or two. A larger one is a mistake or an attack.
const BYTES_MAX = 1_000_000;
// Most alias expansions of one file: a YAML bomb stops here.
const ALIASES_MAX = 100;

/** A YAML file parsed to plain data, and the line of each of its fields. */
export interface DataFile<T> {
  readonly name: string;
  readonly data: T;
  /** Where in the file the data stands, where it is a part of it. */
  readonly prefix: readonly PropertyKey[];
  /** The line of a field, or of the nearest field around it. */
  at(path: readonly PropertyKey[]): number;
}

/** A part of a file, to be read like a file of its own. */
export function partOf<T>(file: DataFile<unknown>, prefix: readonly PropertyKey[], data: T): DataFile<T> {
  const within = [...file.prefix, ...prefix];
  return { name: file.name, data, prefix: within, at: (path) => file.at([...prefix, ...path]) };
}

export function mistakeAt(file: DataFile<unknown>, path: readonly PropertyKey[], message: string): Mistake {
  return { file: file.name, line: file.at(path), field: [...file.prefix, ...path].map(String).join("."), message };
}

/** Reads one file against its schema. Gives the mistakes instead where it is not YAML, or not of that shape. */
export function readDataFile<T>(
  path: string,
  name: string,
  schema: z.ZodType<T>,
): { readonly file: DataFile<T> } | { readonly mistakes: readonly Mistake[] } {
  if (statSync(path).size > BYTES_MAX) return whole(name, `the file is over ${BYTES_MAX} bytes; split it`);
  const lines = new LineCounter();
  const doc = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines, strict: true, uniqueKeys: true });
  // A warning is a tag that YAML would have to guess the meaning of.
  const faults = [...doc.errors, ...doc.warnings];
  if (faults.length > 0) {
    return {
      mistakes: faults.map((e) => ({
        file: name,
        line: lines.linePos(e.pos[0]).line,
        field: "",
        message: `not YAML: ${e.message.split("\n")[0] ?? ""}`,
      })),
    };
  }
  const reaching = prototypeKeys(doc);
  if (reaching.length > 0) {
    return {
      mistakes: reaching.map((offset) => ({
        file: name,
        line: lines.linePos(offset).line,
        field: "__proto__",
        message: "no field may be called __proto__",
      })),
    };
  }
  let plain: unknown;
  try {
    plain = doc.toJS({ maxAliasCount: ALIASES_MAX });
  } catch (error) {
    return whole(name, `not usable YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
  const at = (field: readonly PropertyKey[]): number => lineOf(doc, lines, field);
  const parsed = schema.safeParse(plain);
  if (parsed.success) return { file: { name, data: parsed.data, prefix: [], at } };
  return {
    mistakes: parsed.error.issues.flatMap((issue) => {
      const unknown = issue.code === "unrecognized_keys" ? issue.keys : [undefined];
      return unknown.map((key) => {
        const path = key === undefined ? issue.path : [...issue.path, key];
        const message = key === undefined ? issue.message : "there is no such field here";
        return { file: name, line: at(path), field: path.map(String).join("."), message };
      });
    }),
  };
}

// Parsers drop such a key in silence. Here it is a mistake.
function prototypeKeys(doc: Document): readonly number[] {
  const found: number[] = [];
  visit(doc, {
    Scalar(role, node) {
      if (role === "key" && node.value === "__proto__") found.push(node.range?.[0] ?? 0);
    },
  });
  return found;
}

function whole(file: string, message: string): { mistakes: readonly Mistake[] } {
  return { mistakes: [{ file, line: 1, field: "", message }] };
}

function lineOf(doc: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = doc.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
