import { doerUnsaid, HELPS } from "./asked-doer.ts";
import { presenceUnsaid } from "./asked-presence.ts";
import { asksWhichCountries, countriesThere } from "./countries-there.ts";
import { isThing } from "./asking-words.ts";
import { numberOf } from "./calendar-words.ts";
import { isVerbal } from "./english.ts";
import { isFrame } from "./frame-words.ts";
import type { Question, Word } from "./question.ts";
import { saysLike } from "./says-like.ts";
import { hasOfSort } from "./sorts-of-things.ts";
import type { Weighed } from "./weighed.ts";

/** The thing, the doer or the presence that a question asks about, where the fact has none of that. */
export function otherThing(weighed: Weighed, question: Question): readonly string[] {
  return [
    ...thingUnsaid(weighed, question),
    ...ownerUnsaid(weighed, question),
    ...doerUnsaid(weighed, question),
    ...partUnsaid(weighed, question),
    ...presenceUnsaid(weighed, question),
  ];
}

// What the sentence around it makes clear, or what any fact of the right kind has.
const ANY =
  /^(?:countr(?:y|ies)|cit(?:y|ies)|towns?|places?|people|persons?|officials?|ministers?|men|women|sides?|part(?:y|ies)|outlets?|sources?|newspapers?|paper|days?|dates?|times?|years?|months?|hours?|types?|sorts?|kinds?|languages?|reasons?|results?|roles?|names?|numbers?|steps?|topics?|issues?|subjects?|demands?|conditions?|terms|regions?|areas?|organi[sz]ations?|agenc(?:y|ies)|percentage|share|else)$/u;

function isOwn({ at, text }: Word, { fact }: Weighed, { slots }: Question): boolean {
  const asking = slots.find((s) => s.slot === fact.slot)?.at;
  return asking?.has(at) === true && (fact.slot === "property" || !isThing(text));
}

/** "which documents were signed": a fact about no document says nothing of them. */
function thingUnsaid(weighed: Weighed, question: Question): readonly string[] {
  const { tokens, words } = question;
  const wh = tokens.findIndex((t) => t.text === "what" || t.text === "which");
  const end = tokens.findIndex((t, i) => i > wh + 1 && HELPS.test(t.text));
  if (wh < 0 || end < 0 || end > wh + 3 || HELPS.test(tokens[wh + 1]?.text ?? "")) return [];
  const thing = words.findLast((w) => w.at > wh && w.at < end);
  if (thing === undefined || thing.at !== end - 1 || ANY.test(thing.text) || isFrame(thing.text)) return [];
  const isSaid = weighed.typed.has(thing) || saysLike(weighed.fact, thing.text) || hasOfSort(thing.text, weighed.fact);
  const isThere = asksWhichCountries(question) && countriesThere(weighed.fact);
  return isSaid || isThere || isOwn(thing, weighed, question) ? [] : [thing.typed];
}

/** "whose idea was it": the fact must speak of an idea. */
function ownerUnsaid({ fact }: Weighed, { tokens, words }: Question): readonly string[] {
  const at = tokens.findIndex((t) => t.text === "whose");
  const thing = words.find((w) => at >= 0 && w.at === at + 1);
  return thing === undefined || isFrame(thing.text) || saysLike(fact, thing.text) ? [] : [thing.typed];
}

/** What is asked yes or no of something that no fact has, however common a word it is: "were women on the team". */
function partUnsaid(weighed: Weighed, question: Question): readonly string[] {
  if (question.form !== "yes-no") return [];
  return question.words.flatMap((w) => {
    const isNoun =
      !isVerbal(w.text) && !/ly$|^(?:any|some|every|no)|ing$/u.test(w.text) && numberOf(w.text) === undefined;
    const isUnsaid = w.terms.length === 0 && !w.telling && !isFrame(w.text) && !CLOSED.test(w.text);
    return isNoun && isUnsaid && !isOwn(w, weighed, question) ? [w.typed] : [];
  });
}

const CLOSED =
  /^(?:past|per|home|back|part|lot|bit|same|true|both|own|side|place|time|way|end|turn|chance|idea|now|today|currently|still|yet|anymore|afterwards|later|already)$/u;
