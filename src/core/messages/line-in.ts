import { PICKED } from "./english/picked.ts";
import { ASKS } from "./english/asks.ts";
import { DOES } from "./english/does.ts";
import { WHYS } from "./english/whys.ts";
import { lazy } from "#core/text/lazy.ts";
import { FORMS } from "./english/forms.ts";
import { TAKES } from "./english/takes.ts";
import { tell } from "./tell.ts";
import type { Told } from "./tongue.ts";

/** Lines of commands, of their options and of slots, which are said where those are defined. */
const LINES = { ...TAKES, ...FORMS, ...DOES, ...ASKS, ...PICKED } as const;

/** Such a line by its English words: in the language, where that has it. */
export function lineIn(at: Told, english: string): string {
  const id = at.tongue === undefined ? undefined : ids().get(english);
  return id === undefined ? english : tell(at, id);
}

/**
 * Why something failed, as it was kept in English words of Talks' own: whole, or what stands before a colon. What is
 * not known by its words, as what a platform said, stays as it is.
 */
export function whyIn(at: Told, english: string): string {
  if (at.tongue === undefined) return english;
  const [, said = "", stop = ""] = /^(.*?)(\.?)\s*$/su.exec(english) ?? [];
  for (let end = said.length; end > 0; end = said.lastIndexOf(": ", end - 1)) {
    const id = whys().get(said.slice(0, end));
    if (id !== undefined)
      return `${tell(at, id)}${end < said.length ? `: ${whyIn(at, said.slice(end + 2))}` : ""}${stop}`;
  }
  return english;
}

/** Such words as a clause within a sentence: without the stop that they end with. */
export function clauseIn(at: Told, english: string): string {
  return whyIn(at, english).replace(/[.\s]+$/u, "");
}

const whys = lazy(
  (): ReadonlyMap<string, keyof typeof WHYS> =>
    new Map(Object.entries(WHYS).map(([id, words]) => [words, id as keyof typeof WHYS])),
);

const ids = lazy(
  (): ReadonlyMap<string, keyof typeof LINES> =>
    new Map(Object.entries(LINES).map(([id, line]) => [line, id as keyof typeof LINES])),
);
