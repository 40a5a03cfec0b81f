import Papa from "papaparse";
import { parse as parseYaml } from "yaml";
import { refuse, type Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";

/** What an import file is: a tree (YAML or JSON), or CSV rows by their header. */
export type Parsed =
  | { readonly kind: "tree"; readonly data: unknown }
  | { readonly kind: "rows"; readonly rows: readonly Readonly<Record<string, string>>[] };

// As many expansions as an honest file could need; a YAML bomb stops here.
const ALIASES_MAX = 100;

/** Parses by what the text looks like: JSON begins with a bracket, CSV has a header with `slot` and a separator, all else is YAML. */
export function parseText(raw: string): Read<Parsed> {
  const content = raw.replace(/^\uFEFF/u, "");
  if (content.trim() === "") return bad("That file is empty.");
  if (content.includes("\0") || content.includes("\uFFFD")) return bad("That file is not UTF-8 text.");
  const head = content.trimStart();
  if (head.startsWith("{") || head.startsWith("[")) return tree("JSON", () => JSON.parse(content) as unknown);
  const firstLine = head.split(/\r?\n/u, 1)[0] ?? "";
  if (/[,;\t]/u.test(firstLine) && /(?:^|[,;\t"])slot(?:$|[,;\t"])/u.test(firstLine)) return csv(content);
  return tree("YAML", () => parseYaml(content, { maxAliasCount: ALIASES_MAX, uniqueKeys: true }) as unknown);
}

function tree(format: string, parse: () => unknown): Read<Parsed> {
  try {
    return { ok: true, value: { kind: "tree", data: parse() } };
  } catch (error) {
    const why =
      error instanceof RangeError
        ? "it is nested too deeply"
        : error instanceof Error
          ? (error.message.split("\n")[0] ?? "")
          : "";
    return bad(`That is not readable ${format}: ${shorten(why, 200)}`);
  }
}

function csv(content: string): Read<Parsed> {
  // The header has no separators of its own, so it tells which one separates: a guess from the rows can go wrong.
  const delimiter = /[,;\t]/u.exec(content)?.[0] ?? ",";
  const { data, errors } = Papa.parse<Record<string, string>>(content, {
    header: true,
    delimiter,
    skipEmptyLines: "greedy",
  });
  const [first] = errors;
  if (first !== undefined) {
    const row = first.row === undefined ? "" : ` in row ${first.row + 2}`;
    return bad(
      `That is not readable CSV${row}: ${first.message}${errors.length > 1 ? ` (and ${errors.length - 1} more)` : ""}`,
    );
  }
  const rows = data.map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([name, value]) => (value.trim() === "" ? [] : [[name.trim(), unescaped(value)]])),
    ),
  );
  return { ok: true, value: { kind: "rows", rows } };
}

/**
 * What a spreadsheet would run: = + - @ | tab and CR at the start (OWASP ASVS 5, 1.2.10). The export puts ' before it, and before
 * another ' that stands there, so that the import can take exactly one away.
 */
export const FORMULA = /^'*[=+\-@|\t\r]/u;

function unescaped(value: string): string {
  return value.startsWith("'") && FORMULA.test(value) ? value.slice(1) : value;
}

function bad(message: string): Read<never> {
  return { ok: false, refusal: refuse("usage", message, "Send YAML, JSON or CSV as /facts export writes it.") };
}
