const OPENING = /^(?:hey|hi|hello|so|ok|okay|well|please|and|but|um|uh|oh|right|sorry|actually|also|now|btw)$/u;
// "can you tell me", "do you know", "I was wondering": what is asked comes after it.
const ASKS =
  /^(?:(?:can|could|would|will) (?:you|somebody|someone|anyone|anybody) (?:please |also |just )?(?:tell|say|explain|show|remind)(?: me| us)?|(?:do|does) (?:you|we|anyone|anybody|somebody|someone) (?:happen to )?(?:know|remember)|(?:i|we) (?:was|were|am|are) (?:just |also )?(?:wondering|curious)|im (?:just |also )?(?:wondering|curious)|(?:i|we) wonder|(?:i|we|id|wed) (?:just |also |really )?(?:would |d )?(?:want|need|like) to know|is it (?:known|clear)|tell (?:me|us)|remind (?:me|us)|(?:any|some) idea|just (?:curious|wondering))(?= |$)/u;
const SAYS =
  /^(?:i|we|somebody|someone|people) (?:just |also )?(?:guess|think|thought|hear|heard|read|believe|assume|suppose|understand|gather|reckon)(?: that)?(?= |$)/u;
const ASKING =
  /^(?:who|whom|whose|when|where|why|how|what|which|whats|whos|if|whether|is|are|was|were|did|do|does|has|have|had)$/u;

/**
 * How many words of a question come before what it asks: "hey, can you tell me". All of it is asked where nothing is
 * left, or where no question comes after.
 */
export function leadIn(words: readonly string[]): number {
  let from = 0;
  while (from < words.length && OPENING.test(words[from] ?? "")) from += 1;
  const rest = words.slice(from).join(" ");
  const [asks] = ASKS.exec(rest) ?? [];
  const [says] = SAYS.exec(rest) ?? [];
  const size = (asks ?? says ?? "").split(" ").filter((w) => w !== "").length;
  const next = words[from + size];
  if (size > 0 && next !== undefined && (asks === undefined || ASKING.test(next))) {
    const told = from + size;
    return told + (/^(?:if|whether)$/u.test(next) ? 1 : 0);
  }
  return from < words.length ? from : 0;
}
