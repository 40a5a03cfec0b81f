import type { Change } from "#core/desk/store.ts";
import { articleSubject } from "#core/desk/subject.ts";
import type { Article } from "#core/facts/article.ts";
import type { DETAILS } from "#core/facts/same-article.ts";
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
  /** What was given of it and is not held of it: a citation leaves the article as it is. */
  readonly untaken?: Partial<Pick<Article, (typeof DETAILS)[number]>>;
  /** The articles of its outlet that were held before it, where it is new. */
  readonly besides?: readonly Article[];
}
