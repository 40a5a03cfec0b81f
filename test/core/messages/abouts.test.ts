import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { ABOUTS } from "#core/messages/english/abouts.ts";

it("has the line of every command for everyone, as the command itself has it", () => {
  const lines = Object.fromEntries(
    commands.group("talks").map(({ path: [, name], about }) => [`about.${name}`, about]),
  );
  expect(ABOUTS).toEqual(lines);
});
