import type { View } from "#core/facts/view.ts";
import { ask } from "#core/request/call.ts";
import { callOf, type CommandCall } from "./command-calls.ts";
import {
  commandsIn,
  isAskedWith,
  isCommandFrame,
  orderIn,
  pageIn,
  smallTalkIn,
  type CommandName,
  type Said,
  type SmallTalk,
} from "./command-words.ts";
import type { FactLayers } from "./desk-index.ts";
import { isOf } from "./going-on-words.ts";
import { personNamedAlone } from "./named-alone.ts";
import { outletsIn, saysOutlet } from "./outlets-in.ts";
import { readQuestion, type Question } from "./question.ts";
import { ASKED } from "./suffices.ts";
import { questionWords } from "./words-in.ts";

/** What a question asks for that no single fact is: a command, or a word of greeting. */
export type CommandAsked = CommandCall | { readonly greeting: SmallTalk };

/**
 * The command that a question asks for, by its words; undefined where it asks for facts. `focus`: the negotiation that
 * the channel means.
 */
export function commandAsked(
  question: string,
  view: View,
  layers: FactLayers,
  focus?: string,
): CommandAsked | undefined {
  const typed = questionWords(question);
  const greeting = smallTalkIn(typed);
  if (greeting !== undefined) return { greeting };
  const page = pageIn(typed) ?? orderIn(typed);
  if (page !== undefined) return { call: ask("help", { command: page }) };
  const quotation = QUOTATION.exec(question)?.[1];
  if (quotation !== undefined) return { call: ask("check-quote", { words: quotation }) };
  if (isOrder(typed) || isOfWords(typed)) return undefined;
  const read = readQuestion(question, view, layers);
  const words = read.tokens.map((t) => t.text);
  const named = outletsIn(read.tokens, view);
  const [outlet] = named;
  const outlets = new Set(named.flatMap((o) => o.at));
  const said = { words, talks: read.talks.at, outlets };
  const found = commandsIn(said)
    .filter((c) => isAsked(c, read, said))
    .toSorted((a, b) => b.at.size - a.at.size);
  const [command] = found;
  const says = saysOutlet(read.tokens) || ["sources", "brief"].includes(command?.name ?? "");
  if (
    outlet !== undefined &&
    says &&
    command?.name !== "disputes" &&
    isPlain({ name: "sources", at: outlets }, read, said)
  )
    return { call: ask("sources", { outlet: outlet.name }) };
  if (command !== undefined) return callOf(command.name, read, view, focus);
  const person = personNamedAlone(read, view);
  return person === undefined ? undefined : { call: ask("who", { name: person.id }) };
}

/** "is this quote right: …": the words that are to be checked. */
const QUOTATION =
  /^(?=.{0,60}\b(?:right|correct|real|exact|accurate|genuine|true|check|verify|did)\b)[^:“"]{0,60}\b(?:quote|quotation)\b[^:“"]{0,30}[:“"]\s*(.{10,})$/iu;

const VOICES = /^(?:said|says|told|claimed|wrote|thinks?|thought|believes?)$/u;
const SAID_MIN = 6;

/** "who said we know where we disagree": what somebody's words say calls no command. */
function isOfWords(words: readonly string[]): boolean {
  return words[0] === "who" && VOICES.test(words[1] ?? "") && words.length >= SAID_MIN;
}

/** "retract that", "correct the day": it asks for a change, and not for what changed. */
function isOrder(words: readonly string[]): boolean {
  return words
    .slice(0, 3)
    .some(
      (word, i) =>
        isOf("write", [word]) && /^(?:that|this|it|them|these|those|the|an?|my|your)$/u.test(words[i + 1] ?? ""),
    );
}

// Kinds of names that may stand in a question for a command: it is of them all the same.
const NAMES: Readonly<Record<CommandName, ReadonlySet<string>>> = {
  disputes: new Set(["negotiations", "parties", "places"]),
  sources: new Set(["negotiations"]),
  changes: new Set(["negotiations"]),
  compare: new Set(["negotiations", "parties", "places"]),
  timeline: new Set(["negotiations", "parties"]),
  list: new Set(["negotiations", "parties"]),
  brief: new Set(["negotiations", "parties", "places"]),
  help: new Set(),
};
// Commands that show all talks: a question about some of them asks for facts.
const OF_ALL: ReadonlySet<CommandName> = new Set(["list", "help"]);

interface Found {
  readonly name: CommandName;
  readonly at: ReadonlySet<number>;
}

/** Whether a question asks for nothing besides a command: what is asked of something in particular, facts answer. */
function isAsked({ name, at }: Found, read: Question, said: Said): boolean {
  const { talks, names, sides } = read;
  // What one side says of the talks, facts tell.
  if (name === "brief" && sides.length === 1) return false;
  // "how did the meeting come about" is of what was before it.
  if (name === "brief" && read.slots[0]?.slot === "background" && read.slots[0].weight >= ASKED) return false;
  if (talks.unheld.length > 0 || (OF_ALL.has(name) && talks.ids !== undefined)) return false;
  if (names.some((n) => !NAMES[name].has(n.of) && !at.has(n.from) && !said.outlets.has(n.from))) return false;
  return isPlain({ name, at }, read, said);
}

/** Whether a question says nothing besides what a command is asked for with. */
function isPlain({ name, at }: Found, { talks, words, slots, tokens }: Question, said: Said): boolean {
  const explained = (i: number): boolean =>
    at.has(i) ||
    said.outlets.has(i) ||
    isAskedWith(name, said, i) ||
    talks.at.has(i) ||
    words.every((w) => w.at !== i) ||
    isCommandFrame(tokens[i]?.text ?? "");
  if (words.some((w) => w.telling && !explained(w.at))) return false;
  return slots.every((s) => s.weight < ASKED || [...s.at].every(explained));
}
