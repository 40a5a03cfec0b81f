import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import type { Command } from "#core/answer/command.ts";
import type { Option } from "#core/request/option.ts";
import type { Actor } from "#test/standins/slack/acting/actor.ts";
import { MODES, shown, talksInSlack } from "./talks.ts";

/** Something one could type for an option, whatever it is. */
function typed(name: string, option: Option, actor: Actor, channel: string): string {
  switch (option.type) {
    case "flag":
      return "true";
    case "file":
      return "facts: []";
    case "channel":
      return `<#${channel}|general>`;
    case "mentionable":
      return `<@${actor.id}|ada>`;
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

async function ran(actor: Actor, command: Command, values: Readonly<Record<string, string>>): Promise<string> {
  const options = Object.entries(values).map(([name, value]) => `${name}:"${value}"`);
  const gesture = actor.slash("/talks", [...command.path, ...options].join(" "));
  return Promise.any([gesture.reply().then(shown), gesture.view().then((view) => JSON.stringify(view))]);
}

const RUNS = MODES.flatMap((mode) => commands.all.map((command) => [command.path.join(" "), mode, command] as const));

it.each(RUNS)(
  "answers /talks %s over %s without options, with each one and with all of them",
  async (_, mode, command) => {
    const { slack } = await talksInSlack(mode);
    const ada = slack.user("ada", { role: "admin" });
    const channel = slack.channel("general").id;
    const options = Object.entries(command.options);
    expect(await ran(ada, command, {})).not.toBe("");
    for (const [name, option] of options)
      expect(await ran(ada, command, { [name]: typed(name, option, ada, channel) })).not.toMatch(/Incident/u);
    const all = Object.fromEntries(options.map(([name, o]) => [name, typed(name, o, ada, channel)]));
    expect(await ran(ada, command, all)).not.toMatch(/Incident/u);
  },
);
