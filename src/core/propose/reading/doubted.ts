/** What is supposed, and not told: "imagine that they met", "on paper they agreed". */
const SUPPOSED =
  /^\s*["“]?(?:but\s|and\s)?(?:imagine|suppose|supposing|picture)\b|\b(?:in theory|hypothetically|theoretically|notionally|supposedly|allegedly|purportedly|maybe|perhaps|apparently|seemingly|presumably|probably|conceivably|pretend(?:s|ed|ing)?|feign(?:s|ed|ing)?)\b|(?:^|,\s)\s*on paper,?\s/iu;
/** What others are said to have done. */
const SAID_TO =
  /\b(?:is|are|was|were)\s(?:now\s|also\s|widely\s)?(?:said|believed|thought|understood|reported|rumou?red|alleged|assumed|presumed|claimed)\sto\b|\breports?\s(?:claim|suggest|allege)(?:s|ed)?\b|\breports?\shad\sit\b/iu;
/** What is told as somebody's story, or wrongly. */
const STORY =
  /\b(?:an?|the|any|media|press|those|such|these)\sreports?(?:\s(?:in|by|on|from)\s[^,.;]{2,30})?\sthat\b|\b(?:turned\sout|proved)\s(?:to\sbe\s)?(?:an?\s(?:invention|lie|hoax|fabrication)|false|untrue|wrong|unfounded)\b|\b(?:little|slim|small|faint|slight|any)\s(?:chance|hope|prospect|likelihood)\b|\b(?:called|described|branded|labelled)\b[^.;]*\b(?:fake|false|fiction|nonsense|lies?|untrue|invented|fabricated)\b|\b(?:claims?|suggestions?|notion|idea|allegations?|impression|belief|stor(?:y|ies)|theory)\sthat\b|\b(?:wrongly|falsely|erroneously|incorrectly|mistakenly)\s(?:reported|said|claimed|stated|announced|written|believed)\b/iu;
/** What its own sentence takes back: "which the ministry denies", "though neither confirmed it". */
const DISOWNED =
  /,\s(?:which|something|an?\s(?:claim|account|version|report))\s(?:that\s)?(?:[\w’'-]+\s){1,5}?(?:den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)?|dismiss(?:es|ed)?|contest(?:s|ed)?)\b|\b(?:though|although|but)\s(?:neither|nobody|no\sone|none)\b[^.;]{0,40}\bconfirm|\bbut\s(?:later\s|then\s|both\s|neither\s)?den(?:y|ies|ied)\b|[;—–]\s(?:it|that|this|they|both)\s(?:is|are|was|were)\s(?:wrong|false|untrue|not\s(?:true|so))\b/iu;
/** What stands in a paper that nobody has adopted. */
const DRAFT =
  /\b(?:drafts?|blueprint|working paper|proposals?|(?<!\b(?:joint|agreed|action)\s)plan)\b(?:\s[\w-]+){0,3}?\s(?:says?|said|provides?|provided|foresees|envisages|obliges|calls|has)\b|\b(?:text|document|paper)\b[^.;]{0,40}\b(?:in\sbrackets|unsigned|unadopted|leaked)\b/iu;

/** Whether all of a sentence is somebody's story, a supposition, or a draft. */
export function isDoubted(sentence: string): boolean {
  return [SUPPOSED, SAID_TO, STORY, DISOWNED, DRAFT].some((p) => p.test(sentence));
}

const OFF =
  "cancell?ed|postponed|shelved|scrapped|called\\soff|put\\soff|dropped|aborted|abandoned|suspended\\sindefinitely";
/** What was to be, and came to nothing: "the talks, due on Monday, were cancelled"; "the deal fell through". */
const CALLED_OFF = new RegExp(
  String.raw`^(?:(?!\sand\s|\s(?:ended|concluded|closed|led|met|agreed)\s)[^;,.]|,[^;,.]{0,60},(?=\s)|,(?=\s(?:was|were|has|have|had)\s))*?\s(?:(?:was|were|is|are|(?:has|have|had)\sbeen|but\swas|but\swere)\s(?:\w+ly\s)?(?:${OFF})|fell\sthrough|(?:never|did\snot|didn[’']t)\s(?:take\splace|took\splace|happen(?:ed)?|materiali[sz]ed?)|came\sto\snothing)\b`,
  "iu",
);
/** Who is named, and was not there. */
const AWAY =
  /^[^;.]{0,60}?\s(?:(?:was|were|is|are|remained)\s(?:\w+ly\s)?(?:absent|away|missing|not\s(?:there|present))|stayed\s(?:away|at\shome)|did\snot\s(?:attend|come|travel|take\spart|turn\sup|show\sup))\b/iu;

/** Whether what stands behind a find says that it did not happen, or that who is named was not there. */
export function isUndone(behind: string): boolean {
  return CALLED_OFF.test(behind) || AWAY.test(behind);
}

const HAD =
  /\bhad\s(?:\w+ly\s|also\s|already\s|both\s|then\s)?(?:met|agreed|held(?!\sup\b)|signed|reached|discussed|decided|gathered|exchanged|struck|concluded|settled|spent|sat|negotiated|taken\splace|been\s(?:held|signed|agreed|led|discussed|attended))\b/iu;
/** Words that tell what others say, in the past of what they speak of; or that lead up to what is told. */
const OF_NOW =
  /\b(?:said|says|told|announced|confirmed|reported|stated|added|noted|according|wrote|explained|revealed|disclosed|recalled|once|when|until|after|because|since|by)\b|[“”"]/iu;
const MONTH = "January|February|March|April|May|June|July|August|September|October|November|December";
/** "In May, when they met": what follows is of that time. */
const OF_THEN = new RegExp(
  String.raw`\b(?:in|of|since)\s(?:${MONTH}|(?:19|20)\d\d),\s(?:when|where|(?:under|at|in|by)\swhich)\s`,
  "u",
);
const LAST_MET = /\b(?:last|previously)\s(?:met|spoke|gathered|sat\sdown|talked|convened|held)\b/iu;

/** Whether a sentence looks back from what the article tells: "they had met in June", "they last met in Rome". */
export function looksBack(sentence: string, clause: string, before: string): boolean {
  return LAST_MET.test(sentence) || OF_THEN.test(before) || (HAD.test(clause) && !OF_NOW.test(sentence));
}
