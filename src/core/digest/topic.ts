import { eitherIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { ownKey, ownSlotOf } from "#core/slots/label.ts";
import type { Names } from "#core/facts/names.ts";
import type { Choice } from "#core/request/choice.ts";
import { SLOT_NAMES } from "#core/facts/slot-names.ts";
import { nearest } from "#core/text/near.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { ALL_SLOTS, SLOTS } from "#core/slots/index.ts";
import { fold, line, shorten } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";
import type { Held } from "#core/request/example.ts";
import { isSaid } from "./says.ts";
import { EVERYTHING, type Topics } from "./subscription.ts";

/**
 * One thing to be told of: a negotiation, a round of talks, a person, a slot, or words that facts say. A slot's id is
 * its name, the id of words is themselves.
 */
export interface Topic {
  readonly of: keyof Topics;
  readonly id: string;
}

const NAMED = ["negotiations", "talks", "people"] as const;
const KINDS = ["slots", ...NAMED, "words"] as const;
const WORDS_MAX = 60;
// Typed before words that are to be looked for, whatever they name.
const AS_WORDS = /^["“]?(?:the )?words?:\s*/iu;

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
  return {
    slots: ids("slots"),
    negotiations: ids("negotiations"),
    talks: ids("talks"),
    people: ids("people"),
    words: ids("words"),
  };
}

export function topicName({ of, id }: Topic, names: Names & Told): string {
  if (of === "words") return `“${id}”`;
  if (of !== "slots") return names[of].name(id);
  const own = ownSlotOf(id);
  if (own !== undefined) return names.slots.name(own);
  const slot = SLOT_NAMES.find((name) => name === id);
  return slot === undefined ? id : tell(names, `slot.${slot}`);
}

/** In words: `How long, Second round, Geneva, April 2025`; undefined for everything. */
export function topicsWords(topics: Topics, names: Names): string | undefined {
  const all = KINDS.flatMap((of) => topics[of].map((id) => topicName({ of, id }, names)));
  return all.length === 0 ? undefined : all.join("; ");
}

/** All topics as one types them for `topics`, by their names where these lead to them. */
export function topicsTyped(topics: Topics, names: Names): string {
  return KINDS.flatMap((of) => topics[of].map((id) => topicTyped({ of, id }, names))).join("; ");
}

/** A topic as one types it, so that it is read as the same one: by its name where that leads to it. */
export function topicTyped(topic: Topic, names: Names): string {
  if (topic.of === "words") return `words: ${topic.id}`;
  const name = topicName(topic, names);
  const read = /[;]/u.test(name) ? undefined : readTopic(name, names);
  return read?.ok === true && topicText(read.value) === topicText(topic) ? name : topic.id;
}

/**
 * Reads a topic: a slot by its name, its label or the words that people ask with, or a negotiation, talks or a person
 * by any spelling. Other words are a topic where a held fact says them, or where `words:` stands before them.
 */
export function readTopic(typed: string, names: Held): Read<Topic> {
  const words = fold(typed);
  if (AS_WORDS.test(typed)) return wordsTopic(typed.replace(AS_WORDS, ""), names);
  const slot = ALL_SLOTS.find((s) => [s.name, s.label, ...s.ask].some((w) => fold(w) === words));
  if (slot !== undefined) return ok({ of: "slots", id: slot.name });
  const found = [...NAMED, "slots" as const].map((of) => ({ of, match: names[of].find(typed) }));
  for (const sure of ["exact", "near"] as const)
    for (const { of, match } of found)
      if (match.kind === sure) return ok({ of, id: of === "slots" ? ownKey(match.item.id) : match.item.id });
  if (isView(names) && isSaid(typed, names)) return wordsTopic(typed, names);
  const near = nearest(typed, topicChoices(names), (c) => [c.label, c.value], 3).map((n) => n.item);
  const asWords =
    words.length > WORDS_MAX
      ? []
      : [{ label: tell(names, "topic.words", { typed: line(typed) }), value: `words: ${line(typed)}` }];
  const read = no(
    tell(names, "topic.none", { typed: shorten(typed, 40) }),
    near.length > 0
      ? tell(names, "topic.meant", {
          names: eitherIn(
            names,
            near.map((c) => c.label),
          ),
          typed: shorten(line(typed), 40),
        })
      : tell(names, "topic.type", { slot: SLOTS.duration.label }),
  );
  return read.ok
    ? read
    : {
        ok: false,
        refusal: {
          ...read.refusal,
          kind: "held",
          offers: [...near, ...asWords],
          unheld: { typed: line(typed), of: [...NAMED, "slots"], asWords: true },
        },
      };
}

function isView(names: Held): names is View {
  return names.facts !== undefined && names.articles !== undefined;
}

function wordsTopic(typed: string, at: Told): Read<Topic> {
  const id = line(typed).trim();
  if (fold(id) === "") return no(tell(at, "topic.noWords"), tell(at, "topic.typeWords"));
  if (id.length <= WORDS_MAX) return ok({ of: "words", id });
  return no(tell(at, "topic.long", { n: id.length }), tell(at, "topic.most", { max: WORDS_MAX }));
}

/**
 * Reads several topics, separated by semicolons, or by commas; `everything` means all. What a comma parts is read as
 * one where it is one name.
 */
export function readTopics(typed: string, names: Held): Read<Topics> {
  if (["everything", "all"].includes(fold(typed))) return ok(EVERYTHING);
  const filled = (part: string): boolean => fold(part) !== "";
  const parts = typed
    .split(";")
    .filter(filled)
    .flatMap((part) => (readTopic(part.trim(), names).ok ? [part] : part.split(",").filter(filled)));
  if (parts.length === 0) return ok(EVERYTHING);
  const read = parts.map((part) => readTopic(part.trim(), names));
  for (const [at, one] of read.entries()) {
    if (one.ok) continue;
    // What is offered for one of them stands beside the others.
    const whole = (value: string) => parts.map((part, i) => (i === at ? value : part.trim())).join("; ");
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
