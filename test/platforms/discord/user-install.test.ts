import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { MESSAGE_COMMANDS } from "#core/chat/message-commands.ts";
import { commandData } from "#platforms/discord/command-data.ts";
import { shipped } from "#test/desk.ts";
import { talksInDiscord } from "./talks.ts";

const QUOTE = String(shipped.facts.find((f) => f.slot === "quote")?.claims[0].fields["words"]);
const CHANGING = MESSAGE_COMMANDS.filter(({ servers }) => servers).map(({ name }) => name);

it("offers what reads in any chat of somebody who installed it, and what changes a desk in servers alone", () => {
  const offered = commandData(commands, []).map(({ name, integration_types, contexts }) => [
    name,
    integration_types?.join(),
    contexts?.join(),
  ]);
  expect(offered).toEqual([
    ["talks", "0,1", "0,1,2"],
    ["facts", "0", "0"],
    ["desk", "0", "0"],
    ["digest", "0", "0"],
    ["Save as fact", "0", "0"],
    ["Check this quote", "0,1", "0,1,2"],
    ["Import facts", "0", "0"],
    ["Propose facts", "0", "0"],
  ]);
});

it.each([
  ["a group", { in: "group" }],
  ["a direct message", { in: "dm" }],
  ["a strange server", { guild: "stranger" }],
] as const)("answers from the shipped library in %s, and changes nothing", async (_, where) => {
  const { discord } = await talksInDiscord({ guilds: [{ name: "first" }, { name: "stranger", joined: false }] });
  const ann = discord.user("ann", { ...where, installed: true });
  expect((await ann.slash("talks where").reply()).text).toContain("Istanbul");
  const said = ann.say(QUOTE);
  expect((await ann.messageCommand("Check this quote", said).reply()).text).toContain(QUOTE.slice(0, 20));
  for (const name of CHANGING) expect(() => ann.messageCommand(name, said)).toThrow("is not offered");
  for (const line of ["facts undo", "desk token", "digest list"])
    expect(() => ann.slash(line)).toThrow("is not offered");
  expect((await ann.slash("talks suggest", {}).reply()).text).toContain("There is no desk to change here");
  expect((await ann.slash("talks follow", { topic: "istanbul-april" }).reply()).text).not.toContain("You follow");
});

it("shows nothing of a server's desk outside of it, also to its admin, and that desk inside", async () => {
  const { discord } = await talksInDiscord({ guilds: [{ name: "first" }, { name: "stranger", joined: false }] });
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  await ada.slash("desk library", { switch: "off" }).reply();
  expect((await ada.slash("talks where").reply()).text).not.toContain("Istanbul");
  for (const where of [{ in: "group" }, { guild: "stranger" }] as const) {
    const outside = discord.user("ada", { ...where, installed: true });
    expect((await outside.slash("talks where").reply()).text).toContain("Istanbul");
  }
  const both = discord.user("ben", { guild: "first", installed: true });
  expect((await both.slash("talks where").reply()).text).not.toContain("Istanbul");
});
