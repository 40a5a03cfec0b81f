import { expect, it } from "vitest";
import type { Paint } from "#core/chat/paint.ts";
import { LatePictures } from "#platforms/web/late-pictures.ts";

const picture = { form: "columns", title: "T", head: ["a"], rows: [] } as const;
const png = new Uint8Array([1]);

it.each<readonly [string, Paint, boolean]>([
  ["comes late", async (_, patience) => (patience === "late" ? png : undefined), true],
  ["is there at once", async () => png, false],
  ["cannot be drawn", async () => undefined, false],
])("knows whether a message is to be drawn again, with a picture that %s", async (_, paint, again) => {
  const pictures = new LatePictures(paint);
  await pictures.paint(picture);
  expect(await pictures.come()).toBe(again);
  expect(await pictures.come()).toBe(false);
});
