import { clauseFrom, matchesIn } from "#core/propose/reading/clause.ts";
import { EVENT } from "#core/propose/reading/lexicon.ts";
import { BOTH_SIDES } from "#core/propose/reading/parties.ts";
import { isUpcoming } from "#core/propose/reading/upcoming.ts";
import type { Rule } from "#core/propose/reading/rule.ts";

const VERBS =
  "discuss|negotiate|prepare|resolve|address|explore|find|seek|restore|resume|settle|agree|end|ease|revive|review|consider|hammer|iron|work|push|try|talk|narrow|advance|finalize|finalise|sign|reopen|improve|normalize|normalise|defuse|reduce|salvage|break|bridge|clarify|reach|stabilize|stabilise|strengthen|repair|secure|set|draft|avert|avoid|de-escalate|build|establish|help|lay|overcome|remove|start|begin|exchange|hold|share|divide|count|fix|map|hear|compare|plan|test|save|stop|prevent|arrange|organi[sz]e|open|close|launch|lift|cut|sell|buy|free|release|extend|renew|adjust|redraw|clear|define|determine|decide|coordinate|align|conclude|complete|take stock|put";
const STATED =
  /\b(?:aims?|goals?|purposes?|objectives?|task|intention|point|brief|mandate)\b[^.;]{0,140}?\b(?:was|is|were|are|being)\s(?:also\s)?(?=to\s)/giu;
const MET = new RegExp(
  String.raw`\b(?:met|meet|meets|meeting|gathered|convened|sat down|came together|came|called|convoked|(?:have|has|had) come|(?:are|is|were|was) here|served|${EVENT}|held|arrived|travelled|traveled)\b(?:[^.;:]|(?<=\d)[.:](?=\d)){0,140}?\s(?=(?:in order\s)?to\s(?:${VERBS})\b)`,
  "giu",
);
/** "The meeting, which has no agenda, aims to". */
const AIMS = new RegExp(
  String.raw`\b(?:${EVENT})\b(?:,[^,.;]{3,80},)?(?:\s[\w-]+){0,4}?\s(?:aims?|aimed|(?:is|are|was|were)\s(?:aimed|intended|designed|meant))\s(?=to\s)`,
  "giu",
);
const AIMED =
  /\b(?=(?:aimed|aiming|intended|designed|meant)\s(?:at\s[\p{L}-]+ing|to)\b|with (?:the (?:aim|goal|purpose|intention|objective) of|a view to)\s|in (?:an?|the|its|their|another|yet another) (?:[\w-]+ )?(?:effort|bid|attempt|push|drive) to\s|in order to\s)/giu;

/** "The Chileans came to", "Ray's people came to". */
const CAME = /^\s*(?:the\s\p{Lu}[\p{L}-]+s|\p{Lu}[\p{L}-]+[’']s\s(?:people|team|men|side|experts))\s$/iu;
const ABOUT = new RegExp(
  String.raw`\b(?:${EVENT}|met|meet|meets|visit|delegations?|negotiators|ministers|envoys|sides|parties|committees?|commissions?|convened)\b`,
  "iu",
);

/** What the talks were for: from "to" to the end of the clause. */
export const purpose: Rule = {
  name: "purpose",
  slot: "purpose",
  harmless: ["modal"],
  *find({ bare, sentences, number }, sentence, { passages }) {
    // What they will meet for the next time is not what these talks were for.
    if (isUpcoming(bare.slice(sentence.start, sentence.end), passages.slice(0, number - 1))) return;
    const before = sentences[sentences.indexOf(sentence) - 1] ?? sentence;
    const near = bare.slice(before.start, sentence.end);
    const about = ABOUT.test(near);
    for (const pattern of [STATED, AIMS, MET, AIMED]) {
      for (const m of matchesIn(pattern, bare, sentence)) {
        const start = m.index + m[0].length;
        const aim = clauseFrom(bare, start, sentence);
        const stated = pattern === STATED || pattern === AIMS;
        if (
          aim === undefined ||
          !(about || (/^came\b/iu.test(m[0]) && CAME.test(bare.slice(sentence.start, m.index)))) ||
          aim.end - aim.start < 12
        )
          continue;
        if (
          !stated &&
          /\b(?:agreed|decided|pledged|plan(?:s|ned)?|due|set|scheduled|expected|failed|declined|refused|invited|asked|agreement|understanding|deal|ready|able|said|would|will|seeks?|sought|seeking|tr(?:y|ies|ied|ying)|needs?|needed|hop(?:es?|ed|ing)|wants?|wanted)\s(?:[\w-]+\s){0,2}$/iu.test(
            bare.slice(sentence.start, start),
          )
        )
          continue;
        if (!stated && /\b(?:agreed|decided|pledged|resolved)\s(?:to|on)\b/iu.test(bare.slice(sentence.start, start)))
          continue;
        if (pattern === AIMED && /\b(?:agreed|decided|pledged|signed)\b/iu.test(bare.slice(sentence.start, start)))
          continue;
        // What somebody wants of the talks is theirs; how long talks are to last is not an aim.
        if (!stated && /\b(?:wants?|wanted|uses?|used|using)\b[^,;.]*$/iu.test(bare.slice(sentence.start, start)))
          continue;
        if (pattern === MET && /\b(?:was|were|is|are)\s$/u.test(bare.slice(sentence.start, start))) continue;
        if (/^(?:meant )?to (?:last|take|run)\b/iu.test(bare.slice(aim.start, aim.end))) continue;
        if (/\bto meet again\b/u.test(bare.slice(aim.start, aim.end))) continue;
        const main = stated && /\b(?:main|primary|key|chief)\b/iu.test(m[0]);
        const rank = main ? /\b(?:main|primary|chief|key)\s(?:aim|goal|purpose|objective|task)/iu.exec(m[0]) : null;
        const both = /\baccording to both\b|\bboth (?:sides|nations|countries|parties)\b/iu.test(m[0])
          ? BOTH_SIDES
          : undefined;
        const ranked =
          rank === null || !/^main goal$/iu.test(rank[0])
            ? {}
            : { rank: { start: m.index + rank.index, end: m.index + rank.index + rank[0].length } };
        // What stands in an aside before the verb does not speak against it.
        const from = pattern === AIMS ? start - 1 : m.index;
        yield { at: { start: from, end: start }, fields: { aim, ...ranked }, side: both };
        return;
      }
    }
  },
};
