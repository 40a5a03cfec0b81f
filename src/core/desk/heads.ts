import type { z } from "zod";
import type { Revision } from "./store.ts";
import { PAYLOAD } from "./payload.ts";
import { subjectParts } from "./subject.ts";

export type Kind = keyof typeof PAYLOAD;
type Payload<K extends Kind> = z.infer<(typeof PAYLOAD)[K]>;

/** A subject's state on a desk and the revision that made it. */
export interface Head<T> {
  readonly subject: string;
  readonly state: T;
  readonly revision: Revision;
}

/** A subject that has a state: the revision that made it, and the state once it is asked for. */
interface Held<T> {
  readonly subject: string;
  readonly revision: Revision;
  readonly state: () => T;
}

/** A subject's revisions, and the state of the one that was last read. */
interface Subject {
  readonly first: Revision;
  /** Those after the first, in order. Most subjects have none, and there may be very many subjects. */
  later?: Revision[];
  read?: { readonly of: Revision; readonly state: unknown };
}

/**
 * Revisions in order, and each subject's own, by its kind. Instances share one as long as each goes on from the last.
 */
export interface Log {
  readonly all: Revision[];
  readonly kinds: Map<string, Map<string, Subject>>;
}

/** Kinds of subject of which every revision is held, however old: see `Store.heads`. */
export const WHOLE_KINDS = ["suggestion", "proposal"] as const;

/**
 * What a desk holds: the state of each subject after the last revision. It knows of each subject at least the first
 * revision and the last one. Grows by `with`, which costs what is new and not what was there; an instance never
 * changes, so a view made from one stays true.
 */
export class Heads {
  protected readonly log: Log;
  /** How many revisions are held in memory. */
  readonly size: number;

  /** `size`: how many revisions of the log are this instance's. */
  protected constructor(log: Log, size: number) {
    this.log = log;
    this.size = size;
  }

  /** From what `Store.heads` gives. */
  static of(revisions: readonly Revision[]): Heads {
    return new Heads(logOf(revisions), revisions.length);
  }

  get version(): number {
    return this.log.all[this.size - 1]?.number ?? 0;
  }

  /** When the last revision was made; empty before the first one. */
  get lastAt(): string {
    return this.log.all[this.size - 1]?.at.toString() ?? "";
  }

  with(more: readonly Revision[]): Heads {
    return more.length === 0 ? this : new Heads(...this.grown(more));
  }

  /** The revisions that this one has beyond an earlier one; undefined where it does not go on from that. */
  after(earlier: Heads): readonly Revision[] | undefined {
    return earlier.log === this.log && earlier.size <= this.size
      ? this.log.all.slice(earlier.size, this.size)
      : undefined;
  }

  /** The same, apart from those that go on from this one: what is only tried is laid on it. */
  apart(): Heads {
    return new Heads(logOf(this.held()), this.size);
  }

  /** The first revision of a subject. */
  first(subject: string): Revision | undefined {
    const first = subjectOf(this.log, subject)?.first;
    return first === undefined || first.number > this.version ? undefined : first;
  }

  /** The last revision of a subject. */
  last(subject: string): Revision | undefined {
    return this.#lastOf(subjectOf(this.log, subject));
  }

  /** Whether a subject was changed again after its first revision. */
  changedAgain(subject: string): boolean {
    return this.first(subject) !== this.last(subject);
  }

  /** Every revision of a kind of which all are held, in order. */
  every(kind: (typeof WHOLE_KINDS)[number]): readonly Revision[] {
    const { version } = this;
    const all = [...(this.log.kinds.get(kind)?.values() ?? [])].flatMap((s) => allOf(s));
    return all.filter((r) => r.number <= version).toSorted((a, b) => a.number - b.number);
  }

  /** The subjects that revisions over this number changed. */
  changedSince(number: number): readonly string[] {
    return [...new Set(this.held().flatMap((r) => (r.number > number ? [r.subject] : [])))];
  }

  get<K extends Kind>(kind: K, subject: string): Payload<K> | undefined {
    const known = this.log.kinds.get(kind)?.get(subject);
    const last = this.#lastOf(known);
    return known === undefined || last === undefined || last.after === null
      ? undefined
      : stateIn(known, kind, last, last.after);
  }

  /** Whether a subject has a state; one whose changes were all taken back has none. */
  holds(subject: string): boolean {
    return (this.last(subject)?.after ?? null) !== null;
  }

  /** Every subject of one kind that has a state, in the order of their first revisions. */
  all<K extends Kind>(kind: K): readonly Head<Payload<K>>[] {
    return Array.from(this.each(kind), ({ subject, revision, state }) => ({ subject, state: state(), revision }));
  }

  /** The same, one after another, each state read when it is asked for. */
  *each<K extends Kind>(kind: K): Generator<Held<Payload<K>>> {
    for (const [subject, known] of this.log.kinds.get(kind) ?? []) {
      const revision = this.#lastOf(known);
      const after = revision?.after ?? null;
      if (revision !== undefined && after !== null)
        yield { subject, revision, state: () => stateIn(known, kind, revision, after) };
    }
  }

  /** Those that are held in memory, in order. */
  protected held(): readonly Revision[] {
    return this.log.all.slice(0, this.size);
  }

  protected grown(more: readonly Revision[]): [log: Log, size: number] {
    // Who goes on from what others went on from already, or from the one that all begin with, gets a log of its own.
    const isLast = this.size > 0 && this.size === this.log.all.length;
    const log = isLast ? this.log : logOf(this.held());
    for (const revision of more) append(log, revision);
    return [log, log.all.length];
  }

  #lastOf(subject: Subject | undefined): Revision | undefined {
    const { version } = this;
    const last = subject?.later?.at(-1) ?? subject?.first;
    if (subject === undefined || last === undefined || last.number <= version) return last;
    return allOf(subject).findLast((r) => r.number <= version);
  }
}

export function logOf(revisions: readonly Revision[]): Log {
  const log: Log = { all: [], kinds: new Map() };
  for (const revision of revisions) append(log, revision);
  return log;
}

function append({ all, kinds }: Log, revision: Revision): void {
  all.push(revision);
  const { kind } = subjectParts(revision.subject);
  let subjects = kinds.get(kind);
  if (subjects === undefined) kinds.set(kind, (subjects = new Map()));
  const its = subjects.get(revision.subject);
  if (its === undefined) subjects.set(revision.subject, { first: revision });
  else if (its.later === undefined) its.later = [revision];
  else its.later.push(revision);
}

/** Every revision of a subject, in order. */
export function allOf({ first, later = [] }: Subject): readonly Revision[] {
  return [first, ...later];
}

export function subjectOf({ kinds }: Log, subject: string): Subject | undefined {
  return kinds.get(subjectParts(subject).kind)?.get(subject);
}

function stateIn<K extends Kind>(subject: Subject, kind: K, revision: Revision, after: string): Payload<K> {
  if (subject.read?.of === revision) return subject.read.state as Payload<K>;
  const state = payload(kind, after);
  // What a fact's state is made into is kept, and shares its claims.
  if (kind !== "fact") subject.read = { of: revision, state };
  return state;
}

/** A row's JSON, checked. @throws when the row is not what this program writes: a defect or a damaged database */
export function payload<K extends Kind>(kind: K, json: string): Payload<K> {
  return PAYLOAD[kind].parse(JSON.parse(json)) as Payload<K>;
}
