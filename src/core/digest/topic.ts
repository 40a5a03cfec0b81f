import { ownKey, ownSlotOf } from "#core/slots/label.ts";
import type { Names } from "#core/facts/names.ts";
import type { Choice } from "#core/request/choice.ts";
import { SLOT_NAMES } from "#core/facts/slot-names.ts";
import { nearest } from "#core/text/near.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { ALL_SLOTS, SLOTS } from "#core/slots/index.ts";
import { fold, line, shorten } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";
import { EVERYTHING, type Topics } from "./subscription.ts";

/** One thing to be told of: a negotiation, a round of talks, a person, or a slot; a slot's id is its name. */
export interface Topic {
  readonly of: keyof Topics;
  readonly id: string;
}

const NAMED = ["negotiations", "talks", "people"] as const;
const KINDS = ["slots", ...NAMED] as const;

/** As a store keeps it: `talks/geneva-april`. */
export const topicText = ({ of, id }: Topic): string => `${of}/${id}`;

/** @throws TypeError where it is not what `topicText` writes: a damaged database */
export function topicOf(kept: string): Topic {
  const at = kept.indexOf("/");
  const of = KINDS.find((kind) => kind === kept.slice(0, at));
  if (of === undefined) throw new TypeError(`no topic: ${shorten(kept, 60)}`);
  return { of, id: kept.slice(at + 1) };
}

/** Several topics as one: news about any of them. */
export function topicsOf(all: readonly Topic[]): Topics {
  const ids = (of: keyof Topics): string[] => [...new Set(all.filter((t) => t.of === of).map((t) => t.id))];
  return { slots: ids("slots"), negotiations: ids("negotiations"), talks: ids("talks"), people: ids("people") };
}

export function topicName({ of, id }: Topic, names: Names): string {
  if (of !== "slots") return names[of].name(id);
  const own = ownSlotOf(id);
  if (own !== undefined) return names.slots.name(own);
  const slot = SLOT_NAMES.find((name) => name === id);
  return slot === undefined ? id : SLOTS[slot].label;
}

/** In words: `How long, Second round, Geneva, April 2025`; undefined for everything. */
export function topicsWords(topics: Topics, names: Names): string | undefined {
  const all = KINDS.flatMap((of) => topics[of].map((id) => topicName({ of, id }, names)));
  return all.length === 0 ? undefined : all.join("; ");
}

/**
 * Reads a topic: a slot by its name, its label or the words that people ask with, or a negotiation, talks or a person
 * by any spelling.
 */
export function readTopic(typed: string, names: Names): Read<Topic> {
  const words = fold(typed);
  const slot = ALL_SLOTS.find((s) => [s.name, s.label, ...s.ask].some((w) => fold(w) === words));
  if (slot !== undefined) return ok({ of: "slots", id: slot.name });
  const found = [...NAMED, "slots" as const].map((of) => ({ of, match: names[of].find(typed) }));
  for (const sure of ["exact", "near"] as const)
    for (const { of, match } of found)
      if (match.kind === sure) return ok({ of, id: of === "slots" ? ownKey(match.item.id) : match.item.id });
  const near = nearest(typed, topicChoices(names), (c) => [c.label, c.value], 3).map((n) => n.item);
  const read = no(
    `The desk knows no negotiation, round of talks, person or kind of fact called "${shorten(typed, 40)}".`,
    near.length > 0
      ? `Did you mean ${near.map((c) => c.label).join(" or ")}?`
      : `Type one such as ${SLOTS.duration.label}, or talks or a person by name.`,
  );
  return read.ok
    ? read
    : {
        ok: false,
        refusal: {
          ...read.refusal,
          kind: "held",
          offers: near,
          unheld: { typed: line(typed), of: [...NAMED, "slots"] },
        },
      };
}

/**
 * Reads several topics, separated by commas or semicolons; `everything` means all. A name with a comma is read as one
 * where the whole text is that name.
 */
export function readTopics(typed: string, names: Names): Read<Topics> {
  if (["everything", "all"].includes(fold(typed))) return ok(EVERYTHING);
  const whole = readTopic(typed, names);
  const parts = typed.split(/[,;]/u).filter((part) => fold(part) !== "");
  if (whole.ok || parts.length < 2) return whole.ok ? ok(topicsOf([whole.value])) : whole;
  const read = parts.map((part) => readTopic(part.trim(), names));
  for (const [at, one] of read.entries()) {
    if (one.ok) continue;
    // What is offered for one of them stands beside the others.
    const whole = (value: string) => parts.map((part, i) => (i === at ? value : part.trim())).join(", ");
    const offers = (one.refusal.offers ?? []).map(({ label, value }) => ({ label, value: whole(value) }));
    return { ok: false, refusal: { ...one.refusal, offers } };
  }
  return ok(topicsOf(read.flatMap((r) => (r.ok ? [r.value] : []))));
}

/** What can be followed, while one types. */
export function topicChoices(names: Names | View): readonly Choice[] {
  return [
    ...names.negotiations.all.map((n) => ({ label: n.name, value: n.id })),
    ...names.talks.all.map((t) => ({ label: t.name, value: t.id })),
    ...ALL_SLOTS.map((s) => ({ label: s.label, value: s.name })),
    ...names.slots.all.map((s) => ({ label: s.name, value: s.name })),
    ...names.people.all.map((p) => ({ label: p.name, value: p.id })),
  ];
}
