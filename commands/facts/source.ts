import { defineCommand } from "#core/answer/command.ts";
import { articleSubject } from "#core/desk/subject.ts";
import { authorOf, refusing } from "#core/desk/desk.ts";
import { claimOf, joinChange } from "#core/changes/add.ts";
import { citedArticle, CITING, CITING_NAMES } from "#core/changes/citing.ts";
import { findToChange } from "#core/changes/fact-state.ts";
import { FACT_ID } from "./fact-options.ts";
import { changed, shown } from "./changed.ts";
import { refuse } from "#core/request/refusal.ts";
import { fieldsOf } from "#core/facts/fact.ts";

export const source = defineCommand({
  path: ["facts", "source"],
  about: "Add one more citation to a fact",
  tier: "moderator",
  options: { id: FACT_ID, ...CITING },
  example: "apr-venue source:Meduza paragraph:1",
  form: { title: "Add a source", asks: CITING_NAMES },
  async answer({ id, ...citing }, { asker, desk }) {
    const outcome = await desk.change(authorOf(asker), (snapshot) => {
      const found = findToChange(id, asker.tier, snapshot);
      if (!found.ok) return refusing(found.refusal);
      const fact = found.value;
      const cited = citedArticle(citing, snapshot.view, `a${snapshot.next}`);
      if (!cited.ok) return refusing(cited.refusal);
      const { article, fresh } = cited.value;
      if (fact.claims.some((c) => c.citation.article === article.id && c.citation.paragraph === citing.paragraph)) {
        return refusing(refuse("state", `${fact.id} cites that place already.`, "Cite another paragraph or article."));
      }
      const stated = { ...fact, fields: fieldsOf(fact), citing };
      const claim = claimOf(stated, article.id, snapshot.next + (fresh ? 1 : 0));
      const articles = fresh
        ? [{ subject: articleSubject(article.id), kind: "source" as const, after: JSON.stringify(article) }]
        : [];
      return { kind: "append", changes: [...articles, joinChange(fact, claim, snapshot, "source")], result: fact };
    });
    return changed(outcome, (fact, now) => shown("Source added", fact.id, now));
  },
});
