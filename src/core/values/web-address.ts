/** Parameters that tell how a reader came, not what is read, by whole names in lower case. */
const TRACKING = new Set(
  [
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh srsltid epik",
    "mc_cid mc_eid mkt_tok _hsenc _hsmi hsctatracking hss_channel vero_id vero_conv oly_anon_id oly_enc_id wickedid",
    "_ga _gl _openstat openstat erid _branch_match_id _bta_c _bta_tid spm trk trkcampaign rb_clickid s_kwcid ef_id",
    "ref_src ref_url fb_action_ids fb_action_types fb_source fb_ref __twitter_impression guccounter guce_referrer",
    "guce_referrer_sig ocid cmpid ncid xtor smid",
  ]
    .join(" ")
    .split(" "),
);
const TRACKING_FAMILIES = /^(?:utm|pk|mtm|piwik|matomo|at|ns|hsa)_./u;

/**
 * One key for all spellings of a web address that lead to one article, or undefined if it is not an http address:
 * without scheme, `www.`, default port, fragment, tracking parameters, slashes at the end and `index.html`; the host in
 * lower case, parameters in order, and what needs no percent-encoding decoded (RFC 3986, 6.2.2). All else stays, since
 * a site may mean something by it: the path's case, other parameters, `m.` and `amp.` hosts, fragments of sites that
 * route by them (`#/`, `#!`). For comparing only; the address shown is the one typed.
 */
export function addressKey(address: string): string | undefined {
  const typed = address.trim();
  if (!URL.canParse(typed)) return undefined;
  const url = new URL(typed);
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  const port = url.port === "" || url.port === "80" || url.port === "443" ? "" : `:${url.port}`;
  const host = url.hostname.replace(/\.$/u, "").replace(/^www\./u, "");
  const path = unescaped(url.pathname)
    .replace(/\/index\.html?$/iu, "")
    .replace(/\/+$/u, "");
  const route = /^#[!/]/u.test(url.hash) ? unescaped(url.hash).replace(/\/+$/u, "").replace(/^#!?$/u, "") : "";
  return `${host}${port}${path}${queryOf(url)}${route}`;
}

function queryOf(url: URL): string {
  const kept = url.search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !isTracking(pair.split("=")[0] ?? ""))
    .map(unescaped);
  // Parameters of one name keep their order, in which a site may read them.
  const sorted = kept.toSorted((a, b) => compare(a.split("=")[0] ?? "", b.split("=")[0] ?? ""));
  return sorted.length === 0 ? "" : `?${sorted.join("&")}`;
}

function isTracking(name: string): boolean {
  const plain = unescaped(name).toLowerCase();
  return TRACKING.has(plain) || TRACKING_FAMILIES.test(plain);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function unescaped(text: string): string {
  return text.replace(/%([0-9a-f]{2})/giu, (found, hex: string) => {
    const letter = String.fromCodePoint(Number.parseInt(hex, 16));
    return /[\w.~-]/u.test(letter) ? letter : found.toUpperCase();
  });
}
