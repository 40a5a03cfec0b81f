import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import type { Article } from "#core/facts/article.ts";
import { refuse } from "#core/request/refusal.ts";
import { ofOneOutlet } from "#core/facts/same-article.ts";
import { articleChange } from "./article-change.ts";

/** The parts of an article that can be corrected: what it says of itself. The facts that rest on it stay. */
export const ARTICLE_PARTS = ["outlet", "title", "address", "published", "language"] as const;
export type ArticleCorrection = Partial<Pick<Article, (typeof ARTICLE_PARTS)[number]>>;

/** The article that is called so: by its id, or by its outlet where that has one alone. */
export function findArticle(typed: string, { view }: Pick<Snapshot, "view">): Article | undefined {
  const id = typed.trim().toLowerCase();
  const named = [...view.articles.values()].filter((a) => ofOneOutlet(a, { outlet: typed }));
  return view.articles.get(id) ?? (named.length === 1 ? named[0] : undefined);
}

export function planCorrectArticle(
  article: Article,
  correction: ArticleCorrection,
  reason: string | undefined,
  at: Told,
): Plan<Article> {
  const given = Object.fromEntries(Object.entries(correction).filter(([, value]) => value !== undefined));
  const after: Article = { ...article, ...given };
  if (JSON.stringify(after) === JSON.stringify(article)) {
    const same = tell(at, "correct.sameArticle", { outlet: article.outlet });
    return refusing(refuse("state", same, tell(at, "correct.giveParts")));
  }
  return {
    kind: "append",
    changes: [articleChange(after, "correct", reason)],
    result: after,
  };
}
