import { tell } from "#core/messages/tell.ts";
import { listedIn } from "#core/messages/lists.ts";
import { capitalIn, lowerIn } from "#core/messages/words.ts";
import { commandLabel } from "./command-label.ts";
import { areBesideEachOther, positionsTable } from "./positions.ts";
import { beginningHint, isEmpty } from "./begin.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import { ask, isAsOf, type RawCall, type Button } from "#core/request/call.ts";
import { answered, refused, type Answer, type Context } from "#core/answer/command.ts";
import type { Fact } from "#core/facts/fact.ts";
import { flag, moment } from "#core/request/options/index.ts";
import type { Talks } from "#core/facts/names.ts";
import { differLine, factBlocks, quoted } from "#core/reply/fact-blocks.ts";
import { refuse } from "#core/request/refusal.ts";
import { exactFirst, firstLine, type FirstLine } from "#core/reply/first-line.ts";
import { buttons, folded, paragraph, reply, strong, type Block } from "#core/reply/reply.ts";
import { consistent } from "#core/slots/disagreement.ts";
import { labelOf, slotKey } from "#core/slots/label.ts";
import { sideName, statement } from "#core/reply/statement.ts";
import { talksSaid } from "#core/reply/talks-said.ts";
import { shorten } from "#core/text/text.ts";
import { factsIn, rounds, type View } from "#core/facts/view.ts";
import { roundRead } from "./round-read.ts";
import { talksOrAll } from "./rounds-meant.ts";
import { whichNegotiation } from "./which-negotiation.ts";

/** What every read takes: who sees the answer, and when it is as of. */
export const ANY_READ = {
  public: flag("Post the answer for everyone in the channel"),
  "as-of": moment("As the desk held it then: a day, or a moment such as 2025-04-11T15:00Z"),
} as const;

/** The options of a read of one round. */
export const READS = {
  talks: talksOrAll("Which talks: a round or a negotiation (the latest with an answer, if empty)", {}),
  ...ANY_READ,
} as const;

/** Remembers a question that nothing answered. One about an earlier moment asks for nothing that could be added now. */
export async function missed({ desk, raw }: Context, question: string): Promise<void> {
  if (!isAsOf(raw)) await desk.missed(question);
}

interface Question {
  readonly title: string;
  readonly slots: readonly SlotName[];
  readonly talks?: string | undefined;
  readonly side?: string | undefined;
  readonly keep?: (fact: Fact) => boolean;
  /** What `keep` looks for, in words for the refusal: `of Ida Ray`. */
  readonly kept?: string | undefined;
  /** Names of commands that people ask next. */
  readonly next: readonly string[];
}

/**
 * What the desk holds in some slots of one round, told whole and sourced; or that it holds nothing, with what it can
 * answer.
 */
export async function readSlots(context: Context, question: Question): Promise<Answer> {
  const { view } = context;
  const { round, facts, among, each } = roundRead({ ...question, keep: question.keep ?? (() => true) }, context);
  if (each.length > 1) return whichNegotiation(each, view);
  if (round === undefined || facts.length === 0) return nothing(context, soughtIn(question, round, view));
  const first = firstLine(facts, view);
  return answered(
    reply(
      plainOf(first, facts, view),
      [
        ...headed(first, `${question.title}: ${saidAmong(round, among, view)}`, facts),
        ...(areBesideEachOther(facts, view)
          ? positionsTable(facts, view)
          : grouped(facts, view, question.slots.length > 1, false, first)),
        buttons(...neighbours(context, question.next, round.id, question.slots)),
      ],
      facts.map((f) => quoted(f, view)),
    ),
  );
}

/** What was looked for, in words: `quotations of Ida Ray for the Egyptian side in First round`. */
function soughtIn({ title, kept = "", side }: Question, round: Talks | undefined, view: View): string {
  const plain = lowerIn(view, title);
  const what = kept === "" ? plain : tell(view, "read.kept", { what: plain, kept });
  const ofSide = side === undefined ? what : tell(view, "read.for", { what, side: sideName(side, view, round?.id) });
  return round === undefined ? ofSide : tell(view, "read.in", { what: ofSide, round: round.name });
}

/** A round as it is told where it is the newest of several that hold an answer. */
export function saidAmong(round: Talks, among: readonly Talks[], view: View): string {
  return talksSaid(
    round.id,
    view,
    among.map((t) => t.id),
  );
}

/** The first line, and below it the question as it was understood. */
export function headed(first: FirstLine, understood: string, facts: readonly Fact[]): readonly Block[] {
  const of = [...new Set(facts.map((f) => f.id))];
  return [{ kind: "heading", text: first.text, of }, paragraph(strong(understood))];
}

/** The same in one line: the first line, and the facts that it does not state whole. */
export function plainOf(first: FirstLine, facts: readonly Fact[], view: View): string {
  const questions = [...Map.groupBy(facts, (f) => JSON.stringify([f.talks, slotKey(f), f.side])).values()];
  const told = questions.map((some) => differLine(some, view) ?? some.map((f) => statement(f, view)).join(" "));
  return shorten(`${first.text} ${told.join(" ")}`, 300);
}

/**
 * Facts under their slot's name and their side's, and above those of one-valued slots that differ a line that says so.
 * `first`: the line above them, which may state one whole; what is as right as that one is then a detail.
 */
export function grouped(
  facts: readonly Fact[],
  view: View,
  bySlot: boolean,
  own = false,
  first?: FirstLine,
): readonly Block[] {
  const isOne = new Set(facts.map((f) => JSON.stringify([slotKey(f), f.side]))).size === 1;
  return [...Map.groupBy(facts, slotKey).values()].flatMap((ofSlot) => {
    const sides = [...Map.groupBy(ofSlot, (f) => f.side ?? "")];
    return sides.flatMap(([side, unordered]) => {
      const some = exactFirst(unordered);
      const difference = differLine(some, view);
      const isTold = (f: Fact): boolean => f === first?.whole;
      const beside = new Set(some.some(isTold) ? consistent(some, view) : []);
      const label = [
        ...(bySlot && some[0] !== undefined ? [labelOf(some[0].claims[0], view)] : []),
        ...(side === "" ? [] : [capitalIn(view, sideName(side, view, some[0]?.talks))]),
      ].join(" · ");
      return [
        ...(label === ""
          ? []
          : [first !== undefined && isOne ? folded(paragraph(strong(label))) : paragraph(strong(label))]),
        ...(difference === undefined ? [] : [{ ...paragraph(strong(difference)), of: some.map((f) => f.id) }]),
        ...some.flatMap((f) => {
          const blocks = factBlocks(f, view, own, isTold(f));
          return beside.has(f) && !isTold(f) ? blocks.map(folded) : blocks;
        }),
      ];
    });
  });
}

/**
 * What people ask next: these commands of the round, and the same of the other rounds that hold something in the slots.
 */
export function neighbours(
  context: Context,
  names: readonly string[],
  round: string,
  slots: readonly SlotName[],
): readonly Button[] {
  const { view } = context;
  const own = view.talks.get(round)?.negotiation;
  const others = rounds(view, own).filter(
    (t) => t.id !== round && slots.some((s) => factsIn(view, s, t.id).length > 0),
  );
  const here = context.raw;
  return [
    ...names.flatMap((name) => button(context, name, round)),
    ...(Object.hasOwn(context.commands.find(here.path)?.options ?? {}, "talks")
      ? others.slice(-2).map((t) => ({ label: shorten(t.name, 40), call: withTalks(here, t.id) }))
      : []),
  ];
}

function withTalks(raw: RawCall, round: string): RawCall {
  const { public: _, ...values } = raw.values;
  return { path: raw.path, values: { ...values, talks: round } };
}

function button(context: Context, name: string, round?: string): readonly Button[] {
  const command = context.commands.find(["talks", name]);
  if (command === undefined) return [];
  const talksToo = round !== undefined && Object.hasOwn(command.options, "talks");
  return [{ label: commandLabel(name, context.view), call: ask(name, talksToo ? { talks: round } : {}) }];
}

/** The honest no: what is not held, what the desk can answer instead, and the miss remembered for moderators. */
export async function nothing(
  context: Context,
  what: string,
  near: readonly Button[] = [],
  asked = what,
): Promise<Answer> {
  if (isEmpty(context.view)) {
    const { hint, buttons: begin } = beginningHint(context);
    return refused(refuse("held", tell(context.view, "nothing.on", { what }), hint, begin));
  }
  await missed(context, asked);
  const can = ["who-led", "where", "when", "how-long", "agenda", "outcomes"].flatMap((name) => button(context, name));
  return refused(
    refuse(
      "held",
      tell(context.view, "nothing.on", { what }),
      near.length > 0
        ? tell(context.view, "nothing.closest", {
            names: listedIn(
              context.view,
              near.map((b) => b.label),
            ),
          })
        : tell(context.view, "nothing.can"),
      near.length > 0 ? near : can,
    ),
  );
}
