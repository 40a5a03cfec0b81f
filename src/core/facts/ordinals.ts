const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const PLACES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const LAST = ["last", "latest", "last round", "latest round"];

/** How people call the round of this place, from 1, among `count`: `second`, `2nd`, `round two`, `last round`. */
export function ordinals(place: number, count: number): readonly string[] {
  return [...nth(place), ...(place === count ? LAST : [])];
}

/**
 * Whether a spelling, folded, says a place among others and nothing else. Such a spelling follows from the order and is
 * not kept.
 */
export function isOrdinal(folded: string): boolean {
  return (
    LAST.includes(folded) || ALL.has(folded) || /^(?:round )?\d{1,3}$|^\d{1,3}(?:st|nd|rd|th)(?: round)?$/u.test(folded)
  );
}

function nth(place: number): readonly string[] {
  const [word, number] = [PLACES[place - 1], NUMBERS[place - 1]];
  const short = `${place}${suffix(place)}`;
  return [
    String(place),
    `round ${place}`,
    short,
    `${short} round`,
    ...(word === undefined ? [] : [word, `${word} round`]),
    ...(number === undefined ? [] : [`round ${number}`]),
  ];
}

function suffix(place: number): string {
  if (place % 100 >= 11 && place % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][place % 10] ?? "th";
}

const ALL = new Set(PLACES.flatMap((_, at) => nth(at + 1)));
