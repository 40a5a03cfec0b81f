import type { Tier } from "#core/asker.ts";
import type { Plan, Snapshot } from "#core/desk.ts";
import { refuse } from "#core/refusal.ts";
import type { Author, Change, Revision } from "#core/store.ts";
import { shownMoment } from "#core/time/moment.ts";

/** Kinds that cannot be taken back: the library's, and what changed more than the desk's own state. */
const LASTING: ReadonlySet<Revision["kind"]> = new Set(["load", "erase", "link"]);

/**
 * Takes back one change with all that was appended together with it: one's own last, or any by its number for an admin. Refused where a
 * part of it has been changed since, because that later change would go with it. An undo can itself be undone.
 */
export function planUndo(
  number: number | undefined,
  by: Author,
  tier: Tier,
  { own }: Snapshot,
): Plan<readonly Revision[]> {
  const undone = new Set(own.revisions.flatMap((r) => (r.undoes === undefined ? [] : [r.undoes])));
  const mine = (r: Revision): boolean => r.by.platform === by.platform && r.by.id === by.id;
  const target =
    number === undefined
      ? own.revisions.findLast((r) => mine(r) && r.kind !== "undo" && !LASTING.has(r.kind) && !undone.has(r.number))
      : own.revisions.find((r) => r.number === number);
  if (target === undefined) {
    return no(
      number === undefined ? "You have no change here to take back." : `There is no revision ${number} on this desk.`,
      "The audit shows every change and its number: /facts audit.",
    );
  }
  if (number !== undefined && !mine(target) && tier !== "admin")
    return no(`Revision ${number} is ${target.by.name}'s.`, "Take back your own, or ask an admin.");
  if (LASTING.has(target.kind))
    return no(`A revision of kind ${target.kind} cannot be taken back.`, "Look at /facts audit for the others.");
  const batch = own.revisions.filter((r) => r.batch === target.batch);
  const first = batch.find((r) => undone.has(r.number));
  if (first !== undefined)
    return no(`Revision ${target.number} was taken back already.`, "Undo that undo by its number if it was wrong.");
  const touched = new Map(batch.map((r) => [r.subject, r]));
  const later = own.revisions.findLast((r) => r.batch > target.batch && touched.has(r.subject));
  if (later !== undefined) {
    return {
      kind: "refuse",
      refusal: refuse(
        "conflict",
        `${later.by.name} changed it since (revision ${later.number}, ${later.kind}, ${shownMoment(later.at)}).`,
        `Take revision ${later.number} back first, or correct the fact.`,
      ),
    };
  }
  const changes = [...touched.values()].map((r): Change => {
    const before = own.revisions.findLast((x) => x.subject === r.subject && x.number < target.batch);
    return { subject: r.subject, kind: "undo", after: before?.after ?? null, undoes: r.number };
  });
  return { kind: "append", changes, result: batch };
}

function no(message: string, hint: string): Plan<never> {
  return { kind: "refuse", refusal: refuse("usage", message, hint) };
}
