import { matchesIn } from "#core/propose/reading/clause.ts";
import { EVENT } from "#core/propose/reading/lexicon.ts";
import type { Rule } from "#core/propose/reading/rule.ts";

const NUMBER =
  "(?:\\d+(?:[.,]\\d+)?\\s?[½¼¾]?|½|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|several|a few|many|an?|half an)";
const ABOUT =
  "(?:(?:about|around|nearly|almost|over|the better part of|the best part of|most of|more than|less than|some|roughly|approximately|at least|just over|just under|well over|under|close to|up to|a (?:little|bit) (?:over|under|more than|less than)|slightly (?:over|under|more than|less than)|not quite)\\s)?";
const UNIT = "(?:hours?|minutes?|days?|nights?|weeks?)";
const LENGTH = `${ABOUT}${NUMBER}(?:\\sand a (?:half|quarter))?(?:\\s${UNIT}(?:\\s(?:and\\s)?(?:a half|${NUMBER}\\s(?:hours?|minutes?)))?)`;
const JOINED = `(?:(?:about|nearly|almost|over|roughly|some)\\s)?(?:\\d+(?:\\.\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)(?:-and-a-half)?-(?:hour|day|minute|week|night)(?:-long)?|(?:day|night|week)-?long`;

/** What every length has, looked for first. */
const ANY_UNIT = /hour|minute|day|night|week/iu;

const LENGTHS = new RegExp(String.raw`\b${LENGTH}`, "giu");
const JOINED_TALKS = new RegExp(String.raw`\b(${JOINED})\s(?:[\w-]+\s){0,3}?(?:${EVENT}|visit)\b`, "giu");

const BEFORE =
  /\b(?:lasted|last|lasting|took|ran|running|went on|continued|spanned|stretched|dragged on)\b[^,;.]{0,24}$|\b(?:after|following|spent|in|during|throughout|over)\s(?:the\s)?$|\b(?:met|talked|negotiated|spoke|conferred|sat|stayed|meeting|talks|session|consultations|discussions|negotiations|conversation|deliberated)\b[^;.]{0,60}\sfor\s$/iu;
/** What somebody does who negotiates, for or over so long. */
const AT_IT = String.raw`\b(?:met|talked|negotiated|spoke|conferred|sat|stayed|locked|closeted|huddled|debated|argued|haggled|deliberated|bargained|worked|wrangled|been at (?:it|the table)|behind closed doors)\b`;
const FOR = new RegExp(String.raw`${AT_IT}[^;.]{0,80}\s(?:for|over)\s(?:the\s(?:last|past)\s)?$`, "iu");
const DOING =
  /^\s(?:last\sweek\s|this\sweek\s)?(?:talking|arguing|negotiating|discussing|debating|haggling|bargaining|going over|at the table|in (?:the )?(?:room|talks)|behind closed doors|together|over)\b/iu;
/** "The talks ended after six hours". */
const ENDED_AFTER = new RegExp(
  String.raw`\b(?:${EVENT}|delegations?|sides|parties|negotiators|teams)\b[^;]{0,140}?\b(?:ended|concluded|closed|finished|wrapped up|broke up|adjourned|emerged|rose|parted|(?:got|was|were|is|are) over)\b[^;.]{0,90}?\bafter\s$`,
  "iu",
);
const HOW_LONG = /\b(?:how (?:long|many (?:hours|days))|what time did)\b[^?]*\?\s*$/iu;
const LASTED =
  /\b(?:lasted|last|lasting|took|ran|running|went on|continued|spanned|stretched|dragged on)\b[^,;.]{0,24}$/iu;
const WHOLE = new RegExp(String.raw`^\s(?:of|behind|in)\s(?:[\w-]+\s){0,3}(?:${EVENT}|closed doors)\b`, "iu");
/** "For nine hours they went through the lists". */
const TOGETHER =
  /^,?\s(?:they|both|the\s(?:two\s)?(?:sides|delegations|teams|parties|ministers|negotiators|envoys|delegates|experts|men|women))\s(?:\w+ly\s)?(?:went\s(?:through|over)|met|talked|argued|haggled|negotiated|sat|debated|discussed|worked|spoke|wrangled|bargained|pored)\b/iu;
/** "After nine hours, they emerged". */
const CAME_OUT =
  /^(?:\sand\sa\s(?:bit|half))?,\s[^.;]{3,80}?\s(?:came\sout|emerged|left\sthe|shook\shands|reached|agreed|struck|signed|sealed|announced|rose|parted|broke\sup|adjourned)\b/u;
/** "They faced each other for nine hours", "the talks, nine hours long". */
const FACED = /\b(?:faced\s(?:each\sother|one\sanother)|at\sthe\stable|in\sthe\sroom)\b[^;.]{0,40}\sfor\s$/iu;
/** "After nine hours the two sides have initialled", told as it happens. */
const CAME_TO =
  /^,?\s(?:they|both|the\s(?:two\s)?(?:sides|delegations|teams|parties|ministers|negotiators|envoys))\s(?:have|has|had|finally|at last)?\s?(?:come|came|emerged?|left|reached|agreed|signed|initialled|struck|settled|shaken|shook|announced|parted|adjourned|finished|stopped)\b/iu;
/** "What they spoke of, for nine hours, was". */
const ASIDE = /\b(?:met|talked|negotiated|spoke|argued|discussed)\b[^;.]{0,30},\sfor\s$/iu;
const LATER = /^\slater\b/u;
const LEFT = /\b(?:left|departed|leaving|departing|ended|emerged|came out|finished|concluded)\b/iu;

/** "The strike lasted nine days", "the truce held for a week": not the talks. */
const OF_ELSE =
  /\b(?:strike|walkout|war|fighting|truce|ceasefire|cease-fire|siege|blockade|flight|drive|journey|trip|outage|protests?|dispute|crisis|detention|sentence)\s(?:has\s|had\s)?(?:lasted|last|lasts|took|ran|went on|continued|dragged on|held)\s(?:\w+\s){0,2}$/iu;
const TALKED = new RegExp(String.raw`\b(?:${EVENT}|met|sat|talked|lasted|ran)\b`, "iu");

/** How long the talks took, as the text states it. */
export const duration: Rule = {
  name: "duration",
  slot: "duration",
  whole: true,
  *find({ bare, sentences, number }, sentence, { passages }) {
    if (!ANY_UNIT.test(bare.slice(sentence.start, sentence.end))) return;
    const asked = sentence === sentences[0] && HOW_LONG.test(passages[number - 2]?.bare ?? "");
    const last = sentences[sentences.indexOf(sentence) - 1];
    const after = last !== undefined && TALKED.test(bare.slice(last.start, last.end));
    for (const m of matchesIn(LENGTHS, bare, sentence)) {
      const before = bare.slice(sentence.start, m.index);
      const rest = bare.slice(m.index + m[0].length, sentence.end);
      const told =
        LASTED.test(before) ||
        (BEFORE.test(before) && (/\bfor\s$/iu.test(before) || WHOLE.test(rest))) ||
        WHOLE.test(rest) ||
        FOR.test(before) ||
        (/\bspen[dt]\s$/iu.test(before) && DOING.test(rest)) ||
        (ENDED_AFTER.test(before) && !/^\sof\b/u.test(rest)) ||
        (asked && /^\W*(?:\w+\W+){0,4}$/u.test(before)) ||
        (/^\s*For\s$/u.test(before) && TOGETHER.test(rest)) ||
        (/^\s*After\s$/u.test(before) && (CAME_OUT.test(rest) || CAME_TO.test(rest))) ||
        ASIDE.test(before) ||
        FACED.test(before) ||
        (/^\slong\b/u.test(rest) && TALKED.test(before)) ||
        (LATER.test(rest) && LEFT.test(before)) ||
        // "Seven hours, for one number."
        (after && before.trim() === "" && /^[,.]/u.test(rest));
      if (told && !OF_ELSE.test(before) && !/^\s(?:ago|before|earlier)\b/u.test(rest))
        yield { at: spanOf(m), fields: { stated: spanOf(m) } };
    }
    for (const m of matchesIn(JOINED_TALKS, bare, sentence)) {
      const [, stated = ""] = m;
      const span = { start: m.index, end: m.index + stated.length };
      if (!/\bvisit$/iu.test(m[0])) yield { at: span, fields: { stated: span } };
    }
  },
};

function spanOf(m: RegExpExecArray): { start: number; end: number } {
  return { start: m.index, end: m.index + m[0].trimEnd().length };
}
