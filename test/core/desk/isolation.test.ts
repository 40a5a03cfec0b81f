import fc from "fast-check";
import { expect, it } from "vitest";
import { completeValue } from "#core/answer/complete.ts";
import { commands } from "#commands/index.ts";
import { servers, root, who, type TestServer } from "#test/servers.ts";

const KEYS = [
  { platform: "slack", id: "T1" },
  { platform: "slack", id: "G1" },
  { platform: "discord", id: "G1" },
] as const;

interface Step {
  readonly desk: 0 | 1 | 2;
  readonly deed: "add" | "retract" | "correct" | "alias" | "suggest" | "ask" | "undo";
  readonly n: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  desk: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
  deed: fc.constantFrom("add", "retract", "correct", "alias", "suggest", "ask", "undo"),
  n: fc.integer({ min: 0, max: 3 }),
});

const SHIPPED = ["apr-venue", "apr-city", "apr-day-tass", "feb-next-meet"];

/** What a step types: every word that it leaves on its desk carries the desk's own mark. */
function line({ deed, n }: Step, mark: string): string {
  switch (deed) {
    case "add":
      return `facts add note remark:"${mark} remark ${n}" source:"new: ${mark} Times" paragraph:${n + 1}`;
    case "retract":
      return `facts retract ${SHIPPED[n]} reason:"${mark} reason"`;
    case "correct":
      return `facts correct feb-next-meet step:"${mark} step ${n}"`;
    case "alias":
      return `facts alias add "Tammy Bruce" "${mark} Bruce ${n}"`;
    case "suggest":
      return `suggest note remark:"${mark} hint ${n}" source:TASS paragraph:1`;
    case "ask":
      return `ask who is ${mark} zzz`;
    case "undo":
      return "facts undo";
  }
}

/** Everything that a desk can be made to show. */
async function everything(server: TestServer): Promise<string> {
  const lines = [
    "facts export",
    "facts audit",
    "facts misses",
    "facts review",
    "sources",
    "changes",
    "disputes",
    "timeline",
    "who bruce",
    "list",
  ];
  const told = await Promise.all(lines.map(async (l) => JSON.stringify((await server.say(l, root)).answer)));
  const view = await server.session.desk.view();
  const completed = commands.all.flatMap((c) => Object.values(c.options).flatMap((o) => completeValue(o, "", view)));
  return `${told.join("\n")}${JSON.stringify(completed)}`.toLowerCase();
}

it("shows nothing of one desk on another, whatever is done on several", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const host = await servers();
      const all = await Promise.all(KEYS.map((key) => host.server(key)));
      const marks = ["qaa", "qbb", "qcc"];
      const touched = new Set<number>();
      for (const s of steps) {
        touched.add(s.desk);
        await all[s.desk]?.say(line(s, marks[s.desk] ?? ""), who(`mod ${marks[s.desk]}`, "moderator"));
      }
      const leaks: string[] = [];
      for (const [i, server] of all.entries()) {
        const shown = await everything(server);
        leaks.push(...marks.filter((mark, j) => i !== j && shown.includes(mark)));
        const { own } = await server.session.desk.snapshot();
        if (!touched.has(i) && own.version > 0) leaks.push(`desk ${i} was written to`);
      }
      expect(leaks).toEqual([]);
      await host.close();
    }),
    { numRuns: 25 },
  );
});

it("answers the same of a fact of another desk as of none, and changes nothing there", async () => {
  const host = await servers();
  const [a, b] = [await host.server(KEYS[0]), await host.server(KEYS[2])];
  await a.say('facts add note remark:"ours" source:TASS paragraph:1');
  const token = (await a.say("facts import file:x")).text;
  expect(token).not.toContain("tok");
  for (const deed of [
    "fact f1",
    "facts retract f1 reason:x",
    "facts correct f1 remark:x",
    "facts history f1",
    "facts source f1 source:TASS paragraph:2",
    "facts lock f1",
  ]) {
    const foreign = (await b.say(deed, root)).text;
    expect(foreign).toBe((await b.say(deed.replace("f1", "f9"), root)).text.replaceAll("f9", "f1"));
  }
  expect((await b.say("facts undo 1", root)).text).toContain("There is no revision 1 on this desk");
  expect((await a.say("fact f1")).text).toContain("Ours. f1");
});
