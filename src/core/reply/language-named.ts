import type { Told } from "#core/messages/tongue.ts";

const names = new Map<string, Intl.DisplayNames>();

/**
 * The name of a language as `at` is read, `Spanish` or `испанский`; undefined for the one that it is read in, and for a
 * tag that has no name.
 */
export function languageNamed(tag: string | undefined, { tongue = "en" }: Told | { readonly tongue?: "en" }) {
  if (tag === undefined) return undefined;
  try {
    const { language } = new Intl.Locale(tag);
    const known = names.get(tongue) ?? new Intl.DisplayNames([tongue], { type: "language", fallback: "none" });
    names.set(tongue, known);
    return language === tongue ? undefined : known.of(language);
  } catch {
    return undefined;
  }
}
