import { expect, it } from "vitest";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { Gate, slowStore } from "#test/slow-store.ts";
import { shown, talksInSlack, type Running } from "./talks.ts";

type Prompts = readonly { readonly title: string; readonly message: string }[];

/** What was suggested last. */
async function suggested({ slack }: Running): Promise<Prompts> {
  const given = () => slack.requests.findLast((r) => r.method === "assistant.threads.setSuggestedPrompts");
  await expect.poll(given).toBeDefined();
  const prompts = given()?.args["prompts"];
  return (typeof prompts === "string" ? JSON.parse(prompts) : prompts) as Prompts;
}

it("suggests questions that the desk answers, where somebody opens the conversation", async () => {
  const running = await talksInSlack();
  const ann = running.slack.user("ann");
  await ann.openMessages().acknowledged;
  const prompts = await suggested(running);
  expect(prompts.map((p) => p.message)).toContain("Who led each side?");
  expect(prompts).toHaveLength(4);
  for (const { message } of prompts) {
    const answered = shown(await ann.dm(message).reply());
    expect(answered).not.toMatch(/No exact answer|Not understood|Nothing held/u);
  }
});

it("says what Talks can do where the desk holds nothing", async () => {
  const running = await talksInSlack("socket", { library: EMPTY_LIBRARY });
  await running.slack.user("ann").openMessages().acknowledged;
  expect(await suggested(running)).toEqual([{ title: "What can Talks do?", message: "help" }]);
});

it("answers each question in its own thread, and follows it up there", async () => {
  const { slack } = await talksInSlack();
  const ann = slack.user("ann");
  const first = await ann.dm("who led the Russian side").reply();
  expect(first.threadTs).toBeDefined();
  expect(shown(first)).toContain("Alexander Darchiev");
  const thread = first.threadTs ?? "";
  const next = await ann.dm("and the American side?", { thread }).reply();
  expect(next.threadTs).toBe(thread);
  expect(shown(next)).toContain("Sonata Coulter");
});

it("shows that it is being looked up where that takes long", async () => {
  const gate = new Gate();
  const { slack } = await talksInSlack("socket", { store: slowStore({ revisions: gate.pass }) });
  const ann = slack.user("ann");
  await ann.slash("/talks", 'suggest note remark:"a hotline opens" source:TASS paragraph:1').reply();
  gate.shut();
  const asked = ann.dm("where did they meet");
  const status = () => slack.requests.find((r) => r.method === "assistant.threads.setStatus");
  await expect.poll(status).toBeDefined();
  gate.open();
  const answered = await asked.reply();
  expect(status()?.args["thread_ts"]).toBe(answered.threadTs);
});

it("goes on without suggestions where the app was installed without their scope", async () => {
  const { slack } = await talksInSlack("socket", {
    disturbed: true,
    scopes: ["chat:write", "im:history", "im:write", "users:read", "usergroups:read"],
  });
  const ann = slack.user("ann");
  await ann.openMessages().acknowledged;
  expect(shown(await ann.dm("where did they meet").reply())).toContain("Istanbul");
});
