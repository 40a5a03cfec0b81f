import type { Change } from "#core/desk/store.ts";
import { articleSubject } from "#core/desk/subject.ts";
import type { Article } from "#core/facts/article.ts";
import { defined } from "#core/text/defined.ts";

/** The change that keeps an article as it stands here. */
export function articleChange(article: Article, kind: "source" | "correct" = "source", why?: string): Change {
  return { subject: articleSubject(article.id), kind, after: JSON.stringify(article), ...defined({ why }) };
}

/** The change that a citation brings: its article, where that is new to the desk. */
export function citedChange({ article, fresh }: CitedArticle): readonly Change[] {
  return fresh ? [articleChange(article)] : [];
}

/** The article that a claim cites, and whether it is new to the desk. */
export interface CitedArticle {
  readonly article: Article;
  readonly fresh: boolean;
}
