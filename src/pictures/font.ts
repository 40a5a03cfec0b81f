import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { create, type Font } from "fontkitten";

export const FAMILY = "Noto Sans";
export const FONT_FILES = ["Regular", "Bold"].map((weight) =>
  fileURLToPath(new URL(`./fonts/NotoSans-${weight}.ttf`, import.meta.url)),
);

/** The font that pictures are drawn with: what it can write, and how wide that is. */
export class Letters {
  readonly #regular: Font;
  readonly #bold: Font;

  private constructor(regular: Font, bold: Font) {
    this.#regular = regular;
    this.#bold = bold;
  }

  static async open(): Promise<Letters> {
    const [regular, bold] = await Promise.all(FONT_FILES.map(opened));
    if (regular === undefined || bold === undefined) throw new Error("a font is not there");
    return new Letters(regular, bold);
  }

  /** Whether each of its letters has a shape: what has none would be drawn as an empty box. */
  covers(text: string): boolean {
    return [...text].every((letter) => this.#regular.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
  }

  /** How wide a line is, in the unit of `size`, without kerning: what is drawn is seldom wider. */
  width(text: string, size: number, bold = false): number {
    const font = bold ? this.#bold : this.#regular;
    const units = [...text].reduce((sum, c) => sum + font.glyphForCodePoint(c.codePointAt(0) ?? 0).advanceWidth, 0);
    return (units * size) / font.unitsPerEm;
  }
}

async function opened(path: string): Promise<Font> {
  const font = create(await readFile(path));
  if (font.isCollection) throw new Error(`${path} is not one font`);
  return font;
}
