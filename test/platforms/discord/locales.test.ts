import { describe, expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { GROUPS } from "#core/answer/command.ts";
import type { Locale } from "#platforms/discord/locale.ts";
import { LOCALES } from "#platforms/discord/translations.ts";
import { commandData } from "#platforms/discord/command-data.ts";
import { MESSAGE_COMMANDS } from "#core/chat/message-commands.ts";
import { commandCharacters } from "#test/standins/discord/limits/command-text.ts";
import { object, objects } from "#test/standins/discord/json.ts";

// docs: Application Commands, naming; the letters of a script that has cases are lower-case.
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Labels that are the same in every language. */
const SAME = new Set(["yaml", "json", "csv"]);

const options = commands.all.flatMap((c) => Object.entries(c.options));

/** What there is to translate. */
const ENGLISH: Readonly<Record<keyof Locale, ReadonlySet<string>>> = {
  commands: new Set([...GROUPS, ...commands.all.map((c) => c.path.join(" "))]),
  messages: new Set(MESSAGE_COMMANDS.map((m) => m.name)),
  options: new Set(options.map(([name]) => name)),
  abouts: new Set(options.map(([, option]) => option.about)),
  choices: new Set(options.flatMap(([, o]) => (o.choices ?? []).map((c) => c.label)).filter((l) => !SAME.has(l))),
};
const PARTS = ["commands", "messages", "options", "abouts", "choices"] as const;

describe.each(Object.entries(LOCALES))("in %s", (_, locale) => {
  it.each(PARTS)("translates all %s, and nothing that is no more", (part) => {
    expect([...ENGLISH[part]].filter((english) => !Object.hasOwn(locale[part], english))).toEqual([]);
    expect(Object.keys(locale[part]).filter((english) => !ENGLISH[part].has(english))).toEqual([]);
  });

  it("keeps Discord's rules for names and the desk's 60 characters for descriptions", () => {
    const words = Object.values(locale.commands);
    const names = [...words.map(([name]) => name), ...Object.values(locale.options)];
    expect(names.filter((n) => !NAME.test(n) || n !== n.toLowerCase())).toEqual([]);
    const abouts = [...words.map(([, about]) => about), ...Object.values(locale.abouts)];
    expect(abouts.filter((a) => a.trim() === "" || a.length > 60)).toEqual([]);
    const labels = Object.values(locale.choices);
    expect(labels.filter((l) => l.trim() === "" || l.length > 100)).toEqual([]);
    const messages = Object.values(locale.messages);
    expect(messages.filter((m) => m.trim() === "" || m.length > 32)).toEqual([]);
    const all = [...names, ...abouts, ...labels, ...messages];
    expect(all.filter((text) => text !== text.normalize("NFC"))).toEqual([]);
  });

  it("names nothing like what stands beside it, in its language or in English", () => {
    expect(clashes(GROUPS, (g) => locale.commands[g]?.[0])).toEqual([]);
    for (const group of GROUPS) {
      const names = commands.group(group).map((c) => c.path[1]);
      expect(clashes(names, (n) => locale.commands[`${group} ${n}`]?.[0])).toEqual([]);
    }
    for (const command of commands.all) {
      expect(clashes(Object.keys(command.options), (n) => locale.options[n])).toEqual([]);
      for (const option of Object.values(command.options))
        expect(
          clashes(
            (option.choices ?? []).map((c) => c.label),
            (l) => locale.choices[l],
          ),
        ).toEqual([]);
    }
  });
});

it("registers a choice with its label in each language and its English value", () => {
  const facts = commandData(commands).find((data) => data.name === "facts");
  const add = objects(object(facts).options).find((command) => command.name === "add");
  const slot = objects(add?.options).find((option) => option.name === "slot");
  expect(slot).toMatchObject({ name_localizations: { tr: "olgu-türü", ru: "вид-факта" } });
  expect(slot?.choices).toContainEqual({
    name: "grievance",
    value: "grievance",
    name_localizations: { tr: "şikâyet", ru: "претензия" },
  });
});

/** docs: Application Commands, limits: 8,000 characters of names, descriptions and values, the longest language of each. */
it("keeps each command below 8,000 characters with all its languages", () => {
  const sizes = commandData(commands).map((data) => ({ name: data.name, size: commandCharacters(object(data)) }));
  expect(sizes.filter(({ size }) => size >= 8000)).toEqual([]);
});

/** Siblings whose name is another's too, in the language or in English. */
function clashes(english: readonly string[], translate: (name: string) => string | undefined): readonly string[] {
  return english.filter((name) => {
    const own = translate(name) ?? name;
    return english.some((other) => other !== name && (other === own || (translate(other) ?? other) === own));
  });
}
