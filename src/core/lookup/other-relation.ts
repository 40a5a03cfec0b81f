import { BOTH } from "#core/facts/sides.ts";
import { fieldsOf, type Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { asksForPost, hasPost } from "./asked-post.ts";
import { BASE_FORMS } from "./base-forms.ts";
import { asksWhichCountries, countriesThere } from "./countries-there.ts";
import { isVerbal } from "./english.ts";
import { otherThing } from "./asked-thing.ts";
import { inFields } from "./in-fields.ts";
import { isFree } from "./kin-slots.ts";
import { isMadeThere } from "./made-there.ts";
import type { NameFound } from "./name-index.ts";
import { mainVerbAt } from "./main-verb.ts";
import { isOfParticipant, needsNoName } from "./participants.ts";
import { relativeVerbAt } from "./relative-clause.ts";
import { isOnlyMeant, isUnsaid, WH } from "./unsaid-verb.ts";
import { namesOne, notVowed, otherSpeaker, saidByNobody } from "./other-speaker.ts";
import type { Question, Word } from "./question.ts";
import { wordsOf } from "./says.ts";
import type { Weighed } from "./weighed.ts";

// A kind that is asked for this much, by several words, is what is asked.
const PLAINLY = 1.4;

/**
 * The words by which a question says what is done, or by whom, where the fact tells of something else: what was wanted
 * and not done, another act, another speaker. Such a fact misleads as an answer, however many words it has.
 */
export function otherRelation(weighed: Weighed, question: Question, view: View): readonly string[] {
  if (question.tongue !== "en" || isMadeThere(weighed, question)) return [];
  const { fact } = weighed;
  const main = mainVerbAt(question);
  const isThere = asksWhichCountries(question) && countriesThere(fact);
  const at = isThere || main === relativeVerbAt(question) ? undefined : main;
  const verb = at === undefined ? undefined : question.tokens[at];
  return [
    ...otherAct(fact, question),
    ...otherSpeaker(fact, question, view),
    ...saidByNobody(fact, question),
    ...notVowed(weighed, question),
    ...notOfMeeting(weighed, question, view, verb?.typed),
    ...notWithThem(weighed, question, view),
    ...noPost(weighed, question),
    ...ofMeetingAlone(fact, question, at),
    ...otherEvent(weighed, question),
    ...(isOnlyMeant(fact, question, verb?.text) && !isKeptOut(weighed, at) ? [verb?.typed ?? "done"] : []),
    ...(verb !== undefined &&
    at !== undefined &&
    isUnsaid(weighed, question, at) &&
    !isOfParticipant(verb, weighed, question, view)
      ? [verb.typed]
      : []),
    ...otherThing(weighed, question),
    ...(isAnothers(weighed, question, at) ? [verb?.typed ?? stanceWord(question)] : []),
  ];
}

/** Whether what is done is in what was kept out: "was the ban lifted", where the text does not lift it. */
function isKeptOut({ fact, has }: Weighed, verb?: number): boolean {
  return fact.slot === "excluded" && [...has].some((w) => w.at === verb);
}

// Who, where, when and how long: none of that is what somebody did.
const OF_MEETING: ReadonlySet<string> = new Set(["led", "attended", "role", "venue", "date", "duration"]);

/** The verb of "what did the army chief promise", where the fact says who somebody is. */
function ofMeetingAlone({ slot }: Fact, { form, tokens, slots }: Question, at: number | undefined): readonly string[] {
  const does = tokens.findIndex((t) => /^(?:did|does|do)$/u.test(t.text));
  const verb = tokens[at ?? -1];
  if (form !== "what" || !OF_MEETING.has(slot) || does !== 1 || at === undefined || verb === undefined) return [];
  return slots.find((s) => s.slot === slot)?.at.has(at) === true ? [] : [verb.typed];
}

const OF_PLACE =
  /^(?:meet|met|gather|s[ia]t|talk|held|hold|host|us(?:e|ed|ing)$|t(?:ake|ook)|cho(?:o|s)|pick|select|bring|brought|convene|agree|negotiat)/u;

/** The verb of "which town fell to them", where the fact says where they met. */
function otherEvent({ fact, has }: Weighed, { form, words, slots }: Question): readonly string[] {
  if (fact.slot !== "venue" || (form !== "what" && form !== "where")) return [];
  const asking = slots.find((s) => s.slot === "venue")?.at;
  const verb = words.find((w) => !has.has(w) && !asking?.has(w.at) && isPast(w.text) && !OF_PLACE.test(w.text));
  return verb === undefined ? [] : [verb.typed];
}

// Only a verb has such a form.
function isPast(word: string): boolean {
  return isVerbal(word) && (BASE_FORMS.has(word) || word.endsWith("ed"));
}

const ACTS: Readonly<Record<string, RegExp>> = {
  left: /^(?:leav(?:e|es|ing)|left|depart(?:s|ed|ing|ure)?)$/u,
  arrived: /^(?:arriv(?:e|es|ed|ing|al)|land(?:s|ed)?|came|come|comes|reach(?:ed)?)$/u,
};

/** A word for another movement than the fact's: who arrived did not leave. */
function otherAct(fact: Fact, { tokens }: Question): readonly string[] {
  if (fact.slot !== "movement") return [];
  const act = String(fieldsOf(fact)["act"]);
  const asked = tokens.flatMap((t) =>
    Object.keys(ACTS).flatMap((of) => (ACTS[of]?.test(t.text) === true ? [{ of, typed: t.typed }] : [])),
  );
  return asked.some(({ of }) => of === act) ? [] : asked.map(({ typed }) => typed);
}

const MEETS = /^(?:meet|met|negotiated?|confer(?:red)?|convene)$/u;

/** How long somebody stayed or spoke is not how long the talks were. */
function notOfMeeting(weighed: Weighed, question: Question, view: View, verb?: string): readonly string[] {
  const { fact } = weighed;
  const { names, tokens } = question;
  if (fact.slot !== "duration" || tokens.some((t) => MEETS.test(t.text))) return [];
  // How long somebody would do something is not how long they met either.
  const isAhead = tokens.some((t) => /^(?:would|will|should)$/u.test(t.text));
  const isOther = (n: NameFound): boolean => !inFields(fact, n.id) && !needsNoName(n, weighed, question, view);
  const person = names.find((n) => (n.of === "people" && isOther(n)) || (isAhead && n.of === "parties"));
  return person === undefined ? [] : [verb ?? tokens[person.from]?.typed ?? ""];
}

// What is told of a whole side: somebody of it is among them.
const OF_SIDE: ReadonlySet<string> = new Set([
  "position",
  "purpose",
  "assessment",
  "quote",
  "excluded",
  "movement",
  "led",
  "role",
  "attended",
]);

/** Whether somebody did something is asked, where the fact names them nowhere; or met somebody, where nobody met. */
function notWithThem(weighed: Weighed, question: Question, view: View): readonly string[] {
  const { fact } = weighed;
  const { names, form, tokens, presence } = question;
  const people = names.filter((n) => n.of === "people" && !needsNoName(n, weighed, question, view));
  if (form !== "yes-no" || presence || people.length === 0) return [];
  const met = tokens.find((t) => /^(?:meet|met)$/u.test(t.text));
  const all = fact.claims.flatMap(({ fields, as }) => [...Object.values(fields), ...Object.values(as)].map(String));
  const isSaid = (id: string): boolean => inFields(fact, id) || all.some((value) => namesOne(value, id, view, true));
  const unsaid = OF_SIDE.has(fact.slot) ? [] : people.filter((n) => !isSaid(n.id));
  if (unsaid.length > 0) return unsaid.map((n) => tokens[n.from + n.size - 1]?.typed ?? "");
  const meets = people.length < 2 || met === undefined || all.some((v) => wordsOf(v).some((w) => MET.test(w)));
  return meets ? [] : [met.typed];
}

const MET = /^(?:met|meet(?:s|ing|ings)?|sat|face|received|together|joined|visited)$/u;

/** The post of somebody is asked for, and the fact says none. */
function noPost({ fact, named }: Weighed, question: Question): readonly string[] {
  const { tokens } = question;
  if (!asksForPost(question) || hasPost(fact, named) || fact.slot === "role") return [];
  return tokens.flatMap((t) => (/^(?:post|job|title|rank)$/u.test(t.text) ? [t.typed] : []));
}

const STANCES: ReadonlySet<string> = new Set(["position", "quote", "assessment", "grievance", "purpose"]);
const MUTE: ReadonlySet<string> = new Set([
  "role",
  "led",
  "attended",
  "venue",
  "date",
  "duration",
  "format",
  "movement",
]);

/**
 * Whether it is asked what somebody wants, says or thinks, and the fact tells nothing of the kind: it has a name alone,
 * or it was noted of another.
 */
function isAnothers(
  { fact, has, named }: Weighed,
  { slots, form, sides, words, names }: Question,
  at?: number,
): boolean {
  const [most] = slots;
  if (!/^(?:what|how)$/u.test(form) || most === undefined || !STANCES.has(most.slot) || most.weight < 1) return false;
  if (MUTE.has(fact.slot))
    return most.weight >= PLAINLY && (slots.find((s) => s.slot === fact.slot)?.weight ?? 0) < most.weight;
  if (!isFree(fact.slot) || (fact.side !== undefined && (fact.side === BOTH.id || sides.includes(fact.side))))
    return false;
  if (names.some((n) => n.of === "people" && named.has(n.id))) return false;
  const said = (w: Word): boolean => most.at.has(w.at) || w.at === at;
  return !words.some((w) => said(w) && has.has(w)) && asksOfSomebody(words, sides);
}

function asksOfSomebody(words: readonly Word[], sides: readonly string[]): boolean {
  return sides.length > 0 || words.some((w) => w.telling);
}

function stanceWord({ slots, tokens }: Question): string {
  const at = [...(slots[0]?.at ?? [])].find((i) => !WH.test(tokens[i]?.text ?? ""));
  return at === undefined ? "" : (tokens[at]?.typed ?? "");
}
