import { expect, it } from "vitest";
import { ann, ben, servers, formOf } from "#test/servers.ts";

it("shows old and new, keeps the old in the history, and splits off sources that worded it differently", async () => {
  const server = await (await servers()).server();
  const form = formOf(await server.say("facts correct apr-duration-tass"));
  expect(Object.fromEntries(form.fields.map((f) => [f.name, f.value]))).toMatchObject({ stated: "5½ hours", span: "" });
  const { text } = await server.fill(form, { stated: "5 hours", reason: "misread" });
  expect(text).toContain("Was: The talks lasted 5½ hours. → Now: The talks lasted 5 hours.");
  expect(text).toContain("Türkiye Today worded it differently and still says so: kept as f2.");
  const { text: history } = await server.say("facts history apr-duration-tass");
  expect(history).toMatch(
    /#1 Ann corrected the length of Second round, .* apr-duration-tass: 5½ hours → 5 hours \[TASS.*\]\. Reason: misread\. 2026-11-23 12:00 UTC \(slack\)/u,
  );
});

it("keeps all sources where they word it alike", async () => {
  const server = await (await servers()).server();
  const { text } = await server.say('facts correct feb-led-us-hurriyet person:"new: Sonata Colter"');
  expect(text).toContain("Now: Sonata Colter, Deputy Assistant Secretary of State");
  expect(text).toContain("2 outlets agree");
});

it("tells the second of two who correct one fact at once, shows the other's version and loses no typed text", async () => {
  const host = await servers();
  const server = await host.server();
  const anns = formOf(await server.say("facts correct apr-day-tass", ann));
  const bens = formOf(await server.say("facts correct apr-day-tass", ben));
  await server.fill(anns, { stated: "11 April 2025" }, ann);
  const told = formOf(await server.fill(bens, { stated: "9 April 2025", reason: "as printed" }, ben));
  expect(told.problem).toMatchObject({
    kind: "conflict",
    message: "Ann changed it. It now says: The talks were held on 11 April 2025.",
  });
  expect(told.fields.map((f) => [f.name, f.value])).toEqual([
    ["stated", "9 April 2025"],
    ["reason", "as printed"],
  ]);
  const knowing = await server.fill(told, { stated: "9 April 2025", reason: "as printed" }, ben);
  expect(knowing.text).toContain(
    "Was: The talks were held on 11 April 2025. → Now: The talks were held on 9 April 2025.",
  );
});

it("refuses a correction that changes nothing, one that another fact says already, and one of no fact", async () => {
  const server = await (await servers()).server();
  expect((await server.say('facts correct apr-day-tass stated:"10 April 2025"')).text).toContain(
    "Nothing is different",
  );
  expect((await server.say('facts correct apr-day-stated stated:"10 April 2025"')).text).toContain(
    "The desk already holds that",
  );
  expect((await server.say("facts correct nothing-like-it stated:x")).refusal).toMatchObject({ kind: "held" });
});
