import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

const row = z.object({
  id: z.string(),
  subject: z.string().default(""),
  label: z.string().default(""),
  text: z.string(),
  aliases: z.array(z.string()).default([]),
  tags: z.array(z.string()).default([]),
  article: z.string().default(""),
});
export type BenchRow = z.output<typeof row>;

export const WAYS = ["clean", "light", "heavy", "keywords", "keywords mistyped"] as const;
export type Way = (typeof WAYS)[number];

const question = z
  .object({
    id: z.string(),
    set: z.string().default(""),
    article: z.string().default(""),
    q: z.string(),
    light: z.string().optional(),
    heavy: z.string().optional(),
    kw: z.string().optional(),
    kwTypo: z.string().optional(),
    gold: z.array(z.string()).default([]),
    type: z.enum(["answerable", "near", "off-topic"]),
  })
  .transform(({ q, light, heavy, kw, kwTypo, ...rest }) => ({
    ...rest,
    ways: { clean: q, light, heavy, keywords: kw, "keywords mistyped": kwTypo } satisfies Record<Way, unknown>,
  }));
export type Question = z.output<typeof question>;

/** JSON lines, plain or gzipped. */
function lines(file: string): readonly unknown[] {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
  return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line) as unknown]));
}

export function readRows(file: string): readonly BenchRow[] {
  return lines(file).map((line) => row.parse(line));
}

export function readQuestions(file: string): readonly Question[] {
  return lines(file).map((line) => question.parse(line));
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A shuffle that is the same for the same seed: no engine may gain from the order of rows. */
export function shuffled<T>(all: readonly T[], seed: number): readonly T[] {
  const copy = [...all];
  const random = seeded(seed);
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [copy[i], copy[j]];
    if (a !== undefined && b !== undefined) [copy[i], copy[j]] = [b, a];
  }
  return copy;
}
