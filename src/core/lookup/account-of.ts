import { live, type Claim, type Fact } from "#core/facts/fact.ts";
import { BOTH } from "#core/facts/sides.ts";
import type { View } from "#core/facts/view.ts";
import { SLOTS } from "#core/slots/index.ts";
import { slotKey } from "#core/slots/label.ts";
import { layersOf } from "./desk-index.ts";
import { isOf } from "./going-on-words.ts";
import { namesIn } from "./name-index.ts";
import { isFrom, outletsIn } from "./outlets-in.ts";
import { placesOf } from "./places-of.ts";
import type { Question } from "./question.ts";
import { weighed } from "./weigh.ts";
import { wordsIn } from "./words-in.ts";

/** Whose account of what was told is asked for: an outlet's, a party's, a person's. None of `facts` is by them. */
export interface Account {
  readonly facts: readonly Fact[];
  readonly who: string;
}

const SURELY = /^(?:according|version|account|gore|словам|данным|версии|мнению)$/u;
const SAY = /^(?:says?|said|reports?|reported|claims?|claimed|tells?|told|writes?|wrote|agrees?)$/u;
const BACK = /^(?:that|this|it|so|too|also|well|same|otherwise)$/u;
const AGREES = /^(?:agrees?|confirms?|confirmed)$/u;
const PLAIN = new Set(
  (
    "is was are were that this it its the a an what which how does do did so too also as well same otherwise about on in from to of by say says " +
    "said tell tells told report reports reported claim claims claimed write writes wrote according version account side sides delegation team " +
    "people government officials official ministry and else there agree agrees confirm confirms confirmed with them at for only just"
  ).split(" "),
);

/**
 * The account that somebody else gives of what was told: "according to the Russians", "what does the Gazette say", "do
 * other sources say the same". Undefined where a question asks for none.
 */
export function accountOf(
  words: readonly string[],
  now: Question,
  led: boolean,
  asked: Question,
  told: readonly Fact[],
  view: View,
): Account | undefined {
  const [first] = told;
  if (first === undefined) return undefined;
  const pool = poolOf(first, told, asked, view);
  if (isOf("others", words)) {
    const others = pool.filter((f) => f !== first);
    return { facts: others.length > 0 ? others : [first], who: "" };
  }
  const [outlet, ...more] = outletsIn(now.tokens, view);
  const names = now.names.filter((n) => n.of === "parties" || n.of === "people");
  const [name] = names;
  const ids = new Set(names.map((n) => n.id));
  const said = now.tokens.map((t) => t.text);
  const named = new Set([...placesOf(names), ...(outlet?.at ?? [])]);
  const others = said.filter((w, i) => !named.has(i) && !PLAIN.has(w) && !SURELY.test(w));
  const surely = [...words, ...said].some((w) => SURELY.test(w));
  if (others.length > 0 && surely && named.size === 0) {
    const typed = now.tokens.flatMap((t) => (others.includes(t.text) ? [t.typed] : []));
    return { facts: pool.filter((f) => f.claims.some((c) => isFromWords(c, typed))), who: `“${typed.join(" ")}”` };
  }
  if (others.length > 0 || more.length > 0) return undefined;
  const back = said.some((w, i) => BACK.test(w) && !named.has(i));
  if (outlet !== undefined) {
    const theirs = pool.filter((f) => isFrom(f, outlet.name, view));
    const points = surely || back || said.some((w) => AGREES.test(w)) || (led && said.length === outlet.at.length);
    // "what does the Gazette say": of what was told, where it says something on that; else all that it says.
    return points || (theirs.length > 0 && said.some((w) => SAY.test(w)))
      ? { facts: theirs, who: outlet.name }
      : undefined;
  }
  if (name === undefined || ids.size > 1) return undefined;
  // What a side says to that is its own, and so is what it wants where the answer was one side's.
  const line = said.join(" ");
  const ofAll = first.side === undefined || first.side === BOTH.id;
  const points = back && ofAll && (said.some((w) => SAY.test(w)) || / (?:on|about) (?:that|this|it)$/u.test(line));
  if (!surely && (!points || / to (?:that|this|it)$/u.test(line))) return undefined;
  const who = name.of === "parties" ? view.parties.name(name.id) : view.people.name(name.id);
  const theirs = pool.filter((f) => f.claims.some((c) => isBy(c, name, view)));
  return { facts: theirs, who };
}

/**
 * What may be told in its place: the same kind of fact of the same talks; where a thing was asked about, what has half
 * of its words.
 */
function poolOf(first: Fact, told: readonly Fact[], asked: Question, view: View): readonly Fact[] {
  const { words, slots, sides } = asked;
  const asking = slots.find((s) => s.slot === first.slot)?.at;
  const talks = new Set(told.map((f) => f.talks));
  const own = told.filter((f) => slotKey(f) === slotKey(first));
  const isOfThing = words.some((w) => w.telling && asking?.has(w.at) !== true);
  const rest = isOfThing
    ? weighed(asked, view, layersOf(view), talks)
        .filter((w) => w.has.size * 2 >= words.length)
        .map((w) => w.fact)
    : view.facts.filter(
        (f) => slotKey(f) === slotKey(first) && talks.has(f.talks) && (sides.length === 0 || f.side === first.side),
      );
  return [...own, ...rest.filter((f) => live(f) && !own.includes(f))];
}

/** Whether an article has a claim from somebody who is called so, or by these letters: "AP". */
function isFromWords({ according = [] }: Claim, typed: readonly string[]): boolean {
  return according.some(({ who }) => {
    const words = wordsIn(who);
    const letters = words.filter((w) => w !== "the" && w !== "of").map((w) => w.charAt(0));
    return typed.every((w) => words.includes(w)) || (typed.length === 1 && typed[0] === letters.join(""));
  });
}

/** Whether a claim is somebody's: as the article has it from them, or as their own words or stance. */
function isBy({ according, fields, side, slot }: Claim, { of, id }: Question["names"][number], view: View): boolean {
  const isThem = (text: string): boolean =>
    namesIn(wordsIn(text), view, new Set()).some(
      (n) =>
        (n.of === of && n.id === id) || (of === "parties" && n.of === "people" && view.people.get(n.id)?.party === id),
    );
  if (according?.some(({ who }) => isThem(who)) === true) return true;
  const speakers = [fields["speaker"], fields["by"]].flatMap((v) => (v === undefined ? [] : [String(v)]));
  if (speakers.some((v) => v === id || (of === "parties" && view.people.get(v)?.party === id) || isThem(v)))
    return true;
  return of === "parties" && side === id && according === undefined && SLOTS[slot].sided === "required";
}
