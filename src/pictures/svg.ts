import { FAMILY } from "./font.ts";
import { sizeOf, type Line } from "./wrap.ts";

/** Readable on the light and on the dark ground of both platforms: the picture brings a ground of its own. */
export const INK = {
  ground: "#ffffff",
  text: "#1d1f23",
  dim: "#5c616b",
  rule: "#d8dade",
  band: "#f2f3f5",
  accent: "#1f4f8f",
} as const;

/** A row as it is drawn from a top edge on. */
export interface Drawn {
  readonly height: number;
  at(top: number): string;
}

/** Where a row stands, in the unit of the picture. */
export interface Across {
  readonly left: number;
  readonly width: number;
}

/** So many times its size in letters is the distance of two lines. */
const LEADING = 1.36;

const ESCAPED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (c) => ESCAPED[c] ?? c);
}

/** Lines from a top edge on, each as its runs say. */
export function lines(all: readonly Line[], x: number, top: number, size: number): string {
  return all
    .map((line, i) => {
      const y = top + size + i * size * LEADING;
      const spans = line.map((run) => {
        const small = ` fill="${INK.dim}" font-size="${sizeOf(run, size).toFixed(1)}"`;
        const style = run.as === "strong" ? ' font-weight="700"' : run.as === "dim" ? small : "";
        return `<tspan${style}>${escaped(run.text)}</tspan>`;
      });
      return `<text x="${x}" y="${y.toFixed(1)}" font-size="${size}" xml:space="preserve">${spans.join("")}</text>`;
    })
    .join("");
}

export function heightOf(count: number, size: number): number {
  return count * size * LEADING;
}

export function box(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x}" y="${y.toFixed(1)}" width="${width}" height="${height.toFixed(1)}" fill="${fill}"/>`;
}

export function dot(x: number, y: number, radius: number): string {
  return `<circle cx="${x}" cy="${y.toFixed(1)}" r="${radius}" fill="${INK.accent}"/>`;
}

/** A whole picture. */
export function svg(width: number, height: number, inside: string): string {
  const size = `width="${width}" height="${Math.ceil(height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${FAMILY}" fill="${INK.text}">${box(0, 0, width, Math.ceil(height), INK.ground)}${inside}</svg>`;
}
