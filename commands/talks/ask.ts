import { ask as callTo } from "#core/call.ts";
import { defineCommand } from "#core/command.ts";
import type { Fact } from "#core/fact.ts";
import { decide } from "#core/lookup/question.ts";
import { text } from "#core/options/index.ts";
import { quoted } from "#core/present.ts";
import { grouped, missed, nothing, plainOf, READS } from "#core/read.ts";
import { refuse } from "#core/refusal.ts";
import { buttons, heading, paragraph, reply, text as words, type Button } from "#core/reply.ts";
import { SLOTS } from "#core/slots/index.ts";
import { brief, statement } from "#core/state.ts";
import { listed, shorten } from "#core/text.ts";
import type { View } from "#core/view.ts";

export const ask = defineCommand({
  path: ["talks", "ask"],
  about: "Ask in your own words, misspelt or not; never a guess",
  tier: "reader",
  options: {
    question: text("The question, such as how long did they meet", { words: "free", required: true, max: 2000 }),
    ...READS,
  },
  example: "how long did they meet",
  async answer(values, context) {
    const { view } = context;
    const decision = decide(values.question, view, values.talks);
    switch (decision.kind) {
      case "answer": {
        const [first] = decision.facts;
        const title = `${shorten(values.question, 80)} · ${view.talks.name(first?.talks ?? "")}`;
        return {
          kind: "reply",
          reply: {
            matched: decision.matched,
            ...reply(
              plainOf(title, decision.facts, view),
              [
                heading(title),
                ...grouped(decision.facts, view, true),
                ...(decision.matched.length === 0 ? [] : [paragraph(words(`Matched ${decision.matched.join(", ")}.`))]),
                buttons(...offers(decision.facts, view)),
              ],
              decision.facts.map((f) => quoted(f, view)),
            ),
          },
        };
      }
      case "near": {
        await missed(context, values.question);
        const about =
          decision.missing.length > 0
            ? `about ${listed(decision.missing.map((w) => `“${w}”`))}`
            : "that has all of those words";
        const closest = decision.facts.slice(0, 3).map((f) => shorten(statement(f, view), 120));
        return {
          kind: "refusal",
          refusal: refuse(
            "held",
            `The desk holds nothing ${about}.`,
            `Closest: ${closest.join(" · ")}`,
            offers(decision.facts, view),
          ),
        };
      }
      case "none":
        return nothing(context, `“${shorten(values.question, 80)}”`, [], values.question);
    }
  },
});

function offers(facts: readonly Fact[], view: View): readonly Button[] {
  return facts.slice(0, 3).map((f) => ({
    label: shorten(`${SLOTS[f.slot].label}: ${brief(f.claims[0], view)}`, 60),
    call: callTo("fact", { id: f.id }),
  }));
}
