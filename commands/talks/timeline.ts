import { tell } from "#core/messages/tell.ts";
import { answered, defineCommand } from "#core/answer/command.ts";
import { quoted } from "#core/reply/fact-blocks.ts";
import { ANY_READ, headed, nothing, plainOf } from "./read.ts";
import { ofOthers, ofWhose, roundsOfOne, talksOrAll } from "./rounds-meant.ts";
import { firstLine } from "#core/reply/first-line.ts";
import { buttons, reply } from "#core/reply/reply.ts";
import { tableSources } from "#core/reply/cited-cell.ts";
import { TIMED, timed, timelineBlocks } from "#core/reply/timeline-table.ts";
import { ask } from "#core/request/call.ts";

export const timeline = defineCommand({
  path: ["talks", "timeline"],
  about: "The rounds in order: day, comings and goings, length, what came next",
  tier: "reader",
  options: { talks: talksOrAll("One round, or a negotiation (the newest, if empty)"), ...ANY_READ },
  example: "",
  repeats: true,
  async answer(values, context) {
    const { view } = context;
    const held = timed(roundsOfOne(values.talks, TIMED, context), view);
    const facts = held.flatMap((h) => h.facts);
    if (facts.length === 0) return nothing(context, tell(view, "timeline.a"));
    const days = facts.filter((f) => f.slot === "date");
    const named = held.map((h) => h.round.name);
    const line = firstLine(days.length > 0 ? days : facts, view);
    return answered(
      reply(
        plainOf(line, facts, view),
        [
          ...headed(
            { text: line.text },
            tell(view, "timeline.of", { whose: ofWhose(held[0]?.round, view), rounds: named.join(" · ") }),
            facts,
          ),
          ...timelineBlocks(held, view),
          ...held.map((h) => tableSources(h.round.name, h.facts, view)),
          buttons(
            { label: tell(view, "button.rounds"), call: ask("compare") },
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
