import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";

const ADDRESS_MAX = 500;

/**
 * An address that may be called; without `open` over https alone. Whether it leads to a public network is looked at
 * with each call.
 */
export function webhookAddress(typed: string, open: boolean, at: Told): Read<string> {
  const hint = tell(at, "webhook.typeAddress");
  const url = typed.length > ADDRESS_MAX ? null : URL.parse(typed);
  if (url === null) return no(tell(at, "webhook.notAddress", { typed: shorten(typed, 60), max: ADDRESS_MAX }), hint);
  if (url.protocol !== "https:" && !(open && url.protocol === "http:")) return no(tell(at, "webhook.https"), hint);
  if (url.username !== "" || url.password !== "") return no(tell(at, "address.user"), tell(at, "webhook.leaveUser"));
  return ok(url.href);
}

/** What of a webhook's address everybody may see: its path may be a secret. */
export function hostOf(address: string): string {
  return URL.parse(address)?.host ?? "";
}
