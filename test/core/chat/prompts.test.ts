import { beforeAll, expect, it } from "vitest";
import { prompts } from "#core/chat/prompts.ts";
import { ready } from "#core/messages/ready.ts";
import { inTongue } from "#core/facts/view.ts";
import { ask } from "#core/request/call.ts";
import { answer } from "#core/answer/answer.ts";
import { reader, session, shipped } from "#test/desk.ts";

beforeAll(() => ready("ru"));

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
  expect(russian.map(({ message }) => message)).toEqual(english.map(({ message }) => message));
  for (const { message } of english)
    expect((await answer(ask("ask", { question: message }), reader, session)).kind).toBe("reply");
});
