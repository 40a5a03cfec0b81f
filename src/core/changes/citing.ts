import { webAddress } from "#core/request/options/web-address.ts";
import { EXCERPT_MAX, type Article } from "#core/facts/article.ts";
import { ATTRIBUTIONS, type According } from "#core/facts/fact.ts";
import { nearest } from "#core/text/near.ts";
import type { Option, Values } from "#core/request/option.ts";
import { day, text, whole } from "#core/request/options/index.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { fold, listed, shorten } from "#core/text/text.ts";
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

const DETAILS = ["title", "address", "published"] as const;

/** The article that the values name, and whether it is new to the desk. `id` is what a new one is called. */
export function citedArticle(
  values: Values<typeof CITING>,
  view: View,
  id: string,
): Read<{ readonly article: Article; readonly fresh: boolean }> {
  const all = [...view.articles.values()];
  const typed = fold(values.source.replace(/^new:\s*/iu, ""));
  if (typed === "") return no("The new outlet has no name.", 'Type it, as in: "new: The Gazette".', [], "source");
  const details = [values.title, values.address, values.published].some((d) => d !== undefined);
  const isNew = details || /^new:/iu.test(values.source);
  const exact =
    view.articles.get(values.source) ?? all.find((a) => a.address !== undefined && a.address === values.address);
  const outlet = all.filter((a) => fold(a.outlet) === typed);
  const twin = outlet.find((a) => DETAILS.every((name) => a[name] === values[name]));
  // "new:" means exactly this article, not one that is like it.
  const alike = /^new:/iu.test(values.source) ? [] : outlet.filter((a) => !details || isSame(a, values));
  const same = exact === undefined ? alike : [exact];
  const [held] = same;
  if (twin !== undefined && exact === undefined) return within(values.paragraph, twin);
  if (held !== undefined && same.length === 1) return within(values.paragraph, held);
  if (!isNew && same.length > 1) {
    return no(
      `The desk holds ${same.length} articles of ${held?.outlet ?? ""}.`,
      `Type one of their ids: ${same.map((a) => `${a.id} (${a.title ?? a.published ?? a.address ?? "untitled"})`).join(", ")}.`,
      [],
      "source",
    );
  }
  // An article's id that the desk does not hold is not an outlet's name.
  if (!isNew && /^a\d+(?:-\d+)?$/iu.test(values.source.trim()))
    return no(
      `The desk holds no article ${values.source.trim()}.`,
      "Type an outlet, or an id that /talks sources shows.",
      [],
      "source",
    );
  const near = isNew ? [] : nearest(values.source, all, (a) => [a.outlet, a.id], 3);
  if (near.length > 0) {
    const name = shorten(values.source, 60);
    return no(
      `The desk holds no article of "${name}", but of ${listed([...new Set(near.map((n) => n.item.outlet))])}.`,
      `Type one of those, or "new: ${name}" for a new outlet.`,
      [],
      "source",
    );
  }
  return ok({
    fresh: true,
    article: {
      id,
      outlet: values.source.replace(/^new:\s*/iu, "").trim(),
      ...defined({ title: values.title, address: values.address, published: values.published }),
      held: "text",
    },
  });
}

// Two entries of one outlet are one article when nothing that both give differs, and something is given alike.
function isSame(held: Article, given: Values<typeof CITING>): boolean {
  const pairs = DETAILS.map((name) => [held[name], given[name]]).filter(([a, b]) => a !== undefined && b !== undefined);
  return pairs.length > 0 && pairs.every(([a, b]) => a === b);
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
