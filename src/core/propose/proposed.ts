import { ok, type Read } from "#core/request/refusal.ts";
import { propose } from "./propose.ts";
import type { Proposed } from "./proposer.ts";
import { articleText } from "./reading/article-text.ts";
import { htmlText, isHtml } from "./reading/html-text.ts";
import type { Known } from "./reading/read-article.ts";

/** An article's text, and what the rules propose of it. */
export function proposed(raw: string, names: Known, off: ReadonlySet<string>): Read<Proposed> {
  const article = articleText(isHtml(raw) ? htmlText(raw) : raw);
  return ok({ ...article, proposals: propose(article.paragraphs, names, off) });
}
