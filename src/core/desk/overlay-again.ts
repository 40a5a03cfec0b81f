import type { Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { carryIndexes, type Moved } from "#core/slots/fact-index.ts";
import { SLOTS } from "#core/slots/index.ts";
import { factUnder, withOrder } from "./overlay.ts";
import type { Heads } from "./heads.ts";
import type { Revision } from "./store.ts";
import { subjectParts } from "./subject.ts";

/**
 * What `overlay` gives after some more revisions, from what it gave before them: it costs what they change. Undefined
 * where they may change names, or the order of what is held; then everything must be overlaid again.
 */
export function overlayAgain(before: View, beneath: View, own: Heads, newer: readonly Revision[]): View | undefined {
  const subjects = [...new Set(newer.map((r) => r.subject))].map((subject) => ({ subject, ...subjectParts(subject) }));
  if (subjects.some(({ kind }) => kind === "alias" || kind === "name")) return undefined;
  const changed = subjects.filter(({ kind }) => kind === "fact");
  const facts: (Fact | undefined)[] = [...before.facts];
  const place = placesIn(before.facts, changed.length);
  const moved: Moved[] = [];
  for (const { subject, id } of changed) {
    const at = place(id);
    const was = at === undefined ? undefined : facts[at];
    const shipped = beneath.facts.find((f) => f.id === id);
    const is = factUnder(id, shipped, own, before);
    const comesBack = was === undefined && (shipped !== undefined || own.changedAgain(subject));
    if (is !== undefined && (comesBack || namesAny(is, (item) => item === undefined, before))) return undefined;
    // A name that only claims have goes with them, and has its side from the first of them.
    if (was !== undefined && namesAny(was, (item) => item?.id === item?.name, before)) return undefined;
    if (at !== undefined || is !== undefined) facts[at ?? facts.length] = is;
    moved.push({ was, is });
  }
  const articles = articlesAfter(before, beneath, own, subjects);
  if (articles === undefined) return undefined;
  const held = moved.some(({ is }) => is === undefined) ? facts.filter((f) => f !== undefined) : (facts as Fact[]);
  carryIndexes(before.facts, held, moved);
  return withOrder({ ...before, facts: held, articles });
}

// One fact is found faster than a map of all is made.
function placesIn(facts: readonly Fact[], times: number): (id: string) => number | undefined {
  if (times > 8) {
    const places = new Map(facts.map((fact, at) => [fact.id, at]));
    return (id) => places.get(id);
  }
  return (id) => {
    const at = facts.findIndex((f) => f.id === id);
    return at < 0 ? undefined : at;
  };
}

function namesAny(fact: Fact, is: (item: { id: string; name: string } | undefined) => boolean, view: View): boolean {
  return fact.claims.some((claim) =>
    Object.entries(claim.fields).some(([field, value]) => {
      const of = SLOTS[claim.slot].fields[field]?.of;
      return of !== undefined && is(view[of].get(String(value)));
    }),
  );
}

function articlesAfter(
  before: View,
  beneath: View,
  own: Heads,
  subjects: readonly { readonly subject: string; readonly kind: string; readonly id: string }[],
): View["articles"] | undefined {
  const touched = subjects.filter(({ kind }) => kind === "article");
  if (touched.length === 0) return before.articles;
  const articles = new Map(before.articles);
  for (const { subject, id } of touched) {
    const article = own.get("article", subject) ?? beneath.articles.get(id);
    if (article !== undefined && !articles.has(id) && own.changedAgain(subject)) return undefined;
    if (article === undefined) articles.delete(id);
    else articles.set(id, article);
  }
  return articles;
}
