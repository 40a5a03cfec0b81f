import { countryOf } from "#core/facts/country.ts";
import { BOTH } from "#core/facts/sides.ts";
import type { View } from "#core/facts/view.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Option, Options } from "#core/request/option.ts";
import { SLOTS } from "#core/slots/index.ts";
import { fold } from "#core/text/text.ts";
import { split } from "#core/text/tokens.ts";
import { SLOT, withOwnSlot } from "./stated.ts";

/**
 * The words of `says`, such as `iran "Abbas Araghchi"`, as the values that they are: the party first where the slot has
 * one and the first word names one, then what the slot needs, in its order, then what else it can say where it is told
 * apart: `arrived Geneva "at noon"`, `"Ida Ray" "Foreign Minister"`.
 */
export function saidInOrder(typed: RawCall["values"], view: View): RawCall["values"] {
  const values = withOwnSlot(typed, view);
  const { says, ...rest } = values;
  const read = SLOT.read(values["slot"] ?? "", view);
  if (says === undefined || !read.ok) return values;
  const { fields, sided } = SLOTS[read.value];
  // A typed line ends each of its words with a line break. Elsewhere quotation marks say what belongs together.
  const words = says.includes("\n") ? says.split("\n").filter((w) => w !== "") : split(says).map((t) => t.text);
  const [first = "", ...others] = words;
  const party = sided === "never" ? Object.keys(fields).find((name) => fields[name]?.of === "parties") : "side";
  const leads = party !== undefined && rest[party] === undefined && others.length > 0 && namesSide(first, view);
  const queue = leads ? others : words;
  const given = { ...rest, ...(leads ? { [party]: first } : {}) };
  const free = Object.keys(fields).filter((name) => given[name] === undefined);
  const needed = free.filter((name) => fields[name]?.required === true);
  const open = needed.length > 0 ? needed : lastOf(free, queue.length);
  const filled = open.flatMap((name, at) => {
    const mine = at === open.length - 1 ? queue.slice(at) : queue.slice(at, at + 1);
    return mine.length === 0 ? [] : [[name, mine.join(" ")] as const];
  });
  if (filled.length === 0 && queue.length > 0) return values;
  const [name, ...more] = needed.toReversed();
  const field = name === undefined ? undefined : fields[name];
  const optional = free.filter((one) => fields[one]?.required !== true);
  // Of free words, what stands in quotation marks may be the source's own.
  const isFree = field?.choices === undefined && field?.of === undefined && name !== SLOTS[read.value].figure;
  const apart =
    field === undefined || isFree ? undefined : told(queue.slice(more.length), field, optional, fields, view);
  return {
    ...given,
    ...Object.fromEntries(filled),
    ...(name === undefined || apart === undefined ? {} : { ...apart.more, [name]: apart.first }),
  };
}

/**
 * The last needed value and the further ones that words tell apart: one of a closed list is one word, and what stood in
 * quotation marks is a value, as is what stands before or after it. Undefined where they are one value, or more than
 * the slot can say.
 */
function told(words: readonly string[], needed: Option, optional: readonly string[], fields: Options, view: View) {
  const [head = "", ...rest] = words;
  const values = needed.choices === undefined ? valuesIn(words) : [head, ...valuesIn(rest)];
  const [first = "", ...others] = values;
  if (others.length === 0 || others.length > optional.length) return undefined;
  const more = others.map((value, at) => [optional[at] ?? "", value] as const);
  const isName = ([name, value]: readonly [string, string]): boolean => {
    const of = fields[name]?.of;
    return of === undefined || view[of].exact(value) !== undefined;
  };
  // Where not all is said, "at noon" may be the time and not the place.
  if (others.length < optional.length && !more.every(isName)) return undefined;
  return { first, more: Object.fromEntries(more) };
}

/** Words of one value stand together, and one that has a space stood in quotation marks. */
function valuesIn(words: readonly string[]): readonly string[] {
  const values: string[] = [];
  let isOpen = false;
  for (const word of words) {
    const quoted = word.includes(" ");
    if (isOpen && !quoted) values.push(`${values.pop() ?? ""} ${word}`);
    else values.push(word);
    isOpen = !quoted;
  }
  return values;
}

/** Where nothing is needed, one word is the last field, which says the least: a city, and not a building in it. */
function lastOf(free: readonly string[], count: number): readonly string[] {
  return count > free.length ? free.slice(0, 1) : free.slice(-Math.max(count, 1));
}

function namesSide(word: string, { parties }: View): boolean {
  if (parties.exact(word) !== undefined || countryOf(word) !== undefined) return true;
  return [BOTH.id, BOTH.name, ...BOTH.aliases].some((spelling) => fold(spelling) === fold(word));
}
