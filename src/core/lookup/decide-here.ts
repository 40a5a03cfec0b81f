import { plainView, rounds, type View } from "#core/facts/view.ts";
import { decideIn, decideRead, type Decided, type Decision } from "./decide.ts";
import { layersOf, type FactLayers } from "./desk-index.ts";
import { readQuestion, readRoundsApart, type Question } from "./question.ts";
import { talksIds, weighed } from "./weigh.ts";
import type { Weighed } from "./weighed.ts";

/** What a question is about before its words are read: a chosen round or negotiation, and what is meant by default. */
export interface Meant {
  readonly talks?: string | undefined;
  readonly focus?: string | undefined;
}

interface Answering extends Decided {
  readonly negotiation: string;
  readonly whole: Weighed;
  /** It has no such round, and speaks of one. */
  readonly speaks?: true;
}

// Of more negotiations than this, only the newest are asked one by one.
const ASKED_MAX = 12;
// A negotiation whose answer is this much less likely does not answer alike.
const ALIKE = 0.4;

/**
 * Decides a question. Each negotiation is asked for itself, so that what is held of one hides nothing of another.
 * `others` then has those that answer as well. What a channel means by default answers where it can, unless the words
 * name other talks.
 */
export function decideHere(asked: string, told: View, { talks, focus }: Meant): Decision {
  const view = plainView(told);
  const layers = layersOf(view);
  const question = readQuestion(asked, view, layers);
  const named = talksIds(question, view);
  if (talks !== undefined) return ofChosen(asked, view, talks, named);
  const held = [...new Set(rounds(view).map((t) => t.negotiation))].toReversed();
  const everywhere = decideIn(asked, view);
  const { whole } = everywhere;
  if (held.length < 2 || whole === undefined) return everywhere.decision;
  const asking = [...new Set([focus, ofNegotiation(whole, view), ...held.slice(0, ASKED_MAX)])];
  const isAlike = (one: Weighed, best: Weighed): boolean => fitsAlike(one, best, question);
  const answering = asking.flatMap((negotiation): readonly Answering[] => {
    if (negotiation === undefined) return [];
    const own = rounds(view, negotiation).map(({ id }) => id);
    const kept = own.filter((id) => named?.has(id) !== false);
    if (kept.length === 0)
      return byWord(asked, view, layers, new Set(own)).map((one) => ({ ...one, negotiation, speaks: true }));
    const within = new Set(kept);
    const found = weighed(question, view, layers, within);
    if (negotiation !== focus && !found.some((w) => isAlike(w, whole))) return [];
    const decided = decideIn(asked, view, within, found);
    return decided.whole === undefined ? [] : [{ ...decided, whole: decided.whole, negotiation }];
  });
  const [best] = answering.toSorted(
    (a, b) =>
      Number(b.exact) - Number(a.exact) ||
      Number(a.speaks ?? false) - Number(b.speaks ?? false) ||
      b.whole.score - a.whole.score ||
      place(a, held) - place(b, held),
  );
  const chosen = answering.find((a) => a.negotiation === focus) ?? best;
  if (best === undefined || chosen?.decision.kind !== "answer") return everywhere.decision;
  const others = answering
    .filter(
      (a) =>
        a !== chosen && (a === best || (a.exact === best.exact && (a.speaks === true || isAlike(a.whole, best.whole)))),
    )
    .toSorted((a, b) => place(a, held) - place(b, held));
  return { ...chosen.decision, others: others.map((a) => a.negotiation) };
}

/**
 * What talks answer that have no such round, and speak of one: "was a third round agreed" of two, "what is planned for
 * May". Nothing where the question names whose talks it means.
 */
function byWord(
  asked: string,
  view: View,
  layers: FactLayers,
  within: ReadonlySet<string>,
): readonly (Decided & { readonly whole: Weighed })[] {
  const question = readRoundsApart(asked, view, layers);
  if (!/^(?:what|why|how|yes-no)$/u.test(question.form)) return [];
  if (question.names.length > 0 || question.talks.unheld.length === 0) return [];
  const { whole, ...decided } = decideRead(asked, question, view, within);
  return whole === undefined || decided.exact !== true ? [] : [{ ...decided, whole }];
}

/** Of one round, or of the rounds of one negotiation. */
function ofChosen(asked: string, view: View, id: string, named: ReadonlySet<string> | undefined): Decision {
  if (view.talks.get(id) !== undefined) return decideIn(asked, view, new Set([id])).decision;
  const own = new Set(rounds(view, id).map((t) => t.id));
  const kept = named === undefined ? own : own.intersection(named);
  if (kept.size > 0) return decideIn(asked, view, kept).decision;
  const [spoken] = byWord(asked, view, layersOf(view), own);
  return spoken?.decision ?? decideIn(asked, view, own).decision;
}

function ofNegotiation({ fact }: Weighed, view: View): string | undefined {
  return view.talks.get(fact.talks)?.negotiation;
}

function place({ negotiation }: Answering, held: readonly string[]): number {
  return held.indexOf(negotiation);
}

/**
 * Whether one fits about as well as the best: about as likely, or with all the words that it has. "did it last four
 * hours" asks as much of talks of another length.
 */
function fitsAlike({ score, has, fact }: Weighed, best: Weighed, { form }: Question): boolean {
  if (score > best.score - ALIKE) return true;
  if (form === "yes-no" && fact.slot === best.fact.slot) return true;
  return best.has.size > 0 && [...best.has].every((word) => has.has(word));
}
