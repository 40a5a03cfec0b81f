import type { Snapshot } from "./desk.ts";
import type { PagesState } from "./payload.ts";
import { PAGES_SUBJECT } from "./subject.ts";

/** Where pages of facts are, below the address that Talks is called by from outside. */
export const PAGES = "/f/";
const PLACE_LENGTH = 16;
const KEY_LENGTH = 32;
/** Hexadecimal digits of an address's signature: 128 bits. */
const SIGNED_LENGTH = 32;
const ADDRESS = /^\/f\/([a-z0-9]{1,40})\/([a-z0-9-]{1,80})\/([0-9a-f]{32})$/u;

/** What an address names: a desk by its place, one of its facts, and the signature that shows that it was given. */
export interface PageName {
  readonly place: string;
  readonly fact: string;
  readonly signed: string;
}

/** A new place and a new key: no address of before leads anywhere any more. */
export function newPages(token: (length: number) => string): PagesState {
  return { place: token(PLACE_LENGTH), key: token(KEY_LENGTH) };
}

/** What a desk's pages are known by; undefined where it has none. */
export function pagesOf({ own }: Pick<Snapshot, "own">): PagesState | undefined {
  return own.get("pages", PAGES_SUBJECT);
}

/** What leads from a place to its desk, beside the hashes of tokens. */
export function placeName(place: string): string {
  return `pages ${place}`;
}

/**
 * The path of a fact's page. Each fact has a signature of its own, so that nobody finds a second one by the address of
 * a first.
 */
export async function pagePath({ place, key }: PagesState, fact: string): Promise<string> {
  return `${PAGES}${place}/${fact}/${await signature(key, fact)}`;
}

/** What a path names, as far as its form goes; undefined for any other path. */
export function readPagePath(path: string): PageName | undefined {
  const [, place = "", fact = "", signed = ""] = ADDRESS.exec(path) ?? [];
  return place === "" ? undefined : { place, fact, signed };
}

/** Whether a path was made with a desk's key. It takes as long for a wrong one as for a right one. */
export async function isSigned({ fact, signed }: PageName, { key }: PagesState): Promise<boolean> {
  const right = await signature(key, fact);
  let apart = right.length ^ signed.length;
  for (let i = 0; i < right.length; i += 1) apart |= right.charCodeAt(i) ^ signed.charCodeAt(i);
  return apart === 0;
}

async function signature(key: string, fact: string): Promise<string> {
  const bytes = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const made = await crypto.subtle.importKey("raw", bytes(key), hmac, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", made, bytes(fact))).toHex().slice(0, SIGNED_LENGTH);
}
