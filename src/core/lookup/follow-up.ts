import type { Fact } from "#core/facts/fact.ts";
import { negotiationOf, rounds, type View } from "#core/facts/view.ts";
import { ask } from "#core/request/call.ts";
import { SLOTS } from "#core/slots/index.ts";
import { defined } from "#core/text/defined.ts";
import { accountOf } from "./account-of.ts";
import { afterFacts } from "./after-facts.ts";
import { ASKED } from "./suffices.ts";
import { commandAsked, type CommandAsked } from "./asked-command.ts";
import { layersOf } from "./desk-index.ts";
import type { Before, FollowUp } from "./going-on.ts";
import { headline } from "./more-told.ts";
import { numberOf } from "./calendar-words.ts";
import { isEnd, isOf, opened, pointsBack } from "./going-on-words.ts";
import { nameInOther } from "./names-by-sound.ts";
import { countryHeard } from "./names-heard.ts";
import {
  aboutTold,
  withCount,
  withoutNames,
  withRounds,
  withTopic,
  withWhich,
  withWords,
  written,
  type Carried,
} from "./carried-words.ts";
import { ofPerson } from "./of-person.ts";
import { otherOne } from "./other-one.ts";
import { pointedRound, type Pointed } from "./pointed-round.ts";
import { sameAgain } from "./same-again.ts";
import { asksSince, toldSort } from "./told-sort.ts";
import { placesOf } from "./places-of.ts";
import { readQuestion, type Question } from "./question.ts";

/** How a question goes on from the one before; undefined where it is a question of its own. */
export function followUp(typed: string, before: Before, view: View): FollowUp | undefined {
  const open = opened(typed);
  if (open === undefined) return undefined;
  const { led } = open;
  // Turkish says "his post" in one word.
  const typedWords = OF_SOMEBODY.test(open.words[0] ?? "") ? ["onun", ...open.words] : open.words;
  // "rounds 2 and 3".
  const words = typedWords.map((w, i) =>
    w === "rounds" && numberOf(typedWords[i + 1] ?? "") !== undefined ? "round" : w,
  );
  const facts = before.facts.flatMap((id) => view.facts.find((f) => f.id === id) ?? []);
  const [first] = facts;
  const layers = layersOf(view);
  const after = afterFacts(words, before, facts, view);
  if (after !== undefined) return after;
  const pointed = pointedRound(words, first, view);
  if (pointed !== undefined && "edge" in pointed) return { kind: "edge", talks: pointed.edge };
  if (pointed !== undefined) return inRound(pointed, before, view);
  // "in what order did things happen" is whole: a command answers it.
  const command = commandAsked(typed, view, layers);
  const isCommand = !led && words.length > 2 && !isOf("else", words) && command !== undefined;
  if (first !== undefined && isCommand && isOfSources(command) && words.some((w) => THAT.test(w)))
    return { kind: "facts", ids: headline(facts).map((f) => f.id) };
  const told = before.question === "" && first !== undefined ? (SLOTS[first.slot].ask[0] ?? "") : before.question;
  if (told === "") return undefined;
  const asked = readQuestion(told, view, layers);
  // "and who for Chad": the same of another side.
  if (asked.form === "who" && /^(?:who|whom) (?:for|from) ./u.test(words.join(" ")))
    return followUp(`and ${words.slice(1).join(" ")}`, before, view);
  const round = facts.length > 0 ? roundOf(facts) : asked.apart ? undefined : oneOf(asked.talks.ids);
  const here = round === undefined ? {} : { talks: round };
  const other = isCommand ? undefined : otherOne(words, asked, first, view);
  if (other !== undefined) return followUp(other, before, view);
  if (isOf("count", words)) return { kind: "ask", ways: [way(withCount(asked))], ...here };
  const times = EACH.exec(words.join(" "));
  if (times !== null) {
    const all = rounds(view, view.talks.get(round ?? first?.talks ?? "")?.negotiation).length > 2 ? "all" : "both";
    const each = written(["in", all, "rounds"]);
    return { kind: "ask", ways: [way(withRounds(asked, each))] };
  }
  if (isOf("which", words)) return { kind: "ask", ways: [way(withWhich(asked))], ...here };
  if (isOf("else", words)) return { kind: "ask", ways: [way(withoutNames(asked))], ...here };
  // A name alone says nothing of its language: "peki Rusya'yı" is in that of the question before.
  const inCase = (word: string): string => {
    if (asked.tongue === "en") return word;
    return countryHeard([word], 0, asked.tongue, view)?.meant ?? nameInOther(word, view, asked.tongue) ?? word;
  };
  const own = written(words.map(inCase));
  const now = readQuestion(own, view, layers);
  const negotiation = negotiationIn(first, asked, view);
  if (isElsewhere(now, negotiation, view)) return undefined;
  const account = accountOf(words, now, led, asked, facts, view);
  if (account !== undefined)
    return account.facts.length > 0
      ? { kind: "facts", ids: account.facts.map((f) => f.id) }
      : { kind: "unsaid", ids: facts.map((f) => f.id), by: account.who };
  if (isCommand) return undefined;
  const same = sameAgain(words, now, facts, view);
  if (same !== undefined) {
    const ids = (same.length > 0 ? same : facts).map((f) => f.id);
    return same.length > 0 ? { kind: "facts", ids } : { kind: "unsaid", ids };
  }
  const says = now.talks.ids !== undefined || now.talks.unheld.length > 0;
  // "and the second?": of the negotiation that was told.
  const [only, ...others] = [...(now.talks.ids ?? [])].filter((id) => negotiationOf(id, view)?.id === negotiation);
  const named = only === undefined || others.length > 0 || now.talks.ids?.size === 1 ? {} : { talks: only };
  const place = says ? named : here;
  if (first !== undefined && !says && now.form === "why" && isOf("bare", words)) {
    const talks = round ?? first.talks;
    return { kind: "call", call: ask("why", { talks }), taken: view.talks.name(talks) };
  }
  const whole: FollowUp = { kind: "ask", ways: [{ question: own, taken: [] }], ...place };
  const said = WHEN_SAID.test(words.join(" ")) ? toldSort(facts, now, view) : undefined;
  if (said !== undefined) return said;
  const person = words.some((word) => isOf("person", [word])) ? ofPerson(words, facts, asked, place, view) : undefined;
  // Russian says "he" of a round too.
  if (person !== undefined || (now.tongue !== "ru" && words.some((word) => isOf("person", [word])))) return person;
  const added = now.tongue === "en" ? own : written(now.tokens.map((t) => t.text));
  if (isBesides(now, led)) {
    const alone = now.names.every((n) => n.of === "people") && !says ? now.names[0]?.id : undefined;
    return { kind: "ask", ways: besidesWays(asked, now, added, first), ...place, ...defined({ person: alone }) };
  }
  const [, listed] = LISTED.exec(own) ?? [];
  if (listed !== undefined && first !== undefined) {
    const ways = [way(withTopic(asked, first.slot, listed)), { question: listed, taken: [] }];
    return { kind: "ask", ways, ...here };
  }
  if (says) return undefined;
  const [, party] = / ?(.+) (?:on|about) (?:that|this|it)$/u.exec(own) ?? [];
  if (party !== undefined && isBesides(readQuestion(party, view, layers), true))
    return followUp(`and ${party}`, before, view);
  const [, then] = THEN.exec(own) ?? [];
  if (then !== undefined && round !== undefined && asksKind(readQuestion(then, view, layers)))
    return { kind: "ask", ways: [{ question: then, taken: [] }, ...whole.ways], ...here };
  const topic = /^(?:about|on)$/u.test(now.tokens[0]?.text ?? "");
  const back = isOf("bare", words) || pointsBack(words) || isEnd(words) || (!topic && isPiece(now));
  const held = back ? toldSort(facts, now, view) : undefined;
  if (held !== undefined) return held;
  const they = !asksSince(words) && words.includes("they") && now.names.length === 0;
  if (round !== undefined && (back || they) && isOfRound(now)) return whole;
  const about = aboutTold(words, asked, first);
  if (about !== undefined)
    return { kind: "ask", ways: [way(about), ...(about.only === true ? [] : whole.ways)], ...place };
  if (back) return round === undefined ? undefined : whole;
  if (!led && !(topic && words.length <= TOPIC_MAX)) return undefined;
  if (!topic && (now.slots.some((s) => s.weight >= ASKED) || now.form !== "what"))
    return round === undefined ? undefined : whole;
  return { kind: "ask", ways: [way(withTopic(asked, first?.slot, added)), ...whole.ways], ...place };
}

const OF_SOMEBODY = /^(?:gorevi|unvani|makami|mevkii|rutbesi)$/u;
const TOPIC_MAX = 4;
const PIECE_MAX = 2;

/** "directly?", "which building": two words that ask for a kind of fact, and do not say of what. */
function isPiece({ tokens, slots, names }: Question): boolean {
  return tokens.length <= PIECE_MAX && names.length === 0 && slots.some((s) => s.weight >= ASKED);
}

const OF_ROUND: ReadonlySet<string> = new Set(["venue", "date", "duration", "session"]);

/** Whether what is asked for is a round's own, so that "it" is the round: when it began, how long it took. */
function isOfRound({ slots: [most] }: Question): boolean {
  return most !== undefined && most.weight >= ASKED && OF_ROUND.has(most.slot);
}

// "is the second one on the list": of what was told.
const LISTED =
  /^(?:is|are|was|were) (?:the )?(.+?)(?: ones?)? (?:also )?(?:on (?:it|the list|that list)|in (?:it|the list)|included|among (?:them|those)|one of (?:them|those)|part of (?:it|that))(?: too| as well)?$/u;

/** Another party, person or round in the place of the one before; a party also in that of a person. */
function besidesWays(asked: Question, now: Question, added: string, first: Fact | undefined) {
  const [ofParty, held] = [now, asked].map(({ names }) => names.some((n) => n.of === "parties"));
  // "and on the US side": "who headed the US side".
  const words =
    ofParty === true && held === true ? added.replace(/^(?:on|for|from|at|in) (?=the |\S+ side)/u, "") : added;
  const kind = first === undefined ? undefined : SLOTS[first.slot].ask[0];
  const other = ofParty === true && held !== true && kind !== undefined && asked.names.length > 0;
  return [
    way(withWords(asked, now, words)),
    ...(other ? [{ question: `${kind} ${words}`, taken: [`“${kind}”`] }] : []),
  ];
}

// "when did he say that": what was said has its own day.
const WHEN_SAID = /^when (?:did|was|has) .*(?:say|said|tell|told|claim|claimed) ?(?:that|this|it|so)?$/u;
// "what did they talk about then": of the round.
const THEN =
  /^(.+) (?:then|there|that time|on that occasion|(?:in|at|during) (?:that|this) (?:one|round|meeting|session|time))$/u;

function asksKind({ slots, names }: Question): boolean {
  return slots.some((s) => s.weight >= ASKED) && names.every((n) => n.of === "parties");
}

/** A question of another round than the one told, which takes the rest from before as far as it lacks it. */
function inRound({ words, rest, talks }: Exclude<Pointed, { edge: string }>, before: Before, view: View): FollowUp {
  const named = rest.length > 0 && readQuestion(rest.join(" "), view, layersOf(view)).talks.ids !== undefined;
  const question = (named ? rest : words).join(" ");
  return followUp(`and ${question}`, before, view) ?? { kind: "ask", ways: [{ question, taken: [] }], talks };
}

function way({ kept, question }: Carried) {
  return { question, taken: [`“${kept}”`] };
}

const EACH = /^(?:in )?(?:both|each|every|all)(?: of them| the)?(?: times?| rounds?| meetings?| talks)?$/u;
const THAT = /^(?:that|this|it|these|those|bunu|bunun|это|этого|этому)$/u;

/** Whether a command is the list of all sources, and of no round or outlet. */
function isOfSources(command: CommandAsked | undefined): boolean {
  if (command === undefined || !("call" in command)) return false;
  return command.call.path[1] === "sources" && Object.keys(command.call.values).length === 0;
}

function oneOf(ids: ReadonlySet<string> | undefined): string | undefined {
  const [only, ...others] = ids ?? [];
  return others.length === 0 ? only : undefined;
}

function roundOf(facts: readonly Fact[]): string | undefined {
  const [only, ...others] = new Set(facts.map((f) => f.talks));
  return others.length === 0 ? only : undefined;
}

function negotiationIn(first: Fact | undefined, asked: Question, view: View): string | undefined {
  if (first !== undefined) return negotiationOf(first.talks, view)?.id;
  const [only, ...others] = new Set([...(asked.talks.ids ?? [])].map((id) => negotiationOf(id, view)?.id));
  return others.length === 0 ? only : undefined;
}

/** Whether a question names talks, a party or a negotiation that are of another one than what was told. */
function isElsewhere({ talks, names }: Question, own: string | undefined, view: View): boolean {
  if (own === undefined) return false;
  if (talks.ids !== undefined && [...talks.ids].every((id) => view.talks.get(id)?.negotiation !== own)) return true;
  const parties = new Set([
    ...(view.negotiations.get(own)?.parties ?? []).map((p) => p.party),
    ...rounds(view, own).flatMap((t) => t.parties),
  ]);
  return names.some((n) => (n.of === "negotiations" && n.id !== own) || (n.of === "parties" && !parties.has(n.id)));
}

/** Whether a question says nothing besides talks and names, so that all that it asks of them is taken. */
function isBesides({ tokens, talks, names }: Question, led: boolean): boolean {
  const of = led ? names : names.filter((n) => n.of === "parties");
  const said = placesOf(of);
  const unheld = new Set(talks.unheld.flatMap((w) => w.split(" ")));
  const isName = (i: number): boolean => said.has(i) || talks.at.has(i);
  const rest = tokens.filter(
    (t, i) => !isName(i) && !unheld.has(t.text) && !isOf("glue", [t.text]) && !/^(?:and|or)$/u.test(t.text),
  );
  return rest.length === 0 && (of.length > 0 || talks.at.size > 0 || unheld.size > 0);
}
