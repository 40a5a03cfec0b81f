import fc from "fast-check";
import { expect, it } from "vitest";
import type { Snapshot, WholeSnapshot } from "#core/desk/desk.ts";
import { compose } from "#core/digest/compose.ts";
import { sinceNow } from "#core/digest/since.ts";
import { EVERYTHING, type Topics } from "#core/digest/subscription.ts";
import { disagreements } from "#core/slots/disagreement.ts";
import { live } from "#core/facts/fact.ts";
import { sourcesOf } from "#core/reply/fact-blocks.ts";
import { words, type Reply } from "#core/reply/reply.ts";
import { statement } from "#core/reply/statement.ts";
import { factLines } from "#test/core/fact-lines.ts";
import { servers, root } from "#test/servers.ts";

// `newest` stands for the desk's own newest fact.
const FACTS = [
  "apr-venue",
  "apr-duration-tass",
  "apr-duration-around-six",
  "apr-led-us",
  "apr-day-tass",
  "newest",
  "newest",
];
const change = fc.oneof(
  { weight: 6, arbitrary: factLines(FACTS) },
  fc.constantFrom(
    'facts correct apr-duration-tass stated:"5 hours"',
    'facts correct apr-duration-tass stated:"5½ hours"',
    'facts correct apr-led-us post:"envoy"',
    'facts correct newest result:"a hotline was agreed on"',
    'facts add outcome result:"a hotline" source:"new: Paper" paragraph:1',
    'facts add duration stated:"7 hours" source:Meduza paragraph:1 talks:second',
    'facts add duration stated:"8 hours" source:Meduza paragraph:2 talks:second',
    'facts alias add "Tammy Bruce" Tam',
  ),
  fc.nat(9).map((n) => `facts undo ${n}`),
  fc.constant("facts undo"),
);

/** A fact as a reader sees it, so that what did not change is the same text. */
function read({ view }: Snapshot): ReadonlyMap<string, string> {
  const open = new Set(disagreements(view).flatMap((d) => d.facts.map((f) => f.id)));
  return new Map(
    view.facts
      .filter(live)
      .map((f) => [f.id, JSON.stringify([statement(f, view), sourcesOf(f, view), open.has(f.id)])]),
  );
}

function changed(before: Snapshot, now: Snapshot): readonly string[] {
  const [was, is] = [read(before), read(now)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id)).toSorted();
}

/** The facts that a digest tells, part by part: each line's own, which is the first that it names. */
function parts(reply: Reply): readonly { readonly title: string; readonly ids: readonly string[] }[] {
  const found: { title: string; ids: string[] }[] = [];
  for (const block of reply.blocks) {
    if (block.kind === "paragraph") {
      const id = block.text.find((i) => i.kind === "code");
      found.push({ title: words(block.text), ids: id === undefined ? [] : [id.text] });
    }
    if (block.kind === "list") {
      for (const item of block.items) {
        const id = item.find((i) => i.kind === "code");
        if (id !== undefined) found.at(-1)?.ids.push(id.text);
        else expect(words(item)).toContain("None of its sides stands");
        if (id !== undefined) expect(words(item)).toMatch(/\[.+\]/u);
      }
    }
  }
  return found;
}

function digest(at: WholeSnapshot, since: ReturnType<typeof sinceNow>, topics: Topics) {
  const wants = { topics, quiet: true, suggestions: false, language: "english" } as const;
  const composed = compose(at, wants, since);
  expect(composed.upTo).toEqual(sinceNow(at));
  return composed.kind === "say" ? parts(composed.reply) : [];
}

const ORDER = [
  /^Retractions$/u,
  /^Corrections$/u,
  /^Sources differ: /u,
  /^No longer in dispute: /u,
  /^New: /u,
  /^Sources of what stands$/u,
];

it("tells every change once over consecutive digests, nothing else, and in order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(change, { maxLength: 6 }), { minLength: 1, maxLength: 4 }), async (batches) => {
      const host = await servers();
      const server = await host.server();
      let before = await server.session.desk.whole();
      for (const batch of batches) {
        for (const line of batch) {
          const own = (await server.session.desk.view()).facts.findLast((f) => /^f\d/u.test(f.id))?.id ?? "none";
          await server.say(line.replace("newest", own), root);
        }
        const now = await server.session.desk.whole();
        const told = digest(now, sinceNow(before), EVERYTHING);
        const all = new Set(told.flatMap((p) => p.ids));
        const moved = changed(before, now);
        expect(moved.filter((id) => !all.has(id))).toEqual([]);
        // A side that joins a disagreement is told beside those that were there.
        const beside = disagreements(now.view).filter((d) => d.facts.some((f) => moved.includes(f.id)));
        const may = new Set([...moved, ...beside.flatMap((d) => d.facts.map((f) => f.id))]);
        expect([...all].filter((id) => !may.has(id))).toEqual([]);
        const once = told.filter((p) => !/differ|dispute/u.test(p.title)).flatMap((p) => p.ids);
        expect(once.length).toBe(new Set(once).size);
        const order = told.map((p) => ORDER.findIndex((title) => title.test(p.title)));
        // A part without a title of its own is told by the headline, and alone.
        expect(order.includes(-1) ? told.length : 1).toBe(1);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        const slots = { ...EVERYTHING, slots: ["duration"] };
        const some = new Set(digest(now, sinceNow(before), slots).flatMap((p) => p.ids));
        const about = (id: string) =>
          [...before.view.facts, ...now.view.facts].some((f) => f.id === id && f.slot === "duration");
        expect([...some].toSorted()).toEqual([...all].filter(about).toSorted());
        before = now;
      }
      await host.close();
    }),
    { numRuns: 80 },
  );
});
