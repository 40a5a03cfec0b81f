import type { View } from "#core/facts/view.ts";
import { memoised } from "#core/text/lazy.ts";
import type { Answer, Context } from "./command.ts";

/** So many replies are kept in all, whatever desks they are of: what is asked is mostly what was just asked. */
const KEPT = 100;

const kept = new Map<string, Answer>();
let views = 0;
// A desk that changed has another view.
const numbered = memoised((_: View): number => (views += 1));

/**
 * The reply of a command that `repeats`: the one that was given to the same call on the same view, where that is kept.
 * Whether it is shown to everyone is not its matter.
 */
export async function toldAgain(
  { raw, view, focus }: Pick<Context, "raw" | "view" | "focus">,
  tell: () => Promise<Answer>,
): Promise<Answer> {
  const { public: _, ...values } = raw.values;
  const key = JSON.stringify([numbered(view), raw.path, values, focus ?? ""]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const given = await tell();
  // A refusal is also noted, as a question without an answer.
  if (given.kind !== "reply") return given;
  const [oldest] = kept.keys();
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, given);
  return given;
}
