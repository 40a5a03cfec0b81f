import type { Told } from "#core/messages/tongue.ts";
import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { ARTICLE_PARTS, findArticle } from "#core/changes/correct-article.ts";
import { findFact } from "#core/changes/find-fact.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import { articleLabels } from "#core/reply/article-label.ts";
import { call, LABEL_MAX, type Button, type RawCall } from "#core/request/call.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { SLOTS } from "#core/slots/index.ts";
import { shorten } from "#core/text/text.ts";

const OF_FACT = ["of", "talks", "side", "source", "paragraph", "excerpt", "according", "join"] as const;
/** What another article that a citation is put to has of these. */
const OF_SOURCE: ReadonlySet<string> = new Set(["title", "address", "published"]);
const MOST = 5;

/**
 * Why what was typed does not go with what is corrected: a fact has no title, an article no paragraph. It offers to
 * correct the articles that the fact rests on. Undefined where all goes with it.
 */
export function misplaced(values: RawCall["values"], at: Snapshot): Refusal | undefined {
  const typed = (names: readonly string[]): readonly string[] =>
    names.filter((name) => (values[name] ?? "").trim() !== "");
  const id = values["id"] ?? "";
  const article = findArticle(id, at);
  if (article !== undefined) {
    const lost = typed(OF_FACT);
    if (lost.length === 0) return undefined;
    return refuse(
      "usage",
      tell(at.view, "misplaced.article", { ...named(lost, at.view), outlet: article.outlet }),
      tell(at.view, "misplaced.giveFact"),
    );
  }
  const fact = findFact(id, at);
  if (!fact.ok) return undefined;
  const other = values["source"] !== undefined;
  const lost = typed(ARTICLE_PARTS).filter(
    (name) => !(other && OF_SOURCE.has(name)) && !Object.hasOwn(SLOTS[fact.value.slot].fields, name),
  );
  if (lost.length === 0) return undefined;
  const ids = [...new Set(fact.value.claims.map((c) => c.citation.article))];
  const articles = ids.flatMap((one) => at.view.articles.get(one) ?? []);
  const labels = articleLabels(articles, at.view);
  const given = Object.fromEntries([...lost, ...typed(["reason"])].map((name) => [name, values[name] ?? ""]));
  const offers = articles.slice(0, MOST).map((a, i): Button => ({
    label: shorten(
      [
        tell(at.view, "misplaced.correct", { outlet: a.outlet }),
        ...(labels[i] === undefined || labels[i] === a.id ? [] : [labels[i]]),
      ].join(", "),
      LABEL_MAX,
    ),
    call: call(["facts", "correct"], { ...given, id: a.id }),
  }));
  return refuse(
    "usage",
    tell(at.view, "misplaced.fact", { ...named(lost, at.view), id: fact.value.id }),
    tell(at.view, "misplaced.correctIts"),
    offers,
  );
}

function named(names: readonly string[], at: Told): { readonly n: number; readonly names: string } {
  const typed = names.map((name) => `${name}:`);
  return { n: names.length, names: listedIn(at, typed) };
}
