import type { z } from "zod";
import type { Revision } from "./store.ts";
import { PAYLOAD } from "./payload.ts";
import { subjectParts } from "./subject.ts";

type Kind = keyof typeof PAYLOAD;
type Payload<K extends Kind> = z.infer<(typeof PAYLOAD)[K]>;

/** A subject's state on a desk and the revision that made it. */
export interface Head<T> {
  readonly subject: string;
  readonly state: T;
  readonly revision: Revision;
}

/**
 * Revisions in order, and each subject's own, by its kind. Instances of `RevisionLog` share one as long as each goes on
 * from the last.
 */
interface Log {
  readonly all: Revision[];
  readonly kinds: Map<string, Map<string, Revision[]>>;
}

/**
 * A desk's revisions, in order, and the state of each subject after the last of them. Grows by `with`, which costs what
 * is new and not what was there; an instance never changes, so a view made from one stays true.
 */
export class RevisionLog {
  static readonly EMPTY = new RevisionLog(logOf([]), 0);
  readonly #log: Log;
  readonly #length: number;
  #revisions: readonly Revision[] | undefined;

  private constructor(log: Log, length: number) {
    this.#log = log;
    this.#length = length;
  }

  get version(): number {
    return this.#log.all[this.#length - 1]?.number ?? 0;
  }

  get revisions(): readonly Revision[] {
    this.#revisions ??= this.#log.all.slice(0, this.#length);
    return this.#revisions;
  }

  with(more: readonly Revision[]): RevisionLog {
    if (more.length === 0) return this;
    // Who goes on from what others went on from already, or from the one that all begin with, gets a log of its own.
    const isLast = this.#length > 0 && this.#length === this.#log.all.length;
    const log = isLast ? this.#log : logOf(this.revisions);
    for (const revision of more) append(log, revision);
    return new RevisionLog(log, log.all.length);
  }

  /** The revisions that this one has beyond an earlier one; undefined where it does not go on from that. */
  after(earlier: RevisionLog): readonly Revision[] | undefined {
    return earlier.#log === this.#log && earlier.#length <= this.#length
      ? this.#log.all.slice(earlier.#length, this.#length)
      : undefined;
  }

  /** The same, apart from those that go on from this one: what is only tried is laid on it. */
  apart(): RevisionLog {
    return new RevisionLog(logOf(this.revisions), this.#length);
  }

  /** The log as it was at an instant. */
  until(at: Temporal.Instant): RevisionLog {
    return RevisionLog.EMPTY.with(this.revisions.filter((r) => Temporal.Instant.compare(r.at, at) <= 0));
  }

  /** The log as it was when this revision was the last. */
  upTo(number: number): RevisionLog {
    return number >= this.version ? this : RevisionLog.EMPTY.with(this.revisions.filter((r) => r.number <= number));
  }

  /** The last revision of a subject. */
  last(subject: string): Revision | undefined {
    return this.#lastOf(revisionsOf(this.#log, subject));
  }

  /** Every revision of a subject, in order. */
  of(subject: string): readonly Revision[] {
    const { version } = this;
    return (revisionsOf(this.#log, subject) ?? []).filter((r) => r.number <= version);
  }

  get<K extends Kind>(kind: K, subject: string): Payload<K> | undefined {
    const last = this.last(subject);
    return last === undefined || last.after === null ? undefined : payload(kind, last.after);
  }

  /** Whether a subject has a state; one whose changes were all taken back has none. */
  holds(subject: string): boolean {
    return (this.last(subject)?.after ?? null) !== null;
  }

  /** Every subject of one kind that has a state, in the order of their first revisions. */
  all<K extends Kind>(kind: K): readonly Head<Payload<K>>[] {
    return this.#heads(kind).map(({ subject, after, revision }) => ({
      subject,
      state: payload(kind, after),
      revision,
    }));
  }

  /** The subjects of one kind that have a state, in the order of their first revisions. */
  subjects(kind: Kind): readonly string[] {
    return this.#heads(kind).map(({ subject }) => subject);
  }

  #heads(kind: Kind): readonly { readonly subject: string; readonly after: string; readonly revision: Revision }[] {
    return [...(this.#log.kinds.get(kind) ?? [])].flatMap(([subject, revisions]) => {
      const revision = this.#lastOf(revisions);
      return revision === undefined || revision.after === null ? [] : [{ subject, after: revision.after, revision }];
    });
  }

  #lastOf(revisions: readonly Revision[] | undefined): Revision | undefined {
    const { version } = this;
    const last = revisions?.at(-1);
    return last === undefined || last.number <= version ? last : revisions?.findLast((r) => r.number <= version);
  }
}

function logOf(revisions: readonly Revision[]): Log {
  const log: Log = { all: [], kinds: new Map() };
  for (const revision of revisions) append(log, revision);
  return log;
}

function append({ all, kinds }: Log, revision: Revision): void {
  all.push(revision);
  const { kind } = subjectParts(revision.subject);
  const subjects = kinds.get(kind) ?? new Map<string, Revision[]>();
  kinds.set(kind, subjects);
  const its = subjects.get(revision.subject);
  if (its === undefined) subjects.set(revision.subject, [revision]);
  else its.push(revision);
}

function revisionsOf({ kinds }: Log, subject: string): readonly Revision[] | undefined {
  return kinds.get(subjectParts(subject).kind)?.get(subject);
}

const parsed = new WeakMap<object, Map<string, unknown>>();

/** A row's JSON, checked. @throws when the row is not what this program writes: a defect or a damaged database */
export function payload<K extends Kind>(kind: K, json: string): Payload<K> {
  const known = parsed.get(PAYLOAD[kind]) ?? new Map<string, unknown>();
  parsed.set(PAYLOAD[kind], known);
  const before = known.get(json);
  if (before !== undefined) return before as Payload<K>;
  const value = PAYLOAD[kind].parse(JSON.parse(json)) as Payload<K>;
  if (known.size > 20_000) known.clear();
  known.set(json, value);
  return value;
}
