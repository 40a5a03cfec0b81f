import fc from "fast-check";
import { expect, it } from "vitest";
import { factLines } from "#test/core/fact-lines.ts";
import { servers, cid, root, type TestServer } from "#test/servers.ts";

const READ = [
  "who-led",
  "where",
  "when",
  "how-long",
  "agenda",
  "outcomes",
  "grievances",
  "properties",
  "quotes",
  "timeline",
  "disputes",
  "sources",
  "who darchiev",
  "compare",
  "facts export",
  "facts review",
  "facts roles",
];

async function answers(server: TestServer): Promise<readonly string[]> {
  // Revision numbers are part of a reply's facts, and rightly go on counting; what is read must not.
  const all = await Promise.all(READ.map((line) => server.say(line, root)));
  return all.map((h) => h.text);
}

const FACTS = [
  "apr-venue",
  "apr-duration-tass",
  "apr-led-us",
  "feb-next-meet",
  "apr-day-tass",
  "apr-day-stated",
  "f1",
  "f3",
];
const change = fc.oneof(
  { weight: 6, arbitrary: factLines(FACTS) },
  fc.constantFrom(
    'facts correct apr-duration-tass stated:"5 hours"',
    'facts correct apr-led-us post:"envoy"',
    'facts correct feb-next-meet step:"they meet in May"',
    'facts add outcome result:"a hotline" source:"new: Paper" paragraph:1',
    'facts add duration stated:"5.5 hours" source:Meduza paragraph:1 talks:second',
    'facts alias add "Tammy Bruce" Tam',
    'facts alias remove "Tammy Bruce" "Bruce"',
    "facts roles add user:U1",
    "facts review approve s2",
    "facts review decline s2 reason:no",
  ),
);

it("restores the exact earlier answers when any kind of change is undone, after any other changes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 5 }), change, async (before, last) => {
      const host = await servers();
      const server = await host.server();
      await server.say('facts add note remark:"one" source:TASS paragraph:1', root);
      await server.say('suggest note remark:"two" source:TASS paragraph:1', cid);
      for (const line of before) await server.say(line, root);
      const earlier = await answers(server);
      const version = (await server.session.desk.snapshot()).own.version;
      await server.say(last, root);
      const now = (await server.session.desk.snapshot()).own.version;
      // A change that was refused changed nothing; any other is taken back.
      const undone = now > version ? (await server.say("facts undo", root)).text : "Taken back";
      expect(undone).toContain("Taken back");
      expect(await answers(server)).toEqual(earlier);
      await host.close();
    }),
    { numRuns: 25 },
  );
});
