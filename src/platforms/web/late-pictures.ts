import type { Paint } from "#core/chat/paint.ts";
import type { Picture } from "#core/reply/reply.ts";

/** Draws the pictures of a message, and knows those that its words did not wait for. */
export class LatePictures {
  readonly #paint: Paint;
  readonly #late: Picture[] = [];

  constructor(paint: Paint) {
    this.#paint = paint;
  }

  readonly paint: Paint = async (picture) => {
    const png = await this.#paint(picture);
    if (png === undefined) this.#late.push(picture);
    return png;
  };

  /** Waits for them; whether there is any now that was not there. */
  async come(): Promise<boolean> {
    const drawn = await Promise.all(this.#late.splice(0).map((picture) => this.#paint(picture, "late")));
    return drawn.some((png) => png !== undefined);
  }
}
