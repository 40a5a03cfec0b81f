import fc from "fast-check";
import { expect, it } from "vitest";
import { ada, ann, asker, World, type Seat } from "#test/moderation.ts";

interface Own {
  readonly text: string;
  readonly live: boolean;
  readonly locked: boolean;
}

/**
 * One desk as simple as can be: its own facts by what they say, what each undo would bring back, how many changes there
 * were.
 */
interface Model {
  facts: ReadonlyMap<string, Own>;
  readonly past: ReadonlyMap<string, Own>[];
  changes: number;
}

type Deed =
  | { readonly kind: "add" | "correct"; readonly nth: number; readonly word: number }
  | { readonly kind: "retract" | "restore" | "lock" | "unlock"; readonly nth: number }
  | { readonly kind: "undo" };

interface Step {
  readonly desk: 0 | 1 | 2;
  readonly deed: Deed;
}

const nth = fc.integer({ min: 0, max: 3 });
const word = fc.integer({ min: 0, max: 4 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constantFrom<"add" | "correct">("add", "correct"), nth, word }),
  fc.record({
    kind: fc.constantFrom<"retract" | "restore" | "lock" | "unlock">("retract", "restore", "lock", "unlock"),
    nth,
  }),
  fc.constant<Deed>({ kind: "undo" }),
);
const step: fc.Arbitrary<Step> = fc.record({ desk: fc.constantFrom<0 | 1 | 2>(0, 1, 2), deed });

const NAMES = ["one", "two", "three"] as const;

/** What the model expects of an action: the facts after it, or undefined if it must be refused. */
function after(model: Model, { deed, desk }: Step, fresh: string): Model["facts"] | undefined {
  const facts = new Map(model.facts);
  if (deed.kind === "undo") return model.past.at(-1);
  const text = "word" in deed ? `${NAMES[desk]} remark ${deed.word}` : "";
  if (deed.kind === "add") {
    if ([...facts.values()].some((f) => f.text === text)) return undefined;
    return facts.set(fresh, { text, live: true, locked: false });
  }
  const [id, fact] = [...facts][deed.nth] ?? [];
  if (id === undefined || fact === undefined) return undefined;
  const twin = (t: string) => [...facts].some(([i, f]) => i !== id && f.live && f.text === t);
  switch (deed.kind) {
    case "correct":
      return fact.text === text || twin(text) ? undefined : facts.set(id, { ...fact, text });
    case "retract":
      return fact.live ? facts.set(id, { ...fact, live: false }) : undefined;
    case "restore":
      return fact.live || twin(fact.text) ? undefined : facts.set(id, { ...fact, live: true });
    case "lock":
    case "unlock":
      return fact.locked === (deed.kind === "lock") ? undefined : facts.set(id, { ...fact, locked: !fact.locked });
  }
}

function line({ deed, desk }: Step, model: Model, foreign: string): string {
  if (deed.kind === "undo") return "facts undo";
  const text = "word" in deed ? `remark:"${NAMES[desk]} remark ${deed.word}"` : "";
  const id = "nth" in deed ? ([...model.facts.keys()][deed.nth] ?? foreign) : "";
  if (deed.kind === "add") return `facts add note ${text} source:TASS paragraph:1`;
  return `facts ${deed.kind} ${id} ${deed.kind === "retract" ? "reason:x" : text}`;
}

/** The desk's own facts as it holds them. */
async function own(seat: Seat): Promise<Model["facts"]> {
  const { facts } = await seat.desk.view();
  return new Map(
    facts
      .filter((f) => /^f\d/u.test(f.id))
      .map((f) => [
        f.id,
        { text: String(f.claims[0].fields["remark"]), live: f.standing !== "retracted", locked: f.locked === true },
      ]),
  );
}

it("holds on each desk what a simple model of it alone says, whatever is done on the others", async () => {
  const by = [ada, asker("u7", "Gil", "admin", "discord"), asker("u8", "Hal", "admin", "slack")];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
      const world = await World.open();
      const seats = await Promise.all(NAMES.map((name) => world.seat(name)));
      const models = NAMES.map((): Model => ({ facts: new Map(), past: [], changes: 0 }));
      for (const s of steps) {
        const [seat, model, author] = [seats[s.desk], models[s.desk], by[s.desk]];
        if (seat === undefined || model === undefined || author === undefined) throw new Error("no such desk");
        const expected = after(model, s, `f${model.changes + 1}`);
        // Where the desk has too few facts, one of another desk is aimed at.
        const theirs = models.flatMap((m) => [...m.facts.keys()]).find((id) => !model.facts.has(id));
        const typed = line(s, model, theirs ?? "f999");
        const { reply } = await seat.say(typed, author);
        expect([typed, reply !== undefined]).toEqual([typed, expected !== undefined]);
        if (expected === undefined) continue;
        model.changes += 1;
        if (s.deed.kind === "undo") model.past.pop();
        else model.past.push(model.facts);
        model.facts = expected;
      }
      for (const [i, seat] of seats.entries()) {
        const model = models[i];
        expect(Object.fromEntries(await own(seat))).toEqual(Object.fromEntries(model?.facts ?? []));
        expect((await seat.desk.snapshot()).own.version).toBe(model?.changes);
        const export_ = (await seat.say("facts export own:true", ann)).text;
        for (const other of NAMES.filter((_, j) => j !== i)) expect(export_).not.toContain(`${other} remark`);
      }
    }),
    { numRuns: 40 },
  );
});
