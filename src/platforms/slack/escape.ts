import { tell } from "#core/messages/tell.ts";
import type { Source } from "#core/reply/reply.ts";
import { graphemes } from "#core/chat/split.ts";
import { clean, line } from "#core/text/text.ts";

/** docs: Formatting message text: only `&`, `<` and `>` are escaped; what stands in `<…>` is live. */
function escaped(text: string): string {
  return clean(text).text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

// mrkdwn has no escape for its marks, so those of a name are written with signs that look like them.
const LIKE: Readonly<Record<string, string>> = { "*": "∗", _: "ˍ", "~": "∼", "`": "ˋ" };

/** Text within mrkdwn, letter by letter: no mark, mention or link of it is live (the object is `verbatim`). */
export function literal(text: string): string {
  return escaped(text).replace(/[*_~`]/gu, (c) => LIKE[c] ?? c);
}

/** A web address that may be linked, and the host under which it is shown; undefined where it is none. */
export function linkable(href: string): { readonly url: string; readonly host: string } | undefined {
  const url = URL.parse(href);
  if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== "" || url.password !== "") return undefined;
  const address = url.href.replace(/[|<>]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const host = url.hostname.replace(/^www\./u, "");
  return address.length > URL_MAX || host.length > HOST_MAX ? undefined : { url: address, host };
}

// A fact's address may have 2,048 characters (`webAddress`); RFC 1035: a longer name names no host.
const URL_MAX = 2048;
const HOST_MAX = 253;

const JOINER = "\u2060";
// Names are live with link_names, addresses wherever `parse: none` cannot be set: a joiner within keeps both text.
const LIVE = /[@#](?=[\p{L}\p{N}])|:(?=\/\/)|(?<=[\p{L}\p{N}])\.(?=\p{L})/gu;

/** docs: chat.postMessage, text: best under 4,000 characters. */
const TEXT_MAX = 4000;

/**
 * A message's text beside its blocks: one line in which nothing is live, however it is read. Ends between letters,
 * never in an entity.
 */
export function fallback(text: string): string {
  let shown = "";
  for (const letter of graphemes(line(text).slice(0, TEXT_MAX))) {
    const written = literal(letter);
    if (shown.length + written.length > TEXT_MAX / 2) return `${quiet(shown)}…`;
    shown += written;
  }
  return quiet(shown);
}

// At most doubles its length.
function quiet(text: string): string {
  return unquoted(text.replace(LIVE, (c) => `${c}${JOINER}`));
}

/** Escaped text that is not a quotation, though it begins with `>`. */
export function unquoted(text: string): string {
  return text.replace(/^&gt;/u, `${JOINER}&gt;`);
}

// A citation with a longer address would leave its line no room.
const ADDRESS_MAX = 1000;

/**
 * A citation in mrkdwn: who it says said so, outlet, where it is published under its own host's name, day, paragraph.
 */
export function citation(source: Source): string {
  const { outlet, href, day, place, said, also } = source;
  const link = href === undefined ? undefined : linkable(href);
  const where =
    link === undefined
      ? ""
      : ` (${link.url.length > ADDRESS_MAX ? literal(link.host) : `<${escaped(link.url)}|${literal(link.host)}>`})`;
  const tail = `${day === undefined ? "" : `, ${day}`}, ${place}`;
  const from = said === undefined ? "" : literal(tell(source, "source.saidIn", { said }));
  return `${also === true ? tell(source, "source.also") : ""}${from}${literal(outlet)}${where}${literal(tail)}`;
}
