import type { Choice } from "#core/request/choice.ts";
import { SLOT_NAMES, type SlotName } from "#core/facts/slot-names.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import type { Claim, Fields } from "#core/facts/fact.ts";
import type { Names } from "#core/facts/names.ts";
import { tell } from "#core/messages/tell.ts";
import { meantBy } from "#core/facts/likely-names.ts";
import { ok, refuse } from "#core/request/refusal.ts";
import { fold, line, shorten } from "#core/text/text.ts";
import type { Option, Options, Values } from "#core/request/option.ts";
import { oneOf, side, talks } from "#core/request/options/index.ts";
import { SLOTS } from "#core/slots/index.ts";
import type { View } from "#core/facts/view.ts";
import type { Spelling, Stated } from "./add.ts";
import { talksMeant } from "./which-talks.ts";
import { readName } from "#core/request/options/named-or-new.ts";
import type { CITING } from "./citing.ts";

/** A slot, shipped or, by its name, one of the desk's own: `withOwnSlot` reads that before anything else is. */
const OFTEN: readonly SlotName[] = [
  "led",
  "venue",
  "date",
  "duration",
  "attended",
  "outcome",
  "agenda",
  "position",
  "quote",
];
const OFFERED = [...OFTEN, ...SLOT_NAMES.filter((name) => name !== "own" && !OFTEN.includes(name))];
const CALLED = OFFERED.map((name) => SLOTS[name].label).join(" · ");
const SHIPPED = oneOf("What kind of fact", OFFERED, { words: true, required: true });
export const SLOT: Option<SlotName, true> = {
  ...SHIPPED,
  label: "What kind of fact?",
  shows: (value, at) => tell(at, `slot.${OFFERED.find((name) => name === value) ?? "own"}`),
  of: "slots",
  read(raw, names) {
    const called = OFFERED.find((name) => fold(SLOTS[name].label) === fold(raw));
    const shipped = raw === "own" ? ok<SlotName>(raw) : called === undefined ? SHIPPED.read(raw, names) : ok(called);
    if (shipped.ok) return shipped;
    const message = tell(names, "slot.none", { typed: shorten(raw, 40) });
    const offers = meantBy(raw, "slots", names).map(({ name }) => ({ label: name, value: name }));
    return {
      ok: false,
      refusal: {
        ...refuse("held", message, tell(names, "value.oneOf", { values: CALLED })),
        offers,
        unheld: { typed: line(raw), of: ["slots"] },
      },
    };
  },
  complete: ownSlotNames,
};

/** The names of the desk's own slots, as choices. */
export function ownSlotNames({ slots }: Pick<Names, "slots">): readonly Choice[] {
  return slots.all.map(({ name }) => ({ label: name, value: name }));
}

/** A call that names a slot of the desk's own, as the values that it means: `own`, and which one. */
export function withOwnSlot(values: RawCall["values"], names: Names): RawCall["values"] {
  const { slot: typed = "" } = values;
  const found = names.slots.find(typed);
  const own =
    found.kind === "exact" || (found.kind === "near" && !SHIPPED.read(typed, names).ok) ? found.item : undefined;
  return own === undefined ? values : { kind: own.name, ...values, slot: "own" };
}

export const WHERE = {
  talks: talks("Which round of talks (the latest, where the desk follows one negotiation)"),
  side: side("Which side it is about, where it is about one"),
} as const;

/** The fields of the slot that a call names, for its form; undefined while it names none. */
export function slotFields(values: RawCall["values"], { view }: Pick<Snapshot, "view">): Options | undefined {
  const slot = SLOT.read(values["slot"] ?? "", view);
  return slot.ok ? SLOTS[slot.value].fields : undefined;
}

/** The side of a kind that is told by sides is asked first; some can do without it. */
export function sideAhead(
  values: RawCall["values"],
  { view }: Pick<Snapshot, "view">,
): Readonly<Record<string, boolean>> {
  const slot = SLOT.read(values["slot"] ?? "", view);
  if (!slot.ok || SLOTS[slot.value].sided !== "required") return {};
  const { fields, needsSide } = SLOTS[slot.value];
  return { side: needsSide(Object.fromEntries(Object.keys(fields).map((name) => [name, name]))) };
}

const OF_NEW_ARTICLE = ["title", "address", "published"];

/**
 * What a form need not ask about a fact: the side of a kind that has none, the round where there is one, exact words of
 * what is nothing but words, and what an article is called where it may be held. The rest can be given in the command,
 * or afterwards by a correction of the article.
 */
export function unasked(
  values: RawCall["values"],
  { view }: Pick<Snapshot, "view">,
  wrong?: string,
): readonly string[] {
  const slot = SLOT.read(values["slot"] ?? "", view);
  const source = values["source"] ?? "";
  const mayBeNew = /^new:/iu.test(source) || wrong === "source" || OF_NEW_ARTICLE.includes(wrong ?? "");
  return [
    ...(slot.ok && SLOTS[slot.value].sided === "never" ? ["side"] : []),
    ...(slot.ok && slot.value === "quote" ? ["excerpt"] : []),
    ...(view.talks.all.length === 1 ? ["talks"] : []),
    ...(mayBeNew ? [] : OF_NEW_ARTICLE.filter((name) => (values[name] ?? "") === "")),
  ].filter((name) => name !== wrong);
}

type Given = Values<{ slot: typeof SLOT } & typeof WHERE & typeof CITING>;

/** `typed`: the raw words of the call, from which each field keeps its own. */
export function statedOf(values: Given, fields: Fields, view: View, typed: RawCall["values"]): Stated {
  const { slot, side, talks: round, ...citing } = values;
  return {
    slot,
    side,
    talks: round ?? talksMeant(view),
    fields,
    as: wordsOf(slot, fields, view, typed),
    citing,
    spellings: spellingsOf(slot, fields, typed),
  };
}

/**
 * The words typed for each field that is stored as something else. An id that was picked from a list is nobody's words.
 */
export function wordsOf(slot: SlotName, fields: Fields, names: Names, typed: RawCall["values"]): Claim["as"] {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const option = SLOTS[slot].fields[name];
      const words = wordsTyped(typed[name] ?? "");
      // A slot's name is the desk's word, not the source's.
      if (option === undefined || words === "" || option.of === "slots") return [];
      if (option.of === undefined)
        return option.type === "text" || option.type === "long" || words === String(value) ? [] : [[name, words]];
      const picked = words === value && names[option.of].get(words)?.name !== words;
      return picked && names[option.of].get(words) !== undefined ? [] : [[name, words]];
    }),
  );
}

/** The spellings that were typed as a known name's: `Ida Ray = Ambassador Ray`. */
export function spellingsOf(slot: SlotName, fields: Fields, typed: RawCall["values"]): readonly Spelling[] {
  return Object.entries(fields).flatMap(([name, id]) => {
    const of = SLOTS[slot].fields[name]?.of;
    const { known, words } = readName(typed[name] ?? "");
    return of === undefined || known === undefined ? [] : [{ of, id: String(id), spelling: words }];
  });
}

function wordsTyped(typed: string): string {
  return line(readName(typed).words);
}
