import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { refused, told } from "#test/desk.ts";
import { newSeat, rea } from "#test/moderation.ts";

it("lists every command that a reader may use", async () => {
  const text = await told("help");
  for (const c of commands.all.filter((c) => c.tier === "reader")) expect(text).toContain(`${c.path[1]}  ${c.about}`);
});

it.each(commands.all.filter((c) => c.tier === "reader").map((c) => c.path.join(" ")))(
  "shows %s whole, with every option",
  async (path) => {
    const command = commands.find(path.split(" "));
    const text = await told(`help ${path}`);
    for (const [name, option] of Object.entries(command?.options ?? {})) {
      expect(text).toContain(`${name}: ${option.about}`);
    }
  },
);

it("shows the values that an option takes, and which option is needed", async () => {
  expect(await told("help properties")).toContain("estate, consulate, trade mission, property");
  expect(await told("help who")).toContain("The person, in any spelling (needed)");
});

it.each(["help who led", "help /talks who-led", "help WHO-LED"])("understands %s", async (line) => {
  expect(await told(line)).toContain("For example: /talks who-led side:Russia");
});

it("offers the nearest command for one that there is not", async () => {
  const refusal = await refused("help who-lead");
  expect(refusal.message).toBe('There is no command "who-lead".');
  expect(refusal.hint).toContain("/talks who-led");
  expect(refusal.buttons[0]?.call).toMatchObject({ values: { command: "talks who-led" } });
});

it.each(["help facts talks add", "help talks add", "help /talks facts talks add", "help desk talks-add"])(
  "knows what is done to names as one types it: %s",
  async (line) => {
    expect(await told(line)).toContain("Add a round of talks, with its negotiation and parties where they are new.");
  },
);

it.each(["facts help", "/facts help", "talks facts help", "help facts", "facts"])(
  "tells a group's commands: %s",
  async (line) => {
    const seat = await newSeat();
    const text = await seat.told(line);
    expect(text).toContain("Add a fact with its source");
    expect(text).not.toContain("Subscribe a channel");
    expect((await seat.refused(line, rea)).message).toBe("/facts is for moderators. You are a reader here.");
  },
);
