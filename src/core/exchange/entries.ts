import type { z } from "zod";
import { ARTICLE_ENTRY, type ArticleEntry } from "./schema.ts";
import { parseText } from "./formats.ts";
import { refuse, type Read } from "#core/request/refusal.ts";
import type { RawCall } from "#core/request/call.ts";
import { shorten } from "#core/text/text.ts";

/** One line of an import: where it stands, and the values of `/facts add` that it means; or what is wrong with it. */
export type Entry =
  | { readonly where: string; readonly values: RawCall["values"] }
  | { readonly where: string; readonly problem: string };

/** Most claims that one import may bring: a page of facts, not a database. */
const ENTRIES_MAX = 2000;
export const IMPORT_MAX = 1_000_000;

/** The claims of an import file, in YAML, JSON or CSV. A file that is none of them is refused whole; a wrong entry is told by its place. */
export function readEntries(content: string): Read<readonly Entry[]> {
  const parsed = parseText(content);
  if (!parsed.ok) return parsed;
  const entries =
    parsed.value.kind === "rows"
      ? parsed.value.rows.map((values, i): Entry => ({ where: `row ${i + 2}`, values }))
      : articleList(parsed.value.data).flatMap((article, i) => articleEntries(article, i));
  if (entries.length === 0)
    return bad(
      "There is no claim in that file.",
      "Put claims under articles, or rows under a CSV header; /facts export shows the form.",
    );
  if (entries.length > ENTRIES_MAX)
    return bad(`That file has ${entries.length} claims; an import takes at most ${ENTRIES_MAX}.`, "Split the file.");
  return { ok: true, value: entries };
}

function articleList(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data;
  if (typeof data !== "object" || data === null) return [];
  const { articles } = data as { articles?: unknown };
  return Array.isArray(articles) ? articles : [data];
}

function articleEntries(data: unknown, index: number): readonly Entry[] {
  const where = `article ${index + 1}`;
  const parsed = ARTICLE_ENTRY.safeParse(data);
  if (!parsed.success)
    return parsed.error.issues.slice(0, 20).map((issue) => ({ where: placeOf(where, issue), problem: issue.message }));
  return parsed.data.claims.map((claim, i) => ({
    where: `${where}, claim ${i + 1}`,
    values: valuesOf(parsed.data, claim),
  }));
}

function placeOf(where: string, issue: z.core.$ZodIssue): string {
  return shorten(`${where}${issue.path.length === 0 ? "" : ` ${issue.path.map(String).join(".")}`}`, 80);
}

function valuesOf(article: ArticleEntry, claim: ArticleEntry["claims"][number]): RawCall["values"] {
  const { says, according, talks, slot, side, paragraph, excerpt } = claim;
  const given: Readonly<Record<string, string | undefined>> = {
    ...Object.fromEntries(Object.entries(says).map(([k, v]) => [k, String(v)])),
    talks,
    slot,
    side,
    source: named(article.outlet, article.id),
    title: article.title,
    address: article.address,
    published: article.published,
    paragraph: String(paragraph),
    excerpt,
    according: according === undefined ? undefined : `${according.how} ${according.who}`,
  };
  return Object.fromEntries(Object.entries(given).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));
}

/**
 * An outlet as `/facts add` takes it. A desk's own article is marked as meant exactly: it is the one that has the same outlet, title,
 * address and day, or a new one, never one that is only like it.
 */
export function named(outlet: string, id: string | undefined): string {
  return id !== undefined && /^a\d/u.test(id) ? `new: ${outlet}` : outlet;
}

function bad(message: string, hint: string): Read<never> {
  return { ok: false, refusal: refuse("usage", message, hint) };
}
