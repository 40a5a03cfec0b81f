import type { Picture, Run } from "#core/reply/reply.ts";
import type { Letters } from "./font.ts";
import { INK, box, heightOf, lines, type Across, type Drawn } from "./svg.ts";
import { cited } from "./wrap.ts";

const SIZE = 15;
const PAD = 6;
/** More would make the picture so high that a phone, and Discord, show it too small to read. */
const LINES_MAX = 4;
const LABEL = 0.19;

/** A row for the names of the columns, then one for each row, every other one on a band. */
export function columns({ head, rows }: Picture, { left, width }: Across, letters: Letters): readonly Drawn[] {
  const count = Math.max(1, head.length - 1);
  const label = Math.floor(width * LABEL);
  const each = Math.floor((width - label) / count);
  const edges = head.map((_, i) =>
    i === 0 ? { x: left, width: label } : { x: left + label + (i - 1) * each, width: each },
  );
  const named = head.map((name): readonly Run[] => [{ text: name, as: "strong" }]);
  return [named, ...rows].map((row, nth) => {
    const cells = edges.map((edge, i) =>
      cited(row[i] ?? [], { width: edge.width - 2 * PAD, size: SIZE, lines: LINES_MAX }, letters),
    );
    const height = heightOf(Math.max(1, ...cells.map(({ length }) => length)), SIZE) + 2 * PAD;
    return {
      height,
      at: (top) => {
        const words = cells.map((cell, i) => lines(cell, (edges[i]?.x ?? left) + PAD, top + PAD - 3, SIZE)).join("");
        const ground = nth % 2 === 0 ? "" : box(left, top, width, height, INK.band);
        const rule = nth === 0 ? box(left, top + height - 1, width, 1, INK.rule) : "";
        return `${ground}${rule}${words}`;
      },
    };
  });
}
