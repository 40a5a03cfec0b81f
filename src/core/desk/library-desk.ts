import type { Clock } from "#core/request/clock.ts";
import type { Fact } from "#core/facts/fact.ts";
import { EMPTY_LIBRARY, libraryView, type Library } from "./library-view.ts";
import { NAME_KINDS } from "#core/facts/names.ts";
import { LIBRARY_KEY, type Author, type Change, type Store } from "./store.ts";
import type { View } from "#core/facts/view.ts";
import { RevisionLog } from "./revision-log.ts";
import { overlay } from "./overlay.ts";
import { articleSubject, factSubject, nameSubject, subjectParts } from "./subject.ts";

const LIBRARY: Author = { platform: "library", id: "library", name: "library" };

/** What `data/` ships now, and its own history: the desk beneath all others. */
export interface LibraryDesk {
  now(): Promise<{ readonly view: View; readonly log: RevisionLog }>;
  /** What was loaded at an instant. */
  at(at: Temporal.Instant): View;
}

const NOTHING: View = libraryView(EMPTY_LIBRARY);

/**
 * Loads the library into the store: each difference from the last load becomes a revision by "library". It does not
 * touch the desks' own changes.
 */
export async function openLibrary(library: Library, store: Store, clock: Clock): Promise<LibraryDesk> {
  const desk = await store.desk(LIBRARY_KEY, clock.now());
  let log = RevisionLog.EMPTY.with(await store.revisions(desk, 0));
  const shipped = libraryView(library);
  const view = { ...shipped, facts: sameIds(shipped.facts, log) };
  for (let loaded = false; !loaded;) {
    log = log.with(await store.revisions(desk, log.version));
    const changes = difference(library, view.facts, log);
    if (changes.length === 0) break;
    loaded = (await store.append(desk, log.version, LIBRARY, clock.now(), changes)).kind === "appended";
  }
  const whole = log.with(await store.revisions(desk, log.version));
  return { now: async () => ({ view, log: whole }), at: (then) => shippedBy(whole.until(then)) };
}

/** The library as its own revisions leave it. A desk does not count them: its shipped facts have revision 0. */
export function shippedBy(log: RevisionLog): View {
  const view = overlay(NOTHING, log);
  return { ...view, facts: view.facts.map((f) => ({ ...f, revision: 0 })) };
}

// A fact keeps its id when its first claim is no longer shipped. Otherwise a desk's changes to it, such as a
// retraction, would apply to nothing.
function sameIds(facts: readonly Fact[], log: RevisionLog): readonly Fact[] {
  const ids = new Set(facts.map((f) => f.id));
  const former = new Map(
    log.all("fact").flatMap(({ subject, state }) => {
      const { id } = subjectParts(subject);
      return ids.has(id) ? [] : (state.claims ?? []).map((c) => [c.id, id] as const);
    }),
  );
  const taken = new Set<string>();
  return facts.map((fact) => {
    const id = fact.claims.map((c) => former.get(c.id)).find((i) => i !== undefined && !taken.has(i));
    if (id === undefined || log.last(factSubject(fact.id))?.after) return fact;
    taken.add(id);
    return { ...fact, id };
  });
}

/** The changes that turn what the log holds into what is shipped. */
function difference(library: Library, facts: readonly Fact[], log: RevisionLog): readonly Change[] {
  const shipped = new Map<string, string>();
  for (const kind of NAME_KINDS) {
    for (const item of library[kind]) shipped.set(nameSubject(kind, item.id), JSON.stringify({ of: kind, ...item }));
  }
  for (const article of library.articles) shipped.set(articleSubject(article.id), JSON.stringify(article));
  for (const fact of facts) shipped.set(factSubject(fact.id), JSON.stringify({ claims: fact.claims }));
  const changed = [...shipped].flatMap(([subject, after]): readonly Change[] =>
    log.last(subject)?.after === after ? [] : [{ subject, kind: "load", after }],
  );
  const gone = (["name", "article", "fact"] as const).flatMap((kind) =>
    log
      .all(kind)
      .flatMap(({ subject }): readonly Change[] =>
        shipped.has(subject) ? [] : [{ subject, kind: "load", after: null }],
      ),
  );
  return [...changed, ...gone];
}
