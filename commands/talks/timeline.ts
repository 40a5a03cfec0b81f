import { answered, defineCommand } from "#core/answer/command.ts";
import { quoted } from "#core/reply/fact-blocks.ts";
import { ANY_READ, grouped, headed, nothing, plainOf } from "./read.ts";
import { ofOthers, roundsOfOne, talksOrAll } from "./rounds-meant.ts";
import { firstLine } from "#core/reply/first-line.ts";
import { buttons, heading, reply } from "#core/reply/reply.ts";
import { ask } from "#core/request/call.ts";
import { ALL_SLOTS } from "#core/slots/index.ts";
import { factsIn } from "#core/facts/view.ts";

const TIMED = ALL_SLOTS.filter((slot) => slot.timed).map((slot) => slot.name);

export const timeline = defineCommand({
  path: ["talks", "timeline"],
  about: "The rounds in order: day, comings and goings, length, what came next",
  tier: "reader",
  options: { talks: talksOrAll("One round, or a negotiation (the newest, if empty)"), ...ANY_READ },
  example: "",
  async answer(values, context) {
    const { view } = context;
    const held = roundsOfOne(values.talks, TIMED, context)
      .map((round) => ({ round, facts: TIMED.flatMap((slot) => factsIn(view, slot, round.id)) }))
      .filter(({ facts }) => facts.length > 0);
    const facts = held.flatMap((h) => h.facts);
    if (facts.length === 0) return nothing(context, "a timeline");
    const days = facts.filter((f) => f.slot === "date");
    const line = firstLine(days.length > 0 ? days : facts, view);
    return answered(
      reply(
        plainOf(line, facts, view),
        [
          ...headed({ text: line.text }, "Timeline", facts),
          ...held.flatMap((h) => [heading(h.round.name), ...grouped(h.facts, view, true)]),
          buttons(
            { label: "Compare the rounds", call: ask("compare") },
            ...ofOthers(
              held.map((h) => h.round),
              context,
            ),
          ),
        ],
        facts.map((f) => quoted(f, view)),
      ),
    );
  },
});
