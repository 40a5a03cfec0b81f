import type { Article } from "#core/facts/article.ts";
import { Directory, NAME_KINDS, type Named, type Names } from "#core/facts/names.ts";
import type { View } from "#core/facts/view.ts";
import { namedBy } from "#core/slots/named-by.ts";
import { leadsTo } from "./leads-to.ts";
import type { Heads } from "./heads.ts";
import { LIBRARY_SUBJECT } from "./subject.ts";

/** Whether a desk switched the shipped library off. */
export function sampleIsOff(own: Heads): boolean {
  return own.get("library", LIBRARY_SUBJECT) !== undefined;
}

/** What each library without its facts was made for. */
const neededFor = new WeakMap<View, string>();

/**
 * What lies beneath a desk: the library. Where it is switched off, no fact of it, and of its names and articles only
 * those that the desk's own facts and names need. `before`: what lay there of this same library; it is given back as
 * long as the same is needed.
 */
export function beneathOf(shipped: View, own: Heads, before?: View): View {
  if (!sampleIsOff(own)) return shipped;
  const needed = neededOf(shipped, own);
  const key = JSON.stringify([...needed].toSorted());
  if (before !== undefined && neededFor.get(before) === key) return before;
  const names = Object.fromEntries(
    NAME_KINDS.map((of) => [
      of,
      new Directory<Named>(
        shipped[of].items.filter((item: Named) => needed.has(`${of} ${item.id}`)),
        shipped[of].leads,
      ),
    ]),
  ) as unknown as Names;
  const articles = new Map<string, Article>([...shipped.articles].filter(([id]) => needed.has(`articles ${id}`)));
  const view = { ...names, articles, facts: [] };
  neededFor.set(view, key);
  return view;
}

/** Names and articles of the library that the desk's own facts and names lead to, each as `people ida-ray`. */
function neededOf(shipped: View, own: Heads): ReadonlySet<string> {
  const needed = new Set<string>();
  const need = (of: keyof Names | "articles", id: string): void => {
    const item = of === "articles" ? undefined : shipped[of].get(id);
    const key = `${of} ${item?.id ?? id}`;
    if (needed.has(key)) return;
    needed.add(key);
    const talks = of === "talks" ? shipped.talks.get(id) : undefined;
    if (talks !== undefined) {
      need("negotiations", talks.negotiation);
      for (const party of talks.parties) need("parties", party);
    }
    if (of === "negotiations")
      for (const { party } of shipped.negotiations.get(id)?.parties ?? []) need("parties", party);
    const party = of === "people" ? shipped.people.get(id)?.party : undefined;
    if (party !== undefined) need("parties", party);
  };
  for (const { state } of own.all("fact")) {
    for (const claim of [...(state.claims ?? []), ...(state.more ?? [])]) {
      need("articles", claim.citation.article);
      for (const { of, id } of namedBy(claim)) need(of, id);
    }
  }
  for (const { state } of own.all("name")) for (const { of, id } of leadsTo(state)) need(of, id);
  return needed;
}
