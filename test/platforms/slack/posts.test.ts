import { expect, it } from "vitest";
import { heading, paragraph, reply, text } from "#core/reply/reply.ts";
import { shown, talksInSlack } from "./talks.ts";

const NEWS = reply("One correction.", [heading("One correction"), paragraph(text("Was A, now B."))]);
const KEY = "abcdefghijklmnopqrstuv";

async function talking(disturbed = false) {
  const running = await talksInSlack("socket", { disturbed });
  running.slack.user("ann");
  const channel = running.slack.channel("general");
  return { ...running, channel, to: { workspace: running.slack.home.id, channel: channel.id } };
}

const since = (): Temporal.Instant => Temporal.Now.instant().subtract({ minutes: 1 });

it("posts with its key as metadata, and finds its post again by it", async () => {
  const { talks, slack, to } = await talking();
  expect((await talks.post(to, NEWS, KEY)).kind).toBe("posted");
  const [post] = slack.messages("general");
  expect(shown(post ?? {})).toContain("Was A, now B.");
  expect(await talks.find(to, KEY, since())).toEqual([{ ...to, message: post?.ts }]);
  expect(await talks.find(to, "another", since())).toEqual([]);
});

it.each([
  ["a failure before the deed", { status: 503 }, 0],
  ["a failure after the deed", { status: 503, when: "after" as const }, 1],
  ["a lost answer", { hangUp: true, when: "after" as const }, 1],
])("posts once and never again by itself after %s, and can tell by looking", async (_, fault, there) => {
  const { talks, slack, to } = await talking(true);
  slack.faults.next("chat.postMessage", fault);
  expect((await talks.post(to, NEWS, KEY)).kind).toBe("unsure");
  expect(slack.messages("general")).toHaveLength(there);
  expect(await talks.find(to, KEY, since())).toHaveLength(there);
});

it("says how long to wait where Slack limits the rate", async () => {
  const { talks, slack, to } = await talking(true);
  slack.faults.next("chat.postMessage", { retryAfter: 7 });
  expect(await talks.post(to, NEWS, KEY)).toEqual({ kind: "later", after: 7000 });
});

it("continues a long post in its thread, every line once", async () => {
  const { talks, slack, to } = await talking();
  const long = reply(
    "Long.",
    Array.from({ length: 60 }, (_, i) => paragraph(text(`Line ${i}. ${"word ".repeat(60)}`))),
  );
  expect((await talks.post(to, long, KEY)).kind).toBe("posted");
  const all = slack.messages("general");
  expect(all.filter((m) => m.threadTs === undefined)).toHaveLength(1);
  const told = all.map(shown).join("\n");
  for (let i = 0; i < 60; i += 1) expect(told.split(`Line ${i}.`)).toHaveLength(2);
  expect(await talks.find(to, KEY, since())).toHaveLength(1);
});

it("edits and removes its post", async () => {
  const { talks, slack, to } = await talking();
  const posted = await talks.post(to, NEWS, KEY);
  if (posted.kind !== "posted") throw new Error(posted.kind);
  await talks.edit(posted.posting, reply("x", [paragraph(text("Corrected: was A, now C."))]));
  expect(shown(slack.messages("general")[0] ?? {})).toContain("now C");
  expect((await talks.remove(posted.posting)).kind).toBe("posted");
  expect((await talks.edit(posted.posting, NEWS)).kind).toBe("gone");
});

it("says what is wrong with a channel: unknown, archived, or not invited, and how to invite", async () => {
  const { talks, slack, to, channel } = await talking(true);
  expect(await talks.mayPost(to)).toEqual({ ok: true, locale: "en-US" });
  const turkish = slack.channel("haberler", { locale: "tr-TR" });
  expect(await talks.mayPost({ ...to, channel: turkish.id })).toEqual({ ok: true, locale: "tr-TR" });
  expect((await talks.post({ ...to, channel: "C0NOWHERE" }, NEWS, KEY)).kind).toBe("gone");
  await slack.removeApp(channel);
  expect(await talks.mayPost(to)).toMatchObject({
    ok: false,
    hint: expect.stringContaining("/invite @Talks") as string,
  });
  expect(await talks.post(to, NEWS, KEY)).toMatchObject({
    kind: "denied",
    hint: expect.stringContaining("/invite") as string,
  });
  await slack.archive(channel);
  expect((await talks.post(to, NEWS, KEY)).kind).toBe("gone");
});

it("tells one person", async () => {
  const { talks, slack, to } = await talking();
  const ann = slack.user("ann");
  expect((await talks.tell(to.workspace, ann.id, NEWS, KEY)).kind).toBe("posted");
});
