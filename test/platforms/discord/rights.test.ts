import { expect, it } from "vitest";
import { talksInDiscord } from "./talks.ts";

const FORCED = { forced: true } as const;

it("takes Manage Server for an admin, everybody else for a contributor", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const cid = discord.user("cid");
  expect((await ada.slash("facts audit").reply()).text).toMatch(/### (?!Not allowed)/u);
  const refused = await cid.slash("facts audit", {}, FORCED).reply();
  expect(refused.text).toContain("is for moderators. You are a contributor here");
  expect(refused.ephemeral).toBe(true);
});

it("takes members of a named role for moderators, and the demoted no longer, at their old buttons and forms", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const mod = discord.user("mod", { roles: ["editors"] });
  await ada.slash("facts roles", { action: "add", who: "editors" }).reply();
  const history = await mod.slash("facts history", { id: "apr-led-us" }, FORCED).reply();
  expect(history.text).toContain("History of apr-led-us");
  const form = await mod.click(history, "Correct").modal();
  mod.become({ roles: [] });
  expect((await mod.submitModal(form).reply()).text).toContain("is for moderators");
  expect((await mod.click(history, "Correct").reply()).text).toContain("is for moderators");
});

it("opens no form for the demoted, also where it waited to be filled in", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const mod = discord.user("mod", { roles: ["editors"] });
  await ada.slash("facts roles", { action: "add", who: "editors" }).reply();
  const kind = await mod.slash("facts add", {}, FORCED).modal();
  const waiting = await mod.submitModal(kind, { slot: "duration", source: "TASS" }).reply();
  expect((await mod.click(waiting, "Fill in").modal()).components).toHaveLength(5);
  mod.become({ roles: [] });
  const refused = await mod.click(waiting, "Fill in").reply();
  expect(refused.text).toContain("/facts add is for moderators. You are a contributor here");
  expect(refused.ephemeral).toBe(true);
});

// A role that is there before Talks is.
const PRESS = { guilds: [{ name: "first server", roles: ["press"] }] };

it("takes whom the server's owner let use the commands for moderators, until the owner says otherwise", async () => {
  const { discord } = await talksInDiscord(PRESS);
  const mod = discord.user("mod", { roles: ["press"] });
  expect((await mod.slash("facts audit", {}, FORCED).reply()).text).toContain("is for moderators");
  const role = [...(mod.place.member?.roles ?? [])][0] ?? "";
  discord.administration.allowCommand("first server", "facts", [{ id: role, type: 1, permission: true }]);
  await expect.poll(async () => (await mod.slash("facts audit").reply()).text).toMatch(/### (?!Not allowed)/u);
  discord.administration.allowCommand("first server", "facts", [{ id: role, type: 1, permission: false }]);
  await expect
    .poll(async () => (await mod.slash("facts audit", {}, FORCED).reply()).text)
    .toContain("is for moderators");
  // A right to one command is none to another.
  const names = { name: "Sergey Lavrov", reason: "a test" };
  expect((await mod.slash("desk retire", names, FORCED).reply()).text).toContain("is for moderators");
  discord.administration.allowCommand("first server", "desk", [{ id: role, type: 1, permission: true }]);
  await expect.poll(async () => (await mod.slash("desk retire", names).reply()).text).toContain("Retired");
  expect((await mod.slash("facts audit", {}, FORCED).reply()).text).toContain("is for moderators");
});

it("takes nobody for a moderator because the owner opened a command, or the whole app, to everyone", async () => {
  const { discord } = await talksInDiscord(PRESS);
  const cid = discord.user("cid");
  const mod = discord.user("mod", { roles: ["press"] });
  const everyone = { id: cid.place.guild?.id ?? "", type: 1, permission: true } as const;
  const press = { id: [...(mod.place.member?.roles ?? [])][0] ?? "", type: 1, permission: true } as const;
  for (const command of ["facts", undefined]) {
    discord.administration.allowCommand("first server", command, [everyone, press]);
    // Once the role's line is known, so is the one for everyone.
    await expect
      .poll(async () => (await mod.slash("facts audit", {}, FORCED).reply()).text)
      .toMatch(/### (?!Not allowed)/u);
    expect((await cid.slash("facts audit", {}, FORCED).reply()).text).toContain("is for moderators");
    expect((await cid.slash("facts undo", { id: "apr-led-us" }, FORCED).reply()).text).toContain("is for moderators");
    discord.administration.allowCommand("first server", "facts", []);
  }
});

it("takes the right to one command for no right to another", async () => {
  const { discord } = await talksInDiscord({ guilds: [{ name: "first server", roles: ["callers", "press"] }] });
  const ben = discord.user("ben", { roles: ["callers"] });
  const mod = discord.user("mod", { roles: ["press"] });
  const line = (who: typeof ben) => [
    { id: [...(who.place.member?.roles ?? [])][0] ?? "", type: 1, permission: true } as const,
  ];
  discord.administration.allowCommand("first server", "digest", line(ben));
  discord.administration.allowCommand("first server", "facts", line(mod));
  await expect.poll(async () => (await ben.slash("digest list", {}, FORCED).reply()).text).not.toContain("moderators");
  await expect
    .poll(async () => (await mod.slash("facts audit", {}, FORCED).reply()).text)
    .toMatch(/### (?!Not allowed)/u);
  expect((await ben.slash("facts audit", {}, FORCED).reply()).text).toContain("is for moderators");
  expect((await mod.slash("digest list", {}, FORCED).reply()).text).toContain("is for moderators");
  // A button and a form are of the command that made them.
  const history = await mod.slash("facts history", { id: "apr-led-us" }).reply();
  const form = await mod.click(history, "Correct").modal();
  mod.become({ roles: ["callers"] });
  expect((await mod.submitModal(form).reply()).text).toContain("is for moderators");
  expect((await mod.click(history, "Correct").reply()).text).toContain("is for moderators");
});

it("shows nothing of one server's desk in another", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", { permissions: ["ManageGuild"], guild: "first server" });
  const eve = discord.user("eve", { permissions: ["ManageGuild"], guild: "second server" });
  const form = await ada.slash("facts add", { slot: "note" }).modal();
  const values = { remark: "a hotline opens in Ankara", source: "new: The Gazette", paragraph: "1" };
  const rest = await ada.submitModal(form, values).reply();
  const added = await ada.click(rest, "Send").reply();
  const id = /`(f\d+)`/u.exec(added.text)?.[1] ?? "";
  expect((await ada.slash("talks fact", { id }).reply()).text).toContain("hotline opens in Ankara");
  for (const shown of [
    await eve.slash("talks fact", { id }).reply(),
    await eve.slash("facts history", { id }).reply(),
    await eve.slash("talks ask", { question: "who opens a line in Ankara" }).reply(),
    await eve.slash("talks changes").reply(),
    await eve.slash("facts audit").reply(),
  ])
    expect(shown.text).not.toMatch(/hotline|Gazette/u);
  expect(await eve.autocomplete("talks fact", "id", "hotline")).toEqual([]);
});

it("reads the library where no desk is: in direct messages and where only the user installed it", async () => {
  const { discord } = await talksInDiscord();
  const dm = discord.user("ann", { in: "dm", installed: true });
  expect((await dm.slash("talks who-led").reply()).text).toContain("Sonata Coulter");
  expect((await dm.slash("talks suggest", {}).reply()).text).toContain("There is no desk to change here");
  const group = discord.user("ann", { in: "group", installed: true });
  expect((await group.slash("talks where").reply()).text).toContain("Istanbul");
});
