import { tell } from "#core/messages/tell.ts";
import { ownKey, ownSlotOf, slotKey } from "#core/slots/label.ts";
import type { Names } from "#core/facts/names.ts";
import { ownSlotNames } from "#core/changes/stated.ts";
import { defineCommand, refused, type Command, type Context } from "#core/answer/command.ts";
import { oneOf, side } from "#core/request/options/index.ts";
import { ok, refuse, type Read } from "#core/request/refusal.ts";
import { ALL_SLOTS } from "#core/slots/index.ts";
import { capital } from "#core/text/text.ts";
import { READS, readSlots } from "./read.ts";
import { defineReading } from "./reading.ts";

const SIDE = side("One side only, if the facts are told by side");

/** One command for any kind of fact: by the name of a command that tells it, or by its own where none does. */
export function aboutAny(readings: readonly Command[]): Command {
  const told = new Set(readings.flatMap((c) => c.reads ?? []));
  const others = ALL_SLOTS.filter((slot) => slot.name !== "own" && !told.has(slot.name)).map((slot) =>
    defineReading({
      name: slot.name,
      about: slot.label,
      title: `slot.${slot.name}`,
      slots: [slot.name],
      ...(slot.sided === "never" ? {} : { side: SIDE }),
      next: ["timeline"],
    }),
  );
  const topics = new Map([...readings, ...others].map((c) => [c.path[1], c]));
  const TOPIC = oneOf("Which kind of fact", [...topics.keys()], { words: true, required: true });
  const readTopic = (raw: string, names: Names): Read<string> => {
    const own = topics.has(raw) ? undefined : names.slots.exact(raw);
    return own === undefined ? TOPIC.read(raw, names) : ok(ownKey(own.id));
  };
  return defineCommand({
    path: ["talks", "about"],
    about: "One kind of fact: why, agenda, grievances, outcomes, who attended, comings and goings …",
    tier: "reader",
    options: {
      topic: { ...TOPIC, read: readTopic, complete: ownSlotNames },
      side: SIDE,
      ...READS,
    },
    example: "agenda",
    async answer(values, context) {
      const own = ownSlotOf(values.topic);
      if (own !== undefined) return readOwn(own, values, context);
      const reading = topics.get(values.topic);
      if (reading === undefined) throw new Error(`${values.topic} is not a topic`);
      if (values.side === undefined || Object.hasOwn(reading.options, "side")) return reading.answer(values, context);
      const { view } = context;
      const refusal = refuse(
        "usage",
        tell(view, "side.takesNone", { topic: capital(values.topic) }),
        tell(view, "side.leave"),
      );
      return refused({ ...refusal, field: "side" });
    },
  });
}

function readOwn(
  id: string,
  { talks, side: of }: { readonly talks?: string; readonly side?: string },
  context: Context,
) {
  return readSlots(context, {
    title: context.view.slots.name(id),
    slots: ["own"],
    talks,
    side: of,
    keep: (fact) => slotKey(fact) === ownKey(id),
    next: ["timeline"],
  });
}
