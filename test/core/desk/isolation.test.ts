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

const DEEDS = [
  "add",
  "retract",
  "correct",
  "alias",
  "suggest",
  "ask",
  "undo",
  "talks",
  "party",
  "person",
  "place",
  "slot",
  "own",
  "rename",
  "negotiation",
  "merge",
  "retire",
  "here",
  "focus",
] as const;

interface Step {
  readonly desk: 0 | 1 | 2;
  readonly deed: (typeof DEEDS)[number];
  readonly n: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  desk: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
  deed: fc.constantFrom(...DEEDS),
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
    case "talks":
      return `facts talks add "${mark} round ${n}" negotiation:"${mark} talks" parties:"${mark} Union (${mark}), Oman"`;
    case "party":
      return `facts party add "${mark} League ${n}" adjective:"${mark} league"`;
    case "person":
      return `facts person add "${mark} Person ${n}" party:Russia`;
    case "place":
      return `facts place add "${mark} Hall ${n}" kind:building`;
    case "slot":
      return `facts slot add "${mark} lines ${n}" also:"${mark} line ${n}"`;
    case "own":
      return `facts add "${mark} lines ${n}" "${mark} limit" source:TASS paragraph:${n + 1} talks:second`;
    case "rename":
      return `facts person edit "Tammy Bruce" called:"${mark} Tammy Bruce ${n}"`;
    case "negotiation":
      return `facts negotiation edit "${mark} talks" also:"${mark} parley ${n}"`;
    case "merge":
      return `facts merge "${mark} Hall ${n}" into:"${mark} Hall ${(n + 1) % 4}"`;
    case "retire":
      return `facts person retire "${mark} Person ${n}" reason:"${mark} reason"`;
    case "here":
      return `facts here talks:second source:"new: ${mark} Herald"`;
    case "focus":
      return `facts focus "${mark} talks"`;
  }
}

/** Does a step, with its form where it opens one. */
async function take(step: Step, server: TestServer | undefined, mark: string): Promise<string | undefined> {
  // What is set here is one person's: the same person looks on every desk.
  const by = { ...(step.deed === "here" ? root : who(`mod ${mark}`, "moderator")), channel: "C1" };
  const { form, refusal } = (await server?.say(line(step, mark), by)) ?? {};
  if (server === undefined || form === undefined) return refusal?.message;
  const entered = form.fields.map(({ name, value }) => [name, value] as const);
  return (await server.fill(form, Object.fromEntries(entered), by)).refusal?.message;
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
    "facts template yaml",
    "facts focus",
    "facts here",
    "about position",
  ];
  const told = await Promise.all(
    lines.map(async (l) => JSON.stringify((await server.say(l, { ...root, channel: "C1" })).answer)),
  );
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
        await take(s, all[s.desk], marks[s.desk] ?? "");
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

it("shows none of what another desk made, of any kind", async () => {
  const host = await servers();
  const all = await Promise.all(KEYS.map((key) => host.server(key)));
  const steps = DEEDS.filter((deed) => deed !== "undo" && deed !== "ask").map((deed): Step => ({
    desk: 0,
    deed,
    n: 0,
  }));
  for (const s of [{ desk: 0, deed: "place", n: 1 } as const, ...steps])
    expect([s.deed, await take(s, all[0], "qaa")]).toEqual([s.deed, undefined]);
  const [own = "", ...others] = await Promise.all(all.map(everything));
  for (const made of ["round 0", "league 0", "person 0", "hall 1", "lines 0", "parley 0", "herald"])
    expect(own).toContain(`qaa ${made}`);
  for (const shown of others) expect(shown).not.toContain("qaa");
  for (const { session } of all.slice(1)) expect((await session.desk.snapshot()).own.version).toBe(0);
  await host.close();
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
