import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Session } from "#core/answer/answer.ts";
import { isOfSide } from "#core/facts/sides.ts";
import { negotiationOf, rounds, type View } from "#core/facts/view.ts";
import { statement } from "#core/reply/statement.ts";
import { open, type Open } from "#src/app/open.ts";
import { DATA, ROOT, say } from "#test/desk.ts";
import { testFolder } from "#test/folder.ts";
import { ada } from "#test/moderation.ts";
import { ASIDE } from "#src/app/log.ts";

/** What the program that made the database read in it: the facts that the desk had changed, and where spellings led. */
interface Then {
  readonly facts: readonly {
    readonly id: string;
    readonly talks: string;
    readonly side?: string;
    readonly standing: string;
    readonly statement: string;
  }[];
  readonly names: readonly (readonly [of: "people" | "talks" | "places" | "parties", spelling: string, id: string])[];
}

// The last commit before negotiations, 28e0569, made it by /facts add, alias, correct, retract, undo and /talks suggest
// at the terminal.
const FIXTURE = join(ROOT, "test/fixtures/desks/before-negotiations");
const then = JSON.parse(readFileSync(`${FIXTURE}.json`, "utf8")) as Then;
const MADE = Temporal.Instant.from("2026-11-26T17:39:00Z");

let talks: Open;
let session: Session;

beforeAll(async () => {
  const home = testFolder();
  writeFileSync(join(home, "talks.sqlite"), gunzipSync(readFileSync(`${FIXTURE}.sqlite.gz`)));
  talks = await open({ home, data: DATA }, { log: ASIDE });
  session = await talks.session({ platform: "terminal", id: "local" });
});
afterAll(() => talks.close());

const told = ({ facts, ...names }: View) =>
  facts
    .filter((f) => then.facts.some(({ id }) => id === f.id))
    .map((f) => ({
      id: f.id,
      talks: f.talks,
      slot: f.slot,
      ...(f.side === undefined ? {} : { side: f.side }),
      standing: f.standing,
      statement: statement(f, { facts, ...names }),
    }));

it("reads the same facts and names, now and as the desk stood then", async () => {
  for (const view of [await session.desk.view(), await session.desk.view(MADE)]) {
    expect(told(view)).toEqual(then.facts);
    expect(then.names.map(([of, spelling]) => [of, spelling, view[of].exact(spelling)?.id])).toEqual(then.names);
    expect(view.parties.all.map((p) => p.id)).toEqual(["russia", "us"]);
    expect(rounds(view).map((t) => t.id)).toEqual(["istanbul-february", "istanbul-april"]);
    const shared = view.facts.find((f) => f.id === "f4");
    expect(shared !== undefined && isOfSide(shared, "us", view)).toBe(true);
  }
});

it("puts the rounds that it held into the shipped negotiation, from now on", async () => {
  const [now, before] = [await session.desk.view(), await session.desk.view(MADE)];
  expect(negotiationOf("istanbul-april", now)?.id).toBe("us-russia");
  expect(negotiationOf("istanbul-april", before)).toBeUndefined();
});

it("answers, keeps its queue and its whole history, and takes changes", async () => {
  expect((await say("grievances us", ada, session)).text).toContain("A grievance of both sides: slow visas.");
  expect((await say("who-led talks:first", ada, session)).text).toContain("Jane Roe, envoy, led the U.S. side.");
  expect((await say("facts review", ada, session)).text).toContain("A hotline was agreed on");
  expect((await say("facts audit", ada, session)).text).toContain("The history is complete");
  const added = await say(
    'facts add note talks:second side:both remark:rain source:"new: Post" paragraph:1',
    ada,
    session,
  );
  expect(added.text).toContain("Rain.");
});
