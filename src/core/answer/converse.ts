import { commandAsked } from "#core/lookup/asked-command.ts";
import { decideHere } from "#core/lookup/decide-here.ts";
import { followUp } from "#core/lookup/follow-up.ts";
import type { Before, FollowUp } from "#core/lookup/going-on.ts";
import { opened } from "#core/lookup/going-on-words.ts";
import { layersOf, readyIndex } from "#core/lookup/desk-index.ts";
import { readQuestion } from "#core/lookup/question.ts";
import { inTongue, type View } from "#core/facts/view.ts";
import { tongueFor, type Asker } from "#core/request/asker.ts";
import { ask, isPublic, type RawCall } from "#core/request/call.ts";
import { ready } from "#core/messages/ready.ts";
import { eitherIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { labelOf } from "#core/slots/label.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { focusOf } from "#core/changes/focus.ts";
import { defined } from "#core/text/defined.ts";
import { answer, type Session } from "./answer.ts";
import type { Told } from "#core/messages/tongue.ts";
import { toldIn } from "#core/reply/reply.ts";
import { refused, type Answer } from "./command.ts";
import { keep, kept } from "./kept.ts";

/** The call as it was understood, by which its answer can be shared, and the answer. */
export interface Conversed {
  readonly call: RawCall;
  readonly answer: Answer;
}

/**
 * Answers a call where the same person may have asked before: a question that goes on from another takes what it lacks
 * from it. Keeps what the next one may take. @throws what `answer` throws
 */
export async function converse(asked: RawCall, asker: Asker, session: Session): Promise<Conversed> {
  const { said, ...plain } = asked;
  const question = said ?? questionOf(asked);
  const before = question === undefined ? undefined : await kept(asker, session);
  const whole =
    question === undefined || before === undefined
      ? undefined
      : await madeWhole(question, before, asked, asker, session);
  const call = whole !== undefined && "path" in whole ? whole : plain;
  const given = whole !== undefined && "kind" in whole ? whole : await answer(call, asker, session);
  // What was not told leaves what was told before it.
  if (whole === undefined || "path" in whole) keep(call, given, asker, session, before);
  return { call, answer: given };
}

/** The question that a call is, or may be: "who refused" names nobody. */
function questionOf({ path, values, words }: RawCall): string | undefined {
  if (path[0] !== "talks") return undefined;
  if (path[1] === "ask") return values["question"];
  return words ?? (path[1] === "who" && values["name"] !== undefined ? `who ${values["name"]}` : undefined);
}

/** The call that a question is with what it takes from before; a refusal that asks who is meant. */
async function madeWhole(
  question: string,
  before: Before,
  asked: RawCall,
  asker: Asker,
  session: Session,
): Promise<RawCall | Answer | undefined> {
  const { values } = asked;
  const says = ["talks", "meant", "as-of"].some((name) => (values[name] ?? "").trim() !== "");
  if (says || opened(question) === undefined) return undefined;
  const snapshot = await session.desk.snapshot();
  await readyIndex(snapshot.view, async () => session.clock.giveWay?.());
  const isWho = asked.said === undefined && asked.path[1] === "who";
  if (isWho && snapshot.view.people.find(values["name"] ?? "").kind !== "none") return undefined;
  const next = followUp(question, before, snapshot.view);
  if (next === undefined) return undefined;
  const tongue = tongueFor(asker, isPublic(asked));
  await ready(tongue);
  const view = inTongue(snapshot.view, tongue);
  const shown = defined({ public: values["public"] });
  switch (next.kind) {
    case "facts": {
      const taken = next.taken ?? toldOf(next.ids, view);
      return { ...ask("fact", { id: next.ids.join(" "), ...shown }), taken };
    }
    case "unsaid":
    case "edge":
      return notTold(next, view);
    case "call":
      return { ...next.call, values: { ...next.call.values, ...shown }, taken: next.taken };
    case "whose":
      return whose(next, view);
    case "ask":
      return chosen(next, before, snapshot.view, focusOf(asker, snapshot), shown);
  }
}

/** What these facts are of, for a reply to say: `How long, Second round`. */
function toldOf(ids: readonly string[], view: View): string {
  const told = ids.flatMap((id) => view.facts.find((f) => f.id === id) ?? []);
  const kinds = new Set(told.map((f) => labelOf(f.claims[0], view)));
  return [...kinds, ...new Set(told.map((f) => view.talks.name(f.talks)))].join(", ");
}

function notTold(next: Extract<FollowUp, { kind: "unsaid" | "edge" }>, view: View): Answer {
  const round = next.kind === "edge" ? view.talks.name(next.talks) : "";
  const message =
    next.kind === "edge"
      ? tell(view, "goingOn.first", { round })
      : next.by === undefined
        ? tell(view, "goingOn.unsaid")
        : tell(view, "goingOn.notBy", { who: next.by });
  const told = next.kind === "edge" ? ask("list", { talks: next.talks }) : ask("fact", { id: next.ids.join(" ") });
  const taken = tell(view, "ask.taken", { taken: next.kind === "edge" ? round : toldOf(next.ids, view) });
  const hint = `${taken} ${tell(view, "goingOn.whole")}`;
  return refusedIn(view, refuse("held", message, hint, [{ label: tell(view, "goingOn.told"), call: told }]));
}

function whose({ people, asked }: Extract<FollowUp, { kind: "whose" }>, view: View): Answer {
  const names = people.slice(0, 4).map((id) => ({ id, name: view.people.get(id)?.name ?? id }));
  const whom = eitherIn(
    view,
    names.map(({ name }) => name),
  );
  return refusedIn(
    view,
    refuse(
      "usage",
      tell(view, "goingOn.names", { n: people.length }),
      tell(view, "goingOn.whom", { names: whom }),
      names.map(({ id, name }) => ({ label: name, call: ask("ask", { question: asked(id) }) })),
    ),
  );
}

/** The first reading that has an answer: of the same round, or of any where the question before named none. */
function chosen(
  { ways, talks, anywhere, person }: Extract<FollowUp, { kind: "ask" }>,
  before: Before,
  view: View,
  focus: string | undefined,
  shown: RawCall["values"],
): RawCall {
  const named = talks !== undefined && readQuestion(before.question, view, layersOf(view)).talks.ids !== undefined;
  const rounds = talks === undefined ? [undefined] : named && anywhere !== true ? [talks] : [talks, undefined];
  const all = rounds.flatMap((round) => ways.map((way) => ({ ...way, round })));
  const answers = ({ question, round }: (typeof all)[number]): boolean =>
    decideHere(question, view, { talks: round, focus }).kind === "answer";
  // "give me a summary of April", "and February?": a command answers that.
  const layers = layersOf(view);
  const commanded =
    commandAsked(before.question, view, layers, focus) === undefined
      ? undefined
      : ways.find((way) => commandAsked(way.question, view, layers, focus) !== undefined);
  if (commanded !== undefined)
    return { ...ask("ask", { question: commanded.question, ...shown }), taken: commanded.taken.join(", ") };
  const found = all.find(answers);
  if (found === undefined && person !== undefined) return ask("who", { name: person, ...shown });
  const { question, taken, round } = found ?? { question: "", taken: [], ...all[0] };
  const said = [...taken, ...(round === undefined ? [] : [view.talks.name(round)])].join(", ");
  const call = ask("ask", { question, ...shown, ...defined({ talks: round }) });
  return said === "" ? call : { ...call, taken: said };
}

function refusedIn({ tongue }: Told, refusal: Refusal): Answer {
  return refused(toldIn(refusal, tongue));
}
