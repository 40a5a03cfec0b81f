import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { readLine } from "#core/answer/line.ts";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { FIRST_ROUND, HELD, held, NOTHING } from "#test/first-round.ts";
import { talksInDiscord, type Running } from "./talks.ts";

type Actor = ReturnType<Running["discord"]["user"]>;
type Values = Readonly<Record<string, string>>;

/**
 * Does what a typed line does, by slash commands, forms and buttons; returns the answer and how many inputs it took.
 */
async function done(ada: Actor, line: string): Promise<{ readonly text: string; readonly inputs: number }> {
  const read = readLine(line, commands);
  if (!read.ok) throw new Error(line);
  const { path, values } = read.value;
  const command = commands.find(path);
  const [, kind] = /^(\w+)-add$/u.exec(path[1] ?? "") ?? [];
  if (kind !== undefined) {
    const form = await ada.slash("desk add", { what: kind }).modal();
    return { text: (await ada.submitModal(form, values).reply()).text, inputs: 2 };
  }
  const known = Object.keys(values).every((name) => Object.hasOwn(command?.options ?? {}, name));
  // The words of a line each end with a line break.
  const says = values["says"] === undefined ? {} : { says: values["says"].replaceAll(/([^\n]+)\n?/gu, '"$1" ') };
  if (known) return { text: (await ada.slash(path.join(" "), { ...values, ...says }).reply()).text, inputs: 1 };
  return inForm(ada, values);
}

/** A fact with more than its kind needs: a form asks for that. */
async function inForm(ada: Actor, { slot = "", says = "", ...more }: Values) {
  const [first = "", ...words] = says.split("\n").filter((word) => word !== "");
  const main = slot === "movement" ? { act: words.join(" ") } : { person: words.join(" ") };
  const all: Values = { side: first, ...main, ...more };
  let form = await ada.slash("facts add", { slot }).modal();
  for (let inputs = 2; ; inputs += 2) {
    const here = Object.keys(form.values);
    const given = Object.fromEntries(Object.entries(all).filter(([name]) => here.includes(name)));
    const shown = await ada.submitModal(form, given).reply();
    const left = Object.keys(all).some((name) => shown.buttons.length > 0 && !here.includes(name));
    const [on] = shown.buttons.flatMap(({ label }) => (label === "Continue" || label === "Send" ? [label] : []));
    if (on === undefined) return { text: shown.text, inputs };
    if (!left || !shown.buttons.some((b) => b.label === "Continue"))
      return { text: (await ada.click(shown, "Send").reply()).text, inputs: inputs + 1 };
    form = await ada.click(shown, "Continue").modal();
  }
}

it("brings in a first round by slash commands and forms in 46 inputs, and takes all of it back", async () => {
  const { discord, desks } = await talksInDiscord({ library: EMPTY_LIBRARY });
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  let inputs = 0;
  for (const line of FIRST_ROUND) {
    const { text, inputs: more } = await done(ada, line);
    expect([line, text]).toEqual([line, expect.stringMatching(/^#+ (?:Added|Joined|Set here)/u)]);
    inputs += more;
  }
  const id = ada.place.guild?.id ?? "";
  const desk = await desks.open({ platform: "discord", id });
  expect(held(await desk.view())).toEqual(HELD);
  expect(inputs).toBe(46);
  expect((await ada.slash("talks who-led", { side: "Iran" }).reply()).text).toContain("Abbas Araghchi");
  for (const line of FIRST_ROUND)
    expect([line, (await ada.slash("facts undo").reply()).text]).toEqual([line, expect.stringContaining("Taken back")]);
  expect(held(await desk.view())).toEqual(NOTHING);
});
