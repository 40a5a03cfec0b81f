import { no, ok, type Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";

const ADDRESS_MAX = 2048;

/** An address that a reply may link: http or https, a host, no user name or password. Talks never fetches it. */
export function webAddress(raw: string): Read<string> {
  const typed = raw.trim();
  const hint = "Type an address that begins with https:// or http://.";
  if (typed.length > ADDRESS_MAX) return no(`That address is over ${ADDRESS_MAX} characters.`, hint);
  if (/\s/u.test(typed) || !URL.canParse(typed)) return no(`"${shorten(typed, 60)}" is not a web address.`, hint);
  const url = new URL(typed);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return no(`An address of kind ${url.protocol} is not accepted.`, hint);
  if (url.username !== "" || url.password !== "") return no("An address with a user name in it is not accepted.", hint);
  return ok(typed);
}
