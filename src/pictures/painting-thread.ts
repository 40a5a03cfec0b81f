import { parentPort } from "node:worker_threads";
import { renderAsync } from "@resvg/resvg-js";
import type { Picture } from "#core/reply/reply.ts";
import { ready } from "#core/messages/ready.ts";
import { drawing, WIDTH } from "./drawing.ts";
import { FAMILY, FONT_FILES, Letters } from "./font.ts";

// Twice as sharp as a message is wide on a desktop.
const PIXELS = WIDTH * 2;

/** What the thread is told, and what it answers: no PNG where the picture cannot be drawn. */
export interface ToPaint {
  readonly id: number;
  readonly picture: Picture;
}
export interface Painted {
  readonly id: number;
  readonly png?: Uint8Array;
}

const letters = Letters.open();

async function painted({ id, picture }: ToPaint): Promise<Painted> {
  try {
    await ready(picture.tongue);
    const svg = drawing(picture, await letters);
    if (svg === undefined) return { id };
    const image = await renderAsync(svg, {
      font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: FAMILY },
      fitTo: { mode: "width", value: PIXELS },
    });
    return { id, png: new Uint8Array(image.asPng()) };
  } catch {
    return { id };
  }
}

parentPort?.on("message", (toPaint: ToPaint) => {
  void painted(toPaint).then((done) => parentPort?.postMessage(done));
});
