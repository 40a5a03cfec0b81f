import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { GROUPS, type Command } from "#core/answer/command.ts";
import type { Option } from "#core/request/option.ts";
import type { Actor } from "#test/standins/discord/acting/actor.ts";
import type { Typed } from "#test/standins/discord/acting/typed-options.ts";
import { talksInDiscord } from "./talks.ts";

/** Something one could type for an option, whatever it is: what the desk completes, else words. */
function typed(name: string, option: Option, actor: Actor): Typed {
  switch (option.type) {
    case "flag":
      return true;
    case "file":
      return { name: "facts.yaml", content: "facts: []\n" };
    case "channel":
      return actor.place.channel.id;
    case "mentionable":
      return actor.id;
    case "choice":
      return option.choices?.[0]?.value ?? "x";
    case "whole":
      return "1";
    case "text":
    case "long":
      return KNOWN[name] ?? "istanbul";
  }
}

const KNOWN: Readonly<Record<string, string>> = {
  id: "apr-led-us",
  with: "apr-led-ru",
  "as-of": "2026-01-01",
  since: "2025-01-01",
  address: "https://example.org/a",
  published: "2025-04-10",
  command: "who-led",
};

async function ran(actor: Actor, command: Command, values: Readonly<Record<string, Typed>>): Promise<string> {
  const asked = actor.slash(command.path.join(" "), values);
  const shown = await Promise.any([
    asked.reply().then((r) => `${r.text} ${r.buttons.map((b) => b.label).join()} ${r.files.map((f) => f.name).join()}`),
    asked.modal().then((m) => m.title),
  ]);
  return shown.trim();
}

const LISTED = GROUPS.flatMap((group) => commands.listed(group));

it.each(LISTED.map((command) => [command.path.join(" "), command] as const))(
  "answers /%s without options, with each one and with all of them",
  async (_, command) => {
    const { discord } = await talksInDiscord();
    const ada = discord.user("ada", { permissions: ["ManageGuild"] });
    const options = Object.entries(command.options);
    const must = (command.form === undefined ? options : []).filter(([, o]) => o.required);
    const needed = Object.fromEntries(must.map(([name, o]) => [name, typed(name, o, ada)]));
    expect(await ran(ada, command, needed)).not.toBe("");
    for (const [name, option] of options)
      expect(await ran(ada, command, { ...needed, [name]: typed(name, option, ada) })).not.toBe("");
    const all = Object.fromEntries(options.map(([name, o]) => [name, typed(name, o, ada)]));
    expect(await ran(ada, command, all)).not.toMatch(/Incident/u);
  },
);

it("completes every option that has anything to complete, on empty input and on words that nothing begins with", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const view = await (await talksInDiscord()).host.library.view();
  for (const command of LISTED) {
    for (const [name, option] of Object.entries(command.options)) {
      if (option.complete === undefined) continue;
      const line = command.path.join(" ");
      const offered = await ada.autocomplete(line, name, "");
      expect(offered.length).toBe(
        Math.min(25, new Set([...option.complete(view), ...(option.choices ?? [])].map((c) => c.value)).size),
      );
      expect(await ada.autocomplete(line, name, "qqqqqqqqqq")).toEqual([]);
    }
  }
});

it("answers the buttons of older messages by names that are not listed any more", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada");
  expect(() => ada.slash("talks agenda")).toThrow();
  const shown = await ada.slash("talks about", { topic: "why" }).reply();
  expect(shown.text).toContain("Why: ");
  const pressed = await ada.click(shown, "0|c|talks agenda|talks=istanbul-february", { forced: true }).reply();
  expect(pressed.text).toContain("Agenda: First round");
});

it("reaches each command that is not listed through the one that it is listed as", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada");
  const help = await ada.slash("talks help").reply();
  expect((await ada.click(help, "Rounds").reply()).text).toContain("The desk knows 2 rounds of talks");
  const following = await ada.slash("talks follow", { topic: "how long" }).reply();
  expect((await ada.click(following, "Stop How long").reply()).text).toContain(
    "You get no further messages about How long.",
  );
  for (const { path, listedAs } of commands.all.filter((c) => c.listedAs === "about"))
    expect((await ada.slash(`talks ${listedAs ?? ""}`, { topic: path[1] }).reply()).text).toContain("Istanbul");
});
