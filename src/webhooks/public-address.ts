import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";

/** What a name leads to, or why it may not be called. */
export type Reached =
  | { readonly ok: true; readonly address: string; readonly family: 4 | 6 }
  | { readonly ok: false; readonly why: string };

/** IPv6 addresses that anybody may route are below this one alone: RFC 4291, 2.4. */
const GLOBAL = ipaddr.IPv6.parse("2000::");

/**
 * The one address to connect to for a host, as a name or as an address. Every address that the name has must be
 * public: not this computer's, not one of its network's, not a cloud's metadata. The name is looked up once; who
 * connects to the address that came cannot be led elsewhere by a second answer. `open`: any address will do.
 */
export async function reached(host: string, open: boolean): Promise<Reached> {
  const bare = host.replace(/^\[(.*)\]$/u, "$1");
  const found = await lookup(bare, { all: true, verbatim: true }).catch(() => []);
  const [first] = found;
  if (first === undefined) return { ok: false, why: `no address was found: ${bare}` };
  if (!open && found.some(({ address }) => !isPublic(address)))
    return { ok: false, why: `it leads into a private network: ${bare}` };
  return { ok: true, address: first.address, family: first.family === 6 ? 6 : 4 };
}

/** A public address by which a virtual machine of Azure reaches its host: learn.microsoft.com, "168.63.129.16". */
const AZURE_HOST = "168.63.129.16";

/**
 * Whether an address is of the public internet.
 * @internal
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address that is written as IPv6 is judged as what it is.
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast" || parsed.toString() === AZURE_HOST) return false;
  return parsed.kind() === "ipv4" || (parsed as ipaddr.IPv6).match(GLOBAL, 3);
}
