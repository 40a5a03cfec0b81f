import type { Snapshot } from "#core/desk/desk.ts";
import { decide } from "#core/lookup/decide.ts";
import type { Miss } from "#core/desk/store.ts";

/** Misses that nothing answers still, at most `most`, and how many of those before them the desk answers by now. */
export function unanswered(
  all: readonly Miss[],
  { view, beneath, own }: Pick<Snapshot, "view" | "beneath" | "own">,
  most: number,
): { readonly open: readonly Miss[]; readonly answered: number } {
  const open: Miss[] = [];
  let answered = 0;
  for (const miss of all) {
    if (open.length === most) break;
    // Only what the desk's own changes answer: what a command missed is told in words that the library may seem to
    // answer.
    const learned =
      own.version > 0 &&
      decide(miss.question, view).kind === "answer" &&
      decide(miss.question, beneath).kind !== "answer";
    if (learned) answered += 1;
    else open.push(miss);
  }
  return { open, answered };
}
