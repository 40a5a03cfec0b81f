import { isDoubted, isUndone, looksBack } from "./doubted.ts";
import type { Passage, Sentence } from "./passage.ts";
import type { Span } from "./span.ts";

/** What keeps a rule's find from being proposed. */
export type Danger = "negated" | "modal" | "condition" | "question" | "earlier" | "unsaid";

/** Before a participle that says what something is: "the disputed islands", "a failed state". */
const ADJ = String.raw`\b(?:the|an?|of|this|these|some|long|over|on|two|three|several|both|their|its)\s`;
const NOT = new RegExp(
  String.raw`\b(?:not|never|no|none|neither|nor|without|nobody|nothing|cannot|hardly|barely|unable|absent|instead of|rather than)\b|n[’']t\b|\b(?:den(?:y|ies|ied|ying)|refus\w+|reject\w+|declin\w+|fail(?:s|ing)?|(?<!${ADJ})failed|rul(?:ed|es|ing) out|cancel\w*|postpone\w*|call(?:ed|s)? off|abandon\w*|boycott\w*|skipp\w+|stopped short|avoid(?:s|ed|ing)?|steered clear|shied away|evad\w+|(?:keep|keeps|kept|prevent(?:s|ed)?|stop(?:s|ped)?)\s[^,;.]{1,40}?\sfrom|dismiss\w*|disput(?:es|ing)|(?<!${ADJ})disputed|block(?:ed|s) (?:a|an|the) (?:deal|agreement))\b|\b(?:all but|almost|nearly|virtually|practically|as good as)\s(?=(?:agree|sign|reach|settl|seal|finali[sz]|adopt|struck|initial)\w*\b)`,
  "iu",
);
const DENIES = /\b(?:not|never|cannot)\b|n[’']t\b/iu;
const MODAL =
  /\b(?:to be(?=\s(?:led|headed|held|chaired|signed|attended|hosted|represented)\b)|would|could|might|should|must|shall|ought|may(?=\s[a-z])|can(?=\s[a-z]))\b|\b(?:hop(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|call(?:ed|s|ing)? (?:on|for|upon)|propos(?:e|es|ed|ing|als?)|demand\w*|insist\w*|want(?:s|ed)?|wish\w*|seek(?:s|ing)?|sought|likely|possibl[ey]|possibility|potential\w*|threaten\w*|offer(?:s|ed)? to|ready to|willing to|prepared to|rumou?r\w*|speculat\w*|suppos\w+|reluctant|request\w*|[Ii]nvitations? to|invit(?:e|es|ed|ing)\s(?:[^,.;]{0,40}\s)?to|ask(?:s|ed)? (?:for|that)|plan(?:s|ned)? to|intend\w* to|(?:expected|due|set|scheduled|slated|meant|supposed|designed) to|(?:was|were) to(?=\s(?:be|have|take|meet|hold|sign|lead|open|attend|discuss|last)\b)|(?:is|are) to have|aim(?:s|ed)? to)\b/u;
const CONDITION =
  /\b(?:if|unless|provided that|(?<=^\s*|,\s)provided|whether|in case|assuming|on condition|conditional|depend(?:s|ed|ing)? on|only when|as long as|otherwise|(?:pre)?conditions? (?:for|of|is|was|that))\b|\b(?:until|before)\s(?:the|both|either|they|it|[a-z]+\ssides?)\b[^,;.]{0,30}\s?\b(?:agree|sign|reach|meet|settle|accept)s?\b|^\s*(?:were|had|should)\s|,\s(?:had|were|should)\s(?:the|they|it|he|she|both|either|we|you)\b/iu;
const EARLIER =
  /\b(?:previous|earlier|prior|preceding|last|(?<=\bthe )most recent)\s+(?:[\w-]+\s+){0,2}(?:rounds?|meetings?|talks|sessions?|negotiations?|consultations?|summits?|encounters?)\b|\bthe\s(?:19|20)\d\d\s(?:[\w-]+\s)?(?:rounds?|meetings?|talks|sessions?|negotiations?|summits?)\b|\blast (?:week|month|year|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:\w+ (?:weeks?|months?|years?) (?:ago|earlier|before)|previously|in the past|historically|since (?:19|20)\d\d|(?<!(?:January|February|March|April|May|June|July|August|September|October|November|December) )in (?:19|20)\d\d)\b/iu;

/** "Since the last meeting" tells of no earlier round: it is what this one is measured by. */
const MEASURED =
  /\b(?:since|than(?: (?:at|in))?|compared (?:with|to)|building on|unlike(?: (?:at|in))?)\s(?:the|their|its)\s(?:last|previous|first|earlier)\b/giu;
const HEARSAY =
  /\b(?:rumou?rs?|unconfirmed|social media|reportedly (?:agreed|signed)|speculation|it (?:is|was) (?:claimed|alleged|rumou?red)|some say|some said|reports? (?:that|of|on|in|say)\b(?=[^.]{0,40}\bsay\b))/iu;
/** The sentence after one takes it back. */
const TAKEN_BACK =
  /^[“"]?(?:[^.,;]{2,60}\s)?(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|contradict(?:s|ed)?)\s(?:it\b|this\b|that[.,]|them\b|the (?:reports?|claims?|account|rumou?rs?)\b)|^[“"]?(?:(?:that|this|it) (?:is|was) (?:not (?:true|so|the case)|untrue|false|wrong)|not so\b|(?:the|this|that) (?:reports?|story|claims?|account|rumou?rs?) (?:is|are|was|were|proved|turned out) (?:to be )?(?:false|wrong|untrue|mistaken|not true)\b|(?:they|he|she|it) did not\.)/iu;

/** A denial or a doubt that a whole clause hangs on: "it is not true that". */
const GOVERNED = new RegExp(
  String.raw`(?:${NOT.source}|${MODAL.source}|\b(?:wrong|false|falsely|untrue|mistaken|mistakenly|wrongly|erroneously|doubt\w*)\b)[^.;]{0,60}?\b(?:that|whether|to (?:say|report|claim|suggest|write))\s`,
  "iu",
);

/** When all of a sentence was. */
const THEN =
  /^\s*(?:last (?:week|month|year|spring|summer|autumn|fall|winter)|in (?:19|20)\d\d|(?:back )?in (?:19|20)\d\d|in (?:the )?(?:past|previous|earlier|prior)|(?:under|by) the (?:19|20)\d\d|(?:\w+ )?(?:days|weeks|months|years) (?:ago|earlier|on from)|earlier this (?:month|year)|previously)\b/iu;
/** "In March, they met in Oslo": told of a month that is over. */
const IN_MONTH =
  /^\s*(?:back\s)?in (?:January|February|March|April|May|June|July|August|September|October|November|December)(?:,|\s(?=(?:the|they|both|a|an)\b))(?![^.;]*\b(?:will|shall)\b)/iu;
const JUST = /\b(?:last (?:week|month)|earlier this (?:week|month))\b/iu;
const BEFORE_IT =
  /\b(?:previous|earlier|prior|preceding|last)\s(?:[\w-]+\s){0,2}(?:rounds?|meetings?|talks|sessions?|negotiations?|consultations?|summits?|encounters?)\b|\b(?:last|first) (?:met|meet|spoke|sat|gathered)\b|\bago\b/iu;
/** A month alone, soon after what happened in it: news names the day of what is new. */
const MONTH =
  /^(?:(?!\bto\b|\bwill\b|\bwould\b|\bshall\b|[,;]).){0,30}?\bin (?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?!\s\d)/u;

/** "Came ahead of a summit between A and B": what follows tells of that one; at a sentence's head, up to its comma. */
const OF_ANOTHER =
  /\b(?:ahead of|prior to|(?:days?|weeks?|months?|years?) (?:after|before)|in preparation for|in the run-up to|on the eve of|to prepare(?: for)?)\s(?:the|an?|their)\s(?:[\w’'-]+\s){0,4}?(?:summit|meeting|talks|round|visit|conference|session)\b/giu;

/** Where a clause begins and ends. */
const BOUNDARY =
  /[;:—–]|\s-\s|,\s|\s(?:(?<!\ball\s)but|while|whereas|although|though|yet)\s|\sand\s(?=(?:says?|said|adds|added|accus(?:es|ed)|complain(?:s|ed)|blam(?:es|ed))\s)/giu;
/** A sentence that begins so is denied as a whole, and one with `but` up to there. */
const DENIED = /^["“]?(?:no|none|neither|nobody|nothing|never|hardly|without|contrary to|far from)\b/iu;

/**
 * What speaks against a find at a place of a sentence: a no, a may or an if before it in its clause, an if anywhere
 * in its sentence, a question, an earlier round, a word that takes all of the sentence back. `whole`: a no behind it in
 * its clause too.
 */
export function dangersAt(
  { bare, sentences, number }: Passage,
  sentence: Sentence,
  { start: at, end }: Span,
  whole = false,
): ReadonlySet<Danger> {
  const all = bare.slice(sentence.start, sentence.end);
  const found = new Set(wholly({ bare, sentences }, sentence));
  const before = bare.slice(clauseStart(bare, sentence, at), end);
  const around = clauseAround(bare, sentence, at, end).replace(MEASURED, "");
  if (NOT.test(before) || (whole && DENIES.test(around)) || deniedWhole(all, at - sentence.start)) found.add("negated");
  const governing = bare.slice(clauseStart(bare, sentence, at), at);
  if (HANGS.test(governing) && GOVERNED.test(governing)) found.add("unsaid");
  if (isUndone(bare.slice(end, sentence.end))) found.add("negated");
  if (MODAL.test(before)) found.add("modal");
  // A weekly that begins with "last month" tells of the round that it is about.
  const opens = number === 1 && JUST.test(all) && !BEFORE_IT.test(all);
  const ofBefore =
    looksBack(all, bare.slice(clauseStart(bare, sentence, at), sentence.end), bare.slice(sentence.start, at)) ||
    (opens ? BEFORE_IT.test(around) : EARLIER.test(around) || THEN.test(all) || (number > 1 && IN_MONTH.test(all)));
  // "The most recent talks, held in Oslo": the aside is of those talks.
  const from = clauseStart(bare, sentence, at);
  const aside =
    ASIDE.test(bare.slice(from, end)) && EARLIER.test(bare.slice(sentence.start, from).replace(MEASURED, ""));
  if (ofBefore || aside || isOfAnother(bare.slice(sentence.start, at)) || MONTH.test(bare.slice(end, sentence.end)))
    found.add("earlier");
  return found;
}

const ASIDE = /^(?:which|held|hosted|led|headed|chaired|mediated|brokered|attended)\s/iu;

function isOfAnother(before: string): boolean {
  return [...before.matchAll(OF_ANOTHER)].some(
    (m) => /\S/u.test(before.slice(0, m.index)) || !before.slice(m.index).includes(","),
  );
}

const HANGS = /\b(?:that|whether|to (?:say|report|claim|suggest|write))\s/iu;
const SENTENCES = new WeakMap<Sentence, ReadonlySet<Danger>>();

/** What speaks against all that a sentence says: found once for each. */
function wholly({ bare, sentences }: Pick<Passage, "bare" | "sentences">, sentence: Sentence): ReadonlySet<Danger> {
  const known = SENTENCES.get(sentence);
  if (known !== undefined) return known;
  const found = new Set<Danger>();
  const all = bare.slice(sentence.start, sentence.end);
  if (sentence.question) found.add("question");
  if (CONDITION.test(all)) found.add("condition");
  const next = sentences[sentences.indexOf(sentence) + 1];
  if (isDoubted(all) || HEARSAY.test(all) || (next !== undefined && TAKEN_BACK.test(bare.slice(next.start, next.end))))
    found.add("unsaid");
  SENTENCES.set(sentence, found);
  return found;
}

function deniedWhole(whole: string, at: number): boolean {
  return DENIED.test(whole.trimStart()) && !/\bbut\b/u.test(whole.slice(0, at));
}

/** Where the clause around `at` begins: what stands between two commas as an aside does not begin one. */
function clauseStart(bare: string, { start }: Sentence, at: number): number {
  // A boundary may be known by the verb behind it, which may be what stands here.
  const bounds = [...bare.slice(start, at + 12).matchAll(BOUNDARY)]
    .map((m) => start + m.index + m[0].length)
    .filter((end) => end <= at);
  const last = bounds.at(-1) ?? start;
  const one = bounds.at(-2) ?? start;
  // "were not, officials said, led by": the aside is passed over.
  const aside = bare.slice(one, last);
  const short = bounds.length >= 2 && /,\s$/u.test(aside) && aside.length < 60 && bare.slice(one - 2, one) === ", ";
  return short ? (bounds.at(-3) ?? start) : last;
}

/** Where what somebody says begins, behind a find: it is of another time. */
const TOLD_THAT =
  /\s(?:said|says|told|stated|added|noted|announced|insisted|argued|complained)\b[^,;.]{0,30}\sthat\s/iu;

function clauseAround(bare: string, sentence: Sentence, at: number, end: number): string {
  const from = clauseStart(bare, sentence, at);
  const rest = bare.slice(end, sentence.end);
  const stop = [...rest.matchAll(BOUNDARY)][0]?.index ?? rest.length;
  const told = rest.search(TOLD_THAT);
  const next = told < 0 ? stop : Math.min(told, stop);
  return bare.slice(from, end + next);
}
