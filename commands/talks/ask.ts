import { tell } from "#core/messages/tell.ts";
import { eitherIn, listedIn } from "#core/messages/lists.ts";
import { ask as callTo, call, isAsOf, isPublic, LABEL_MAX, type Button } from "#core/request/call.ts";
import { answered, defineCommand, refused, typed, type Answer, type Context } from "#core/answer/command.ts";
import { ReadOnlyDesk } from "#core/desk/read-only-desk.ts";
import type { Fact } from "#core/facts/fact.ts";
import { commandAsked, type CommandAsked } from "#core/lookup/asked-command.ts";
import { layersOf, readyIndex } from "#core/lookup/desk-index.ts";
import { offersFor, type Offer } from "#core/lookup/offers.ts";
import { personNamedAlone } from "#core/lookup/named-alone.ts";
import { tellsOf } from "./concerns.ts";
import { decideHere } from "#core/lookup/decide-here.ts";
import type { Decision } from "#core/lookup/decide.ts";
import { text } from "#core/request/options/index.ts";
import { quoted } from "#core/reply/fact-blocks.ts";
import { heardAgain } from "./heard-again.ts";
import { notExact } from "./not-exact.ts";
import { knownPerson } from "./known-person.ts";
import { noTalksBetween } from "./no-talks-between.ts";
import { grouped, headed, missed, nothing, plainOf, READS } from "./read.ts";
import { before, countLine, leading, otherRounds, understood } from "./ask-lines.ts";
import { eachAnswer, whichNegotiation, whichOf } from "./which-negotiation.ts";
import { refuse } from "#core/request/refusal.ts";
import { firstLine } from "#core/reply/first-line.ts";
import { buttons, paragraph, reply, text as words } from "#core/reply/reply.ts";
import { statement } from "#core/reply/statement.ts";
import { shorten } from "#core/text/text.ts";
import { negotiationOf } from "#core/facts/view.ts";

export const ask = defineCommand({
  path: ["talks", "ask"],
  about: "Ask in your own words, misspelt or not; Talks never guesses",
  tier: "reader",
  options: {
    question: text("The question, such as how long did they meet", { words: "free", required: true, max: 2000 }),
    ...READS,
    meant: text("Which of the offers was meant: a fact's id, or the kind and id of a name", { max: 200 }),
  },
  example: "how long did they meet",
  async answer({ question, talks, meant }, context) {
    await readyIndex(context.view, () => context.giveWay());
    const asked =
      meant === undefined && talks === undefined
        ? commandAsked(question, context.view, layersOf(context.view), context.focus)
        : undefined;
    if (asked !== undefined) return carried(asked, question, context);
    const decision = decideHere(question, context.view, { talks, focus: context.focus });
    if (meant === undefined && talks === undefined && decision.kind !== "answer") {
      const again = await heardAgain(question, context);
      if (again !== undefined) return again;
    }
    if (meant === undefined || decision.kind === "answer") return told(question, decision, context);
    const offers = offersFor(question, decision, context.view);
    const chosen = offers.find((o) => o.meant === meant.toLowerCase());
    if (chosen === undefined) {
      const offered =
        offers.length === 0
          ? tell(context.view, "ask.otherWords")
          : tell(context.view, "ask.choose", {
              offers: eitherIn(
                context.view,
                offers.map((o) => o.meant),
              ),
            });
      const message = tell(context.view, "ask.notAmong", { typed: shorten(meant, 60) });
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
      return told(asked, decideHere(asked, context.view, { talks, focus: context.focus }), context);
    }
    const fact = context.commands.find(["talks", "fact"]);
    return fact === undefined
      ? told(
          question,
          { kind: "answer", facts: [chosen.near.fact], matched: [], bent: [], unsought: [], among: [], others: [] },
          context,
        )
      : fact.answer({ id: chosen.meant }, context);
  },
});

async function told(question: string, decision: Decision, context: Context): Promise<Answer> {
  const { view } = context;
  const apart = decision.kind === "answer" ? undefined : noTalksBetween(question, view);
  if (apart !== undefined) {
    await missed(context, question);
    return refused(apart);
  }
  const person = decision.kind === "answer" ? undefined : personNamedAlone(question, view);
  if (person !== undefined && !tellsOf(person, view)) return knownPerson(person, context);
  switch (decision.kind) {
    case "answer": {
      const [first] = decision.facts;
      if (first !== undefined && decision.others.length > 0 && !isHere(first, context))
        return whichNegotiation(eachAnswer(question, first, decision.others, view), view);
      const line =
        countLine(question, decision, view) ?? firstLine(decision.facts, view, before(question, decision, view));
      return answered({
        matched: decision.matched,
        ...reply(
          plainOf(line, decision.facts, view),
          [
            ...headed(line, understood(decision, view), decision.facts),
            ...leading(decision, view),
            ...grouped(decision.facts, view, true, false, line),
            ...(decision.bent.length === 0
              ? []
              : [paragraph(words(tell(view, "ask.read", { bent: decision.bent.join(", ") })))]),
            ...(decision.unsought.length === 0
              ? []
              : [
                  paragraph(
                    words(
                      tell(view, "ask.unsought", {
                        n: decision.unsought.length,
                        words: listedIn(
                          view,
                          decision.unsought.map((w) => `“${w}”`),
                        ),
                      }),
                    ),
                  ),
                ]),
            buttons(
              ...(first === undefined
                ? []
                : [{ label: tell(view, "button.timeline"), call: callTo("timeline", { talks: first.talks }) }]),
              ...otherRounds(decision).map((id) => ({
                label: shorten(view.talks.name(id), LABEL_MAX),
                call: callTo("ask", { question, talks: id }),
              })),
              ...decision.others.map((id) => ({
                label: shorten(view.negotiations.name(id), LABEL_MAX),
                call: callTo("ask", { question, talks: id }),
              })),
            ),
          ],
          decision.facts.map((f) => quoted(f, view)),
        ),
      });
    }
    case "near": {
      await missed(context, question);
      const closest = decision.facts.slice(0, 3).map((f) => shorten(statement(f, view), 120));
      const offers = offersFor(question, decision, view);
      const names = offers.filter((o) => "name" in o.near).map((o) => o.label);
      return refused({
        near: true,
        ...refuse(
          "held",
          notExact(decision.missing, view),
          `${names.length === 0 ? "" : tell(view, "ask.meant", { names: eitherIn(view, names) })}${tell(view, "ask.closest", { facts: closest.join(" · ") })}`,
          offers.map((o) => buttonOf(o, question, context)),
        ),
      });
    }
    case "none": {
      const near = offersFor(question, decision, view).map((o) => buttonOf(o, question, context));
      return nothing(context, `“${shorten(question, 80)}”`, near, question);
    }
  }
}

/** A question that a command answers. */
async function carried(asked: CommandAsked, question: string, context: Context): Promise<Answer> {
  if ("greeting" in asked) {
    const line = tell(context.view, `ask.${asked.greeting}`);
    return answered(
      reply(line, [paragraph(words(line)), buttons({ label: tell(context.view, "button.can"), call: callTo("help") })]),
    );
  }
  if ("calls" in asked) return whichOf(asked.calls, context.view);
  const command = context.commands.find(asked.call.path);
  if (command === undefined)
    return told(question, decideHere(question, context.view, { focus: context.focus }), context);
  const given = await command.answer(asked.call.values, { ...context, raw: asked.call });
  if (given.kind !== "reply") return given;
  return answered({ ...given.reply, matched: [`“${shorten(question, 60)}” → ${typed(asked.call.path)}`] });
}

function isHere({ talks }: Fact, { view, focus }: Pick<Context, "view" | "focus">): boolean {
  return focus !== undefined && negotiationOf(talks, view)?.id === focus;
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
