import type { Passage } from "./passage.ts";

// "They did meet" and "they will meet" are others' business: here the verb stands by itself.
const ALONE = String.raw`(?<!\b(?:to|will|would|could|may|might|should|must|can|not|did|does|do|never)\s(?:\w+ly\s)?)`;

/** A verb in the present that tells of another meeting: "the parties meet again", "the group convenes". */
export const AGAIN = new RegExp(
  String.raw`\b${ALONE}(?:meets?\s(?:again|next|once more)|reconvenes?|convenes?|returns?\sto\s(?:the\s)?(?:negotiating\s)?(?:table|talks)|(?:sits?|gets?)\sdown\sagain|sees?\s(?:each\sother|one\sanother)\sagain|(?:is|are)\sback\s(?:at\s(?:it|the\stable)|in\s\p{Lu}\w+)|resumes?\s(?:on|in|at))\b`,
  "giu",
);
/** "The third round begins on Monday", told in the present. */
export const ROUND_BEGINS =
  /\b(?:next|another|new|further|second|third|fourth|fifth|sixth|seventh)\s(?:[\w-]+\s){0,3}?(?:rounds?|meetings?|sessions?|talks|consultations)\s(?:begins?|starts?|opens?|resumes?|follows?|gets?\sunder\sway|takes?\splace)\s(?:in|on|at|next|tomorrow|later|early|this)\b/giu;
/** The same of a meeting alone, which is another one where the article has told of one before. */
export const MEETS_ALONE = new RegExp(String.raw`\b${ALONE}(?:meet|meets|gather|gathers)\s(?=in\s|on\s|at\s)`, "giu");
const ROUND = String.raw`(?:[\w-]+\s){0,2}?(?:rounds?|meetings?|sessions?|talks|consultations)`;
const AFTER_THIS = new RegExp(
  String.raw`\b(?:next|another|follow-up|further|new)\s${ROUND}\b|\b(?:meet again|reconvene|resume|continue)\b`,
  "iu",
);
// "Held their second meeting in Zagreb" is the one that the text is about.
const COUNTED_ON = new RegExp(
  String.raw`\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s${ROUND}\b[^.;]*?\s(?:will|would|shall|is\sto|are\sto|was\sto|(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:\w+ly\s)?(?:due|set|scheduled|planned|expected|slated|pencilled|foreseen|envisaged))\b`,
  "iu",
);
/** Talks that are held later, where the article has told of some before. */
export const HELD_LATER = new RegExp(
  String.raw`\b(?:talks|meetings?|consultations|negotiations|discussions|sessions?)\s(?:will|would|are\sto|is\sto)\s(?:also\s)?(?:take\splace|be\sheld|begin|start)\b`,
  "giu",
);
const WILL_MEET =
  /\b(?:will|would|shall|(?:is|are) (?:to|due to|set to|expected to|scheduled to))\s(?:also\s|\w+ly\s)?(?:be held|be hosted|be signed|take place|host|hold|meet|participate|take part|attend|begin|start|resume|open|reassemble|convene|gather|travel|visit|sit down|see each other)\b/iu;
const MET =
  /\b(?:met|held|spent|sat|wrapped up|concluded|ended|lasted|gathered|talked|agreed|signed|discussed|hosted|led)\b/iu;

/** "Agreed to hold a dialogue on Saturday". */
const AGREED_ON = /\b(?:agreed|decided)\s(?:to\s)?(?:also\s|now\s)?(?:hold|meet|convene|sit down|organi[sz]e|host)\b/iu;

/** Whether a piece of a sentence tells of a round that is still to come. */
export function isOfNextRound(words: string): boolean {
  return AFTER_THIS.test(words) || COUNTED_ON.test(words) || words.search(ROUND_BEGINS) >= 0 || AGREED_ON.test(words);
}

/** Whether words tell that somebody met. */
export function isOfMeeting(words: string): boolean {
  return MET.test(words);
}

/** Whether a piece of a sentence tells, in the present tense, when or where they meet the next time. */
export function isUpcoming(words: string, before: readonly Passage[]): boolean {
  if (words.search(AGAIN) >= 0) return true;
  return (words.search(MEETS_ALONE) >= 0 || WILL_MEET.test(words)) && before.some(({ bare }) => MET.test(bare));
}
