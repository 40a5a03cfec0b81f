import { allOf, Heads, logOf, subjectOf } from "./heads.ts";
import type { Revision } from "./store.ts";

/** All of a desk's revisions, in order, beside what they leave: its history. */
export class RevisionLog extends Heads {
  static readonly EMPTY = new RevisionLog(logOf([]), 0);
  #revisions: readonly Revision[] | undefined;

  /** The history that ends in these heads, which are part of it and stay the same objects. */
  static behind(heads: Heads, revisions: readonly Revision[]): RevisionLog {
    const { version } = heads;
    const until = revisions.filter((r) => r.number <= version);
    const whole = until.map((r) => {
      const [first, last] = [heads.first(r.subject), heads.last(r.subject)];
      return last?.number === r.number ? last : first?.number === r.number ? first : r;
    });
    return new RevisionLog(logOf(whole), whole.length);
  }

  get revisions(): readonly Revision[] {
    this.#revisions ??= this.held();
    return this.#revisions;
  }

  override with(more: readonly Revision[]): RevisionLog {
    return more.length === 0 ? this : new RevisionLog(...this.grown(more));
  }

  override apart(): RevisionLog {
    return new RevisionLog(logOf(this.revisions), this.size);
  }

  /** The log as it was at an instant. */
  until(at: Temporal.Instant): RevisionLog {
    return RevisionLog.EMPTY.with(this.revisions.filter((r) => Temporal.Instant.compare(r.at, at) <= 0));
  }

  /** The log as it was when this revision was the last. */
  upTo(number: number): RevisionLog {
    return number >= this.version ? this : new RevisionLog(this.log, this.#sizeAt(number));
  }

  #sizeAt(number: number): number {
    const at = this.log.all.findIndex((r) => r.number > number);
    return at < 0 ? this.size : Math.min(at, this.size);
  }

  /** Every revision of a subject, in order. */
  of(subject: string): readonly Revision[] {
    const { version } = this;
    const held = subjectOf(this.log, subject);
    return held === undefined ? [] : allOf(held).filter((r) => r.number <= version);
  }
}
