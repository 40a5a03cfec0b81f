import type { Fact } from "#core/facts/fact.ts";
import type { Question } from "./question.ts";
import { says } from "./says.ts";

/** What a question asks of a format, where the fact says nothing of that: the language, or who was let in to see. */
export function formatMissing(fact: Fact, { tokens }: Question): readonly string[] {
  const asksForLanguage = tokens.some(({ text }) => text === "language" || /^(?:interpret|translat)/u.test(text));
  if (asksForLanguage && !says(fact, (w) => LANGUAGE.test(w))) return ["language"];
  return tokens.some((t) => PRESS.test(t.text)) && !says(fact, (w) => OPEN.test(w)) ? ["press"] : [];
}

// The official languages of the United Nations, those of the regions that talks are held on, and who interprets.
const LANGUAGE =
  /^(?:arabic|chinese|english|french|russian|spanish|farsi|persian|turkish|ukrainian|german|italian|hebrew|korean|japanese|portuguese|hindi|urdu|pashto|dari|armenian|azerbaijani|georgian|serbian|swahili|amharic|interpret(?:er|ers|ed|ation)|translat(?:or|ors|ed|ion))$/u;

const PRESS = /^(?:press|reporters?|journalists?|media|cameras?|public)$/u;
const OPEN = /^(?:press|reporters?|journalists?|media|cameras?|public|open|closed|doors?)$/u;
