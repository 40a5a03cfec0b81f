import { expect, it } from "vitest";
import { decisionNotices, suggestionNews } from "#core/outbox/decided.ts";
import { suggestionPost } from "#core/outbox/inbox-posts.ts";
import { talksInDiscord } from "./talks.ts";

async function suggested() {
  const running = await talksInDiscord();
  const { discord, host } = running;
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const cid = discord.user("cid");
  const form = await cid.slash("talks suggest", { slot: "note" }).modal();
  const values = { remark: "a hotline opens in Ankara", source: "new: The Gazette", paragraph: "1" };
  await cid.click(await cid.submitModal(form, values).reply(), "Send").reply();
  const workspace = { platform: "discord", id: ada.place.guild?.id ?? "" };
  const snapshot = async () => (await host.desk(workspace)).snapshot();
  return { ...running, ada, cid, workspace, snapshot, to: { workspace: workspace.id, channel: ada.place.channel.id } };
}

async function post({ talks, discord, snapshot, to }: Awaited<ReturnType<typeof suggested>>) {
  const shown = suggestionPost("s1", await snapshot());
  if (shown === undefined) throw new Error("no suggestion");
  const posted = await talks.post(to, shown, "abcdefghijklmnopqrstuv");
  const message = discord.messages(to.channel).at(-1);
  if (posted.kind !== "posted" || message === undefined) throw new Error("not posted");
  return { message, posting: posted.posting };
}

it("posts a suggestion with buttons that only moderators can use, and says there what was decided", async () => {
  const at = await suggested();
  const { message, posting } = await post(at);
  expect(message.text).toContain("A hotline opens in Ankara.");
  expect(message.text).toContain("Suggested by **cid**");
  expect((await at.cid.click(message, "Approve s1").reply()).text).toContain("is for moderators");
  const approved = await at.ada.click(message, "Approve s1").reply();
  expect([approved.text, approved.ephemeral]).toEqual([expect.stringContaining("Approved and added"), true]);
  const decided = suggestionPost("s1", await at.snapshot());
  if (decided === undefined) throw new Error("no suggestion");
  await at.talks.edit(posting, decided);
  const edited = at.discord.messages(at.to.channel).find((m) => m.text.includes("approved it."));
  expect(edited?.buttons.map((b) => b.label)).toEqual(["Ask Talks"]);
});

it("declines from the channel by a form, and tells the suggester with the reason", async () => {
  const at = await suggested();
  const { message } = await post(at);
  const form = await at.ada.click(message, "Decline s1").modal();
  await at.ada.submitModal(form, { reason: "the Gazette does not say so" }).reply();
  const snapshot = await at.snapshot();
  const [notice] = decisionNotices(suggestionNews(snapshot, 0, Temporal.Now.instant()), snapshot, []);
  const target = notice?.target;
  if (target?.kind !== "person" || notice?.payload === undefined) throw new Error("no notice");
  expect((await at.talks.tell(target.workspace, target.user, notice.payload.reply, "abc")).kind).toBe("posted");
  const direct = at.discord.user("cid", { in: "dm" });
  const [told] = at.discord.messages(direct.place.channel.id);
  if (told === undefined) throw new Error("nothing was told");
  expect(told.text).toContain("Your suggestion was declined.");
  expect(told.text).toContain("the Gazette does not say so");
  const again = await direct.click(told, "Suggest again").modal();
  expect(again.values).toMatchObject({ remark: "a hotline opens in Ankara" });
});
