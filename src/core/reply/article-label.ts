import type { Article } from "#core/facts/article.ts";
import { dayIn } from "#core/messages/words.ts";
import type { Told } from "#core/messages/tongue.ts";
import { shorten } from "#core/text/text.ts";

// Buttons have room for this much on every platform.
const LABEL_MAX = 40;

/**
 * What tells each of an outlet's articles from the others, short enough for a button: `Talks in Geneva, 27 February
 * 2025`, with its id where that is not enough.
 */
export function articleLabels(articles: readonly Article[], at: Told): readonly string[] {
  const labels = articles.map((article) => label(article, at));
  return labels.map((text, i) =>
    labels.some((other, j) => i !== j && other === text)
      ? shorten(`${articles[i]?.id ?? ""}: ${text}`, LABEL_MAX)
      : text,
  );
}

function label({ id, title, address, published }: Article, at: Told): string {
  const day = published === undefined ? [] : [dayIn(at, published)];
  const name = title ?? address?.replace(/^https?:\/\/(?:www\.)?/iu, "");
  const room = LABEL_MAX - day.join("").length - 2;
  const parts = name === undefined ? day : [shorten(name, room), ...day];
  return parts.length === 0 ? id : parts.join(", ");
}
