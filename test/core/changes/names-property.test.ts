import fc from "fast-check";
import { expect, it } from "vitest";
import { planEditName } from "#core/changes/edit-name.ts";
import { planMergeNames } from "#core/changes/merge-names.ts";
import type { Known } from "#core/changes/name-state.ts";
import { planName } from "#core/changes/name-thing.ts";
import { planRestoreName, planRetireName } from "#core/changes/retire-name.ts";
import { planUndo } from "#core/changes/undo.ts";
import { authorOf, type Plan, type Snapshot, type WholeSnapshot } from "#core/desk/desk.ts";
import { fieldsOf } from "#core/facts/fact.ts";
import { factsIn, rounds, type View } from "#core/facts/view.ts";
import { fold } from "#core/text/text.ts";
import { ada, newSeat, type Seat } from "#test/moderation.ts";
import { begin } from "./nile.ts";

const KINDS = ["people", "talks", "slots"] as const;
type Of = (typeof KINDS)[number];
interface Thing {
  readonly name: string;
  readonly also: readonly string[];
  readonly retired: boolean;
  readonly into?: string;
}
type Things = ReadonlyMap<string, Thing>;
/** What a desk should answer from: names by id. */
type Model = Readonly<Record<Of, Things>>;

const POOL = ["Ida Ray", "I. Ray", "Omar Sol", "Sol", "Vera Noor", "Vera N.", "Ulf Ek", "Ek"];
const ROUNDS = ["Cairo meeting", "Khartoum meeting", "Giza meeting", "Aswan meeting"];
const SLOTS = ["Red lines", "Silt rules", "Canal fees", "Water debts"];
const WORDS: Readonly<Record<Of, readonly string[]>> = { people: POOL, talks: ROUNDS, slots: SLOTS };

const op = fc.record({
  of: fc.constantFrom<Of>(...KINDS),
  does: fc.constantFrom("make", "rename", "respell", "merge", "merge", "retire", "restore", "undo", "undo"),
  a: fc.nat(7),
  b: fc.nat(7),
  word: fc.nat(7),
});
type Op = typeof op extends fc.Arbitrary<infer T> ? T : never;

function things(of: Of, { view }: Snapshot): readonly Known[] {
  return view[of].items
    .filter((item) => of !== "talks" || view.talks.get(item.id)?.negotiation === "nile")
    .map((item) => ({ of, item }));
}

function planOf({ of, does, a, b, word }: Op, at: WholeSnapshot): Plan<unknown> | undefined {
  const all = things(of, at);
  const [one, other] = [all[a % all.length], all[b % all.length]];
  const name = WORDS[of][word % WORDS[of].length] ?? "";
  if (does === "undo") return planUndo(undefined, authorOf(ada), "admin", at);
  if (does === "make") {
    if (of === "people") return planName({ of, name, aliases: [] }, at);
    if (of === "slots") return planName({ of, name, aliases: [], holds: "many" }, at);
    return planName({ of, name, aliases: [], negotiation: "nile", parties: [] }, at);
  }
  if (one === undefined || other === undefined) return undefined;
  if (does === "rename") return planEditName(one, { name }, at);
  if (does === "respell") return planEditName(one, { aliases: [name] }, at);
  if (does === "merge") return planMergeNames(one, other, "admin", at);
  return does === "retire" ? planRetireName(one, undefined, at) : planRestoreName(one, undefined, at);
}

/** The model after a change that the desk took. */
function next(model: Model, { of, does, a, b, word }: Op, before: Snapshot, made: string | undefined): Model {
  const all = things(of, before);
  const [one, other] = [all[a % all.length]?.item.id ?? "", all[b % all.length]?.item.id ?? ""];
  const name = WORDS[of][word % WORDS[of].length] ?? "";
  const now = new Map(model[of]);
  const held = now.get(one);
  if (does === "make") now.set(made ?? "", { name, also: [], retired: false });
  else if (held !== undefined && does === "rename")
    now.set(one, { ...held, name, also: fold(held.name) === fold(name) ? held.also : [...held.also, held.name] });
  else if (held !== undefined && does === "respell") now.set(one, { ...held, also: [name] });
  else if (held !== undefined && does === "merge") {
    const target = now.get(other);
    now.set(one, { ...held, into: other });
    if (target !== undefined) now.set(other, { ...target, also: [...target.also, held.name, ...held.also] });
  } else if (held !== undefined) now.set(one, { ...held, retired: does === "retire" });
  return { ...model, [of]: now };
}

const lead = (all: Things, id: string): string => {
  const into = all.get(id)?.into;
  return into === undefined ? id : lead(all, into);
};

/** What each spelling leads to, by name, and who was where according to which paragraph. */
function answers(model: Model, cited: readonly Cited[]): unknown {
  const listed = (of: Of) => [...model[of]].filter(([, t]) => t.into === undefined && !t.retired);
  const find = (of: Of, word: string) => {
    const own = listed(of).filter(([id, t]) => [id, t.name, ...t.also].some((s) => fold(s) === fold(word)));
    // An id that was merged leads on, unless something has come to be called so.
    const led = listed(of).filter(([id]) =>
      [...model[of]].some(
        ([old, t]) => t.into !== undefined && fold(old) === fold(word) && lead(model[of], old) === id,
      ),
    );
    const found = own.length > 0 ? own : led;
    return found.map(([, t]) => t.name).toSorted();
  };
  const told = listed("talks").map(([id, t]) => {
    const there = cited.filter((c) => lead(model.talks, c.talks) === id);
    const by = Map.groupBy(
      there.filter((c) => c.of === "people"),
      (c) => lead(model.people, c.what),
    );
    const own = Map.groupBy(
      there.filter((c) => c.of === "slots" && model.slots.get(lead(model.slots, c.what))?.retired === false),
      (c) => lead(model.slots, c.what),
    );
    const said = [...by].map(([person, some]) => `${model.people.get(person)?.name}: ${numbers(some)}`);
    const slots = [...own].map(([slot, some]) => `${model.slots.get(slot)?.name}: ${numbers(some)}`);
    return [t.name, [...said, ...slots].toSorted()] as const;
  });
  return { found: KINDS.map((of) => WORDS[of].map((w) => find(of, w))), told: Object.fromEntries(told) };
}

/** The paragraphs of some claims, in order. */
function numbers(some: readonly { readonly paragraph: number }[]): string {
  return some
    .map((c) => c.paragraph)
    .toSorted((a, b) => a - b)
    .join();
}

function held(view: View, mine: ReadonlySet<string>): unknown {
  const find = (of: Of, word: string) =>
    view[of]
      .spelt(word)
      .map((i) => i.name)
      .toSorted();
  const told = rounds(view, "nile").map((t) => {
    const facts = factsIn(view, "attended", t.id);
    const said = facts.map((f) => {
      return `${view.people.name(String(fieldsOf(f)["person"]))}: ${numbers(f.claims.map((c) => c.citation))}`;
    });
    const own = factsIn(view, "own", t.id).map((f) => {
      return `${view.slots.name(String(fieldsOf(f)["kind"]))}: ${numbers(f.claims.map((c) => c.citation))}`;
    });
    return [t.name, [...said, ...own].toSorted()] as const;
  });
  expect(mine.size).toBeGreaterThan(0);
  return { found: KINDS.map((of) => WORDS[of].map((w) => find(of, w))), told: Object.fromEntries(told) };
}

interface Cited {
  readonly talks: string;
  readonly of: "people" | "slots";
  /** The id of the person, or of the slot. */
  readonly what: string;
  readonly paragraph: number;
}

async function opened(): Promise<{ seat: Seat; model: Model; cited: readonly Cited[] }> {
  const seat = await newSeat();
  await begin(seat);
  // One text in two slots: where they are merged, it is one fact.
  for (const [at, called] of SLOTS.slice(0, 2).entries()) {
    await seat.told(`facts slot add "${called}"`);
    const values = { slot: called, words: "no new canal", talks: "Cairo meeting", source: "Gazette" };
    await seat.add({ ...values, paragraph: String(20 + at) });
  }
  const { view } = await seat.desk.snapshot();
  const of = (kind: Of, ids: readonly string[]): Things =>
    new Map(
      ids.map((id) => [id, { name: view[kind].name(id), also: view[kind].get(id)?.aliases ?? [], retired: false }]),
    );
  const model = {
    people: of(
      "people",
      view.people.all.map((p) => p.id),
    ),
    talks: of(
      "talks",
      rounds(view, "nile").map((t) => t.id),
    ),
    slots: of(
      "slots",
      view.slots.all.map((t) => t.id),
    ),
  };
  const cited = view.facts.flatMap((f): readonly Cited[] => {
    if ((f.slot !== "attended" && f.slot !== "own") || f.revision === 0) return [];
    const [kind, field] = f.slot === "own" ? (["slots", "kind"] as const) : (["people", "person"] as const);
    return f.claims.map((c) => ({
      talks: f.talks,
      of: kind,
      what: String(c.fields[field]),
      paragraph: c.citation.paragraph,
    }));
  });
  expect(cited.filter((c) => c.of === "slots")).toHaveLength(2);
  return { seat, model, cited };
}

it("answers as a simple model does after any making, renaming, respelling, merging, retiring and undoing", async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 1, maxLength: 14 }), async (ops) => {
      const { seat, model, cited } = await opened();
      const stack: Model[] = [model];
      for (const one of ops) {
        const before = await seat.desk.whole();
        const planned = planOf(one, before);
        if (planned === undefined) continue;
        const came = await seat.desk.changeWhole(authorOf(ada), (at) => planOf(one, at) ?? planned);
        if (one.does === "undo") {
          // Only what these changes did is on the stack; before it there is what the desk began with.
          if (stack.length === 1) break;
          if (came.kind === "refused") throw new Error(came.refusal.message);
          stack.pop();
        } else if (came.kind === "done") {
          done += 1;
          const made = (came.result as Partial<Known> | undefined)?.item?.id;
          stack.push(next(stack.at(-1) ?? model, one, before, made));
        }
        const { view } = await seat.desk.snapshot();
        expect(held(view, new Set(cited.map((c) => c.talks)))).toEqual(answers(stack.at(-1) ?? model, cited));
      }
    }),
    { numRuns: 100 },
  );
  expect(done).toBeGreaterThan(100);
});
