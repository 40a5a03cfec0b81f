import { expect, it } from "vitest";
import { servers } from "#test/servers.ts";

const newsroom = async () => (await servers()).server();

it.each([
  ["a vowel sign of Hindi", "दिन कुमार", "दान कुमार"],
  ["a tone of Thai", "มานี ใจดี", "ม่านี ใจดี"],
  ["й and и", "Николай Майоров", "Николаи Маиоров"],
])("never takes a name for one that differs by a mark, but asks: %s", async (_, held, typed) => {
  const server = await newsroom();
  const attended = (person: string, source: string): string =>
    `facts add attended talks:second side:us person:"${person}" source:"new: ${source}" paragraph:2`;
  await server.say(attended(`new: ${held}`, "Zed"));
  const asked = await server.say(attended(typed, "Yed"));
  expect(asked.refusal?.hint).toContain(`Type "${held} = ${typed}", or "new: ${typed}".`);
  expect((await server.press(asked, /^New person/u)).text).toContain("Source: Yed");
});

it.each([
  ["ё and е", "Алёна Семёнова", "Алена Семенова"],
  ["a mark of Latin", "José Pérez", "Jose Perez"],
])("takes a name without a mark that is often left out for the same: %s", async (_, held, typed) => {
  const server = await newsroom();
  const attended = (person: string, source: string): string =>
    `facts add attended talks:second side:us person:"${person}" source:"new: ${source}" paragraph:2`;
  await server.say(attended(`new: ${held}`, "Zed"));
  expect((await server.say(attended(typed, "Yed"))).text).toContain(`“${held}” (Zed); “${typed}” (Yed)`);
});
