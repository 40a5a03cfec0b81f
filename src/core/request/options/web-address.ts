import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";

const ADDRESS_MAX = 2048;

/** An address that a reply may link: http or https, a host, no user name or password. Talks never fetches it. */
export function webAddress(raw: string, at: Told): Read<string> {
  const typed = raw.trim();
  const hint = tell(at, "address.type");
  if (typed.length > ADDRESS_MAX) return no(tell(at, "address.long", { max: ADDRESS_MAX }), hint);
  if (/\s/u.test(typed) || !URL.canParse(typed))
    return no(tell(at, "address.not", { typed: shorten(typed, 60) }), hint);
  const url = new URL(typed);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return no(tell(at, "address.kind", { kind: url.protocol }), hint);
  if (url.username !== "" || url.password !== "") return no(tell(at, "address.user"), hint);
  return ok(typed);
}
