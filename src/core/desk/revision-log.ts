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
 * A desk's revisions, in order, and the state of each subject after the last of them. An instance never changes, so
 * that a view made from it stays true; `with` makes a longer one.
 */
export class RevisionLog {
  static readonly EMPTY = new RevisionLog([], new Map());
  readonly revisions: readonly Revision[];
  readonly #last: ReadonlyMap<string, Revision>;

  private constructor(revisions: readonly Revision[], last: ReadonlyMap<string, Revision>) {
    this.revisions = revisions;
    this.#last = last;
  }

  get version(): number {
    return this.revisions.at(-1)?.number ?? 0;
  }

  with(more: readonly Revision[]): RevisionLog {
    if (more.length === 0) return this;
    const last = new Map(this.#last);
    for (const revision of more) last.set(revision.subject, revision);
    return new RevisionLog([...this.revisions, ...more], last);
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
    return this.#last.get(subject);
  }

  /** Every revision of a subject, in order. */
  of(subject: string): readonly Revision[] {
    return this.revisions.filter((r) => r.subject === subject);
  }

  get<K extends Kind>(kind: K, subject: string): Payload<K> | undefined {
    const last = this.#last.get(subject);
    return last === undefined || last.after === null ? undefined : payload(kind, last.after);
  }

  /** Every subject of one kind that has a state, in the order of their first revisions. */
  all<K extends Kind>(kind: K): readonly Head<Payload<K>>[] {
    return [...this.#last.values()].flatMap((revision) =>
      subjectParts(revision.subject).kind === kind && revision.after !== null
        ? [{ subject: revision.subject, state: payload(kind, revision.after), revision }]
        : [],
    );
  }
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
