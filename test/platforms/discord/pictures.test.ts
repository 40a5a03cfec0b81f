import { expect, it } from "vitest";
import type { Paint } from "#core/chat/paint.ts";
import { Painter } from "#src/pictures/painter.ts";
import { talksInDiscord } from "./talks.ts";

const painter = new Painter({ soon: 60_000, late: 60_000 });
const paint: Paint = (picture) => painter.paint(picture);

it("shows a timeline's picture above its words in Discord, with its words as description", async () => {
  const { discord } = await talksInDiscord({ paint });
  const shown = await discord.user("ann").slash("talks timeline").reply();
  expect(shown.files.map((f) => f.name)).toEqual(["timeline.png"]);
  const gallery = JSON.stringify(shown.components);
  expect(gallery).toContain('"attachment://timeline.png"');
  expect(gallery).toContain('"description":"Timeline: First round');
  expect(shown.text).toContain("27 February 2025");
});

it("answers in Discord without a picture that is not drawn", async () => {
  const { discord } = await talksInDiscord({ paint: async () => undefined });
  const shown = await discord.user("ann").slash("talks compare").reply();
  expect(shown.files).toEqual([]);
  expect(shown.text).toContain("side by side");
});
