import type { View } from "#core/facts/view.ts";
import { ask, type RawCall } from "#core/request/call.ts";
import { fold } from "#core/text/text.ts";
import { inLatin } from "#core/values/transliteration.ts";
import type { FactLayers } from "./desk-index.ts";
import { readQuestion, type Question } from "./question.ts";

/** What a question asks for that no single fact is: a command, or a word of greeting. */
export type CommandAsked = { readonly call: RawCall } | { readonly greeting: "hello" | "thanks" };

const HELLO =
  /^(?:hi|hello|hey|good (?:morning|evening|afternoon|day)|greetings|howdy)(?: (?:there|all|everyone|talks|team))?$/u;
const THANKS =
  /^(?:thanks|thank you|thx|ty|cheers|great|ok|okay|cool|perfect|nice)(?: (?:a lot|you|so much|very much|thanks|talks|that helps))?$/u;
const HELP =
  /^(?:help|help me|how do you work|how does (?:it|this|that) work|what (?:can|do) you do|what can i (?:ask|do|type)|who are you|what are you|commands|what commands .*|how do i (?:use|ask) .*)$/u;
const DIFFER =
  /\b(?:sources?|outlets?|reports?|articles?|media|accounts)\b.*\b(?:disagree|differ|conflict|contradict|diverge)|\b(?:disagreements?|contradictions?|disputes?|disputed|discrepanc\w+)\b|\b(?:disagree|differ) .*\b(?:sources?|outlets?)\b/u;
const SOURCES =
  /^(?:what|which|list|show|how many|your)\b.*\b(?:sources|outlets|articles|newspapers|media)\b(?: (?:do you have|are there|are held|have you|you have|did you use|is this from))?$|^(?:sources?|outlets|articles)$/u;
const CHANGES =
  /\b(?:what|anything|what is|whats) (?:has )?(?:changed|new|is new)\b|\b(?:latest|recent) (?:news|changes|updates?)\b|^(?:news|updates?|changes|any (?:news|updates|changes))\b/u;
const COMPARE = /\b(?:compare|comparison|differences? between|difference)\b/u;
const ROUNDS =
  /\bhow many (?:rounds|meetings|times|sessions|talks)(?: (?:were|are) (?:there|held)| held| have there been| did they (?:meet|hold|have)| were)?$|^(?:list|show|what|which) .*\brounds\b(?: (?:were|are) there| are held)?$|^rounds$/u;
const BRIEF =
  /\b(?:summary|summari[sz]e|tldr|tl dr|overview|brief|recap|in short|sum up|briefing|rundown)\b|^(?:tell me|what do you know|say something) about (?:the )?(?:talks|round|meeting)?|tell me about$/u;
const TIMELINE = /\b(?:timeline|chronology|course of events)\b/u;
const HAPPENED = /^what (?:happened|took place|went on|occurred)\b/u;

/** The command that a question asks for, by its words; undefined where it asks for facts. */
export function commandAsked(question: string, view: View, layers: FactLayers): CommandAsked | undefined {
  const read = readQuestion(question, view, layers);
  const words = read.tokens.map((t) => t.text).join(" ");
  if (HELLO.test(words)) return { greeting: "hello" };
  if (THANKS.test(words)) return { greeting: "thanks" };
  if (HELP.test(words)) return { call: ask("help") };
  const outlet = outletIn(words, view);
  if (outlet !== undefined && saysOutlet(words)) return { call: ask("sources", { outlet }) };
  // What is asked about something in particular is answered by facts.
  const plain =
    read.words.every((w) => w.terms.length === 0 || !w.telling || FRAME.test(w.text)) &&
    read.names.every((n) => n.of === "negotiations" || n.of === "parties");
  const talks = talksOf(read);
  const one = talks.length === 1 ? { talks: talks[0] ?? "" } : {};
  if (DIFFER.test(words)) return { call: ask("disputes", one) };
  if (SOURCES.test(words)) return { call: ask("sources") };
  if (CHANGES.test(words)) return { call: ask("changes") };
  if (COMPARE.test(words))
    return { call: ask("compare", talks.length >= 2 ? { a: talks[0] ?? "", b: talks.at(-1) ?? "" } : {}) };
  if (TIMELINE.test(fold(question))) return { call: ask("timeline") };
  if (ROUNDS.test(words) && plain) return { call: ask("list") };
  if (BRIEF.test(words) && plain) return { call: ask("list", { talks: talks[0] ?? newest(view) }) };
  if (HAPPENED.test(words) && plain && talks.length > 0) return { call: ask("list", { talks: talks.at(-1) ?? "" }) };
  return undefined;
}

const FRAME =
  /^(?:summary|tldr|overview|brief|recap|briefing|rundown|rounds?|talks|meetings?|happened|negotiations?|\d{1,4})$/u;

function talksOf({ talks }: Question): readonly string[] {
  return talks.ids === undefined || talks.unheld.length > 0 ? [] : [...talks.ids];
}

function newest(view: View): string {
  return view.talks.all.at(-1)?.id ?? "";
}

function outletIn(words: string, view: View): string | undefined {
  // An outlet may be written in Cyrillic letters.
  const said = ` ${words} ${inLatin(words)} `;
  return [...view.articles.values()].find((a) => said.includes(` ${fold(a.outlet)} `))?.outlet;
}

function saysOutlet(words: string): boolean {
  return /\b(?:say|says|said|report|reports|reported|write|writes|wrote|according|from|by|claim|claims)\b/u.test(words);
}
