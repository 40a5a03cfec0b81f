import fc from "fast-check";
import { expect, it } from "vitest";
import { planEditName } from "#core/changes/edit-name.ts";
import { planMergeNames } from "#core/changes/merge-names.ts";
import type { Known } from "#core/changes/name-state.ts";
import { planName } from "#core/changes/name-thing.ts";
import { planRestoreName, planRetireName } from "#core/changes/retire-name.ts";
import { planUndo } from "#core/changes/undo.ts";
import { authorOf, type Plan, type WholeSnapshot } from "#core/desk/desk.ts";
import { ROLES, type Participant } from "#core/facts/names.ts";
import { fieldsOf, live } from "#core/facts/fact.ts";
import { rounds, type View } from "#core/facts/view.ts";
import { fold } from "#core/text/text.ts";
import { ada, newSeat, type Seat } from "#test/moderation.ts";
import { make } from "./nile.ts";

// Parties, places and negotiations: what rounds and facts stand in. People, rounds and slots: names-property.test.ts.
const KINDS = ["parties", "places", "negotiations"] as const;
type Of = (typeof KINDS)[number];
interface Thing {
  readonly name: string;
  readonly also: readonly string[];
  readonly retired: boolean;
  readonly into?: string;
  /** Of a negotiation. */
  readonly takes: readonly Participant[];
}
type Model = Readonly<Record<Of, ReadonlyMap<string, Thing>>>;

const WORDS: Readonly<Record<Of, readonly string[]>> = {
  parties: ["Upstream League", "Delta Council", "Canal Board", "Weir Union", "Reed Front", "Marsh Assembly", "Levee"],
  places: ["Blue Hall", "Reed House", "Old Mill", "Weir Inn", "Salt Pier", "Marsh Lodge"],
  negotiations: ["Sluice talks", "Ferry talks", "Dyke talks", "Heron talks"],
};
const op = fc.record({
  of: fc.constantFrom<Of>(...KINDS),
  does: fc.constantFrom("make", "rename", "respell", "merge", "merge", "retire", "restore", "undo", "undo"),
  a: fc.nat(5),
  b: fc.nat(5),
  word: fc.nat(5),
});
type Pair = readonly [Known | undefined, Known | undefined];
type Op = typeof op extends fc.Arbitrary<infer T> ? T : never;

/** A round, with its negotiation as it was made. */
type Round = Readonly<Record<"id" | "name" | "of", string>>;
interface Opened {
  readonly seat: Seat;
  readonly model: Model;
  readonly talks: readonly Round[];
  readonly said: readonly Said[];
  readonly shipped: ReadonlySet<string>;
}
interface Said {
  readonly talks: string;
  readonly side: string;
  readonly place: string;
  readonly paragraph: number;
}

async function opened(): Promise<Opened> {
  const seat = await newSeat();
  const before = (await seat.desk.snapshot()).view;
  const shipped = new Set(KINDS.flatMap((of) => before[of].items.map(({ id }) => id)));
  const [first = "", second = ""] = WORDS.parties;
  const ids: string[] = [];
  for (const name of WORDS.parties.slice(0, 4))
    ids.push(await make(seat, { of: "parties", name, adjective: name, aliases: [] }));
  for (const name of WORDS.places.slice(0, 2)) await make(seat, { of: "places", name, aliases: [] });
  const talks: Round[] = [];
  let paragraph = 0;
  for (const [at, name] of WORDS.negotiations.slice(0, 2).entries()) {
    const parties = ids.map((party, i) => ({
      party,
      role: at === 1 && i === 3 ? ("host" as const) : ("party" as const),
    }));
    const of = await make(seat, { of: "negotiations", name, aliases: [], parties });
    const round = `Round on ${name}`;
    talks.push({
      id: await make(seat, { of: "talks", name: round, aliases: [], negotiation: of, parties: [] }),
      name: round,
      of,
    });
  }
  for (const { name } of talks)
    for (const side of [first, second])
      for (const place of WORDS.places.slice(0, 2))
        await seat.add({
          slot: "movement",
          talks: name,
          side,
          act: "arrived",
          place,
          paragraph: String((paragraph += 1)),
        });
  const { view } = await seat.desk.snapshot();
  const begun = (of: Of): ReadonlyMap<string, Thing> => {
    const own = view[of].items.filter(({ id }) => !shipped.has(id));
    const takes = (id: string): Thing["takes"] => view.negotiations.get(id)?.parties ?? [];
    return new Map(own.map(({ id, name, aliases: also }) => [id, { name, also, retired: false, takes: takes(id) }]));
  };
  const model = { parties: begun("parties"), places: begun("places"), negotiations: begun("negotiations") };
  const said = view.facts.flatMap((f): readonly Said[] =>
    f.slot === "movement" && talks.some((t) => t.id === f.talks)
      ? f.claims.map(({ citation }) => ({
          talks: f.talks,
          side: f.side ?? "",
          place: String(fieldsOf(f)["place"]),
          paragraph: citation.paragraph,
        }))
      : [],
  );
  expect(said).toHaveLength(8);
  return { seat, model, talks, said, shipped };
}

function pair({ of, a, b }: Op, { view }: WholeSnapshot, shipped: ReadonlySet<string>): Pair {
  const all = view[of].items.filter(({ id }) => !shipped.has(id)).map((item): Known => ({ of, item }));
  return [all[a % all.length], all[b % all.length]];
}

const wordOf = ({ of, word }: Op): string => WORDS[of][word % WORDS[of].length] ?? "";
function planOf(one: Op, at: WholeSnapshot, shipped: ReadonlySet<string>): Plan<unknown> | undefined {
  const [first, second] = pair(one, at, shipped);
  const name = wordOf(one);
  if (one.does === "undo") return planUndo(undefined, authorOf(ada), "admin", at);
  if (one.does === "make") {
    if (one.of === "parties") return planName({ of: one.of, name, adjective: name, aliases: [] }, at);
    if (one.of === "places") return planName({ of: one.of, name, aliases: [] }, at);
    return planName({ of: one.of, name, aliases: [], parties: [] }, at);
  }
  if (first === undefined || second === undefined) return undefined;
  if (one.does === "rename") return planEditName(first, { name }, at);
  if (one.does === "respell") return planEditName(first, { aliases: [name] }, at);
  if (one.does === "merge") return planMergeNames(first, second, "admin", at);
  return one.does === "retire" ? planRetireName(first, undefined, at) : planRestoreName(first, undefined, at);
}

function next(model: Model, one: Op, [first, second]: Pair, made: string): Model {
  const now = new Map(model[one.of]);
  const [id, other] = [first?.item.id ?? "", second?.item.id ?? ""];
  const [held, target] = [now.get(id), now.get(other)];
  const name = wordOf(one);
  if (one.does === "make") now.set(made, { name, also: [], retired: false, takes: [] });
  else if (held !== undefined && one.does === "rename")
    now.set(id, { ...held, name, also: fold(held.name) === fold(name) ? held.also : [...held.also, held.name] });
  else if (held !== undefined && one.does === "respell") now.set(id, { ...held, also: [name] });
  else if (held !== undefined && target !== undefined && one.does === "merge") {
    now.set(id, { ...held, into: other });
    // Who takes part in the first takes part in the second; one in both keeps the role of the second.
    const more = held.takes.filter((p) => !target.takes.some((q) => q.party === p.party));
    now.set(other, { ...target, also: [...target.also, held.name, ...held.also], takes: [...target.takes, ...more] });
  } else if (held !== undefined) now.set(id, { ...held, retired: one.does === "retire" });
  return { ...model, [one.of]: now };
}

const lead = (all: Model[Of], id: string): string => {
  const into = all.get(id)?.into;
  return into === undefined ? id : lead(all, into);
};

/** What each word leads to, who takes part in what, and who arrived where in which round. */
function expected(model: Model, { talks, said }: Opened): unknown {
  const stands = (of: Of) => [...model[of]].filter(([, t]) => t.into === undefined && !t.retired);
  const find = (of: Of, word: string) => {
    const own = stands(of).filter(([id, t]) => [id, t.name, ...t.also].some((s) => fold(s) === fold(word)));
    // An id that was merged leads on, unless something has come to be called so.
    const led = stands(of).filter(([id]) =>
      [...model[of]].some(
        ([old, t]) => t.into !== undefined && fold(old) === fold(word) && lead(model[of], old) === id,
      ),
    );
    return (own.length > 0 ? own : led).map(([, t]) => t.name);
  };
  const found = KINDS.map((of) => WORDS[of].map((word) => find(of, word)));
  const name = (of: Of, id: string): string => model[of].get(lead(model[of], id))?.name ?? id;
  const told = stands("negotiations").map(([id, { name: called, takes }]) => {
    const roles = Map.groupBy(takes, (p) => name("parties", p.party));
    const parties = [...roles].map(
      ([party, some]) => `${party}: ${ROLES.find((role) => some.some((p) => p.role === role))}`,
    );
    const own = talks.filter((t) => lead(model.negotiations, t.of) === id);
    const lines = own.map((t) => {
      const there = said.filter((s) => s.talks === t.id);
      return [
        t.name,
        there.map((s) => `${name("parties", s.side)} at ${name("places", s.place)} ¶${s.paragraph}`).toSorted(),
      ];
    });
    return [called, { parties: parties.toSorted(), rounds: Object.fromEntries(lines) as object }];
  });
  return { found, told: Object.fromEntries(told) as object };
}

function held(view: View, { shipped }: Opened): unknown {
  const found = KINDS.map((of) => WORDS[of].map((word) => view[of].spelt(word).map((i) => i.name)));
  const told = view.negotiations.all
    .filter(({ id }) => !shipped.has(id))
    .map(({ id, name, parties }) => {
      const lines = rounds(view, id).map((t) => {
        const there = view.facts.filter((f) => f.talks === t.id && f.slot === "movement" && live(f));
        return [
          t.name,
          there
            .flatMap((f) => {
              const where = view.places.name(String(fieldsOf(f)["place"]));
              return f.claims.map((c) => `${view.parties.name(f.side ?? "")} at ${where} ¶${c.citation.paragraph}`);
            })
            .toSorted(),
        ];
      });
      const there = parties.map((p) => `${view.parties.name(p.party)}: ${p.role}`);
      return [name, { parties: there.toSorted(), rounds: Object.fromEntries(lines) as object }];
    });
  return { found, told: Object.fromEntries(told) as object };
}

it("answers as a model does after any making, renaming, merging, retiring and undoing of what rounds stand in", async () => {
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 1, maxLength: 12 }), async (ops) => {
      const at = await opened();
      const stack: Model[] = [at.model];
      for (const one of ops) {
        const before = await at.seat.desk.whole();
        const planned = planOf(one, before, at.shipped);
        if (planned === undefined) continue;
        if (one.does === "undo" && stack.length === 1) break;
        const came = await at.seat.desk.changeWhole(authorOf(ada), (now) => planOf(one, now, at.shipped) ?? planned);
        if (one.does === "undo") {
          if (came.kind === "refused") throw new Error(came.refusal.message);
          stack.pop();
        } else if (came.kind === "done") {
          const kind = `${one.does} ${one.of}`;
          done.set(kind, (done.get(kind) ?? 0) + 1);
          const made = (came.result as Partial<Known> | undefined)?.item?.id ?? "";
          stack.push(next(stack.at(-1) ?? at.model, one, pair(one, before, at.shipped), made));
        }
        const { view } = await at.seat.desk.snapshot();
        expect(held(view, at)).toEqual(expected(stack.at(-1) ?? at.model, at));
      }
    }),
    // Enough that the counts below never fall short by chance.
    { numRuns: 100 },
  );
  for (const of of KINDS) expect(done.get(`merge ${of}`)).toBeGreaterThan(0);
  expect([...done.values()].reduce((all, n) => all + n, 0)).toBeGreaterThan(60);
});
