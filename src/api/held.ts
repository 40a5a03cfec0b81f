import { z } from "zod";
import type { WholeSnapshot } from "#core/desk/desk.ts";
import { articleSubject, factSubject } from "#core/desk/subject.ts";
import { live, type Fact } from "#core/facts/fact.ts";
import { factCalled } from "#core/facts/view.ts";
import { quoted, sourcesOf } from "#core/reply/fact-blocks.ts";
import { statement } from "#core/reply/statement.ts";
import { defined } from "#core/text/defined.ts";
import { FACT, factOf } from "./told.ts";

const WHEN = z.object({ revision: z.number().int(), at: z.string(), what: z.string() });

/** One fact whole. Who changed it is not told: that is for the desk's moderators. */
export const HELD_FACT = FACT.extend({
  kind: z.string().describe("The kind of fact"),
  talks: z.object({ id: z.string(), name: z.string() }),
  party: z.string().describe("Id of the party that it is about; both: of every party at the table").optional(),
  standing: z.enum(["accepted", "disputed"]),
  claims: z.array(
    z.object({
      id: z.string(),
      fields: z.record(z.string(), z.union([z.string(), z.number()])).describe("As stored: ids of names, values"),
      as: z
        .record(z.string(), z.string())
        .describe("The source's own words, where a field is stored as something else"),
    }),
  ),
  history: z.array(WHEN).describe("What the desk did with it, in order"),
});

/** One article and the facts that rest on it. */
export const HELD_ARTICLE = z.object({
  id: z.string(),
  outlet: z.string(),
  title: z.string().optional(),
  published: z.string().optional(),
  language: z.string().optional(),
  address: z.string().optional(),
  facts: z.array(z.object({ id: z.string(), statement: z.string(), place: z.string() })),
  history: z.array(WHEN),
});

/** A fact by its id or that of a claim; undefined where readers see none. */
export function heldFact(id: string, snapshot: WholeSnapshot): z.infer<typeof HELD_FACT> | undefined {
  const { view } = snapshot;
  const fact = factCalled(id, view);
  if (fact === undefined || !live(fact)) return undefined;
  return {
    ...factOf(quoted(fact, view), view),
    kind: fact.slot,
    talks: { id: fact.talks, name: view.talks.name(fact.talks) },
    standing: fact.standing === "disputed" ? "disputed" : "accepted",
    ...defined({ party: fact.side }),
    claims: fact.claims.map((c) => ({ id: c.id, fields: { ...c.fields }, as: { ...c.as } })),
    history: historyOf(factSubject(fact.id), snapshot),
  };
}

/** An article by its id; undefined where the desk has none. */
export function heldArticle(id: string, snapshot: WholeSnapshot): z.infer<typeof HELD_ARTICLE> | undefined {
  const { view } = snapshot;
  const article = view.articles.get(id);
  if (article === undefined) return undefined;
  const { outlet, title, published, language, address } = article;
  const places = (fact: Fact): readonly string[] =>
    sourcesOf(fact, view).flatMap((s) => (s.article === id ? [s.place] : []));
  return {
    id,
    outlet,
    ...defined({ title, published, language, address }),
    facts: view.facts
      .filter((f) => live(f) && f.claims.some((c) => c.citation.article === id))
      .flatMap((f) => places(f).map((place) => ({ id: f.id, statement: statement(f, view), place }))),
    history: historyOf(articleSubject(id), snapshot),
  };
}

function historyOf(subject: string, { library, own }: WholeSnapshot): z.infer<typeof WHEN>[] {
  const all = [...library.of(subject), ...own.of(subject)];
  return all.map(({ number, at, kind }) => ({ revision: number, at: at.toString(), what: kind }));
}
