import type { Told } from "#core/messages/tongue.ts";
import { remembered } from "#core/text/lazy.ts";

// Many articles share few languages, and each citation says its own.
const KEPT = 200;
const names = remembered(
  KEPT,
  (tongue: string) => new Intl.DisplayNames([tongue], { type: "language", fallback: "none" }),
);
const named = remembered(KEPT, (asked: string): string | undefined => {
  const [tag = "", tongue = ""] = asked.split(" ");
  try {
    const { language } = new Intl.Locale(tag);
    return language === tongue ? undefined : names(tongue).of(language);
  } catch {
    return undefined;
  }
});

/**
 * The name of a language as `at` is read, `Spanish` or `испанский`; undefined for the one that it is read in, and for a
 * tag that has no name.
 */
export function languageNamed(tag: string | undefined, { tongue = "en" }: Told | { readonly tongue?: "en" }) {
  // The tables of languages are loaded only where one is named.
  return tag === undefined || tag === tongue ? undefined : named(`${tag} ${tongue}`);
}
