import { no, ok, type Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";

const ADDRESS_MAX = 500;
const HINT = "Type an address that begins with https://, such as https://example.org/talks.";

/**
 * An address that may be called; without `open` over https alone. Whether it leads to a public network is looked at
 * with each call.
 */
export function webhookAddress(typed: string, open: boolean): Read<string> {
  const url = typed.length > ADDRESS_MAX ? null : URL.parse(typed);
  if (url === null) return no(`"${shorten(typed, 60)}" is not an address of at most ${ADDRESS_MAX} characters.`, HINT);
  if (url.protocol !== "https:" && !(open && url.protocol === "http:"))
    return no("Webhooks are sent over https alone.", HINT);
  if (url.username !== "" || url.password !== "")
    return no("An address with a user name in it is not accepted.", "Leave it out; the signature says who sends.");
  return ok(url.href);
}

/** What of a webhook's address everybody may see: its path may be a secret. */
export function hostOf(address: string): string {
  return URL.parse(address)?.host ?? "";
}
