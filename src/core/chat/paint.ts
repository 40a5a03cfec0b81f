import type { Picture } from "#core/reply/reply.ts";

/** How long to wait for a picture: `soon` where words wait for it, `late` where nobody does. */
export type Patience = "soon" | "late";
/** How a picture is drawn: `Host.paint`. */
export type Paint = (picture: Picture, patience?: Patience) => Promise<Uint8Array | undefined>;

/** The same for words that nobody waits for. */
export function patient(paint: Paint | undefined): Paint | undefined {
  return paint === undefined ? undefined : (picture) => paint(picture, "late");
}
