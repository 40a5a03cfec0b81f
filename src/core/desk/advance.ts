import type { z } from "zod";
import type { Article } from "#core/facts/article.ts";
import type { Fact } from "#core/facts/fact.ts";
import { Directory, type Named } from "#core/facts/names.ts";
import type { View } from "#core/facts/view.ts";
import { deriveIndexes, reindex } from "#core/slots/fact-index.ts";
import type { Snapshot } from "./desk.ts";
import { factUnder, overlay } from "./overlay.ts";
import type { Heads } from "./heads.ts";
import type { Author, Change, Revision } from "./store.ts";
import type { PAYLOAD } from "./payload.ts";
import { subjectParts } from "./subject.ts";

const NOBODY: Author = { platform: "", id: "", name: "" };
const EPOCH = Temporal.Instant.fromEpochMilliseconds(0);

/**
 * A desk as changes would leave it, laid on one after the other: what several changes that are appended together are
 * decided on. Each costs what it changes, and not what the desk holds, except where a name is changed.
 * Spellings that the changes add are known. Names that only their claims bring are not.
 */
export class Draft<S extends Snapshot = Snapshot> {
  #snapshot: S;
  #facts: Fact[];
  readonly #at: Map<string, number>;
  readonly #articles: Map<string, Article>;
  readonly #beneath: ReadonlyMap<string, Fact>;

  constructor(snapshot: S) {
    this.#facts = [...snapshot.view.facts];
    this.#at = new Map(this.#facts.map((fact, at) => [fact.id, at]));
    deriveIndexes(snapshot.view.facts, this.#facts, (fact) => this.fact(fact.id) === fact);
    this.#articles = new Map(snapshot.view.articles);
    this.#beneath = new Map(snapshot.beneath.facts.map((fact) => [fact.id, fact]));
    this.#snapshot = {
      ...snapshot,
      own: snapshot.own.apart(),
      view: { ...snapshot.view, facts: this.#facts, articles: this.#articles },
    };
  }

  /** As it stands. True until the next changes are laid on: its lists grow with them. */
  get snapshot(): S {
    return this.#snapshot;
  }

  fact(id: string): Fact | undefined {
    return this.#facts[this.#at.get(id) ?? -1];
  }

  lay(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    const { own: before, next, beneath } = this.#snapshot;
    let { view } = this.#snapshot;
    const own = before.with(
      changes.map((change, i): Revision => ({ ...change, number: next + i, batch: next, at: EPOCH, by: NOBODY })),
    );
    const names = changes.filter((c) => subjectParts(c.subject).kind === "name");
    if (names.length > 0) {
      const more = withFresh(view, names, own);
      if (more === undefined) {
        this.#layWhole(own);
        return;
      }
      view = more;
    }
    for (const subject of new Set(changes.map((c) => c.subject))) {
      const { kind, id } = subjectParts(subject);
      if (kind === "fact") this.#put(id, factUnder(id, this.#beneath.get(id), own, view));
      if (kind === "alias") view = withSpelling(view, own.get("alias", subject));
      if (kind !== "article") continue;
      const article = own.get("article", subject) ?? beneath.articles.get(id);
      if (article === undefined) this.#articles.delete(id);
      else this.#articles.set(id, article);
    }
    this.#snapshot = { ...this.#snapshot, own, view: { ...view }, next: own.version + 1 };
  }

  /** Names change how every fact is read: all is laid again. */
  #layWhole(own: S["own"]): void {
    const { beneath } = this.#snapshot;
    const view = overlay(beneath, own);
    this.#facts = [...view.facts];
    this.#at.clear();
    for (const [i, { id }] of this.#facts.entries()) this.#at.set(id, i);
    this.#articles.clear();
    for (const [id, article] of view.articles) this.#articles.set(id, article);
    this.#snapshot = {
      ...this.#snapshot,
      own,
      view: { ...view, facts: this.#facts, articles: this.#articles },
      next: own.version + 1,
    };
  }

  #put(id: string, fact: Fact | undefined): void {
    const at = this.#at.get(id);
    const was = at === undefined ? undefined : this.#facts[at];
    reindex(this.#facts, was, fact);
    if (fact === undefined) {
      if (at === undefined) return;
      this.#facts.splice(at, 1);
      this.#at.clear();
      for (const [i, { id }] of this.#facts.entries()) this.#at.set(id, i);
      return;
    }
    this.#at.set(id, at ?? this.#facts.length);
    this.#facts[at ?? this.#facts.length] = fact;
  }
}

/** The view with a name that nothing had before; undefined where the changes may alter how anything else is read. */
function withFresh(view: View, changes: readonly Change[], own: Heads): View | undefined {
  const [only, ...others] = changes;
  const state = only === undefined ? undefined : own.get("name", only.subject);
  if (state === undefined || others.length > 0 || state.into !== undefined || state.retired === true) return undefined;
  const { of: kind, into: _, ...item } = state;
  // Rounds have an order that facts decide, and negotiations hold them together.
  if (kind === "talks" || kind === "negotiations") return undefined;
  const { items, leads } = view[kind];
  if (view[kind].get(item.id) !== undefined || leads.has(item.id)) return undefined;
  // Nobody is a person whom a party is called by: what only claims name may be one.
  const called = [item.id, item.name, ...item.aliases];
  if (kind === "parties" && called.some((spelling) => view.people.spelt(spelling).length > 0)) return undefined;
  return { ...view, [kind]: new Directory<Named>([...items, item], leads) };
}

function withSpelling(view: View, alias: z.infer<typeof PAYLOAD.alias> | undefined): View {
  if (alias === undefined || alias.of === "facts" || alias.removed === true) return view;
  const items = view[alias.of].items.map((item: Named) =>
    item.id === alias.id ? { ...item, aliases: [...item.aliases, alias.spelling] } : item,
  );
  return { ...view, [alias.of]: new Directory<Named>(items, view[alias.of].leads) };
}

/** The snapshot as changes would leave it. */
export function advance<S extends Snapshot>(snapshot: S, changes: readonly Change[]): S {
  if (changes.length === 0) return snapshot;
  const draft = new Draft(snapshot);
  draft.lay(changes);
  return draft.snapshot;
}
