import type { MessageId } from "#core/messages/english.ts";
import { ENGLISH } from "#core/messages/english.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import type { Relation } from "#core/values/relation.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import type { Fields } from "#core/facts/fact.ts";
import type { Names } from "#core/facts/names.ts";
import type { Options, Values } from "#core/request/option.ts";

/** Names for a sentence: each turns an id into what readers call it. */
export interface Say {
  person(id: string): string;
  place(id: string): string;
  party(id: string): string;
  /** A slot of the desk's own. */
  slot(id: string): string;
  /** `the Egyptian side`, `both sides`, or empty where the claim has no side. */
  readonly side: string;
  /** The side's adjective, `Russian`, or empty. */
  readonly adjective: string;
  /** What was held: `the talks`, or `the call`, `the summit` where the talks are called so. */
  readonly event: string;
  /** `were`, or `was` of a call. */
  readonly were: string;
  /** Set where it is told in another language than English. */
  readonly other?: OtherTongue;
}

/** What a sentence in another language is made with. */
interface OtherTongue extends Told {
  /** Words as they were said, with the language that they are in. */
  quotation(words: string): string;
}

/** What fields may lack together: the message that says it. */
export type Lack = Extract<MessageId, `lack.${string}`>;

/**
 * A typed question that the desk knows. Data checks, forms, lookup, rendering and import all come from this one
 * definition.
 */
export interface Slot {
  readonly name: SlotName;
  readonly label: string;
  /** `one`: one value per (talks, side), so that live facts which differ are a disagreement. */
  readonly holds: "one" | "many";
  /** Whether a claim names the side it is about. */
  readonly sided: "required" | "optional" | "never";
  /** Whether a claim with these fields has to name its side: who led the talks as a whole led no side. */
  readonly needsSide: (fields: Fields) => boolean;
  /** Whether it stands in the comparison of two rounds. */
  readonly compared: boolean;
  /** Whether it stands in the timeline of a round. */
  readonly timed: boolean;
  readonly fields: Options;
  /** Fields in which agreeing claims may be worded differently: shown as variants, with who reports which. */
  readonly variants: readonly string[];
  /**
   * Of these, the ones that the key does not compare: agreeing sources may say something else there, and are not
   * counted for it.
   */
  readonly details: readonly string[];
  /** What agreeing sources do alike where a detail differs, after "3 outlets": `name the same person`. */
  readonly same: Sameness;
  /**
   * The field by whose words facts are near each other without being the same, among those that are equal in the fields
   * of `same`; undefined where a value cannot be said in other words.
   */
  readonly near: Near<string> | undefined;
  /** The field with a number that is read by the decimal mark of the article's language. */
  readonly figure?: string;
  /** Words that people ask with, in plain lower case. */
  readonly ask: readonly string[];
  /** Claims of one (talks, slot, side) with equal keys agree. */
  key(fields: Fields): string;
  /**
   * How two facts on one question stand to each other. Of a slot that holds many, most say different things and are
   * apart.
   */
  relate(a: Fields, b: Fields, names: Names): Relation;
  /**
   * Whether nobody can tell from the words if two facts can both hold, though they may well not: the person who adds
   * one is asked.
   */
  unsure(a: Fields, b: Fields, names: Names): boolean;
  /**
   * Facts can differ only where these are equal: so that thousands need not be compared with thousands. Undefined where
   * none ever differ.
   */
  subject(fields: Fields): string | undefined;
  /** What the fields lack together although each is fine; undefined if nothing. */
  check(fields: Fields): Lack | undefined;
  /** One plain sentence in our words, full stop included. */
  sentence(fields: Fields, say: Say): string;
  /** The value alone, where it is shorter than the sentence; the sentence without its full stop elsewhere. */
  brief(fields: Fields, say: Say): string;
  /** The sentence for the first line of an answer: it says no more, and leaves out what one reads on for, as a post. */
  first(fields: Fields, say: Say): string;
  /**
   * How far the value is from an exact one: 0 as exact as one can be (a day of the calendar), 1 less so (a Thursday), 2
   * words that give no value (late in the week). The exact are told first.
   */
  vagueness(fields: Fields): Vagueness;
  /** What a less exact value says beside the exact one that it fits: `a Thursday` beside 10 April 2025. */
  beside(exact: Fields, other: Fields, at?: Told): string | undefined;
}

type Sameness = "name the same person" | "name the same place" | "quote the same words" | "say so" | "say the same";

/** From exact to words alone. */
type Vagueness = 0 | 1 | 2;

interface Near<Field> {
  readonly field: Field;
  readonly same: readonly Field[];
}

interface Definition<O extends Options> {
  readonly name: SlotName;
  readonly holds: Slot["holds"];
  readonly sided: Slot["sided"];
  /** The field that says enough for a claim to name no side, where a side is required else. */
  readonly sidelessWith?: keyof O & string;
  readonly compared: boolean;
  readonly timed: boolean;
  readonly fields: O;
  readonly variants?: readonly (keyof O & string)[];
  readonly details?: readonly (keyof O & string)[];
  readonly same?: Sameness;
  readonly near?: Near<keyof O & string> | undefined;
  readonly figure?: keyof O & string;
  readonly ask: readonly string[];
  key(fields: Values<O>): string;
  relate?(a: Values<O>, b: Values<O>, names: Names): Relation;
  unsure?(a: Values<O>, b: Values<O>, names: Names): boolean;
  subject?(fields: Values<O>): string;
  check?(fields: Values<O>): Lack | undefined;
  sentence(fields: Values<O>, say: Say): string;
  brief?(fields: Values<O>, say: Say): string;
  first?(fields: Values<O>, say: Say): string;
  /**
   * What stands after the label in another language than English: the names in it and the sources' words as they are.
   * `short`: for a first line, without what one reads on for. The brief where it is absent.
   */
  plain?(fields: Values<O>, say: Say, other: OtherTongue, short: boolean): string;
  vagueness?(fields: Values<O>): Vagueness;
  beside?(exact: Values<O>, other: Values<O>, at: Told): string | undefined;
}

export function defineSlot<O extends Options>(definition: Definition<O>): Slot {
  // Stored fields were read by these very options, so they have their values' shape.
  const typed = (fields: Fields) => fields as Values<O>;
  // A clause that ends with "the U.S." or a question mark has its end already.
  const sentence = (words: string): string => words.replace(/(?<=[.?!…])\.$/u, "");
  const value = (fields: Fields, say: Say, other: OtherTongue, short = false): string =>
    definition.plain?.(typed(fields), say, other, short) ??
    definition.brief?.(typed(fields), say) ??
    freeText(fields, definition.fields);
  const labelled = (fields: Fields, say: Say, other: OtherTongue, short = false): string => {
    const { name } = definition;
    const label = name === "own" ? say.slot(String(fields["kind"])) : tell(other, `slot.${name}`);
    const told = { label, value: value(fields, say, other, short) };
    return sentence(
      say.side === "" ? tell(other, "plain.fact", told) : tell(other, "plain.ofSide", { ...told, side: say.side }),
    );
  };
  return {
    ...definition,
    label: ENGLISH[`slot.${definition.name}`],
    variants: definition.variants ?? freeWords(definition.fields),
    details: definition.details ?? [],
    same: definition.same ?? "say the same",
    near: "near" in definition ? definition.near : nearBy(definition.holds, definition.fields),
    needsSide: (fields) => definition.sided === "required" && fields[definition.sidelessWith ?? ""] === undefined,
    key: (fields) => definition.key(typed(fields)),
    relate(a, b, names) {
      if (definition.key(typed(a)) === definition.key(typed(b))) return "same";
      return definition.relate?.(typed(a), typed(b), names) ?? (definition.holds === "one" ? "differs" : "apart");
    },
    unsure: (a, b, names) => definition.unsure?.(typed(a), typed(b), names) ?? false,
    subject: (fields) =>
      definition.holds === "many" && definition.relate === undefined
        ? undefined
        : (definition.subject?.(typed(fields)) ?? ""),
    check: (fields) => definition.check?.(typed(fields)),
    sentence: (fields, say) =>
      say.other === undefined ? sentence(definition.sentence(typed(fields), say)) : labelled(fields, say, say.other),
    first: (fields, say) =>
      say.other === undefined
        ? sentence(definition.first?.(typed(fields), say) ?? definition.sentence(typed(fields), say))
        : labelled(fields, say, say.other, true),
    vagueness: (fields) => definition.vagueness?.(typed(fields)) ?? 0,
    beside: (exact, other, at = {}) => definition.beside?.(typed(exact), typed(other), at),
    brief: (fields, say) =>
      say.other === undefined
        ? (definition.brief?.(typed(fields), say) ?? definition.sentence(typed(fields), say).replace(/\.$/u, ""))
        : value(fields, say, say.other),
  };
}

/** The clause of a slot that has one. */
function freeText(f: Fields, fields: Options): string {
  return freeWords(fields)
    .map((name) => String(f[name] ?? ""))
    .join(", ");
}

/** The fields that hold free words: facts may be joined by hand that word them differently. */
function freeWords(fields: Options): readonly string[] {
  return Object.entries(fields).flatMap(([name, o]) =>
    o.required && o.of === undefined && o.type === "text" ? [name] : [],
  );
}

/** A slot's clause in free words; none where its value is a name, a day, a length or a quotation. */
function nearBy(holds: Slot["holds"], fields: Options): Slot["near"] {
  const field = Object.entries(fields).find(([, o]) => o.required && o.of === undefined && o.type === "text")?.[0];
  return holds === "one" || field === undefined ? undefined : { field, same: [] };
}
