import { lackingWords } from "./lacking-words.ts";
import type { Question, Word } from "./question.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { ASKED } from "./suffices.ts";
import type { Weighed } from "./weighed.ts";

// What a fact gains by a word or a name of the question that no fact before it has, and loses by one of its own kind.
const FRESH = 0.8;
const NAMED = 0.8;
const SAME = 0.4;
const KIND_MOST = 1;

/**
 * The facts nearest to a question without an answer, the likeliest first. Each next one is chosen for what the ones
 * before lack of the question: a fact of the kind that is asked for, then one about what it is asked of.
 */
export function nearestFacts(all: readonly Weighed[], question: Question, most: number): readonly Weighed[] {
  const pool = all.filter((w) => isNear(w, question));
  const chosen: Weighed[] = [];
  const covered = new Set<Word | string>();
  while (chosen.length < most && chosen.length < pool.length) {
    let best: { readonly weighed: Weighed; readonly gain: number } | undefined;
    for (const weighed of pool) {
      if (chosen.includes(weighed)) continue;
      const gain = gainOf(weighed, chosen, covered);
      if (best === undefined || gain > best.gain) best = { weighed, gain };
    }
    if (best === undefined) break;
    chosen.push(best.weighed);
    for (const word of best.weighed.has) covered.add(word);
    for (const id of best.weighed.named) covered.add(id);
  }
  return chosen;
}

function gainOf(weighed: Weighed, chosen: readonly Weighed[], covered: ReadonlySet<Word | string>): number {
  const { score, slot, has, named, fact } = weighed;
  // The likeliest comes first, whatever it lacks.
  if (chosen.length === 0) return score;
  // The kind that is asked for is there already, where the first is of it.
  let gain = score - Math.max(0, slot - KIND_MOST);
  for (const word of has) if (!covered.has(word)) gain += FRESH * word.rarity * (word.telling ? 1 : 0.3);
  for (const id of named) if (!covered.has(id)) gain += NAMED;
  return gain - SAME * chosen.filter((c) => c.fact.slot === fact.slot).length;
}

/** Whether a fact has something of a question: one word in common with something else is not near. */
function isNear(weighed: Weighed, question: Question): boolean {
  const { has, named, slot, fact } = weighed;
  const asking = question.slots.find((s) => s.slot === fact.slot);
  const parties = new Set(question.sides);
  const kind = slot >= ASKED ? (asking?.phrase.split(" ").length ?? 1) : 0;
  const names = [...named].filter((id) => !parties.has(id)).length;
  const found =
    [...has].filter((w) => w.telling && w.terms[0]?.weight === 1 && asking?.at.has(w.at) !== true).length +
    names +
    kind;
  // The talks that are named, or two words, be they any: enough to offer something by, where a sentence was asked.
  const some = has.size > 1 || (question.talks.ids !== undefined && has.size + slot > 0);
  const unknown = lackingWords(weighed, question).flatMap((w) => (w.terms.length === 0 ? [w.at] : []));
  // Words that stand together are one name.
  const lacks = unknown.filter((at) => !unknown.includes(at - 1)).length;
  const about = names + (question.talks.ids === undefined ? 0 : 1) + (parties.size > 0 && found > 0 ? 1 : 0);
  // Bare words with one that asks for a kind are often about something else: "football results tonight".
  const bare = !question.tokens.some((t) => STOP_WORDS.has(t.text));
  if (bare && found === kind) return found > 0 && about >= lacks;
  return (found > 0 || (some && !bare)) && found + about >= lacks;
}
