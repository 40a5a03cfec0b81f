import { changesOf } from "#core/outbox/correction.ts";
import { subjectParts } from "#core/desk/subject.ts";
import type { Moved } from "#core/outbox/outbox.ts";
import type { DeskNow, SchedulerDeps } from "./scheduler-deps.ts";

const PAGE = 200;
const FACTS_AT_ONCE = 500;

/** Makes a correction of every remembered message that a desk's revisions touch. Returns how many desks were followed. */
export async function followThrough(deps: SchedulerDeps): Promise<number> {
  const moved = await deps.outbox.moved();
  for (const one of moved) await followDesk(deps, one);
  return moved.length;
}

async function followDesk(deps: SchedulerDeps, { desk, seen }: Moved): Promise<void> {
  const now = await deps.deskNow(desk);
  const { own } = now.snapshot;
  const facts = factsOf(own.revisions.filter((r) => r.number > seen).map((r) => r.subject));
  for (let i = 0; i === 0 || i < facts.length; i += FACTS_AT_ONCE) {
    await comparePages(deps, desk, facts.slice(i, i + FACTS_AT_ONCE), now);
  }
  await deps.outbox.followed({ desk, seen, version: Math.max(seen, own.version) });
}

async function comparePages(
  { outbox }: SchedulerDeps,
  desk: number,
  facts: readonly string[],
  now: DeskNow,
): Promise<void> {
  for (let after = 0; ;) {
    const page = await outbox.quoted(desk, facts, after, PAGE);
    const wrong = page.filter((shown) => changesOf(shown.facts, now.snapshot.view).length > 0);
    await outbox.correct(
      wrong.map((shown) => ({ shown, slot: slotOf(now, shown.times) })),
      page.map(({ id }) => id),
    );
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.id;
  }
}

function factsOf(subjects: readonly string[]): readonly string[] {
  const parts = subjects.map(subjectParts).filter(({ kind }) => kind === "fact");
  return [...new Set(parts.map(({ id }) => id))];
}

// Padded, as slots are ordered as text.
function slotOf({ snapshot: { own, library } }: DeskNow, times: number): string {
  return [own.version, library.version, times].map((n) => String(n).padStart(10, "0")).join(".");
}
