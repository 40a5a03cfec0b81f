import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { SLOTS } from "#core/slots/index.ts";
import type { Line } from "./line.ts";
import { slotOf } from "./slot-of.ts";

/** What programs and people write where a cell holds nothing: SQL, pandas, R, spreadsheets. None of it is a value. */
const NOTHING = /^(?:null|\(null\)|\\N|n\/a\.?|<na>|nan|nil|[-–—]{1,3})$/iu;
// A word in small letters, or somebody's name in others.
const NOTHING_AS_WRITTEN = new Set(["NA", "None", "NONE"]);

/** Words with a ' before them where an import would take them for nothing, and before another ' that stands there. */
export function meantAsWords(words: string): string {
  return saysNothing(words.replace(/^'+/u, "")) ? `'${words}` : words;
}

/** A column of which cells hold a word for nothing; `lines`: which, `word`: the first of them. */
export interface Placeholder {
  readonly column: string;
  readonly word: string;
  readonly lines: readonly string[];
}

/**
 * Lines without the cells that say in a word that they hold nothing, and which those are. One that a claim must have is
 * a problem of its line. What an export marked as words is read as those.
 */
export function withoutPlaceholders(
  lines: readonly Line[],
  at: Told,
): {
  readonly lines: readonly Line[];
  readonly placeholders: readonly Placeholder[];
} {
  const found = new Map<string, { word: string; lines: string[] }>();
  const read = lines.map((line) => {
    const nothing = [...line.cells].filter(([, words]) => saysNothing(words));
    const must = nothing.find(([name]) => mustSay(line, name));
    const left = new Set(nothing.flatMap(([name]) => (name === must?.[0] ? [] : [name])));
    for (const [name, word] of nothing) {
      if (!left.has(name)) continue;
      const told = found.get(name) ?? { word: word.trim(), lines: [] };
      told.lines.push(line.where);
      found.set(name, told);
    }
    const cells = new Map(
      [...line.cells].flatMap(([name, words]) => (left.has(name) ? [] : [[name, unmarked(words)]])),
    );
    if (must === undefined || line.problem !== undefined) return { ...line, cells };
    const problem = tell(at, "wrong.nothing", { name: must[0], typed: must[1].trim() });
    return { ...line, cells, problem };
  });
  return { lines: read, placeholders: [...found].map(([column, told]) => ({ column, ...told })) };
}

function saysNothing(words: string): boolean {
  const word = words.trim();
  return NOTHING.test(word) || NOTHING_AS_WRITTEN.has(word);
}

function unmarked(words: string): string {
  return words.startsWith("'") && saysNothing(words.replace(/^'+/u, "")) ? words.slice(1) : words;
}

function mustSay({ cells }: Line, column: string): boolean {
  // A slot that is not shipped may be the desk's own.
  const slot = slotOf(cells.get("slot") ?? "") ?? "own";
  return SLOTS[slot].fields[column]?.required === true;
}
