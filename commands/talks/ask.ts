import { ask as callTo, call, isAsOf, isPublic, type Button } from "#core/request/call.ts";
import { answered, defineCommand, refused, type Answer, type Context } from "#core/answer/command.ts";
import { ReadOnlyDesk } from "#core/desk/read-only-desk.ts";
import type { Fact } from "#core/facts/fact.ts";
import { factLabel, offersFor, type Offer } from "#core/lookup/offers.ts";
import { decide, type Decision } from "#core/lookup/decide.ts";
import { text } from "#core/request/options/index.ts";
import { quoted } from "#core/reply/fact-blocks.ts";
import { grouped, missed, nothing, plainOf, READS } from "./read.ts";
import { refuse } from "#core/request/refusal.ts";
import { buttons, heading, paragraph, reply, text as words } from "#core/reply/reply.ts";
import { statement } from "#core/reply/statement.ts";
import { listed, shorten } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";

export const ask = defineCommand({
  path: ["talks", "ask"],
  about: "Ask in your own words, misspelt or not; Talks never guesses",
  tier: "reader",
  options: {
    question: text("The question, such as how long did they meet", { words: "free", required: true, max: 2000 }),
    ...READS,
    meant: text("Which of the offers was meant: a fact's id, or a name such as people/darchiev", { max: 200 }),
  },
  example: "how long did they meet",
  async answer({ question, talks, meant }, context) {
    const decision = decide(question, context.view, talks);
    if (meant === undefined || decision.kind === "answer") return told(question, decision, context);
    const offers = offersFor(question, decision, context.view);
    const chosen = offers.find((o) => o.meant === meant.toLowerCase());
    if (chosen === undefined) {
      const offered = offers.length === 0 ? "Ask in other words." : `Choose ${either(offers.map((o) => o.meant))}.`;
      const message = `"${shorten(meant, 60)}" is not among what is near that question.`;
      return refused(
        refuse(
          "usage",
          message,
          offered,
          offers.map((o) => buttonOf(o, question, context)),
        ),
      );
    }
    await remember(chosen, context);
    if ("name" in chosen.near) {
      const { question: asked } = chosen.near.name;
      return told(asked, decide(asked, context.view, talks), context);
    }
    const fact = context.commands.find(["talks", "fact"]);
    return fact === undefined
      ? told(question, { kind: "answer", facts: [chosen.near.fact], matched: [] }, context)
      : fact.answer({ id: chosen.meant }, context);
  },
});

async function told(question: string, decision: Decision, context: Context): Promise<Answer> {
  const { view } = context;
  switch (decision.kind) {
    case "answer": {
      const [first] = decision.facts;
      const title = `${shorten(question, 80)} · ${view.talks.name(first?.talks ?? "")}`;
      return answered({
        matched: decision.matched,
        ...reply(
          plainOf(title, decision.facts, view),
          [
            heading(title),
            ...grouped(decision.facts, view, true),
            ...(decision.matched.length === 0 ? [] : [paragraph(words(`Matched ${decision.matched.join(", ")}.`))]),
            buttons(...wholes(decision.facts, view)),
          ],
          decision.facts.map((f) => quoted(f, view)),
        ),
      });
    }
    case "near": {
      await missed(context, question);
      const about =
        decision.missing.length > 0
          ? `about ${listed(decision.missing.map((w) => `“${w}”`))}`
          : "that has all of those words";
      const closest = decision.facts.slice(0, 3).map((f) => shorten(statement(f, view), 120));
      const offers = offersFor(question, decision, view);
      const names = offers.filter((o) => "name" in o.near).map((o) => o.label);
      return refused(
        refuse(
          "held",
          `The desk holds nothing ${about}.`,
          `${names.length === 0 ? "" : `Did you mean ${either(names)}? `}Closest: ${closest.join(" · ")}`,
          offers.map((o) => buttonOf(o, question, context)),
        ),
      );
    }
    case "none": {
      const near = offersFor(question, decision, view).map((o) => buttonOf(o, question, context));
      return nothing(context, `“${shorten(question, 80)}”`, near, question);
    }
  }
}

function either(all: readonly string[]): string {
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
}

/** Counted where a desk keeps it; once where it is shared, and not of a question about an earlier moment. */
async function remember({ pick }: Offer, { desk, raw }: Context): Promise<void> {
  if (pick === undefined || isPublic(raw) || isAsOf(raw)) return;
  await desk.countPick(pick);
}

function buttonOf({ label, meant, near }: Offer, question: string, { desk, raw }: Context): Button {
  const { public: _, ...values } = raw.values;
  if (!(desk instanceof ReadOnlyDesk)) return { label, call: call(raw.path, { ...values, question, meant }) };
  return {
    label,
    call: "fact" in near ? callTo("fact", { id: near.fact.id }) : callTo("ask", { question: near.name.question }),
  };
}

function wholes(facts: readonly Fact[], view: View): readonly Button[] {
  return facts.slice(0, 3).map((f) => ({
    label: factLabel(f, view),
    call: callTo("fact", { id: f.id }),
  }));
}
