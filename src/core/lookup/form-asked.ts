export type Form = "who" | "when" | "where" | "why" | "how-many" | "how-long" | "how" | "yes-no" | "what";

const YES_NO =
  /^(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|may|any|isnt|arent|wasnt|werent|didnt|dont|doesnt|hasnt|havent|wont|cant|couldnt|wouldnt)$/u;

/** The form of a question, by its question word or its first one. */
export function formOf(words: readonly string[]): Form {
  const said = words.slice(0, 16).join(" ");
  if (/\bhow (?:many|much)\b/u.test(said))
    return /\bhow (?:many (?:hour|minute|day)|much time|much long)/u.test(said) ? "how-long" : "how-many";
  if (words[0] === "were" && /^(?:did|was|is)$/u.test(words[1] ?? "")) return "where";
  if (/\bhow (?:big|large|often)\b|\b(?:bigger|larger|smaller|fewer)\b/u.test(said)) return "how-many";
  if (/\bhow long\b/u.test(said)) return "how-long";
  if (/\b(?:what|which) (?:time|days?|dates?|months?|years?|weekday|hour)\b/u.test(said)) return "when";
  if (YES_NO.test(words[0] ?? "")) return "yes-no";
  const asking = words.find((w) => /^(?:who|whom|whose|when|where|why|how|what|which)$/u.test(w));
  // "exact date the accord was signed".
  if (asking === undefined)
    return /^(?:the |an? )?(?:exact |precise |start |end )?(?:dates?|day) /u.test(said) ? "when" : "what";
  if (asking === "whom" || asking === "whose") return "who";
  if (asking === "which") return "what";
  return asking as Form;
}
