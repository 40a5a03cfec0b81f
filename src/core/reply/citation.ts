import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { dayIn } from "#core/messages/words.ts";
import { listedIn } from "#core/messages/lists.ts";
import { languageNamed } from "./language-named.ts";
import type { Article } from "#core/facts/article.ts";
import type { According, Claim, Fact } from "#core/facts/fact.ts";
import type { Inline, Source } from "./reply.ts";
import { outletKey } from "#core/values/outlet.ts";
import type { View } from "#core/facts/view.ts";
import { defined } from "#core/text/defined.ts";
import { shorten } from "#core/text/text.ts";
import { memoised, memoisedIn } from "#core/text/lazy.ts";

/**
 * A claim's citation in words: the outlet, the day if the source has one, and the paragraph or the item of the notes.
 */
export function sourceOf(claim: Claim, view: View, shared?: string): Source {
  const article = view.articles.get(claim.citation.article);
  const said = claim.according === undefined ? undefined : saidIn(view, claim.according);
  return {
    article: claim.citation.article,
    outlet: article?.outlet ?? claim.citation.article,
    place: placeIn(article, claim.citation.paragraph, view),
    ...defined({
      also: claim.bare,
      day: article === undefined ? undefined : dayOf(article, view),
      href: article?.address,
      said: said === shared ? undefined : said,
      excerpt: claim.citation.excerpt,
      tongue: view.tongue,
    }),
  };
}

/** The same with the claim's own attribution, which a table's cells and the list below it tell again and again. */
export const ownSource = memoisedIn((claim: Claim, view: View): Source => sourceOf(claim, view));

/** An article's day; its title before it, where its outlet has another article of that day. */
function dayOf(article: Article, view: View): string | undefined {
  const day = article.published === undefined ? undefined : dayIn(view, article.published);
  if (article.title === undefined || !hasTwin(article, view.articles)) return day;
  return [`“${shorten(article.title, TITLE_MAX)}”`, ...(day === undefined ? [] : [day])].join(", ");
}

const TITLE_MAX = 60;

/** Whether its outlet has another article of that day. Days are compared first: few articles share one. */
function hasTwin(article: Article, articles: View["articles"]): boolean {
  const outlet = keyOf(article);
  for (const other of articles.values())
    if (other !== article && other.published === article.published && keyOf(other) === outlet) return true;
  return false;
}

/** Where in an article: `¶3`, or `note 3` of one that is held as notes, with its language where it is another one. */
export function placeIn(article: Article | undefined, paragraph: number | string, at: Told): string {
  const place = article?.held === "notes" ? tell(at, "source.note", { n: paragraph }) : `¶${paragraph}`;
  const language = article === undefined ? undefined : languageNamed(article.language, at);
  return language === undefined ? place : tell(at, "source.foreign", { place, language });
}

/** `according to an agency, as told by the ministry`: each step from the article back to who said it. */
export function accordingTo(steps: readonly According[]): string {
  return steps.map(({ how, who }) => `${how} ${who}`).join(", ");
}

/** The same in the language of a reply. */
export function saidIn(at: Told, steps: readonly According[]): string {
  return steps.map(({ how, who }) => tell(at, `said.${how}`, { who })).join(", ");
}

/**
 * Citations with those of one article, and from the same speaker, as one: `notes 1–3 and 5`, `¶¶ 2 and 4, in Spanish`.
 */
export function byArticle(sources: readonly Source[]): readonly Source[] {
  return [...Map.groupBy(sources, alike).values()].flatMap((some) => {
    const [first] = some;
    return first === undefined
      ? []
      : [
          {
            ...first,
            place: placesOf(
              some.map(({ place }) => place),
              first,
            ),
          },
        ];
  });
}

const alike = memoised(({ place: _, ...rest }: Source): string => JSON.stringify(rest));

const PLACE = /^(\D*)(\d+)(.*)$/su;

function placesOf(places: readonly string[], at: Told): string {
  const read = places.map((place) => PLACE.exec(place));
  const [, kind = "", , tail = ""] = read[0] ?? [];
  const alike = read.every((one) => one?.[1] === kind && one[3] === tail);
  const numbers = [...new Set(read.map((one) => Number(one?.[2])))].toSorted((a, b) => a - b);
  const [first, second] = numbers;
  if (!alike) return [...new Set(places)].join("; ");
  if (second === undefined) return `${kind}${first ?? ""}${tail}`;
  const n = listedIn(at, runs(numbers));
  return `${kind === "¶" ? `¶¶ ${n}` : tell(at, "source.notes", { n })}${tail}`;
}

/** `1–3`, `5`: numbers in a row by their ends; two alone stay two. */
function runs(numbers: readonly number[]): readonly string[] {
  const found: number[][] = [];
  for (const n of numbers) {
    const last = found.at(-1);
    if (last?.at(-1) === n - 1) last.push(n);
    else found.push([n]);
  }
  return found.flatMap((run) => (run.length < 3 ? run.map(String) : [`${run[0] ?? ""}–${run.at(-1) ?? ""}`]));
}

/**
 * The attribution that all claims of a fact share; undefined where they differ. The statement itself then carries it.
 */
export const sharedSteps = memoised(({ claims }: Pick<Fact, "claims">): readonly According[] | undefined => {
  // Most facts have a claim that needs no attribution.
  if (claims.some((c) => c.according === undefined)) return undefined;
  const [only, ...others] = new Set(claims.map((c) => accordingTo(c.according ?? [])));
  return others.length === 0 && only !== "" ? claims[0]?.according : undefined;
});

/** The same in words, as `at` is read. */
export function sharedAccording(fact: Pick<Fact, "claims">, at: Told = {}): string | undefined {
  const steps = sharedSteps(fact);
  return steps === undefined ? undefined : saidIn(at, steps);
}

/** Outlets that report a fact, each once, in the order of its claims. */
export function outlets(fact: Fact, view: View): readonly string[] {
  return outletsOf(fact.claims, view);
}

export function outletsOf(claims: readonly Claim[], view: View): readonly string[] {
  const told = new Map<string, string>();
  for (const { citation } of claims) {
    const article = view.articles.get(citation.article);
    const key = article === undefined ? citation.article : keyOf(article);
    if (!told.has(key)) told.set(key, article?.outlet ?? citation.article);
  }
  return [...told.values()];
}

const keyOf = memoised(({ outlet }: Article) => outletKey(outlet));

/** `as told by Ida Ray, in The Gazette, 10 April 2025, note 3`, the outlet a link where there is an address. */
export function sourceInlines(source: Source): readonly Inline[] {
  const day = source.day === undefined ? "" : `, ${source.day}`;
  const tail = `${day}, ${source.place}`;
  const outlet: Inline =
    source.href === undefined
      ? { kind: "text", text: source.outlet }
      : { kind: "link", text: source.outlet, href: source.href };
  return [
    ...(source.also === true ? [{ kind: "text", text: tell(source, "source.also") } as const] : []),
    ...(source.said === undefined
      ? []
      : [{ kind: "text", text: tell(source, "source.saidIn", { said: source.said }) } as const]),
    outlet,
    { kind: "text", text: tail },
  ];
}
