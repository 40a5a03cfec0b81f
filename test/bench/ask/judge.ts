import { answer, type Session } from "#core/answer/answer.ts";
import type { Answer } from "#core/answer/command.ts";
import { readLine } from "#core/answer/line.ts";
import type { View } from "#core/facts/view.ts";
import type { Button, RawCall } from "#core/request/call.ts";
import { reader } from "#test/desk.ts";
import type { Asked } from "./questions.ts";

/** What became of one question. `pressed`: refused, and a button of the refusal leads to a right fact. */
export type Outcome = "first" | "anywhere" | "wrong" | "pressed" | "refused" | "answered" | "silent";

export interface Judged {
  readonly asked: Asked;
  readonly outcome: Outcome;
  /** It tells a fact of another negotiation than the question's, and not first what is right all the same. */
  readonly elsewhere: boolean;
  readonly ms: number;
  readonly said: string;
  readonly facts: readonly string[];
}

/** A conversation so far: a line that goes on from it, in a place of its own. */
export type GoOn = (before: string, line: string) => Promise<Answer>;

/**
 * Types a question and looks at the reply: the path that every platform takes. One that goes on from another is asked
 * by `goOn`, after that one.
 */
export async function judge(
  asked: Asked,
  { view, session, talks }: { readonly view: View; readonly session: Session; readonly talks: ReadonlySet<string> },
  goOn?: GoOn,
): Promise<Judged> {
  const from = performance.now();
  const given =
    asked.before === undefined || goOn === undefined
      ? await reply(asked.words, session)
      : await goOn(asked.before, asked.words);
  const ms = performance.now() - from;
  const facts = factsOf(given);
  const right = rightIn(view, asked.gold);
  const told = {
    asked,
    ms,
    facts,
    said: saidBy(given),
    elsewhere:
      !right.has(facts[0] ?? "") && facts.some((id) => !talks.has(view.facts.find((f) => f.id === id)?.talks ?? "")),
  };
  if (given.kind === "reply") {
    if (asked.gold.length === 0) return { ...told, outcome: facts.length === 0 ? "silent" : "answered" };
    const outcome = right.has(facts[0] ?? "") ? "first" : facts.some((id) => right.has(id)) ? "anywhere" : "wrong";
    return { ...told, outcome };
  }
  if (asked.gold.length === 0) return { ...told, outcome: "silent" };
  for (const button of given.kind === "refusal" ? given.refusal.buttons : []) {
    if (await leadsTo(button, right, session)) return { ...told, outcome: "pressed" };
  }
  return { ...told, outcome: "refused" };
}

async function leadsTo({ call }: Button, right: ReadonlySet<string>, session: Session): Promise<boolean> {
  return factsOf(await run(call, session)).some((id) => right.has(id));
}

async function reply(words: string, session: Session): Promise<Answer> {
  const read = readLine(words, session.commands);
  return read.ok ? run(read.value, session) : { kind: "refusal", refusal: read.refusal };
}

async function run(call: RawCall, session: Session): Promise<Answer> {
  return answer(call, reader, session);
}

function factsOf(given: Answer): readonly string[] {
  return given.kind === "reply" ? given.reply.facts.map((f) => f.id) : [];
}

const factOfClaim = new WeakMap<View, ReadonlyMap<string, string>>();

function rightIn(view: View, gold: readonly string[]): ReadonlySet<string> {
  let factOf = factOfClaim.get(view);
  if (factOf === undefined) {
    factOf = new Map(view.facts.flatMap((f) => f.claims.map((c) => [c.id, f.id])));
    factOfClaim.set(view, factOf);
  }
  return new Set(gold.map((id) => factOf.get(id) ?? id));
}

function saidBy(given: Answer): string {
  if (given.kind === "reply") return given.reply.plain;
  return given.kind === "refusal" ? `${given.refusal.message} ${given.refusal.hint}` : "a form";
}
