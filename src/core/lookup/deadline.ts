const BY =
  /(?<!\p{L})(?:until|till|by|within|before|no later than|not later than)\s+(?:(?:the|early|late|mid|about|around)[\s-]+)*(?:end of|close of|start of|\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|next (?:day|week|month|year)|year['’]?s end|midnight|noon|tomorrow)(?!\p{L})/iu;

/** The word that asks for a day by which something is to be done: no source need call it a deadline. */
export const DEADLINE = "deadline";

/** Whether words say until when something is to be done: "until 1 May", "by the end of the year", "within a month". */
export function saysDeadline(words: string): boolean {
  return BY.test(words);
}
