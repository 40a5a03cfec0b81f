import { ready } from "#core/messages/ready.ts";
import { subjectParts } from "#core/desk/subject.ts";
import { changesOf, correctionJob } from "#core/outbox/correction.ts";
import { factEvents } from "#core/outbox/events.ts";
import { decisionNotices, suggestionNews } from "#core/outbox/decided.ts";
import { inboxJob, postedAs } from "#core/outbox/inbox-posts.ts";
import type { ChangedDesk } from "#core/outbox/outbox.ts";
import type { DeskNow, SchedulerDeps } from "./scheduler-deps.ts";

const PAGE = 200;
const FACTS_AT_ONCE = 500;

/**
 * Adds a correction of every remembered message that a desk's revisions make wrong, and tells its webhooks what
 * changed. Returns how many desks it looked at.
 */
export async function followThrough(deps: SchedulerDeps): Promise<number> {
  const changed = await deps.outbox.changedDesks();
  for (const one of changed) await followDesk(deps, one);
  return changed.length;
}

async function followDesk(deps: SchedulerDeps, { desk, seen }: ChangedDesk): Promise<void> {
  const since = await deps.outbox.heardSince(desk);
  const whole = since === undefined ? undefined : await deps.deskWhole(desk);
  const now = whole ?? (await deps.deskNow(desk));
  const { own } = now.snapshot;
  const facts = factsOf(own.changedSince(seen));
  for (let i = 0; i === 0 || i < facts.length; i += FACTS_AT_ONCE) {
    await comparePages(deps, desk, facts.slice(i, i + FACTS_AT_ONCE), now);
  }
  const events = whole === undefined || since === undefined ? [] : factEvents(whole.snapshot, seen, since);
  await tellOfSuggestions(deps, desk, seen, now);
  await deps.outbox.followedThrough({ desk, seen, version: Math.max(seen, own.version) }, events);
}

/** Adds the messages to suggesters, and the posts and edits in the inboxes; each once, whichever process is first. */
async function tellOfSuggestions(
  deps: SchedulerDeps,
  desk: number,
  seen: number,
  { snapshot }: DeskNow,
): Promise<void> {
  const { outbox } = deps;
  const news = suggestionNews(snapshot, seen, await outbox.now());
  if (news.length === 0) return;
  await Promise.all([...new Set(news.map(({ state }) => state.tongue))].map(ready));
  const jobs = [...decisionNotices(news, snapshot, await deps.keys(desk))];
  for (const inbox of await outbox.inboxes(desk)) {
    for (const one of news) {
      const first = snapshot.own.first(one.revision.subject) ?? one.revision;
      const posted = await outbox.job(postedAs(inbox, first, one.id));
      const job = inboxJob(one, inbox, posted);
      if (job !== undefined) jobs.push(job);
    }
  }
  await outbox.add(jobs);
}

async function comparePages(
  { outbox }: SchedulerDeps,
  desk: number,
  facts: readonly string[],
  { snapshot: { own, library, view } }: DeskNow,
): Promise<void> {
  for (let after = 0; ;) {
    const page = await outbox.quoted(desk, facts, after, PAGE);
    const wrong = page.filter((shown) => changesOf(shown.facts, view).length > 0);
    await outbox.correct(
      wrong.map((shown) => correctionJob(shown, own.version, library.version)),
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
