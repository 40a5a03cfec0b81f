import { expect, it } from "vitest";
import { ada, replied } from "#test/moderation.ts";
import { code, two, zoe } from "#test/linking.ts";
import { cid, formOf, servers, type Heard, type TestServer } from "#test/servers.ts";

const newsroom = async () => (await servers()).server();
const ASKED = "TASS, note 1 is held as 5½ hours (apr-duration-tass).";
const zed = 'facts add duration talks:second stated:"6 hours" source:"new: Zed" paragraph:2';

/** Every way in by hand, each with what an outlet says against itself. */
const WAYS: Readonly<Record<string, (server: TestServer) => Promise<Heard>>> = {
  "a line": (server) => server.say('facts add duration talks:second stated:"6 hours" source:TASS paragraph:2'),
  "a form": async (server) => {
    const form = formOf(await server.say("facts add duration talks:second source:TASS paragraph:2"));
    return server.fill(form, { stated: "6 hours", source: "TASS", paragraph: "2", talks: "second" });
  },
  "a line that joins another outlet": async (server) => {
    await server.say(zed);
    return server.say('facts add duration talks:second stated:"six hours" source:TASS paragraph:2');
  },
  "a suggestion": async (server) => {
    await server.say('suggest duration talks:second stated:"6 hours" source:TASS paragraph:2', cid);
    return server.press(await server.say("facts review"), /^Approve/u);
  },
  "an edited suggestion": async (server) => {
    await server.say('suggest duration talks:second stated:"5½ hours" source:TASS paragraph:2', cid);
    const form = formOf(await server.press(await server.say("facts review"), /^Edit/u));
    return server.fill(form, { ...Object.fromEntries(form.fields.map((f) => [f.name, f.value])), stated: "6 hours" });
  },
  "one more source": async (server) => {
    await server.say(zed);
    return server.say('facts source f2 source:TASS paragraph:2 stated:"6 hours"');
  },
};

it.each(Object.entries(WAYS))("asks about an outlet that contradicts itself, by %s", async (_, way) => {
  const server = await newsroom();
  const asked = await way(server);
  expect(asked.refusal?.message).toBe(ASKED);
  const { text } = await server.press(asked, /^Keep both/u);
  expect(text).toContain("This is a disagreement.");
  expect(text).toMatch(/6 hours \((?:Zed and )?TASS\)/u);
  expect((await server.say("facts review")).text).toContain("No suggestion is waiting.");
});

it.each(Object.entries(WAYS))("corrects what the outlet was held as, by %s", async (_, way) => {
  const server = await newsroom();
  const { text } = await server.press(await way(server), /^Correct that instead/u);
  expect(text).toContain("TASS says it apart from the others now");
  expect((await server.say("fact apr-duration-tass")).text).not.toContain("TASS");
});

it("asks once: an outlet that is known to say both may say one of the two again", async () => {
  const server = await newsroom();
  const said = 'facts add duration talks:second stated:"6 hours" source:TASS';
  await server.press(await server.say(`${said} paragraph:2`), /^Keep both/u);
  expect((await server.say(`${said} paragraph:3`)).text).toContain("TASS, 10 April 2025, note 3");
});

it("says in the dry run of an import that an outlet then says both, where its claim joins another outlet's", async () => {
  const server = await newsroom();
  const rows = ["second,duration,new: Zed,2,6 hours", "second,duration,TASS,2,six hours"];
  const file = `talks,slot,source,paragraph,stated\n${rows.join("\n")}\n`;
  const { text } = await server.ask({ path: ["facts", "import"], values: { file } });
  expect(text).toContain("TASS, note 1 is held as 5½ hours (apr-duration-tass): the outlet then says both.");
  expect(text).toContain("1 new fact, 1 more source");
});

it("says of linked desks which outlets say something else by what moved", async () => {
  const { discord, slack } = await two();
  await discord.told('facts add duration talks:second stated:"4 hours" source:"new: Quay Times" paragraph:1', ada);
  await slack.told('facts add duration talks:second stated:"7 hours" source:"new: The Quay Times" paragraph:5', zoe);
  await slack.told('facts add duration talks:second stated:"vier Stunden" source:"new: Zed" paragraph:3', zoe);
  const linked = replied(await slack.say(`facts link ${await code(discord)}`, zoe));
  expect(linked).toContain("• Quay Times, ¶1 is held as 4 hours (f2)");
});

it("cites an article that is held as notes by its notes, in the queue and in a digest", async () => {
  const server = await newsroom();
  await server.say('suggest note remark:"the flags were down" talks:second source:TASS paragraph:2', cid);
  await server.say('suggest note remark:"the doors were shut" talks:second source:ln24SA paragraph:2', cid);
  const { text } = await server.say("facts review");
  expect(text).toContain("[TASS, note 2]");
  expect(text).toContain("[ln24SA, ¶2]");
});
