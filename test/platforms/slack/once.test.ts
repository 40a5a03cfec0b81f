import { expect, it } from "vitest";
import { shown, talksInSlack } from "./talks.ts";

const FAULTS = [
  ["a failure before the deed", { status: 503 }],
  ["a failure after the deed", { status: 503, when: "after" }],
  ["an answer lost after the deed", { hangUp: true, when: "after" }],
  ["an answer lost before the deed", { hangUp: true }],
] as const;

it.each(FAULTS)("answers a mention once in its thread after %s", async (_, fault) => {
  const { slack, incidents } = await talksInSlack("socket", { disturbed: true });
  slack.faults.next("chat.postMessage", fault);
  const gesture = slack.user("ann").mention("general", "where was it?");
  expect(shown(await gesture.reply())).toContain("Istanbul");
  await slack.user("ben").mention("general", "who led the russian side?").reply();
  expect(gesture.replies()).toHaveLength(1);
  expect(incidents).toEqual([]);
});

it.each(FAULTS)("shares an answer once after %s", async (_, fault) => {
  const { slack, incidents } = await talksInSlack("http", { disturbed: true });
  const ann = slack.user("ann");
  const alone = await ann.slash("/talks", "where").reply();
  slack.faults.next("chat.postMessage", fault);
  await ann.click(alone, "Share").reply();
  await slack.user("ben").mention("general", "who led the russian side?").reply();
  const forAll = slack.messages("general").filter((m) => m.visibleTo === undefined && shown(m).includes("Asked by"));
  expect(forAll).toHaveLength(1);
  expect(incidents).toEqual([]);
});

it.each(FAULTS)("answers a direct message once after %s", async (_, fault) => {
  const { slack, incidents } = await talksInSlack("socket", { disturbed: true });
  slack.faults.next("chat.postMessage", fault);
  const ann = slack.user("ann");
  const gesture = ann.dm("where was it?");
  expect(shown(await gesture.reply())).toContain("Istanbul");
  await ann.mention("general", "who led the russian side?").reply();
  expect(gesture.replies().filter((m) => shown(m).includes("Istanbul"))).toHaveLength(1);
  expect(incidents).toEqual([]);
});

it("says that it may be there where it cannot look, and does not post again", async () => {
  const { slack, incidents } = await talksInSlack("socket", { disturbed: true });
  const ann = slack.user("ann");
  const alone = await ann.slash("/talks", "where").reply();
  slack.faults.next("chat.postMessage", { status: 503, when: "after" });
  slack.faults.next("conversations.history", { error: "missing_scope" });
  const told = await ann.click(alone, "Share").reply({ matching: (m) => m.visibleTo === ann.id });
  expect(shown(told)).toContain("did not say whether the answer was posted");
  expect(slack.messages("general").filter((m) => m.visibleTo === undefined)).toHaveLength(1);
  expect(incidents).toEqual([]);
});
