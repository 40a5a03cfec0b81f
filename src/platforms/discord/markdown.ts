import { tell } from "#core/messages/tell.ts";
import type { Inline, Source } from "#core/reply/reply.ts";
import { clean } from "#core/text/text.ts";

// What Discord reads as a mark anywhere (docs: Message Formatting; support: Markdown Text 101). `<` opens mentions,
// timestamps and addresses, `@` everyone and here, `[` masked links.
const MARKS = /[\\*_~`|<>[\]@]/gu;
// A bare address would become a link, `:name:` an emoji.
const COLON = /:(?=\/\/|[\w+-]+:)/gu;
// Headings, small print, lists and quotations begin a line.
const LINE_START = /^([ \t]*)(#{1,3}(?=\s|$)|-(?=#|\s|$))/gmu;
const NUMBERED = /^([ \t]*\d+)\.(?=\s|$)/gmu;

/** Text of a fact, a name or a question as Discord shows it letter by letter: nothing in it is live. */
export function plain(text: string): string {
  return lineStarts(marks(text));
}

export function inlines(all: readonly Inline[]): string {
  return lineStarts(all.map(inline).join(""));
}

function marks(text: string): string {
  return clean(text)
    .text.replace(MARKS, String.raw`\$&`)
    .replace(COLON, String.raw`\:`);
}

function lineStarts(markdown: string): string {
  return markdown.replace(LINE_START, String.raw`$1\$2`).replace(NUMBERED, String.raw`$1\.`);
}

// docs: Message Formatting, formats. What is sent allows no mention to ping.
const MENTION = { channel: "#", person: "@", role: "@&" } as const;

function inline(one: Inline): string {
  switch (one.kind) {
    case "text":
      return marks(one.text);
    case "strong":
      return strong(one.text);
    case "code":
      return code(one.text);
    case "link":
      return one.text === one.href ? link(one.href) : `${plain(one.text)} (${link(one.href)})`;
    case "channel":
    case "person":
    case "role":
      return /^\d{1,25}$/u.test(one.of) ? `<${MENTION[one.kind]}${one.of}>` : marks(one.text);
    case "instant":
      return `<t:${one.seconds}:f>`;
  }
}

// White space inside the marks would leave them standing as they are.
function strong(text: string): string {
  const [, before = "", words = "", after = ""] = /^(\s*)([^]*?)(\s*)$/u.exec(plain(text)) ?? [];
  return words === "" ? `${before}${after}` : `${before}**${words}**${after}`;
}

function code(text: string): string {
  const kept = clean(text).text.replace(/\s+/gu, " ").replaceAll("`", "ˋ").trim();
  return kept === "" ? "" : `\`${kept}\``;
}

// An address longer than this leaves a page no room for what it is about.
const ADDRESS_MAX = 1000;

/**
 * A link under its own host's name, so that no label says another address than it opens; plain text where it is not a
 * web address.
 */
function link(href: string): string {
  const url = URL.parse(href);
  if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== "" || url.password !== "")
    return plain(href);
  const address = url.href.replace(/[()<>\\]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const host = plain(url.hostname.replace(/^www\./u, ""));
  return address.length > ADDRESS_MAX ? host : `[${host}](${address})`;
}

/** A citation in small print: who it says said so, outlet, where it is published, day, paragraph. */
export function citation(source: Source): string {
  const { outlet, href, day, place, said, also } = source;
  const where = href === undefined ? "" : ` (${link(href)})`;
  const tail = `${day === undefined ? "" : `, ${day}`}, ${place}`;
  return `${also === true ? tell(source, "source.also") : ""}${said === undefined ? "" : plain(tell(source, "source.saidIn", { said }))}${plain(outlet)}${where}${plain(tail)}`;
}
