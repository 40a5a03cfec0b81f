import type { Claim, Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { consistent, differing } from "#core/slots/disagreement.ts";
import { byArticle, ownSource } from "./citation.ts";
import { tell } from "#core/messages/tell.ts";
import { memoised } from "#core/text/lazy.ts";
import { exactFirst } from "./first-line.ts";
import { strong, text, type Inline, type Source } from "./reply.ts";
import { brief } from "./statement.ts";

/**
 * Facts on one question as a table's cell: each source's own wording with where it stands and who said it, the exact
 * before the less exact, and first how they relate. `told`: how a claim is worded, `brief` without.
 */
export function citedCell(unordered: readonly Fact[], view: View, told = brief): readonly Inline[] {
  const facts = exactFirst(unordered);
  if (facts.length === 0) return [text(tell(view, "differ.none"))];
  const isApart = (differing(facts, view) ?? []).length > 1;
  const worded = wordings(facts, view, told);
  const shown = [text(worded.map(({ words, claims }) => `${words} [${cited(claims, view)}]`).join("; "))];
  if (isApart) return [strong(`${tell(view, "differ.differ")}: `), ...shown];
  const open = facts.filter((f) => f.settled === undefined);
  return consistent(open, view).length > 1 ? [strong(`${tell(view, "differ.consistent")}: `), ...shown] : shown;
}

interface Wording {
  readonly words: string;
  readonly claims: readonly Claim[];
}

/** Each wording once. A fact that is in dispute says so. */
function wordings(facts: readonly Fact[], view: View, told: typeof brief): readonly Wording[] {
  // Agreeing sources may give a post in different words, and may have it from somebody.
  const all = facts.flatMap((f) =>
    f.claims
      .filter((c) => c.bare === undefined)
      .map((claim) => {
        const words = told(claim, view);
        return { claim, words: f.standing === "disputed" ? tell(view, "differ.disputed", { words }) : words };
      }),
  );
  return [...Map.groupBy(all, ({ words }) => words)].map(([words, some]) => ({
    words,
    claims: some.map(({ claim }) => claim),
  }));
}

/** `The Gazette, notes 6 and 7, as told by Ida Ray`: a cell keeps who said it, and where. */
function cited(claims: readonly Claim[], view: View): string {
  return byArticle(claims.map((c) => ownSource(c, view)))
    .map(({ outlet, place, said }) => {
      const as = said === undefined ? "" : said.startsWith("confirmed") ? `, as ${said}` : `, ${said}`;
      return `${outlet}, ${place}${as}`;
    })
    .join("; ");
}

/** The citations of facts below a table: one an article, without who said it, which the table says. */
export function tableSources(note: string, facts: readonly Fact[], view: View) {
  const all = facts.flatMap(({ claims }) => claims.map((c) => unsaid(ownSource(c, view))));
  return { kind: "sources" as const, note, sources: byArticle(all) };
}

const unsaid = memoised(({ said: _said, excerpt: _excerpt, ...source }: Source): Source => source);
