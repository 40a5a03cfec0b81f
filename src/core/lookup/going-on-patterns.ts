const THAT = "(?:that|this|it|these|those)";
const OF_THAT = `(?: (?:for|to|on|of|behind|about) ${THAT})?`;

const ARTICLE = "(?:article|source|outlet|paper|newspaper|report|agency|site)";

/** How people ask after what was told in ever other words, each by its shape; the lists of phrases have the rest. */
export const PATTERNS: Readonly<Partial<Record<string, RegExp>>> = {
  source: new RegExp(
    `^(?:(?:who|(?:which|what) ${ARTICLE}) (?:is |was |does )?${THAT} (?:come )?(?:from|by|in)` +
      `|(?:who|which \\S+) (?:else )?(?:says?|said|thinks?|reports?|reported|told|tells) (?:so|${THAT})` +
      "|(?:who|which \\S+) (?:else )?(?:claims?|claimed|writes?|wrote|published|covered|carried) (?:so|that|this)" +
      `|(?:any|got|is there|have you|do you have|whats?|what is|what are|show|give|send|can i have|can i see|can you give|can you show)` +
      `(?: me)?(?: a| an| any| the| your| some)? (?:sources?|links?|citations?|references?|proof|evidence|urls?|articles?)${OF_THAT}` +
      `|what (?:proof|evidence|sources?|basis) (?:is there|are there|do you have|have you)${OF_THAT}` +
      "|(?:bunu )?(?:kim|kimler|hangi \\S+) (?:soyluyor|soyledi|diyor|dedi|yazdi|yaziyor|bildirdi|bildiriyor)(?: bunu)?" +
      "|(?:а )?(?:кто|какое \\S+|какои \\S+) (?:это|об этом|так) ?(?:сказал|говорит|пишет|написал|сообщил|сообщает)?)$",
    "u",
  ),
  sure: new RegExp(
    `^(?:(?:any|is there|was there|has there been|do you have)(?: a| an| any| some)?(?: official| independent| other)? (?:confirmation|corroboration)${OF_THAT}` +
      `|(?:is|was|has|are|were) (?:${THAT}|they|you)(?: been)?(?: really| officially| independently| actually| quite| all)? ` +
      `(?:confirmed|true|right|official|certain|correct|accurate|sure|real|verified|corroborated|a fact|proven|undisputed)(?: (?:about|of|by) \\S+)?` +
      `|(?:do|does) (?:all|everyone|everybody|(?:all |both )?the sources|both (?:sources|outlets)|others)(?: of them| sources| outlets)?(?: all)? ` +
      `(?:say|agree|report|confirm|think)(?: so| the same| (?:on |about )?${THAT})?` +
      `|(?:has|did|does) (?:anyone|anybody|someone|somebody)(?: else)? (?:confirm|confirmed|say|deny|denied) (?:so|${THAT}))$`,
    "u",
  ),
  round:
    /^(?:in |on |at )?(?:which|what) (?:round|meeting|talks|session)(?: (?:was|is|were) (?:that|this|it)(?: in| at| from)?)?$/u,
  quote:
    /^(?:\S+ ){0,5}(?:exact|precise|actual|literal|verbatim) (?:words?|wording|quotes?|quotation|phrase|phrasing|text)(?: please)?$|^what (?:exactly |precisely |literally )?did (?:he|she|they) (?:exactly|actually|literally|precisely) say$/u,
  more: /^(?:(?:is there|was there|do you have|have you|got|tell me|give me|show me|say|know|can you tell me) )(?:anything|something|more|some more|any more|a bit more)(?: (?:else|more))?(?: (?:on|about|to) (?:that|this|it))?$/u,
  count:
    /^(?:so )?how many (?:in total|altogether|overall|in all|total|exactly|of them|are there|were there|are they)$|^kac tane(?: toplam)?$|^сколько (?:их|всего)$/u,
};
