import fc from "fast-check";
import { expect, it } from "vitest";
import { Heads } from "#core/desk/heads.ts";
import { libraryView } from "#core/desk/library-view.ts";
import { overlay } from "#core/desk/overlay.ts";
import { RevisionLog } from "#core/desk/revision-log.ts";
import type { Change, Revision } from "#core/desk/store.ts";
import { aliasSubject, articleSubject, factSubject, nameSubject } from "#core/desk/subject.ts";
import type { View } from "#core/facts/view.ts";
import { library } from "#test/desk.ts";
import { memoryStore } from "#test/stores/memory-store.ts";

const BY = { platform: "test", id: "ann", name: "Ann" };
const AT = Temporal.Instant.from("2026-11-23T10:00:00Z");
const beneath = libraryView(library);
const shipped = beneath.facts.slice(0, 2).map((f) => f.id);
const [article] = [...beneath.articles.values()];
const [person] = beneath.people.items;
if (article === undefined || person === undefined) throw new Error("the library is empty");

const claims = (id: string, n: number) => [
  {
    id,
    talks: library.talks.at(-1)?.id,
    slot: "note",
    fields: { remark: `matter ${n}` },
    as: {},
    citation: { article: article.id, paragraph: 1 },
  },
];
const json = (value: unknown): string => JSON.stringify(value);
const own = fc.constantFrom("f1", "f2", "f3");
const number = fc.nat(3);
const gone = fc.boolean();

/**
 * A change of each kind that folds, on few subjects, so that each is changed again and again, taken back and made
 * again.
 */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(own, number, gone).map(([id, n, none]): Change => ({
    subject: factSubject(id),
    kind: "add",
    after: none ? null : json({ claims: claims(id, n) }),
  })),
  fc.tuple(fc.constantFrom(...shipped), gone).map(([id, none]): Change => ({
    subject: factSubject(id),
    kind: "retract",
    after: none ? null : json({ retracted: "withdrawn" }),
  })),
  fc.tuple(own, number, gone).map(([id, n, none]): Change => ({
    subject: aliasSubject("facts", id, `word ${n}`),
    kind: "alias",
    after: none ? null : json({ of: "facts", id, spelling: `word ${n}` }),
  })),
  fc.tuple(number, gone).map(([n, none]): Change => ({
    subject: nameSubject("people", person.id),
    kind: "correct",
    after: none ? null : json({ of: "people", ...person, name: `Person ${n}` }),
  })),
  fc.tuple(number, gone).map(([n, none]): Change => ({
    subject: articleSubject("a1"),
    kind: "source",
    after: none ? null : json({ ...article, id: "a1", outlet: `Gazette ${n}` }),
  })),
  fc.tuple(number, fc.constantFrom("waiting", "approved", "declined")).map(([n, state]): Change => ({
    subject: `suggestion/s${n}`,
    kind: "suggest",
    after: json({ state, values: { slot: "note" } }),
  })),
);

const seen = ({ facts, articles, talks, parties, people, places }: View) => ({
  facts,
  articles: [...articles],
  names: [talks, parties, people, places].map((d) => d.items),
});

/** All that a desk reads of its log, but for the history itself. */
function read(log: Heads) {
  const subjects = (["fact", "article", "name", "alias", "suggestion"] as const).flatMap((kind) =>
    log.all(kind).map(({ subject }) => subject),
  );
  return {
    version: log.version,
    at: log.lastAt,
    view: seen(overlay(beneath, log)),
    heads: (["fact", "article", "name", "alias", "suggestion"] as const).map((kind) => log.all(kind)),
    ends: subjects.map((subject) => [log.first(subject), log.last(subject), log.changedAgain(subject)]),
    suggestions: log.every("suggestion"),
  };
}

/** All revisions of a desk, and its heads, after these batches. */
async function kept(batches: readonly (readonly Change[])[]): Promise<Record<"all" | "heads", readonly Revision[]>> {
  const store = memoryStore();
  const desk = await store.desk({ platform: "test", id: "t" }, AT);
  for (const batch of batches) await store.append(desk, await store.version(desk), BY, AT, batch);
  return { all: await store.revisions(desk, 0), heads: await store.heads(desk) };
}

it("holds after the heads of a desk and what came later what its whole history leaves", async () => {
  const batches = fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(batches, fc.nat(), fc.nat(), async (all, one, other) => {
      const { all: history } = await kept(all);
      const before = await kept(all.slice(0, one % (all.length + 1)));
      const at = before.all.length;
      const heads = Heads.of(before.heads);
      const whole = RevisionLog.EMPTY.with(history);
      const grown = heads.with(history.slice(at));
      expect(read(grown)).toEqual(read(whole));
      // An instance stays as it was, whatever goes on from it.
      expect(read(heads)).toEqual(read(whole.upTo(at)));
      expect(read(grown.apart())).toEqual(read(whole));
      const seenTo = at + (other % (history.length - at + 1));
      expect(grown.changedSince(seenTo).toSorted()).toEqual(whole.changedSince(seenTo).toSorted());
      const behind = RevisionLog.behind(grown, history);
      expect(behind.revisions).toEqual(history);
      expect(read(behind)).toEqual(read(whole));
      expect(behind.all("fact").every((h) => h.revision === grown.last(h.subject))).toBe(true);
    }),
    { numRuns: 120 },
  );
});
