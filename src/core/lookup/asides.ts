/** Turns of speech that say nothing of what is asked, whatever their words say elsewhere: "in the end", "at all". */
const ASIDES = (
  "in the end|in the first place|at the end of the day|at all|by any chance|as far as you know|as far as we know|to your knowledge|" +
  "of course|in fact|as well|by the way|for sure|after all|in particular|at some point|at any point|" +
  "at any time|in any way|of any kind|of any sort|once and for all|in practice|in reality|one way or another|if any|if at all|" +
  "or not|under the deal|under the agreement|under the accord|under the pact|supposed to|it true that|it correct that|it right that|it the case that|anywhere|in general|for real|on the other hand|as such"
)
  .split("|")
  .map((aside) => aside.split(" "))
  .toSorted((a, b) => b.length - a.length);

/** The places of words that belong to such a turn. None where nothing else is said. */
export function asidesIn(words: readonly string[]): ReadonlySet<number> {
  const at = new Set<number>();
  for (let i = 0; i < words.length; i += 1) {
    const aside = ASIDES.find((parts) => parts.every((part, j) => words[i + j] === part));
    // "at all talks" is of all of them.
    if (
      aside === undefined ||
      (aside.at(-1) === "all" && !/^(?:|in|on|at|with|during|about|to|by|for)$/u.test(words[i + aside.length] ?? ""))
    )
      continue;
    for (const j of aside.keys()) at.add(i + j);
    i += aside.length - 1;
  }
  return at.size === words.length ? new Set() : at;
}

const SOURCE =
  /^(?:statements?|communiques?|documents?|texts?|papers?|reports?|agreements?|memorandum|declaration|sources?|articles?|news|press)$/u;

/** The places of the words that say who or which paper is meant: "according to the statement". A fact need not. */
export function accordingIn(words: readonly string[]): ReadonlySet<number> {
  const at = words.findIndex((w, i) => w === "according" && words[i + 1] === "to");
  const of = words.findIndex((w, i) => at >= 0 && i > at + 1 && i <= at + 5 && SOURCE.test(w));
  if (at < 0) return new Set();
  return new Set(of < 0 ? [at, at + 1] : [at, at + 1, of]);
}
