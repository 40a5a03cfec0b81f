import { clauseBegin, clauseFrom, matchesIn } from "#core/propose/reading/clause.ts";
import { dangersAt } from "#core/propose/reading/guard.ts";
import type { Sentence } from "#core/propose/reading/passage.ts";
import { subjectSide, type Rule } from "#core/propose/reading/rule.ts";
import type { Read, Reading } from "#core/propose/reading/read-article.ts";

const FEELING =
  "regret|dismay|frustration|concerns?|anger|dissatisfaction|outrage|discontent|alarm|objections?|indignation|displeasure|unease|grievances?|complaints?|criticism|misgivings|disappointment";
const HARM =
  "complicated|hampered|hind\\w+|blocked|damaged|undermined|restricted|prevented|obstructed|delayed|impeded|violated|breached|harmed|worsened|disrupted|frozen|seized|closed|expelled|refused|denied|detained|poisoned|strained|withheld|held up|occupied|annexed|shelled|attacked|bombed|invaded|confiscated|broken|ignored|stolen|diverted|drained|dumped|burned|looted|killed|abducted|ruined|spoiled|failed\\sto|reneged|cheated|underpaid|flouted|jammed|jamming|neglected";
/** What one side does to another, told in the past. */
const HARMED =
  "laid|planted|fired|crossed|stole|diverted|drained|dumped|jammed|shot|burned|looted|killed|abducted|seized|shelled|attacked|bombed|violated|breached|ignored";
const BURDEN =
  "restrictions?|harassment|delays?|obstacles?|difficult(?:y|ies)|violations?|pressure|attacks?|intimidation|incursions?|sanctions|discrimination|threats?|surveillance|abuses?|barriers?|interference|shortages?|provocations?|incidents?";
/** What one side does to another, told in the present. */
const HARMS =
  "blocks|arms|shelters|harbou?rs|backs|funds|finances|supports|trains|violates|breaches|occupies|withholds|ignores|steals|diverts|refuses|denies|dumps|jams|restricts|hampers|obstructs|threatens|bombs|shells|protects|hides";
/** "Chile is delaying ships", "Chile has not returned two ships". */
const HARMING =
  "(?:is|are|keeps?|has been|have been)\\s(?:\\w+ly\\s|still\\s|again\\s)?(?:delaying|blocking|dumping|violating|withholding|holding up|jamming|harassing|ignoring|breaching|holding back|paying|buying|sending|building|moving|taking|using|keeping|arming|harbouring|harboring|sheltering|stealing|diverting|occupying|undermining|obstructing|stalling|cancelling|detaining|poisoning|polluting|shelling|bombing)|(?:has|have|had)\\s(?:not|never|still not|yet to)\\s(?:\\w+\\s)?(?:return|returned|release|released|honou?red|honou?r|kept|paid|pay|withdrawn|withdraw|lifted|implemented|delivered|opened|handed over)";
const HARMS_NOW = new RegExp(
  String.raw`\b(?:says?|said|claims?|claimed|argues?|argued|alleges?|alleged|maintains?|insists?|complains?)\s(?:that\s)?(?=[^,.;“”]{3,50}?\s(?:${HARMS}|${HARMING})\b)`,
  "giu",
);
const COMPLAINTS: readonly RegExp[] = [
  /\b(?:is|are|was|were|remains?|remained)\s(?:\w+ly\s)?(?:un(?:happy|satisfied)|not\s(?:happy|satisfied|content)|dissatisfied|displeased|annoyed|angered|angry|irritated|upset|frustrated|aggrieved|alarmed|dismayed|critical)\s(?:with|by|at|about|over|of|that)\s(?!the\s(?:answers?|replies|results?|outcome|talks|meeting|pace|progress)\b)/giu,
  new RegExp(
    String.raw`\b(?:express(?:ed|es|ing)?|voic(?:ed|es|ing)|rais(?:ed|es|ing)|convey(?:ed|s|ing)?|registered|lodged)\s(?:(?:its|their|his|her|deep|serious|strong|grave|renewed|growing|particular|formal)\s)*(?:${FEELING})\s(?:over|about|at|with|regarding|on|concerning|to|that)\s`,
    "giu",
  ),
  new RegExp(
    String.raw`\b(?:cit(?:ed|es|ing)|report(?:ed|s)|faced|point(?:ed|s) to|suffered|alleged|decried|described)\s(?=(?:[\w-]+\s){0,3}?(?:${BURDEN})\b)`,
    "giu",
  ),
  new RegExp(
    String.raw`\b(?:not(?:ed|es)|sa(?:id|ys?)|stat(?:ed|es?)|claim(?:ed|s)?|argu(?:ed|es?)|alleg(?:ed|es?)|maintain(?:ed|s)?|insist(?:ed|s)?)\s(?:that\s)?(?=[^,.;“”]{3,80}?\s(?:(?:has|have|had)\s(?:been\s)?(?:${HARM})|(?:${HARMED})(?=\s(?!by\b)[^,.;]{3})|(?:is|are|was|were)\s\w+ed\s(?:too\s(?:often|late|little|much)|twice)|(?:[^,.;“”]{2,50}\s)?without\s(?:(?:its|their|his|her|any|prior|due)\s)?(?:consent|permission|notice|warning|consultation|asking|consulting|telling|a\sword))\b)`,
    "giu",
  ),
];

/** Words that complain, in every mouth: whose complaint it is may stand elsewhere. */
const PLAIN: readonly RegExp[] = [
  /\b(?:complain(?:ed|s|ing)?|grumbled)\s(?:[^,.;:]{1,40}?\s)??(?:of|about|that|over|on|against)\s/giu,
  /\bcomplaints?\s(?:that|about|over|of)\s(?!its own\b|their own\b)|\bcomplaints?\s[^,.;:]{0,30}:\s/giu,
  /\baccus(?:ed|es|ing)\s[^,.;]{2,60}?\sof\s/giu,
  /\bprotest(?:ed|s|ing)?\s(?:(?:strongly|formally)\s)?(?:to\s[^,.;]{2,40}?\s)?(?:against|at|over|about)\s|\bprotested\s(?=(?:the|an?|its|their|what|two|three)\s)/giu,
  // "Charged the rebels with mining the road": not with a task.
  /\bcharg(?:ed|es)\s[^,.;]{2,40}?\swith\s(?=[a-z]+ing\b)/giu,
  /\b(?:took|takes)\s(?:strong\s)?(?:issue\swith|exception\sto|umbrage\sat|offen[cs]e\sat)\s/giu,
  /\b(?:complaint|grievance|objection|worry)\s(?:is|was)\s(?:that\s)?(?=(?:the|an?|its|their|what|two|three|[a-z]+s)\s)/giu,
  /\b(?:lament(?:ed|s|ing)?)\s(?=(?:that|the|an?|its|their|what)\s)|\bregret(?:ted|s)\s(?=that\s)/giu,
  /\b(?:concerns?|dismay|anger|regret|alarm)\s(?:was|were)\s(?:also\s)?(?:expressed|voiced|raised)\s(?:by\s[^,.;]{2,40}?\s)?(?:over|about|at|regarding)\s/giu,
  /\b(?:(?:criticis|criticiz|condemn|denounc|deplor|decri)(?:ed|es|ing|s)|resent(?:ed|ing|s)?)\s/giu,
  /\bobject(?:ed|s)?\sto\s/giu,
  // "Chile has waited six years for the ships that were promised".
  /(?=\b(?:has|have|had)\s(?:been\swaiting|waited)\s(?:(?:for\s)?(?:[\w-]+\s){1,3}(?:years|months|weeks|decades)\sfor|since\s\d{4}\sfor)\s)/giu,
  /\b(?:blam(?:ed|es)\s(?:its problems on\s)?)/giu,
  /\b(?:not(?:ed|es)|regret(?:ted|s)|recall(?:ed|s)|mention(?:ed|s))\swith\s(?:\w+\s)?(?:concern|regret|dismay|alarm)\s(?:that\s)?/giu,
];

/** What a side complains of. Whose complaint it is has to be in the text. */
export const grievance: Rule = {
  name: "grievance",
  slot: "grievance",
  harmless: ["earlier", "negated"],
  *find(passage, sentence, reading) {
    const { bare } = passage;
    const plain = PLAIN.flatMap((p) => [...matchesIn(p, bare, sentence)]);
    const now = [...matchesIn(HARMS_NOW, bare, sentence)].filter((m) => {
      const from = m.index + m[0].length;
      return passage.parties.some((p) => p.start >= from && /^(?:the\s)?$/iu.test(bare.slice(from, p.start)));
    });
    for (const m of [...plain, ...now, ...COMPLAINTS.flatMap((p) => [...matchesIn(p, bare, sentence)])]) {
      const start = m.index + m[0].length;
      const about = clauseFrom(bare, start, sentence);
      // "Not satisfied" is what it says: any other denial takes it back.
      if (dangersAt(passage, sentence, { start: m.index, end: m.index }).has("negated")) continue;
      const side = complains(passage, sentence, m.index, reading);
      if (about === undefined || (side === undefined && !plain.includes(m)) || about.end - about.start < 5) continue;
      yield { at: { start: m.index, end: start }, fields: { about }, side };
    }
  },
};

/** Whose complaint it is: the subject of its clause, or of its sentence. */
function complains(passage: Read, sentence: Sentence, at: number, reading: Reading): ReturnType<typeof subjectSide> {
  const party =
    subjectSide(passage, clauseBegin(passage.bare, at, sentence), at) ?? subjectSide(passage, sentence.start, at);
  if (party !== undefined) return party;
  const person = passage.people.findLast((p) => p.start >= sentence.start && p.end <= at);
  if (
    person === undefined &&
    passage.voice !== undefined &&
    /\b(?:I|we|our)\b/iu.test(passage.bare.slice(sentence.start, at + 3))
  )
    return reading.sideOf(passage.voice);
  return person === undefined ? undefined : (person.side ?? reading.sideOf(person.name));
}
