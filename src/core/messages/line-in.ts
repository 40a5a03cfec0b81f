import { lazy } from "#core/text/lazy.ts";
import { FORMS } from "./english/forms.ts";
import { TAKES } from "./english/takes.ts";
import { tell } from "./tell.ts";
import type { Told } from "./tongue.ts";

/** Lines of commands, of their options and of slots, which are said where those are defined. */
const LINES = { ...TAKES, ...FORMS } as const;

/** Such a line by its English words: in the language, where that has it. */
export function lineIn(at: Told, english: string): string {
  const id = at.tongue === undefined ? undefined : ids().get(english);
  return id === undefined ? english : tell(at, id);
}

const ids = lazy(
  (): ReadonlyMap<string, keyof typeof LINES> =>
    new Map(Object.entries(LINES).map(([id, line]) => [line, id as keyof typeof LINES])),
);
