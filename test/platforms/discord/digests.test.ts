import { expect, it } from "vitest";
import { compose } from "#core/digest/compose.ts";
import { paragraph, reply, text } from "#core/reply/reply.ts";
import { talksInDiscord } from "./talks.ts";

const WHEN = { every: "weekdays", at: "9am", timezone: "istanbul" } as const;
const KEY = "abcdefghijklmnopqrstuv";

async function server(disturbed = false) {
  const running = await talksInDiscord({ disturbed });
  const ada = running.discord.user("ada", { permissions: ["ManageGuild"], roles: ["news"] });
  const workspace = { platform: "discord", id: ada.place.guild?.id ?? "" };
  const role = [...(ada.place.member?.roles ?? [])][0] ?? "";
  return { ...running, ada, workspace, role, to: { workspace: workspace.id, channel: ada.place.channel.id } };
}

it("subscribes the channel that was picked, and previews to the character what is posted", async () => {
  const { ada, host, workspace, to, talks, discord } = await server();
  const told = await ada.slash("digest subscribe", { channel: to.channel, ...WHEN }).reply();
  expect(told.text).toContain("on weekdays at 09:00 (Europe/Istanbul)");
  expect(told.ephemeral).toBe(true);
  const [digest] = await host.digests(workspace).list();
  if (digest === undefined) throw new Error("not kept");
  expect(digest).toMatchObject({ channel: to.channel, owner: ada.id });
  const form = await ada.slash("facts correct", { id: "apr-duration-tass" }).modal();
  await ada.submitModal(form, { stated: "5 hours", reason: "misread" }).reply();
  const shown = await ada.slash("digest preview", { id: digest.id }).reply();
  const snapshot = await (await host.desk(workspace)).whole();
  const composed = compose(snapshot, digest.wants, digest.since);
  if (composed.kind !== "say") throw new Error("nothing to say");
  await talks.post(to, composed.reply, KEY);
  const posted = discord.messages(to.channel).at(-1)?.text ?? "";
  expect(posted).toContain("Corrected: How long: was 5½ hours, now 5 hours");
  expect(shown.text).toContain(posted.trim());
});

it("edits a digest in one form, with the zone that was used last, and asks before a second one in a channel", async () => {
  const { ada, host, workspace, to } = await server();
  await ada.slash("digest subscribe", { channel: to.channel, ...WHEN }).reply();
  const listed = await ada.slash("digest list").reply();
  const form = await ada.click(listed, "Edit").modal();
  expect(form.title).toBe("Edit a digest");
  await ada.submitModal(form, { every: "every morning", tells: "state", topics: "how long" }).reply();
  expect(await host.digests(workspace).list()).toMatchObject([
    {
      rule: { cron: "0 9 * * *", timezone: "Europe/Istanbul" },
      wants: { form: "state", topics: { slots: ["duration"] } },
    },
  ]);
  const asked = await ada.slash("digest subscribe", { channel: to.channel, every: "weekly", timezone: "utc" }).reply();
  expect(asked.text).toContain("has a digest already, every day at 09:00");
  const replaced = await ada.click(asked, "Replace it").reply();
  expect(replaced.text).toContain("weekly on Monday at 09:00 (UTC)");
  expect(await host.digests(workspace).list()).toHaveLength(1);
});

it("says how to let it in where it may not post", async () => {
  const { ada, discord, talks, to } = await server();
  discord.administration.denyBot(to.channel, ["SendMessages"]);
  await expect.poll(() => talks.mayPost(to)).toMatchObject({ ok: false });
  const told = await ada.slash("digest subscribe", { channel: to.channel, ...WHEN }).reply();
  expect(told.text).toContain("Talks may not post there.");
  expect(told.text).toContain("Send Messages");
});

it("pings the role that was chosen and nobody else, whatever a fact says; never everyone", async () => {
  const { ada, discord, talks, to, role, workspace } = await server(true);
  const hostile = [paragraph(text(`@everyone @here <@${ada.id}> <@&${workspace.id}>`))];
  await talks.post(to, { ...reply("News.", hostile), mention: { kind: "role", id: role } }, KEY);
  expect(discord.pings.map((p) => p.who)).toEqual([[`role:${role}`]]);
  const told = await ada
    .slash("digest subscribe", { channel: to.channel, ...WHEN, "mention-role": workspace.id })
    .reply();
  expect(told.text).toContain("A digest never pings everyone");
});
