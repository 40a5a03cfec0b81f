import { createHash } from "node:crypto";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { shorten } from "#core/text/text.ts";

const STYLE =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}" +
  "h1{font-size:1.4rem;line-height:1.3}h2{font-size:1rem;margin-top:2rem}.talks,footer{color:#555}.note{font-weight:600}" +
  "blockquote{margin:.3rem 0 .3rem 1rem;padding-left:.8rem;border-left:3px solid #ccc}a{color:#0b57d0}" +
  "@media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#161616}.talks,footer{color:#aaa}a{color:#8ab4f8}}";
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/**
 * What every page is sent with: nothing is loaded, run, framed or sent from it. Pages are for those who have a link, so
 * that no search engine lists them.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  "cache-control": "no-cache",
  vary: "accept-language",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
};

/** Open Graph's own advice is short; platforms cut what is longer. */
const TITLE_MAX = 200;
const DESCRIPTION_MAX = 300;

/**
 * A whole page in the language in which it is read. `body` is HTML; title and description are words, which a platform
 * shows where a link is pasted.
 */
export function document(title: string, description: string, body: string, at: Told): string {
  const meta = (name: string, content: string): string =>
    content === "" ? "" : `<meta property="og:${name}" content="${escaped(content)}">\n`;
  const short = shorten(title, TITLE_MAX);
  return `<!doctype html>
<html lang="${at.tongue ?? "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(short)}</title>
${meta("title", short)}${meta("description", shorten(description, DESCRIPTION_MAX))}${meta("type", "article")}${meta("site_name", "Talks")}<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
<footer><p>${escaped(tell(at, "page.foot"))}</p></footer>
</body>
</html>
`;
}

export function paragraphOf(words: string, kind?: "talks" | "note"): string {
  return `<p${kind === undefined ? "" : ` class="${kind}"`}>${escaped(words)}</p>`;
}

/** Words as they may stand anywhere in HTML, in an attribute too. */
export function escaped(words: string): string {
  return words.replace(/[&<>"'`]/gu, (c) => `&#${c.charCodeAt(0)};`);
}
