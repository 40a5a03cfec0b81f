import { describe, expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { GROUPS } from "#core/command.ts";
import { LOCALES } from "#platforms/discord/translations.ts";
import { commandData } from "#platforms/discord/command-data.ts";
import { MESSAGE_COMMANDS } from "#core/chat/message-commands.ts";

// docs: Application Commands, naming; the letters of a script that has cases are lower-case.
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

describe.each(Object.entries(LOCALES))("in %s", (_, locale) => {
  it("has a name and a description for every command and every option's name", () => {
    const paths = [...GROUPS.map((g) => g as string), ...commands.all.map((c) => c.path.join(" "))];
    expect(paths.filter((p) => locale.commands[p] === undefined)).toEqual([]);
    const names = new Set(commands.all.flatMap((c) => Object.keys(c.options)));
    // The two rounds of a comparison are "a" and "b" in every language.
    expect([...names].filter((n) => locale.options[n] === undefined && n !== "a" && n !== "b")).toEqual([]);
    expect(MESSAGE_COMMANDS.filter((m) => locale.messages[m.name] === undefined)).toEqual([]);
  });

  it("keeps Discord's rules for names and descriptions", () => {
    for (const [name, about] of Object.values(locale.commands)) {
      expect(name).toMatch(NAME);
      expect(name).toBe(name.toLowerCase());
      expect(about.length).toBeLessThanOrEqual(100);
    }
    for (const name of Object.values(locale.options)) {
      expect(name).toMatch(NAME);
      expect(name).toBe(name.toLowerCase());
    }
  });

  it("names no two commands of a group and no two options of a command alike", () => {
    for (const group of GROUPS) {
      const names = commands.group(group).map((c) => locale.commands[c.path.join(" ")]?.[0]);
      expect(new Set(names).size).toBe(names.length);
    }
    for (const command of commands.all) {
      const names = Object.keys(command.options).map((n) => locale.options[n] ?? n);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

/** docs: Application Commands, limits: 8,000 characters of names, descriptions and values, the longest language of each. */
it("keeps each command below 8,000 characters with all its languages", () => {
  expect(
    commandData(commands)
      .filter((data) => sizeOf(data) >= 8000)
      .map((data) => `${data.name}: ${sizeOf(data)}`),
  ).toEqual([]);
});

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + sizeOf(one), 0);
  if (typeof value !== "object" || value === null) return 0;
  const fields = new Map<string, unknown>(Object.entries(value));
  const longest = (key: string): number => {
    const others = fields.get(`${key}_localizations`);
    const all = [fields.get(key), ...(typeof others === "object" && others !== null ? Object.values(others) : [])];
    return Math.max(0, ...all.map((text) => (typeof text === "string" ? text.length : 0)));
  };
  const below = ["options", "choices"].map((key) => sizeOf(fields.get(key)));
  return longest("name") + longest("description") + longest("value") + below.reduce((a, b) => a + b, 0);
}
