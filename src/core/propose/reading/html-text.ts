/** Whether a text is a page of HTML. */
export function isHtml(raw: string): boolean {
  return /^\s*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b/iu.test(raw.slice(0, 2000));
}

const NEVER = new Set(["script", "style", "noscript", "template", "svg", "iframe", "object"]);
/** What stands around an article on its page. */
const AROUND = new Set(["nav", "aside", "footer", "form", "figure", "button", "select", "textarea", "menu"]);
const BLOCKS =
  /^(?:p|div|h[1-6]|li|ul|ol|blockquote|tr|td|th|table|section|article|main|body|header|title|br|hr|figcaption)$/u;
const TAG = /<(\/?)([a-z][a-z0-9]*)\b(?:"[^"<]*"|'[^'<]*'|[^<>"'])*>|<!--|<![a-z][^<>]*>|<\?[^<>]*>/giu;

interface Piece {
  readonly tag: string;
  readonly text: string;
  readonly inArticle: boolean;
}

/**
 * The text of a page: its paragraphs with an empty line between, its headline first. Scripts, and what stands around an
 * article, are passed over. No address in it is ever fetched.
 */
export function htmlText(raw: string): string {
  const whole = piecesOf(raw, new Set([...NEVER, ...AROUND]));
  // A page that never ends its menu would lose everything.
  const all = whole.some((p) => p.tag === "p") ? whole : piecesOf(raw, NEVER);
  const inside = all.filter((p) => p.inArticle);
  const near = inside.some((p) => p.tag === "p") ? inside : all;
  const paragraphs = near.some((p) => p.tag === "p")
    ? near.filter((p) => /^(?:p|blockquote|h[2-6])$/u.test(p.tag))
    : near;
  const headline = all.find((p) => p.tag === "h1") ?? all.find((p) => p.tag === "title");
  const first = headline === undefined || paragraphs.includes(headline) ? [] : [headline];
  return [...first, ...paragraphs].map((p) => p.text).join("\n\n");
}

function piecesOf(raw: string, skipped: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  let [at, tag, text, skip, depth, article] = [0, "body", "", "", 0, 0];
  const flush = (next: string): void => {
    const words = decoded(text).replace(/\s+/gu, " ").trim();
    if (words !== "") pieces.push({ tag, text: words, inArticle: article > 0 });
    [text, tag] = ["", next];
  };
  TAG.lastIndex = 0;
  for (let m = TAG.exec(raw); m !== null; m = TAG.exec(raw)) {
    if (skip === "") text += raw.slice(at, m.index);
    at = TAG.lastIndex;
    if (m[0] === "<!--") {
      const end = raw.indexOf("-->", at);
      at = end < 0 ? raw.length : end + 3;
      TAG.lastIndex = at;
      continue;
    }
    const [, close = "", named = ""] = m;
    const name = named.toLowerCase();
    if (skip !== "") {
      if (name === skip) depth += close === "" ? 1 : -1;
      if (depth === 0) skip = "";
    } else if (skipped.has(name) && close === "") {
      [skip, depth] = [name, 1];
      flush(tag);
    } else if (BLOCKS.test(name)) {
      flush(close === "" && name !== "br" ? name : "body");
      if (name === "article" || name === "main") article += close === "" ? 1 : -1;
    }
  }
  if (skip === "") text += raw.slice(at);
  flush("body");
  return pieces;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  eacute: "é",
  uuml: "ü",
  ouml: "ö",
  ccedil: "ç",
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu, (whole, ten, sixteen, name) => {
    if (typeof name === "string") return NAMED[name.toLowerCase()] ?? whole;
    const code = typeof ten === "string" ? Number(ten) : Number.parseInt(String(sixteen), 16);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}
