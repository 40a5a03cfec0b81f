import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { ARTICLE_COLUMNS, ARTICLE_DETAILS, NEEDED } from "./columns.ts";
import type { Line } from "./line.ts";

/**
 * A needed column that lines leave empty below one that fills it, as merged cells do: whether it means the one above is
 * to be asked.
 */
export interface Gap {
  readonly column: string;
  readonly above: string;
  /** The lines that leave it empty. */
  readonly lines: readonly string[];
}

/**
 * Lines with what the ones above have put into their gaps, for these columns. A source from above brings what is known
 * of its article.
 */
export function filledDown(lines: readonly Line[], columns: ReadonlySet<string>): readonly Line[] {
  let above: ReadonlyMap<string, string> = new Map();
  return lines.map((line) => {
    const cells = new Map(line.cells);
    const lacking = NEEDED.filter((name) => columns.has(name) && !cells.has(name));
    const article =
      lacking.includes("source") && !ARTICLE_COLUMNS.some((name) => cells.has(name)) ? ARTICLE_COLUMNS : [];
    for (const name of [...lacking, ...article]) {
      const value = above.get(name);
      if (value !== undefined) cells.set(name, value);
    }
    above = new Map([...above, ...cells].filter(([name]) => !isArticleOfAnother(name, cells)));
    return { ...line, cells };
  });
}

// What is known of one article is not known of the next.
function isArticleOfAnother(name: string, cells: ReadonlyMap<string, string>): boolean {
  return cells.has("source") && !cells.has(name) && (ARTICLE_COLUMNS as readonly string[]).includes(name);
}

/** Every gap of these lines, and those lines with the gap as what is wrong with them. */
export function gapsOf(
  lines: readonly Line[],
  at: Told,
): { readonly lines: readonly Line[]; readonly gaps: readonly Gap[] } {
  const above = new Map<string, { readonly value: string; readonly where: string }>();
  const gaps = new Map<string, { above: string; lines: string[] }>();
  const told = lines.map((line) => {
    const problems = NEEDED.flatMap((name) => {
      const value = line.cells.get(name);
      const last = above.get(name);
      if (value !== undefined) above.set(name, { value, where: line.where });
      // Articles have no merged cells, and what is wrong with a line is told first.
      const asks = line.problem === undefined && !(name === "source" && line.inherited !== undefined);
      if (value !== undefined || last === undefined || !asks) return [];
      const gap = gaps.get(name) ?? { above: last.value, lines: [] };
      gap.lines.push(line.where);
      gaps.set(name, gap);
      return [tell(at, "wrong.gap", { name, above: last.value, where: last.where })];
    });
    const [problem] = problems;
    return line.problem !== undefined || problem === undefined ? line : { ...line, problem };
  });
  return { lines: told, gaps: [...gaps].map(([column, gap]) => ({ column, ...gap })) };
}

/** Lines with what any line of the same article says of it: that it has two paragraphs holds for all of them. */
export function withArticleDetails(lines: readonly Line[]): readonly Line[] {
  const known = new Map<string, Map<string, string>>();
  const articleOf = ({ cells }: Line): string =>
    JSON.stringify(["source", "title", "address", "published"].map((name) => cells.get(name) ?? ""));
  for (const line of lines) {
    const details = known.get(articleOf(line)) ?? new Map<string, string>();
    known.set(articleOf(line), details);
    for (const name of ARTICLE_DETAILS) {
      const value = line.cells.get(name);
      if (value !== undefined && !details.has(name)) details.set(name, value);
    }
  }
  return lines.map((line) => ({ ...line, cells: new Map([...(known.get(articleOf(line)) ?? []), ...line.cells]) }));
}
