import { tell } from "#core/messages/tell.ts";
import { uncapitalIn } from "#core/messages/words.ts";
import { talksSaid } from "./talks-said.ts";
import { attribution, brief, firstSentence, sideName } from "./statement.ts";
import { fieldsOf, type Fact } from "#core/facts/fact.ts";
import { negotiationOf, rounds, type View } from "#core/facts/view.ts";
import { differing } from "#core/slots/disagreement.ts";
import { SLOTS } from "#core/slots/index.ts";
import { holdsOne, labelOf, slotKey } from "#core/slots/label.ts";
import type { Told } from "#core/messages/tongue.ts";
import { shorten } from "#core/text/text.ts";

/** A phone shows so much of a first line, and Slack's header takes 150. */
export const FIRST_MAX = 140;
const NAME_MAX = 60;
// Less than this holds no answer with the name of its talks.
const ROOM_MIN = 70;
const CUT_MIN = 40;

/** The sentence that answers. `whole`: the fact that it states, where it is cut nowhere. */
export interface FirstLine {
  readonly text: string;
  readonly whole?: Fact;
}

/** What is open before what is set aside, and of it the exact before the less exact. */
export function exactFirst(facts: readonly Fact[]): readonly Fact[] {
  const place = (f: Fact): number => (f.settled !== undefined ? 3 : SLOTS[f.slot].vagueness(fieldsOf(f)));
  return facts.toSorted((a, b) => place(a) - place(b));
}

/**
 * Facts that answer a question in one sentence of at most 140 characters: it names the talks, keeps who said it, and
 * says so where sources differ. `before`: words of the same line, such as `No: Geneva.`
 */
export function firstLine(facts: readonly Fact[], view: View, before = ""): FirstLine {
  const start = before === "" ? "" : `${shorten(before, FIRST_MAX)} `;
  const room = FIRST_MAX - start.length;
  const ofTalks = [...Map.groupBy(facts, (f) => f.talks)].map(([, some]) => kindred(some));
  const [only] = ofTalks;
  if (only === undefined || room < ROOM_MIN) return { text: start.trim() };
  const told = ofTalks.length > 1 ? overTalks(ofTalks, room, view) : inTalks(only, room, view);
  return { ...told, text: `${start}${shorten(told.text, room)}` };
}

/**
 * One round by the kinds of fact that are told of it, values before whole sentences: `Second round: 10 April 2025;
 * Geneva; 5½ hours.`
 */
export function roundLine(name: string, facts: readonly Fact[], view: View): FirstLine {
  const start = `${shorten(name, NAME_MAX)}: `;
  const kinds = [...Map.groupBy(facts, (f) => `${slotKey(f)} ${f.side ?? ""}`).values()];
  const isSentence = ([f]: readonly Fact[]): boolean => f !== undefined && SLOTS[f.slot].sided === "required";
  const values = kinds
    .toSorted((a, b) => Number(isSentence(a)) - Number(isSentence(b)))
    .map((group) => valueOf(group, view));
  return { text: shorten(`${start}${joined(values, FIRST_MAX - start.length - 1, view)}.`, FIRST_MAX) };
}

/** The first kind of fact among these alone: what else was found stands below. */
function kindred(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter((f) => facts[0] !== undefined && slotKey(f) === slotKey(facts[0]));
}

/** With the negotiation's name before the round's, where a desk holds several and nothing is cut for it. */
function inTalks(facts: readonly Fact[], room: number, view: View): FirstLine {
  const id = facts[0]?.talks ?? "";
  const name = shorten(view.talks.name(id), NAME_MAX);
  const whole = talksSaid(id, view);
  const plain = inNamed(facts, name, room, view);
  const wide = whole === name ? plain : inNamed(facts, whole, room, view);
  return wide.text.replace(whole, name) === plain.text && wide.text.length <= room ? wide : plain;
}

function inNamed(facts: readonly Fact[], name: string, room: number, view: View): FirstLine {
  const groups = bySide(facts);
  const apart = groups.find((some) => isApart(some, view));
  if (apart !== undefined) {
    const start = tell(view, "first.differ", { asked: asked(apart, view), round: name });
    return { text: `${start}${fitted(differing(apart, view) ?? [], room - start.length - 1, view)}.` };
  }
  const end = ` (${name}).`;
  if (!groups.every((some) => isSingle(some, view))) {
    const start = `${labelled(facts, view)}: `;
    return { text: `${start}${fitted(facts, room - start.length - end.length, view)}${end}` };
  }
  const sentences = groups.flatMap(([first, ...rest]) => (first === undefined ? [] : [clause(first, view, rest)]));
  const all = sentences.join("; ");
  const kept = joined(sentences, room - end.length, view);
  const [whole] = groups[0] ?? [];
  const text = `${kept}${end}`;
  return groups.length === 1 && kept === all && whole !== undefined ? { text, whole } : { text };
}

/** One answer in several talks, or each of theirs. */
function overTalks(ofTalks: readonly (readonly Fact[])[], room: number, view: View): FirstLine {
  const told = ofTalks.map(bySide);
  const all = allRounds(
    told.flatMap((groups) => groups[0]?.[0] ?? []),
    view,
  );
  const clauses = told.map((groups) => groups.flatMap(([first]) => (first === undefined ? [] : [clause(first, view)])));
  const alike = new Set(clauses.map((some) => some.toSorted().join("; ")));
  const isSure = told.flat().every((group) => isSingle(group, view) && !isApart(group, view));
  if (alike.size === 1 && all !== undefined && isSure) {
    const text = `${(clauses[0] ?? []).join("; ")} ${all}.`;
    if (text.length <= room) return { text };
  }
  const parts = ofTalks.map((facts) => {
    const name = shorten(view.talks.name(facts[0]?.talks ?? ""), NAME_MAX);
    const groups = bySide(facts).map((group) => valueOf(group, view));
    return `${name}: ${groups.join(", ")}`;
  });
  return { text: `${joined(parts, room - 1, view)}.` };
}

function bySide(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  return [...Map.groupBy(facts, (f) => f.side ?? "").values()].map(exactFirst);
}

/** What a group of facts says in a list of several: a value, a sentence where it is a side's. */
function valueOf(group: readonly Fact[], view: View): string {
  const [first] = exactFirst(group);
  if (first === undefined) return "";
  if (isApart(group, view)) return tell(view, "first.sourcesDiffer", { asked: asked(group, view) });
  return SLOTS[first.slot].sided === "required" ? clause(first, view) : item(first, view);
}

/** `in both rounds`, where these are all rounds of one negotiation; undefined where they are not. */
function allRounds(facts: readonly Fact[], view: View): string | undefined {
  const negotiation = negotiationOf(facts[0]?.talks ?? "", view);
  if (negotiation === undefined) return undefined;
  const all = rounds(view, negotiation.id);
  if (all.length !== facts.length || !all.every((t) => facts.some((f) => f.talks === t.id))) return undefined;
  const n = all.length;
  if (view.negotiations.all.length < 2) return n === 2 ? tell(view, "first.inBoth") : tell(view, "first.inAll", { n });
  const named = { negotiation: shorten(negotiation.name, NAME_MAX) };
  return n === 2 ? tell(view, "first.inBothOf", named) : tell(view, "first.inAllOf", { ...named, n });
}

/** Whether sources differ among these, or one of them is in dispute. */
function isApart(facts: readonly Fact[], view: View): boolean {
  return (differing(facts, view) ?? []).length > 1;
}

/** Whether one of these says it all: of one value, or the only one. */
function isSingle([first, ...rest]: readonly Fact[], view: View): boolean {
  return (
    first !== undefined && (rest.length === 0 || SLOTS[first.slot].holds === "one" || holdsOne(first.claims[0], view))
  );
}

/** A fact as the first line says it; `rest`: the less exact ones beside it. */
function clause(fact: Fact, view: View, rest: readonly Fact[] = []): string {
  const plain = `${firstSentence(fact.claims[0], view).replace(/\.$/u, "")}${beside(fact, rest, view)}`;
  const as = attribution(fact, view) ?? (isHearsay(fact) ? tell(view, "said.byOthers") : undefined);
  const words = as === undefined ? plain : `${plain}, ${as}`;
  return fact.standing === "disputed" ? tell(view, "first.disputed", { words }) : words;
}

/** `, a Thursday`: what another source adds, where neither has it from somebody and nobody disputes it. */
function beside(fact: Fact, rest: readonly Fact[], at: Told): string {
  const isPlain = (f: Fact): boolean => f.settled === undefined && f.standing === "accepted" && !isHearsay(f);
  if (!isPlain(fact)) return "";
  const added = rest.filter(isPlain).flatMap((f) => SLOTS[fact.slot].beside(fieldsOf(fact), fieldsOf(f), at) ?? []);
  return added[0] === undefined ? "" : `, ${added[0]}`;
}

/** Whether every source has it from somebody, though not all from the same. */
function isHearsay({ claims }: Fact): boolean {
  return claims.every((c) => c.according !== undefined);
}

function item(fact: Fact, view: View): string {
  const as = attribution(fact, view);
  return `${brief(fact.claims[0], view)}${as === undefined ? "" : `, ${as}`}`;
}

function asked(facts: readonly Fact[], view: View): string {
  return uncapitalIn(view, labelled(facts, view));
}

/** `Who led, the Egyptian side`: the side only where all are of one. */
function labelled(facts: readonly Fact[], view: View): string {
  const [first] = facts;
  if (first === undefined) return "";
  const label = labelOf(first.claims[0], view);
  const { side } = first;
  return side === undefined || facts.some((f) => f.side !== side)
    ? label
    : `${label}, ${sideName(side, view, first.talks)}`;
}

function fitted(facts: readonly Fact[], room: number, view: View): string {
  return joined([...new Set(facts.map((f) => item(f, view)))], room, view);
}

/** As many as fit, the next one cut where that still says something, and how many more there are. */
function joined(all: readonly string[], room: number, at: Told): string {
  const more = (n: number): string => (n === all.length ? "" : tell(at, "first.more", { n: all.length - n }));
  for (let n = all.length; n > 0; n -= 1) {
    const whole = all.slice(0, n).join("; ");
    if (whole.length + more(n).length <= room) return `${whole}${more(n)}`;
    const kept = n === 1 ? "" : `${all.slice(0, n - 1).join("; ")}; `;
    const left = room - kept.length - more(n).length;
    if (left >= CUT_MIN || n === 1) return `${kept}${shorten(all[n - 1] ?? "", Math.max(left, 1))}${more(n)}`;
  }
  return "";
}
