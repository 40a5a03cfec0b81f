import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { commandData } from "#platforms/discord/command-data.ts";
import { locales } from "#test/desk.ts";
import { commandCharacters } from "#test/standins/discord/limits/command-text.ts";
import { object, objects } from "#test/standins/discord/json.ts";

const registered = (group: string, from = locales) =>
  object(commandData(commands, from).find((data) => data.name === group));
const part = (of: unknown, name: string) => objects(object(of).options).find((one) => one.name === name);

it("registers groups, commands and options in each language", () => {
  const talks = registered("talks");
  expect(talks).toMatchObject({ name_localizations: { tr: "görüşmeler", ru: "переговоры" } });
  const led = part(talks, "who-led");
  expect(led).toMatchObject({
    name_localizations: { tr: "kim-yönetti", ru: "кто-возглавил" },
    description_localizations: { ru: "Кто возглавил делегации и кто об этом сообщает" },
  });
  // Its own words where it says something else than the others, theirs where it says the same.
  expect(part(led, "side")).toMatchObject({
    name_localizations: { ru: "сторона" },
    description_localizations: { ru: "Только одна сторона" },
  });
  expect(part(led, "public")).toMatchObject({ description_localizations: { ru: "Показать ответ всем в канале" } });
});

it("registers the message commands in each language", () => {
  expect(registered("Check this quote")).toMatchObject({ name_localizations: { tr: "Bu alıntıyı denetle" } });
});

it("registers a choice with its label in each language and its English value", () => {
  const slot = part(part(registered("facts"), "add"), "slot");
  expect(slot).toMatchObject({ name_localizations: { tr: "olgu-türü", ru: "вид-факта" } });
  const what = part(part(registered("desk"), "add"), "what");
  expect(what?.choices).toContainEqual({
    name: "party",
    value: "party",
    name_localizations: { tr: "taraf", ru: "сторона" },
  });
});

it("leaves English what a language does not say, and out what Discord has no language for", () => {
  const words = {
    groups: {},
    messages: {},
    slots: {},
    options: {},
    commands: { "talks where": { name: "où", about: "Où" } },
  };
  const talks = registered("talks", [
    { language: "fr", words },
    { language: "xx", words },
  ]);
  expect(talks).toMatchObject({ name_localizations: {}, description_localizations: {} });
  expect(part(talks, "where")).toMatchObject({
    name_localizations: { fr: "où" },
    description_localizations: { fr: "Où" },
  });
  expect(part(talks, "when")).toMatchObject({ name_localizations: {} });
});

/**
 * docs: Application Commands, limits: 8,000 characters of names, descriptions and values, the longest language of each.
 */
it("keeps each command below 8,000 characters with all its languages", () => {
  const sizes = commandData(commands, locales).map((data) => ({
    name: data.name,
    size: commandCharacters(object(data)),
  }));
  expect(sizes.filter(({ size }) => size >= 8000)).toEqual([]);
});
