import { outletKey } from "#core/values/outlet.ts";
import { typographyKey } from "#core/values/typography.ts";
import { addressKey } from "#core/values/web-address.ts";
import type { Article } from "./article.ts";

/** What tells an article from others: its outlet, and of these what is known. */
export interface Described {
  readonly outlet: string;
  readonly title?: string | undefined;
  readonly address?: string | undefined;
  readonly published?: string | undefined;
}

interface Keys {
  readonly outlet: string;
  readonly title: string | undefined;
  readonly address: string | undefined;
  readonly published: string | undefined;
}

/** What of an article its description gives, its outlet aside. */
export const DETAILS = ["title", "address", "published"] as const;

const known = new WeakMap<Described, Keys>();

// An import compares each entry's article with all that are held.
function keysOf(article: Described): Keys {
  const keys = known.get(article) ?? {
    outlet: outletKey(article.outlet),
    title: article.title === undefined ? undefined : typographyKey(article.title),
    address: article.address === undefined ? undefined : (addressKey(article.address) ?? article.address),
    published: article.published,
  };
  known.set(article, keys);
  return keys;
}

/** Whether two are of one outlet, however its name is spelt. */
export function ofOneOutlet(a: Described, b: Described): boolean {
  return keysOf(a).outlet === keysOf(b).outlet;
}

/** Whether two have one address, however it is spelt. One address is one article. */
export function haveOneAddress(a: Described, b: Described): boolean {
  const { address } = keysOf(a);
  return address !== undefined && address === keysOf(b).address;
}

/** Whether two of one outlet are described alike: with the same details, and no others. */
export function describedAlike(a: Described, b: Described): boolean {
  const [one, other] = [keysOf(a), keysOf(b)];
  return ofOneOutlet(a, b) && DETAILS.every((name) => one[name] === other[name]);
}

/** Of the details that a description gives, those that the held article lacks or has otherwise. */
export function detailsBeyond(held: Described, given: Described): readonly (typeof DETAILS)[number][] {
  const [one, other] = [keysOf(held), keysOf(given)];
  return DETAILS.filter((name) => other[name] !== undefined && other[name] !== one[name]);
}

/**
 * Whether a described article is a held one of the same outlet. `other`: something that both give differs, or nothing
 * is given alike. `unsure`: they have the day alone in common, and the description has a title or an address that the
 * held one lacks.
 */
export function isHeld(held: Article, given: Described): "same" | "other" | "unsure" {
  const [one, other] = [keysOf(held), keysOf(given)];
  const both = DETAILS.filter((name) => one[name] !== undefined && other[name] !== undefined);
  if (haveOneAddress(held, given)) return "same";
  if (both.length === 0 || both.some((name) => one[name] !== other[name])) return "other";
  return both.includes("title") || (other.title === undefined && other.address === undefined) ? "same" : "unsure";
}
