import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { mayActAs, type Tier } from "#core/request/asker.ts";
import { refusing, type Plan, type Snapshot, type WholeSnapshot } from "#core/desk/desk.ts";
import { advance } from "#core/desk/advance.ts";
import { articleSubject, subjectParts } from "#core/desk/subject.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { statement } from "#core/reply/statement.ts";
import type { Author, Change, Revision } from "#core/desk/store.ts";
import { momentIn } from "#core/messages/words.ts";
import { leftOver } from "./left-over.ts";
import { agreeing } from "./agreeing.ts";

/** Kinds that cannot be taken back: the library's, and what changed more than the desk's own state. */
const LASTING = ["load", "erase", "link", "unlink", "webhook"] as const satisfies readonly Revision["kind"][];
/** Kinds that only an admin makes, and so takes back. */
const ADMINS: ReadonlySet<Revision["kind"]> = new Set(["lock", "unlock", "role", "library", "pages"]);

/**
 * Takes back one change with all that was appended together with it: one's own last, or any by its number for an admin.
 * Refused where a part of it has been changed since, because that later change would go with it. An undo can itself be
 * undone.
 */
export function planUndo(
  number: number | undefined,
  by: Author,
  tier: Tier,
  snapshot: WholeSnapshot,
): Plan<readonly Revision[]> {
  const { own } = snapshot;
  const undone = takenBack(own.revisions);
  // A batch may change one thing twice, and is taken back by its last state alone.
  const settled = new Set(
    own.revisions.filter((r) => LASTING.some((kind) => kind === r.kind) || undone.has(r.number)).map((r) => r.batch),
  );
  const mine = (r: Revision): boolean => r.by.platform === by.platform && r.by.id === by.id;
  const target =
    number === undefined
      ? own.revisions.findLast((r) => mine(r) && r.kind !== "undo" && !settled.has(r.batch))
      : own.revisions.find((r) => r.number === number);
  if (target === undefined) {
    const message =
      number === undefined ? tell(snapshot.view, "undo.nothing") : tell(snapshot.view, "undo.none", { number });
    return refusing(refuse("state", message, tell(snapshot.view, "undo.audit")));
  }
  const batch = own.revisions.filter((r) => r.batch === target.batch);
  const problem =
    mayNot(target, batch, mine(target), tier, snapshot.view) ?? changedSince(target, batch, undone, snapshot);
  if (problem !== undefined) return refusing(problem);
  const touched = new Map(batch.map((r) => [r.subject, r]));
  const reverted = [...touched.values()].map((r): Change => {
    const before = own.revisions.findLast((x) => x.subject === r.subject && x.number < target.batch);
    return { subject: r.subject, kind: "undo", after: before?.after ?? null, undoes: r.number };
  });
  const changes = withArticles(reverted, snapshot);
  const after = advance(snapshot, changes);
  const names = changes.some((c) => subjectParts(c.subject).kind === "name");
  const left = names ? leftOver(after, snapshot) : undefined;
  if (left !== undefined) return refusing(left);
  const twin = agreeing(after, changes);
  if (twin !== undefined) {
    return refusing(
      refuse(
        "conflict",
        tell(snapshot.view, "already.twin", { statement: statement(twin, snapshot.view), id: twin.id }),
        tell(snapshot.view, "undo.retract", { id: twin.id }),
      ),
    );
  }
  return { kind: "append", changes, result: batch };
}

/** Numbers of the revisions that were taken back, except by an undo that was itself taken back. */
function takenBack(revisions: readonly Revision[]): ReadonlySet<number> {
  const undone = new Set<number>();
  for (const { number, undoes } of revisions.toReversed()) {
    if (undoes !== undefined && !undone.has(number)) undone.add(undoes);
  }
  return undone;
}

function mayNot(
  target: Revision,
  batch: readonly Revision[],
  mine: boolean,
  tier: Tier,
  at: Told,
): Refusal | undefined {
  const lasting = LASTING.find((kind) => batch.some((r) => r.kind === kind));
  if (lasting !== undefined)
    return refuse("state", tell(at, "undo.lasting", { done: tell(at, `undo.${lasting}`) }), tell(at, "undo.others"));
  if (mayActAs(tier, "admin")) return undefined;
  if (!mine)
    return refuse(
      "right",
      tell(at, "undo.theirs", { name: target.by.name, number: target.number }),
      tell(at, "undo.own"),
    );
  if (batch.some((r) => ADMINS.has(r.kind))) return refuse("right", tell(at, "undo.admins"), tell(at, "undo.askAdmin"));
  return undefined;
}

function changedSince(
  target: Revision,
  batch: readonly Revision[],
  undone: ReadonlySet<number>,
  { own, view }: Snapshot,
): Refusal | undefined {
  if (batch.some((r) => undone.has(r.number)))
    return refuse("state", tell(view, "undo.before", { number: target.number }), tell(view, "undo.undo"));
  // What was changed since and taken back again stands as this change left it: nothing would go with it.
  const left = new Map(batch.map((r) => [r.subject, r]));
  const [later] = [...left.values()].flatMap((r) => {
    const last = own.last(r.subject);
    return last === undefined || last.after === r.after ? [] : [last];
  });
  if (later === undefined) return undefined;
  return refuse(
    "conflict",
    tell(view, "undo.since", { name: later.by.name, number: later.number, moment: momentIn(view, later.at) }),
    tell(view, "undo.first", { number: later.number }),
  );
}

// An article goes with the fact that brought it, but not from under a later fact that cites it; one that is cited again
// comes back.
function withArticles(reverted: readonly Change[], snapshot: WholeSnapshot): readonly Change[] {
  const after = advance(snapshot, reverted).own;
  const cited = new Set(
    after
      .all("fact")
      .flatMap(({ state }) => [...(state.claims ?? []), ...(state.more ?? [])].map((c) => c.citation.article)),
  );
  const shipped = (id: string): boolean => snapshot.library.last(articleSubject(id)) !== undefined;
  const kept = reverted.filter((c) => {
    const id = articleOf(c);
    return c.after !== null || id === undefined || shipped(id) || !cited.has(id);
  });
  const settled = advance(snapshot, kept).own;
  const back = [...cited].flatMap((id): readonly Change[] => {
    const subject = articleSubject(id);
    // Without a change of the desk's own, it is as it is shipped.
    if (settled.last(subject)?.after !== null || shipped(id)) return [];
    const held = settled.of(subject).findLast((r) => r.after !== null);
    return held === undefined ? [] : [{ subject, kind: "undo", after: held.after }];
  });
  return [...back, ...kept];
}

function articleOf({ subject }: Change): string | undefined {
  const { kind, id } = subjectParts(subject);
  return kind === "article" ? id : undefined;
}
