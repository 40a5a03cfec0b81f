import { tell } from "#core/messages/tell.ts";
import type { Picture, Run } from "#core/reply/reply.ts";
import { columns } from "./columns.ts";
import type { Letters } from "./font.ts";
import { INK, box, heightOf, lines, svg } from "./svg.ts";
import { timeline } from "./timeline.ts";
import { wrapped } from "./wrap.ts";

/** Both platforms show a picture of a message at some 550 points; a phone at 250. */
export const WIDTH = 560;
const MARGIN = 24;
/** Higher than this, nobody sees on one screen what it shows. */
const HEIGHT_MAX = 1200;
const TITLE = { size: 20, lines: 2 };
const END = 13;

/**
 * A picture as SVG, of bounded height: rows beyond it are counted. Undefined where the font lacks a letter of it. Its
 * language is read already.
 */
export function drawing(picture: Picture, letters: Letters): string | undefined {
  const { title, head, rows } = picture;
  const said = [title, ...head, ...rows.flat(2).map(({ text }) => text)].join(" ").replace(/\s+/gu, " ");
  if (!letters.covers(said)) return undefined;
  const room = { left: MARGIN, width: WIDTH - 2 * MARGIN };
  const name = wrapped([{ text: title, as: "strong" }], { ...TITLE, width: room.width }, letters);
  const start = MARGIN + heightOf(name.length, TITLE.size) + 10;
  const all = picture.form === "timeline" ? timeline(picture, room, letters) : columns(picture, room, letters);
  let top = start;
  const drawn: string[] = [];
  for (const row of all) {
    if (top + row.height > HEIGHT_MAX - MARGIN - END * 2) break;
    drawn.push(row.at(top));
    top += row.height;
  }
  const left = all.length - drawn.length;
  const words: Run = { text: left === 0 ? "" : tell(picture, "picture.more", { n: left }), as: "dim" };
  const end = left === 0 ? "" : lines([[words]], MARGIN, top + 4, END);
  const height = top + (left === 0 ? 0 : END * 2) + MARGIN;
  const accent = box(0, 0, 6, height, INK.accent);
  return svg(WIDTH, height, `${accent}${lines(name, MARGIN, MARGIN - 4, TITLE.size)}${drawn.join("")}${end}`);
}
