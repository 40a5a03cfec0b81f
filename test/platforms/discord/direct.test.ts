import { expect, it } from "vitest";
import { call } from "#core/request/call.ts";
import { buttons, paragraph, reply, text } from "#core/reply/reply.ts";
import { talksInDiscord } from "./talks.ts";

const LONG = "what was said of a hotline in Ankara, and by whom, and in which of the rounds, and when exactly, please";

const guilds = [{ name: "first server", roles: ["editors"] }, { name: "second server" }];

/** Two servers. The first one's desk holds a fact of its own, and has told Ann of it in a direct message. */
async function told(disturbed = false) {
  const running = await talksInDiscord({ disturbed, guilds });
  const { discord, talks } = running;
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const form = await ada.slash("facts add", { slot: "note" }).modal();
  const values = { remark: "a hotline opens in Ankara", source: "new: The Gazette", paragraph: "1" };
  const added = await ada.click(await ada.submitModal(form, values).reply(), "Send").reply();
  const id = /`(f\d+)`/u.exec(added.text)?.[1] ?? "";
  await ada.slash("facts roles", { action: "add", who: "editors" }).reply();
  const ann = discord.user("ann", { guild: "first server" });
  const workspace = ada.place.guild?.id ?? "";
  await ann.slash("talks follow", { topic: "istanbul-april" }).reply();
  const news = reply("News.", [
    paragraph(text("News of a hotline.")),
    buttons(
      { label: "The fact", call: call(["talks", "fact"], { id }) },
      { label: "Ask", call: call(["talks", "ask"], { question: LONG }) },
      { label: "History", call: call(["facts", "history"], { id }) },
      { label: "Stop these messages", call: call(["talks", "unfollow"], { topic: "everything" }) },
    ),
  ]);
  expect((await talks.tell(workspace, ann.id, news, "abc")).kind).toBe("posted");
  const direct = discord.user("ann", { in: "dm" });
  const [message] = discord.messages(direct.place.channel.id);
  if (message === undefined) throw new Error("nothing was told");
  return { ...running, id, workspace, ada, ann, direct, message };
}

it("answers the buttons of a direct message from the desk that it was written for, also at the next one", async () => {
  const { direct, message } = await told();
  const fact = await direct.click(message, "The fact").reply();
  expect(fact.text).toContain("otline opens in Ankara");
  const sources = fact.buttons.find((b) => b.label !== "Share");
  expect((await direct.click(fact, sources?.label ?? "").reply()).text).toContain("Gazette");
  expect((await direct.click(message, "Ask").reply()).text).toContain("otline opens in Ankara");
  expect((await direct.click(message, "Ask Talks").reply()).text).toContain("/talks");
});

it("stops what somebody follows by the button below the message, in the server where they follow it", async () => {
  const { direct, message, ann } = await told();
  expect((await direct.click(message, "Stop these messages").reply()).text).toContain(
    "You get no further messages about anything",
  );
  expect((await ann.slash("talks follow").reply()).text).toContain("You follow nothing.\nFollow talks");
});

it("looks at who they are in that server at each press: a contributor, a moderator, no longer one", async () => {
  const { direct, message, ann } = await told();
  expect((await direct.click(message, "History").reply()).text).toContain("is for moderators. You are a contributor");
  ann.become({ roles: ["editors"] });
  const history = await direct.click(message, "History").reply();
  expect(history.text).toContain("History of");
  const form = await direct.click(history, "Correct").modal();
  const changed = { remark: "a hotline opens in Izmir", reason: "misread" };
  const corrected = await direct.submitModal(form, changed).reply();
  expect(corrected.text).toContain("otline opens in Izmir");
  ann.become({ roles: [] });
  expect((await direct.click(history, "Correct").reply()).text).toContain("is for moderators");
  expect((await direct.submitModal(form, changed).reply()).text).toContain("is for moderators");
});

it("tells those who left the server nothing more of it, by itself or at a button", async () => {
  const { discord, talks, workspace, direct, message, ann } = await told();
  discord.platform.world.guild("first server").members.delete(ann.id);
  discord.user("ann", { guild: "second server" });
  expect((await talks.tell(workspace, ann.id, reply("More news.", []), "def")).kind).toBe("gone");
  for (const button of ["The fact", "Ask", "History"]) {
    const refused = await direct.click(message, button).reply();
    expect(refused.text).toContain("a server that you are not in");
    expect(refused.text).not.toMatch(/Ankara|Gazette/u);
  }
});

it("says so where the server has removed the bot, or where Discord does not say who is a member", async () => {
  const { discord, direct, message, workspace } = await told(true);
  discord.faults.next({ method: "GET", path: new RegExp(`^/guilds/${workspace}/members`, "u"), status: 500, times: 4 });
  expect((await direct.click(message, "The fact").reply()).text).toContain("Discord does not say at the moment");
  discord.administration.removeGuild("first server");
  await expect
    .poll(async () => (await direct.click(message, "The fact").reply()).text)
    .toContain("Talks is no longer in the server of this message");
});

it("opens no desk by a button that was tampered with: neither to a stranger, nor from another server", async () => {
  const { discord, id, workspace, message } = await told(true);
  const forged = `@${workspace}|0|c|talks fact|id=${id}`;
  const eve = discord.user("eve", { guild: "second server" });
  const there = await eve.slash("talks where").reply();
  expect((await eve.click(there, forged, { forced: true }).reply()).text).not.toMatch(/Ankara|Gazette/u);
  const direct = discord.user("eve", { in: "dm", installed: true });
  const own = await direct.slash("talks where").reply();
  const refused = await direct.click(own, forged, { forced: true }).reply();
  expect(refused.text).toContain("a server that you are not in");
  const kept = message.buttons.find((b) => b.label === "Ask")?.customId ?? "";
  expect((await direct.click(own, kept, { forced: true }).reply()).text).not.toMatch(/Ankara|Gazette/u);
});
