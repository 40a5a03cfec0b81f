import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadLibrary } from "#src/library/load-library.ts";
import { BadLibrary, printed } from "#src/library/mistake.ts";
import { DATA } from "#test/desk.ts";
import { testFolder } from "#test/folder.ts";

/** A copy of the shipped data with some files changed: a text instead, or what an edit makes of the shipped text. */
export function dataWith(changes: Readonly<Record<string, string | ((text: string) => string)>>): string {
  const folder = testFolder();
  cpSync(DATA, folder, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof change === "string" ? change : change(readFileSync(path, "utf8")));
  }
  return folder;
}

/** The mistakes that loading names, as `file:line field: message`; empty where it loads. */
export function mislineIn(folder: string, coverage?: string): readonly string[] {
  try {
    loadLibrary(folder, coverage);
    return [];
  } catch (error) {
    if (error instanceof BadLibrary) return error.mistakes.map(printed);
    throw error;
  }
}

/** An edit that must change something, so that a test of a mistake cannot pass without one. */
export function swap(from: string, to: string): (text: string) => string {
  return (text) => {
    if (!text.includes(from)) throw new Error(`not in the file: ${from}`);
    return text.replace(from, to);
  };
}

/** The line, from 1, on which these words first stand in a shipped data file. */
export function lineOf(file: string, words: string): number {
  const text = readFileSync(join(DATA, file), "utf8");
  return text.slice(0, text.indexOf(words)).split("\n").length;
}
