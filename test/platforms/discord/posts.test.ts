import { expect, it } from "vitest";
import { buttons, heading, paragraph, reply, text } from "#core/reply/reply.ts";
import { talksInDiscord } from "./talks.ts";

const NEWS = reply("One correction.", [heading("One correction"), paragraph(text("Was A, now B."))]);
const KEY = "abcdefghijklmnopqrstuv";

async function talking(options: Parameters<typeof talksInDiscord>[0] = {}) {
  const running = await talksInDiscord(options);
  const { place: at } = running.discord.user("ann");
  return { ...running, to: { workspace: at.guild?.id ?? "", channel: at.channel.id } };
}

it("posts with an enforced nonce, and finds its post again by its key", async () => {
  const { talks, discord, to } = await talking();
  const since = Temporal.Now.instant().subtract({ minutes: 1 });
  const posted = await talks.post(to, NEWS, KEY);
  expect(posted.kind).toBe("posted");
  const [shown] = discord.messages(to.channel);
  expect(shown).toMatchObject({ nonce: KEY, text: expect.stringContaining("Was A, now B.") as string });
  const found = await talks.find(to, KEY, since);
  expect(found).toEqual([{ ...to, message: shown?.id }]);
  expect(await talks.find(to, "another", since)).toEqual([]);
});

it("takes nobody else's message for its own post", async () => {
  const { talks, discord, to } = await talking();
  discord.user("eve").say(`m-${KEY}|c|talks help|`);
  expect(await talks.find(to, KEY, Temporal.Now.instant().subtract({ minutes: 1 }))).toEqual([]);
});

it.each([
  ["a failure before the deed", { status: 500, at: "before" }],
  ["a failure after the deed", { status: 500, at: "after" }],
  ["a lost answer", { destroy: "after" }],
] as const)("shows a post once after %s", async (_, fault) => {
  const { talks, discord, to } = await talking({ disturbed: true });
  discord.faults.next({ method: "POST", path: /messages/u, ...fault });
  const first = await talks.post(to, NEWS, KEY);
  if (first.kind === "unsure") await talks.post(to, NEWS, KEY);
  expect(discord.messages(to.channel)).toHaveLength(1);
});

const LONG = saying("Line", 60);

function saying(word: string, lines: number) {
  return reply(
    "Long.",
    Array.from({ length: lines }, (_, i) => paragraph(text(`${word} ${i}. ${"word ".repeat(60)}`))),
  );
}

it.each([KEY, "abcdefghijklmnopqrstuvwxy"])("continues a long post in a thread, every page once: %s", async (key) => {
  const { talks, discord, to } = await talking();
  const posted = await talks.post(to, LONG, key);
  expect(posted.kind).toBe("posted");
  const first = discord.messages(to.channel);
  expect(first).toHaveLength(1);
  const rest = discord.messages(first[0]?.id ?? "");
  const shown = [...first, ...rest].map((m) => m.text).join("\n");
  expect(rest.length).toBeGreaterThan(1);
  for (let i = 0; i < 60; i += 1) expect(shown.split(`Line ${i}.`)).toHaveLength(2);
});

it("counts as posted once its first page is there, whatever becomes of the rest, and is not made again", async () => {
  const { talks, discord, to, lines } = await talking({ disturbed: true });
  const since = Temporal.Now.instant().subtract({ minutes: 1 });
  const refused = { method: "POST", status: 403, code: 50_013, message: "Missing Permissions" } as const;
  const general = new RegExp(`^/channels/(?!${to.channel}/)\\d+/messages$`, "u");
  discord.faults.next({ ...refused, path: general, times: 9 });
  const posted = await talks.post(to, LONG, KEY);
  const [first] = discord.messages(to.channel);
  expect(posted).toEqual({ kind: "posted", posting: { ...to, message: first?.id } });
  expect(await talks.find(to, KEY, since)).toHaveLength(1);
  expect(lines.join("\n")).toContain("lacks its further pages: Missing Permissions");
  // The person who reads it can still turn to them.
  const cut = discord.messages(to.channel)[0];
  const next = cut === undefined ? undefined : await discord.user("ann").click(cut, "Next ▶").reply();
  expect(next?.text).toContain("Page 2 of");
  expect(next?.ephemeral).toBe(true);
});

it("edits all pages of a long post: changes, adds and takes away, and finds it by its key still", async () => {
  const { talks, discord, to } = await talking();
  const since = Temporal.Now.instant().subtract({ minutes: 1 });
  const posted = await talks.post(to, saying("Line", 20), KEY);
  if (posted.kind !== "posted") throw new Error(posted.kind);
  const { posting } = posted;
  const shown = (): string =>
    [...discord.messages(to.channel), ...discord.messages(posting.message)].map((m) => m.text).join("\n");
  expect((await talks.edit(posting, saying("Amended", 20))).kind).toBe("posted");
  expect(shown()).not.toContain("Line");
  for (let i = 0; i < 20; i += 1) expect(shown().split(`Amended ${i}.`)).toHaveLength(2);
  const pages = discord.messages(posting.message).length;
  await talks.edit(posting, saying("Longer", 30));
  for (let i = 0; i < 30; i += 1) expect(shown().split(`Longer ${i}.`)).toHaveLength(2);
  expect(discord.messages(posting.message).length).toBeGreaterThan(pages);
  await talks.edit(posting, NEWS);
  expect(discord.messages(posting.message)).toHaveLength(0);
  expect(shown()).toContain("Was A, now B.");
  expect(shown()).not.toContain("Page");
  expect(await talks.find(to, KEY, since)).toEqual([posting]);
});

it("edits the pages in a thread that was archived meanwhile", async () => {
  const { talks, discord, to } = await talking();
  const posted = await talks.post(to, saying("Line", 20), KEY);
  if (posted.kind !== "posted") throw new Error(posted.kind);
  discord.administration.archive(posted.posting.message, false);
  expect((await talks.edit(posted.posting, saying("Amended", 20))).kind).toBe("posted");
  expect(discord.messages(posted.posting.message)[0]?.text).toContain("Amended 19.");
});

it("says that an edit was not done where a further page of it could not be changed", async () => {
  const { talks, discord, to } = await talking({ disturbed: true });
  const posted = await talks.post(to, saying("Line", 20), KEY);
  if (posted.kind !== "posted") throw new Error(posted.kind);
  const path = new RegExp(`^/channels/${posted.posting.message}/messages/`, "u");
  discord.faults.next({ method: "PATCH", path, status: 403, code: 50_013, message: "Missing Permissions" });
  expect((await talks.edit(posted.posting, saying("Amended", 20))).kind).toBe("denied");
  expect((await talks.edit(posted.posting, saying("Amended", 20))).kind).toBe("posted");
});

it("edits an answer that everyone saw so that its further pages open from it", async () => {
  const { talks, discord, to } = await talking();
  const ann = discord.user("ann");
  const asked = await ann.slash("talks who-led", { public: true }).reply();
  await talks.edit({ ...to, message: asked.id }, LONG);
  const [edited] = discord.messages(to.channel);
  expect(edited?.text).toContain("Page 1 of");
  if (edited === undefined) throw new Error("it is gone");
  const next = await ann.click(edited, "Next ▶").reply();
  expect(next.text).toContain("Page 2 of");
  expect(next.buttons.map((b) => b.label)).toEqual(["◀ Back", "Next ▶"]);
});

it("edits and removes its post", async () => {
  const { talks, discord, to } = await talking();
  const posted = await talks.post(to, NEWS, KEY);
  if (posted.kind !== "posted") throw new Error(posted.kind);
  await talks.edit(posted.posting, reply("x", [paragraph(text("Corrected: was A, now C."))]));
  expect(discord.messages(to.channel)[0]?.text).toContain("now C");
  expect((await talks.remove(posted.posting)).kind).toBe("posted");
  expect(discord.messages(to.channel)).toHaveLength(0);
  expect((await talks.edit(posted.posting, NEWS)).kind).toBe("gone");
});

it("removes all pages of a long post", async () => {
  const { talks, discord, to } = await talking();
  const posted = await talks.post(to, saying("Line", 20), KEY);
  if (posted.kind !== "posted") throw new Error(posted.kind);
  expect((await talks.remove(posted.posting)).kind).toBe("posted");
  expect(discord.messages(posted.posting.message)).toHaveLength(0);
  expect(discord.messages(to.channel)).toHaveLength(0);
});

it("says what is wrong with a channel: gone, or not allowed, and how to allow it", async () => {
  const { talks, discord, to } = await talking({ disturbed: true });
  expect(await talks.mayPost(to)).toEqual({ ok: true, locale: "en-US" });
  expect((await talks.mayPost({ ...to, channel: "123456789012345678" })).ok).toBe(false);
  expect((await talks.post({ ...to, channel: "123456789012345678" }, NEWS, KEY)).kind).toBe("gone");
  discord.administration.denyBot(to.channel, ["SendMessages"]);
  await expect
    .poll(() => talks.mayPost(to))
    .toMatchObject({
      ok: false,
      hint: expect.stringContaining("Send Messages") as string,
    });
  expect((await talks.post(to, NEWS, KEY)).kind).toBe("denied");
  discord.administration.deleteChannel(to.channel);
  expect((await talks.post(to, NEWS, KEY)).kind).toBe("gone");
});

it("tells one person, and keeps what its buttons ask", async () => {
  const { talks, discord, to } = await talking();
  const ann = discord.user("ann");
  const words = "what was said about the embassies and consulates of both sides, and by whom, and when exactly, please";
  const asking = reply("x", [
    paragraph(text("Followed.")),
    buttons({ label: "Ask", call: { path: ["talks", "ask"], values: { question: words } } }),
  ]);
  expect((await talks.tell(to.workspace, ann.id, asking, KEY)).kind).toBe("posted");
  expect((await talks.post(to, asking, "other")).kind).toBe("posted");
  const [shown] = discord.messages(to.channel);
  if (shown === undefined) throw new Error("nothing was posted");
  expect((await ann.click(shown, "Ask").reply()).text).not.toContain("too old");
});

it("replies below a message that has no thread", async () => {
  const { talks, discord, to } = await talking();
  const posted = await talks.post(to, NEWS, KEY);
  if (posted.kind !== "posted") throw new Error(posted.kind);
  const below = await talks.post({ ...to, thread: posted.posting.message }, NEWS, "another");
  expect(below.kind).toBe("posted");
  expect(discord.messages(to.channel)).toHaveLength(2);
  const since = Temporal.Now.instant().subtract({ minutes: 1 });
  const found = await talks.find({ ...to, thread: posted.posting.message }, "another", since);
  expect(found).toEqual([{ ...to, message: discord.messages(to.channel)[1]?.id }]);
});
