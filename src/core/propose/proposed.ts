import { propose } from "./propose.ts";
import type { Proposed } from "./proposer.ts";
import { articleText } from "./reading/article-text.ts";
import type { Known } from "./reading/read-article.ts";

/** Characters that are looked at for facts, some 10,000 words: longer than any article, and soon looked at. */
const LOOKED_AT = 60_000;

/** An article's text, and what the rules propose of it. What is too long is kept whole and looked at in part. */
export function proposed(text: string, names: Known, off: ReadonlySet<string>): Proposed {
  const article = articleText(text);
  const { paragraphs } = article;
  const to = lookedTo(paragraphs);
  const proposals = propose(paragraphs.slice(0, to), names, off);
  return { ...article, proposals, ...(to === paragraphs.length ? {} : { lookedTo: to }) };
}

function lookedTo(paragraphs: readonly string[]): number {
  let left = LOOKED_AT;
  const past = paragraphs.findIndex((paragraph) => {
    left -= paragraph.length;
    return left < 0;
  });
  return past < 0 ? paragraphs.length : past;
}
