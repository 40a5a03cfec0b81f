import { withoutCode } from "./page-code.ts";

/** A node of a page, as far as it is read. */
interface Part {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Part>;
}

/** Whether a text is a page of HTML. */
export function isPage(raw: string): boolean {
  return /^\s*(?:<!--[^]{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1)\b/iu.test(
    raw.slice(0, 2000),
  );
}

// A news page has some 3,000 elements, nested 30 deep. Both libraries take a time that grows with the square of depth,
// and Readability walks the page several times: with more than these, a page is read by its tags alone.
const TAGS_MAX = 8000;
const DEPTH_MAX = 400;

/**
 * The text of a page: its headline, then its paragraphs with an empty line between. Menus, forms and what else stands
 * around an article are left out by Readability, scripts always. A page that has no article to find loses nothing: its
 * whole text is taken. No address in it is ever fetched.
 */
export async function pageText(raw: string): Promise<string> {
  const html = withoutCode(raw);
  if (isTooMuch(html)) return byTags(html);
  // The build in one file loads in a third of the time of the other.
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import("linkedom/worker"),
    import("@mozilla/readability"),
  ]);
  const { document } = parseHTML(framed(html));
  const headline = document.querySelector("h1")?.textContent ?? document.querySelector("title")?.textContent ?? "";
  for (const around of document.querySelectorAll("nav,aside,footer,form,figure,button,select,textarea,menu"))
    if (!hasMost(around, document.body)) around.remove();
  const whole = blocksOf(document.body);
  // Readability takes the page apart: the page's own text is read before.
  const found = new Readability<Part>(document as never, { serializer: (node) => node as Part }).parse();
  const article = blocksOf(found?.content ?? undefined);
  const blocks = lengthOf(article) * 2 < lengthOf(whole.filter((b) => b.length > SHORT)) ? whole : article;
  const title = oneLine(headline);
  return [...(title === "" || blocks.includes(title) ? [] : [title]), ...blocks].join("\n\n");
}

/** A page with the frame that it may have left out: the parser adds none. */
function framed(html: string): string {
  if (/<html\b/iu.test(html)) return html;
  return /<body\b/iu.test(html) ? `<html>${html}</html>` : `<html><body>${html}</body></html>`;
}

/** Shorter blocks are rather a menu's than an article's. */
const SHORT = 60;

function isTooMuch(html: string): boolean {
  let [tags, depth] = [0, 0];
  for (const [, close = "", name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/giu)) {
    if (close === "") tags += 1;
    // These end by themselves.
    if (!/^(?:p|li|d[td]|t[rdh]|option|br|hr|img|input|link|meta|source|wbr|area|base|col|embed|track)$/iu.test(name))
      depth += close === "" ? 1 : -1;
    if (tags > TAGS_MAX || depth > DEPTH_MAX) return true;
  }
  return false;
}

/** A page that never closes its menu has everything in it. */
function hasMost(part: Part, body: Part): boolean {
  return (part.textContent?.length ?? 0) * 2 > (body.textContent?.length ?? 0);
}

const BLOCK =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|pre|table|tr|td|th|section|article|main|header|figcaption|br|hr|body)$/iu;

/** The texts of a node's innermost blocks, in order. */
function blocksOf(root: Part | undefined): readonly string[] {
  const blocks: string[] = [];
  let text = "";
  const flush = (): void => {
    const line = oneLine(text);
    if (line !== "") blocks.push(line);
    text = "";
  };
  const walk = (node: Part): void => {
    if (node.nodeType === TEXT) text += node.textContent ?? "";
    const block = BLOCK.test(node.nodeName);
    if (block) flush();
    for (const child of node.childNodes) walk(child);
    if (block) flush();
  };
  if (root !== undefined) walk(root);
  flush();
  return blocks;
}
const TEXT = 3;

const TAG = /<\/?([a-z][a-z0-9]*)\b(?:"[^"<]*"|'[^'<]*'|[^<>"'])*>|<![a-z][^<>]*>|<\?[^<>]*>/giu;

/** The text between all tags: blocks are paragraphs. Entities are read by the parser, a piece at a time. */
async function byTags(html: string): Promise<string> {
  const { parseHTML } = await import("linkedom/worker");
  const text = html.replace(TAG, (_, name: string | undefined) =>
    name !== undefined && BLOCK.test(name) ? "\n\n" : "",
  );
  return text
    .split(/\n\s*\n/u)
    .map((piece) =>
      oneLine(
        piece.includes("&") ? (parseHTML(`<p>${piece}</p>`).document.documentElement.textContent ?? piece) : piece,
      ),
    )
    .filter((piece) => piece !== "")
    .join("\n\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

function lengthOf(blocks: readonly string[]): number {
  return blocks.reduce((sum, block) => sum + block.length, 0);
}
