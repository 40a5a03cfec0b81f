import { webAddress } from "#core/request/options/web-address.ts";
import { EXCERPT_MAX, type Article } from "#core/facts/article.ts";
import { ATTRIBUTIONS, type According } from "#core/facts/fact.ts";
import { nearest } from "#core/text/near.ts";
import type { Option, Values } from "#core/request/option.ts";
import { day, text, whole } from "#core/request/options/index.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { listed, shorten } from "#core/text/text.ts";
import { longDay } from "#core/time/day.ts";
import { outletKey } from "#core/values/outlet.ts";
import { typographyKey } from "#core/values/typography.ts";
import { addressKey } from "#core/values/web-address.ts";
import type { View } from "#core/facts/view.ts";
import { defined } from "#core/text/defined.ts";

const address: Option<string, false> = {
  ...text("Its web address, for a new article; never fetched", { max: 2048 }),
  read: webAddress,
};

/** Where a claim rests, as a moderator types it: an article that the desk holds, or a new one by its outlet. */
export const CITING = {
  source: {
    ...text("The article: an outlet or id that the desk holds, or a new outlet's name", { required: true, max: 100 }),
    complete: (view: View) => [...view.articles.values()].map((a) => ({ label: a.outlet, value: a.id })),
  },
  paragraph: whole("The paragraph (or note) that says it, counted from 1", 1, 1000, { required: true }),
  excerpt: text(`The exact words, at most ${EXCERPT_MAX} characters`, { max: EXCERPT_MAX }),
  according: text("Whom the source has it from, such as: according to the Foreign Ministry", { max: 200 }),
  title: text("Its title, for a new article"),
  address,
  published: day("Its day of publication, for a new article"),
} as const;

export const CITING_NAMES: readonly string[] = Object.keys(CITING);

type Cited = Values<typeof CITING>;

/** The article that the values name, and whether it is new to the desk. `id` is what a new one is called. */
export function citedArticle(
  values: Cited,
  view: View,
  id: string,
): Read<{ readonly article: Article; readonly fresh: boolean }> {
  const all = [...view.articles.values()];
  const name = values.source.replace(/^new:\s*/iu, "").trim();
  if (name === "") return no("The new outlet has no name.", 'Type it, as in: "new: The Gazette".', [], "source");
  const marked = /^new:/iu.test(values.source);
  const detailed = [values.title, values.address, values.published].some((d) => d !== undefined);
  const outlet = all.filter((a) => outletKey(a.outlet) === outletKey(name));
  const twin = outlet.find((a) => isTwin(a, values));
  const exact = view.articles.get(values.source) ?? addressed(values.address, all);
  if (exact !== undefined) {
    const other = exact.id !== values.source && !outlet.includes(exact);
    return other ? otherOutlet(exact, name) : within(values.paragraph, exact);
  }
  if (twin !== undefined) return within(values.paragraph, twin);
  // "new:" means exactly this article, not one that is like it.
  const same = marked ? [] : outlet.filter((a) => !detailed || isSame(a, values));
  const [held] = same;
  if (held !== undefined && same.length === 1) return within(values.paragraph, held);
  if (same.length > 1) return whichOf(same);
  if (!detailed && !marked) {
    const problem = unheld(values.source, all);
    if (problem !== undefined) return problem;
  }
  const details = defined({ title: values.title, address: values.address, published: values.published });
  return ok({ fresh: true, article: { id, outlet: name, ...details, held: "text" } });
}

/** The article that is held under this address, however the address is spelt. */
function addressed(address: string | undefined, all: readonly Article[]): Article | undefined {
  const key = address === undefined ? undefined : addressKey(address);
  return key === undefined ? undefined : all.find((a) => a.address !== undefined && addressKey(a.address) === key);
}

/** Whether a held article has just the details that are given, and no others. */
function isTwin(held: Article, given: Pick<Cited, "title" | "address" | "published">): boolean {
  const pairs = detailsOf(held, given);
  return pairs.every(([a, b]) => a === b);
}

// Two entries of one outlet are one article when nothing that both give differs, and something is given alike.
function isSame(held: Article, given: Cited): boolean {
  const pairs = detailsOf(held, given).filter(([a, b]) => a !== undefined && b !== undefined);
  return pairs.length > 0 && pairs.every(([a, b]) => a === b);
}

type Detailed = { readonly [K in "title" | "address" | "published"]?: string | undefined };

function detailsOf(a: Detailed, b: Detailed): readonly (readonly [string | undefined, string | undefined])[] {
  const keys = ({ title, address, published }: Detailed): readonly (string | undefined)[] => [
    title === undefined ? undefined : typographyKey(title),
    address === undefined ? undefined : (addressKey(address) ?? address),
    published,
  ];
  const other = keys(b);
  return keys(a).map((key, i) => [key, other[i]]);
}

/** Whether two desks hold one article: of one outlet, with the same details. */
export function sameArticle(a: Article, b: Article): boolean {
  return outletKey(a.outlet) === outletKey(b.outlet) && isTwin(a, b);
}

/** What tells an article from others of its outlet: `“Talks in Istanbul”, 27 February 2025`. */
function articleLabel(article: Article): string {
  const day = article.published === undefined ? undefined : longDay(article.published);
  const named = article.title === undefined ? article.address : `“${article.title}”`;
  return [named, day].filter((part) => part !== undefined).join(", ") || article.id;
}

function whichOf(articles: readonly Article[]): Read<never> {
  const outlet = articles[0]?.outlet ?? "";
  const offers = articles.map((a) => ({ label: articleLabel(a), value: a.id }));
  const found = no(
    `The desk holds ${articles.length} articles of ${outlet}.`,
    `Give the title, the day or the address of one: ${articles.map(articleLabel).join("; ")}.`,
    [],
    "source",
  );
  return found.ok ? found : { ok: false, refusal: { ...found.refusal, offers } };
}

function otherOutlet(held: Article, name: string): Read<never> {
  return no(
    `The desk holds that address as an article of ${held.outlet}, not of ${shorten(name, 60)}.`,
    `Type ${held.outlet}, or another address.`,
    [],
    "address",
  );
}

/** Why the typed outlet is not taken for a new one; undefined where it is. */
function unheld(source: string, all: readonly Article[]): Read<never> | undefined {
  // An article's id that the desk does not hold does not name an outlet.
  if (/^a\d+(?:-\d+)?$/iu.test(source.trim()))
    return no(
      `The desk holds no article ${source.trim()}.`,
      "Type an outlet, or an id that /talks sources shows.",
      [],
      "source",
    );
  const near = nearest(source, all, (a) => [a.outlet, a.id], 3);
  if (near.length === 0) return undefined;
  const name = shorten(source, 60);
  return no(
    `The desk holds no article of "${name}", but of ${listed([...new Set(near.map((n) => n.item.outlet))])}.`,
    `Type one of those, or "new: ${name}" for a new outlet.`,
    [],
    "source",
  );
}

function within(paragraph: number, article: Article): Read<{ article: Article; fresh: boolean }> {
  if (article.paragraphs === undefined || paragraph <= article.paragraphs) return ok({ article, fresh: false });
  const unit = article.held === "text" ? "paragraphs" : "notes";
  return no(
    `${article.outlet} has ${article.paragraphs} ${unit}; there is no number ${paragraph}.`,
    `Type a number from 1 to ${article.paragraphs}.`,
    [],
    "paragraph",
  );
}

const ATTRIBUTED = new RegExp(String.raw`^(${ATTRIBUTIONS.join("|")})\s+(.+)$`, "iu");

/** `confirmed by the ministry` → how and who; words without one of the three ways are `according to`. */
export function readAccording(words: string | undefined): According | undefined {
  if (words === undefined) return undefined;
  const found = ATTRIBUTED.exec(words.trim());
  if (found?.[1] === undefined || found[2] === undefined) return { how: "according to", who: words.trim() };
  return { how: found[1].toLowerCase() as According["how"], who: found[2] };
}
