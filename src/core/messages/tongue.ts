/** The languages besides English that replies are worded in, each with its catalogue in `data/replies`. */
export const TONGUES = ["tr", "ru"] as const;
export type Tongue = (typeof TONGUES)[number];

/** What says in which language it is read: a view, a reply, a refusal. English where it says none. */
export interface Told {
  readonly tongue?: Tongue | undefined;
}

/** The language that was kept; English where it is none that replies are worded in any more. */
export function tongueKept(kept: string | null): Tongue | undefined {
  return TONGUES.find((tongue) => tongue === kept);
}

/** The language for somebody whose program names several, as `Accept-Language` does; undefined for English. */
export function tongueOfLanguages(header: string): Tongue | undefined {
  const ranked = header
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", weight = "q=1"] = part.trim().split(/\s*;\s*/u);
      return { tag, weight: Number(/^q=([\d.]+)$/iu.exec(weight)?.[1] ?? 0) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  const first = ranked.find(({ tag }) => tongueOfLocale(tag) !== undefined || /^en(?:-|$)/iu.test(tag));
  return first === undefined ? undefined : tongueOfLocale(first.tag);
}

/** The language of replies to the person with this locale, a BCP 47 tag: `tr-TR` → `tr`; undefined for English. */
export function tongueOfLocale(locale: string): Tongue | undefined {
  const language = locale.split(/[-_]/u)[0]?.toLowerCase();
  return TONGUES.find((tongue) => tongue === language);
}
