import type { Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import type { Gold } from "./score.ts";

/** Gold as JSON lines or as one JSON list. */
export function goldIn(text: string): readonly Gold[] {
  const trimmed = text.trim();
  if (trimmed.startsWith("[")) return JSON.parse(trimmed) as Gold[];
  return trimmed.split("\n").flatMap((row) => (row.trim() === "" ? [] : [JSON.parse(row) as Gold]));
}

const MAIN = ["person", "topic", "words", "result", "step", "about", "aim", "stated", "place", "city", "count"];
const KINDS = new Set(
  "duration date quote led venue agenda next outcome attended purpose excluded grievance property".split(" "),
);

/** What the shipped library holds of the articles that it read whole, as gold. */
export function goldOfLibrary(view: View): readonly Gold[] {
  return [...view.articles.values()].flatMap((article) =>
    article.held !== "text" || article.coverage === undefined
      ? []
      : view.facts.flatMap((fact) => rowsOf(fact, article.id, article.coverage ?? "", view)),
  );
}

function rowsOf(fact: Fact, article: string, file: string, view: View): readonly Gold[] {
  return fact.claims.flatMap((claim) => {
    const main = MAIN.find((name) => claim.fields[name] !== undefined) ?? "";
    if (claim.citation.article !== article || !KINDS.has(fact.slot) || main === "") return [];
    const field = main;
    const id = String(claim.fields[field]);
    const value =
      claim.as[field] ??
      (field === "person"
        ? view.people.name(id)
        : field === "place" || field === "city"
          ? view.places.name(id)
          : id.replace(/\s\([^()]*\)$/u, ""));
    return [
      {
        article: file,
        slot: fact.slot,
        paragraph: claim.citation.paragraph,
        ...(fact.side === undefined ? {} : { side: fact.side }),
        value,
      },
    ];
  });
}
