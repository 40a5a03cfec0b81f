import type { Source } from "#core/reply.ts";
import { clean } from "#core/text.ts";

/** docs: Formatting message text: only `&`, `<` and `>` are escaped; what stands in `<…>` is live. */
export function escaped(text: string): string {
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
  return { url: address, host: url.hostname.replace(/^www\./u, "") };
}

// A citation with a longer address would leave its line no room.
const ADDRESS_MAX = 1000;

/** A citation in mrkdwn: outlet, where it is published under its own host's name, day, paragraph, who it says said so. */
export function citation({ outlet, href, day, place, said }: Source): string {
  const link = href === undefined ? undefined : linkable(href);
  const where =
    link === undefined
      ? ""
      : ` (${link.url.length > ADDRESS_MAX ? literal(link.host) : `<${escaped(link.url)}|${literal(link.host)}>`})`;
  const tail = `${day === undefined ? "" : `, ${day}`}, ${place}${said === undefined ? "" : ` (${said})`}`;
  return `${literal(outlet)}${where}${literal(tail)}`;
}
