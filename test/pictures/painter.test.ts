import { expect, it } from "vitest";
import type { Picture } from "#core/reply/reply.ts";
import { Painter } from "#src/pictures/painter.ts";
import { say } from "#test/desk.ts";

const pictureOf = async (line: string) => {
  const found = (await say(line)).reply.blocks.find((block) => block.kind === "picture");
  if (found?.kind !== "picture") throw new Error("no picture");
  return found;
};
const CHINESE: Picture = {
  form: "columns",
  title: "会谈",
  head: ["a", "b"],
  rows: [[[{ text: "一" }], [{ text: "二" }]]],
};
const PATIENT = { soon: 60_000, late: 60_000 };

it.each(["timeline", "compare"])("paints %s as a PNG of bounded size, once", async (line) => {
  const painter = new Painter(PATIENT);
  const { picture } = await pictureOf(line);
  const png = Buffer.from((await painter.paint(picture)) ?? []);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(1120);
  expect(png.readUInt32BE(20)).toBeLessThanOrEqual(2400);
  expect(png.length).toBeLessThan(1_000_000);
  expect(await painter.paint(picture)).toBe(await painter.paint(picture));
});

it("paints nothing where its font lacks a letter, and nothing that is not there in time", async () => {
  expect(await new Painter(PATIENT).paint(CHINESE)).toBeUndefined();
  const hasty = new Painter({ soon: 0, late: 60_000 });
  const { picture } = await pictureOf("timeline");
  expect(await hasty.paint(picture)).toBeUndefined();
  // It is drawn all the same, once.
  expect(await hasty.paint(picture, "late")).toBeInstanceOf(Uint8Array);
  expect(await hasty.paint(picture, "late")).toBe(await hasty.paint(picture, "late"));
});

it("says in words what a picture shows, in at most 1,000 characters, without ids", async () => {
  const { alt, picture } = await pictureOf("timeline");
  expect(alt).toContain("When; As told: 27 February 2025 [Meduza, note 1");
  expect(alt.length).toBeLessThanOrEqual(1000);
  expect(JSON.stringify(picture)).not.toMatch(/feb-|apr-/u);
});
