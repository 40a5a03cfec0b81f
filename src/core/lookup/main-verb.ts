import { monthOf } from "./calendar-words.ts";
import { isVerbal } from "./english.ts";
import { LITTLE_WORDS } from "./little-words.ts";
import type { Question } from "./question.ts";
import { ROUND } from "./rounds-counted.ts";
import { STOP_WORDS } from "./stop-words.ts";

const HELPS =
  /^(?:did|does|do|will|would|can|could|should|has|have|had|was|were|is|are|be|been|being|didnt|wasnt|werent|isnt|arent)$/u;
const DOES = /^(?:did|does|do|will|would|can|could|should|didnt)$/u;
const SUBJECT =
  /^(?:the|they|it|he|she|their|both|sides?|parties|delegations?|teams?|groups?|leaders?|countries|people|anyone|anybody|someone|somebody|any|talks?|rounds?|meetings?)$/u;
const ASKS = /^(?:who|what|which)$/u;
// Adverbs and the like that stand where a verb may.
const NO_VERB =
  /^(?:\w+ly|along|inside|outside|past|per|after|before|around|back|home|during|about|each|every|other|first|last|next|new|own|same|only|still|ever|also|just|so|far|soon|right|together|there|present|high|low|long|able|according|including|regarding|facing|free|full|instead|hard|good|bad|late|early|now|today|currently|yet|anymore|afterwards|later|over)$/u;

/** The place of the word by which a question says what is done: "sign" of "who signed the paper". */
export function mainVerbAt({ tokens, names, talks, words: own }: Question): number | undefined {
  const words = tokens.map((t) => t.text);
  const asks = words.findIndex((w) => ASKS.test(w));
  const helper = words.findIndex((w) => HELPS.test(w));
  const isTaken = (i: number): boolean =>
    talks.at.has(i) || names.some(({ from, size }) => i >= from && i < from + size);
  // "who warned that time was short": what follows is what they said.
  if (words[asks] === "who" && isVerb(words[asks + 1] ?? "") && !isTaken(asks + 1)) return asks + 1;
  // "did Egypt sign": the word after the one who does it is what they do, whatever else it may be.
  const does = words.findIndex((w) => DOES.test(w));
  if (does >= 0 && (does === helper || asks >= 0)) {
    // "does the agreement lift the ban", "did the army chief promise": the words of who does it.
    const isNoun = (i: number): boolean => i + 1 < words.length && !isVerbal(words[i] ?? "");
    const isWho = (i: number): boolean =>
      isTaken(i) ||
      SUBJECT.test(words[i] ?? "") ||
      isAdverb(words[i] ?? "") ||
      (words[does + 1] === "the" && isNoun(i));
    let at = does + 1;
    while (at < words.length && isWho(at)) at += 1;
    const isTold = own.some((w) => w.at === at) || isLight(words[at] ?? "");
    if (at > does + 1 || words[asks] === "who") return isTold ? at : undefined;
  }
  const from = helper < 0 ? asks : helper;
  if (from < 0) return undefined;
  const at = words.findIndex((w, i) => i > from && !isTaken(i) && isVerb(w));
  return at < 0 ? undefined : at;
}

function isAdverb(word: string): boolean {
  return word.endsWith("ly") || /^(?:also|ever|even|still|not|already|both|all|just|then|too)$/u.test(word);
}

function isVerb(word: string): boolean {
  if (HELPS.test(word) || NO_VERB.test(word) || ROUND.test(word) || monthOf(word) !== undefined) return false;
  return isVerbal(word) && !STOP_WORDS.has(word) && (!LITTLE_WORDS.has(word) || isLight(word));
}

// What anybody does with anything: the words beside them say what is asked.
const LIGHT = new Set(
  (
    "get got gets take took taken takes make made makes give gave given gives go goes went gone come came comes happen happens happened hold held " +
    "holds meet met meets meeting talk talks talked talking speak speaks spoke spoken say says said saying tell told tells use uses used want wants wanted " +
    "need needs needed last lasts lasted start starts started begin begins began end ends ended finish finished put puts bring brought send " +
    "sent sit sat set like report reported do have see saw"
  ).split(" "),
);

/** Whether a verb says little by itself: "get", "take", "hold". */
export function isLight(verb: string): boolean {
  return LIGHT.has(verb) || LIGHT.has(verb.replace(/ing$/u, "")) || LIGHT.has(verb.replace(/ing$/u, "e"));
}

// What is meant, said or planned: a fact on what somebody wants may tell of it.
const MEANT =
  /^(?:agree|plan|propos|suggest|offer|demand|ask|want|announc|discuss|mention|rais|insist|refus|reject|accept|promis|decid|expect|invit|call|schedul|arrang|fix|talk|speak|spoke|cover|address|exclud|leave|left|set|say|said|tell|told|warn|hope|seek|sought|aim|intend|need|tabl|turn|complain|accus|object|oppos|support|see|saw|keep|kept)/u;

/** Whether a verb tells what is meant or said, and not what was done. */
export function isOfIntent(verb: string): boolean {
  return MEANT.test(verb);
}
