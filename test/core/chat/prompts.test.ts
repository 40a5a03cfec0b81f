import { beforeAll, expect, it } from "vitest";
import { prompts } from "#core/chat/prompts.ts";
import { ready } from "#core/messages/ready.ts";
import { tell } from "#core/messages/tell.ts";
import { TONGUES } from "#core/messages/tongue.ts";
import { inTongue } from "#core/facts/view.ts";
import { ask } from "#core/request/call.ts";
import { answer } from "#core/answer/answer.ts";
import { reader, session, shipped } from "#test/desk.ts";

beforeAll(() => Promise.all(TONGUES.map(ready)));

it("suggests what the desk can answer, in the language of the person who reads it", async () => {
  const english = prompts(shipped);
  expect(english.map(({ title }) => title)).toEqual([
    "Who led each side?",
    "Where did they meet?",
    "Where do sources differ?",
    "What changed lately?",
  ]);
  const russian = prompts(inTongue(shipped, "ru"));
  expect(russian.map(({ title }) => title)).toContain("Где они встречались?");
  expect(russian.map(({ message }) => message)).toEqual(russian.map(({ title }) => title));
});

it.each([undefined, ...TONGUES])("hears what it suggests in its own language: %s", async (tongue) => {
  for (const what of ["led", "venue", "outcome", "duration", "next", "date", "agenda", "quote", "differ", "changed"]) {
    const question = tell({ tongue }, `prompt.${what}` as "prompt.led");
    const heard = await answer(ask("ask", { question }), reader, session);
    const meant = await answer(ask("ask", { question: tell({}, `prompt.${what}` as "prompt.led") }), reader, session);
    const facts = [heard, meant].map((one) => (one.kind === "reply" ? one.reply.facts.map(({ id }) => id) : []));
    expect([question, heard.kind]).toEqual([question, "reply"]);
    expect(facts[1]).toEqual(expect.arrayContaining(facts[0] ?? []));
  }
});
