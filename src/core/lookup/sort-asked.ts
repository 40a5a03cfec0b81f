import { fieldsOf, type Fact } from "#core/facts/fact.ts";
import { BOTH } from "#core/facts/sides.ts";
import type { View } from "#core/facts/view.ts";
import { monthOf, numberOf, weekdayOf, yearOf } from "./calendar-words.ts";
import { nameMissing, WHOLE_NAME } from "./name-asked.ts";
import { isMeans } from "./means-of-travel.ts";
import { isNameWord } from "./name-index.ts";
import type { Form } from "./form-asked.ts";
import { formatMissing } from "./format-asked.ts";
import type { Question } from "./question.ts";
import { isOfPhase, isOtherPhase, phaseAsked } from "./phase-asked.ts";
import { says, valuesIn, wordsOf } from "./says.ts";
import { stanceMissing } from "./stance-asked.ts";
import { isCounted, uncounted } from "./things-counted.ts";
import type { Weighed } from "./weighed.ts";

// Kinds of fact that hold the sort of thing that a question word asks for, whatever they say.
const HOLD: Readonly<Partial<Record<Form, ReadonlySet<string>>>> = {
  who: new Set(["led", "attended", "role", "quote", "property", "excluded"]),
  when: new Set(["date", "session", "movement"]),
  where: new Set(["venue", "property", "movement", "next"]),
  why: new Set(["purpose", "background", "grievance", "position", "assessment"]),
  "how-many": new Set(["figure", "property", "duration"]),
  "how-long": new Set(["duration"]),
};

const CURRENCY =
  /^(?:dollars?|euros?|pounds?|roubles?|rubles?|liras?|yuan|rials?|dinars?|francs?|millions?|billions?)$/u;
const MONEY = /^(?:worth|costs?|money|value|valued|price)$/u;

// What both sides want or complain of, each of them does.
const OF_BOTH: ReadonlySet<string> = new Set(["grievance", "position", "purpose"]);

const TIME =
  /^(?:year|month|week|day|hour|minute|morning|afternoon|evening|night|noon|midnight|today|yesterday|tomorrow|earlier|later|soon|ago|weekend)s?$/u;
// "13:30", "14.45", "2 p.m.", "2022", and not "1,000".
const CLOCK = /\b(?:\d{1,2}[:.]\d{2}|\d{1,2} ?[ap]\.?m|(?:19|20)\d{2})\b/iu;
/** Whether a fact says at what time of day, and not how long after another. */
export function hasClock(fact: Fact): boolean {
  return fact.claims.some(({ fields }) =>
    CLOCK.test(String(fields["at"] ?? fields["time"] ?? fields["step"] ?? fields["remark"] ?? "")),
  );
}

const LENGTH = /^(?:year|month|week|day|hour|minute|second)s?$/u;

/** What a question word asks for, where the fact has nothing of that sort: "why", "who", "how many". */
export function sortMissing(weighed: Weighed, question: Question, view: View): readonly string[] {
  const { form, tokens } = question;
  const { fact } = weighed;
  const ahead = OF_ROUND.has(fact.slot) ? asksAhead(question) : undefined;
  if (ahead !== undefined) return [ahead];
  if (fact.slot === "venue" && asksForRoom(question) && !says(fact, (w) => ROOM.test(w))) return ["room"];
  if (fact.slot === "venue" && asksForBuilding(question) && fieldsOf(fact)["place"] === undefined) return ["building"];
  // Where people stayed is not where they met.
  const away = form === "where" && fact.slot === "venue" ? tokens.filter((t) => AWAY.test(t.text)) : [];
  if (away.length > 0) return away.map((t) => t.typed);
  const format = fact.slot === "format" ? formatMissing(fact, question) : [];
  if (format.length > 0) return format;
  const said = tokens.map((t) => t.text).join(" ");
  if (/\bhow much of\b/u.test(said) && !says(fact, (w) => OF_WHOLE.test(w))) return ["how much of"];
  if (nameMissing(weighed, question, view)) return ["name"];
  // "was anything big achieved" asks for no number of something else.
  const isBare = weighed.has.size + weighed.named.size === 0 && !tokens.some((t) => numberOf(t.text) !== undefined);
  if (form === "yes-no" && fact.slot === "figure" && isBare) return ["any"];
  // "how much is it worth": that there are six of them says no amount.
  if (form === "how-many" && tokens.some((t) => MONEY.test(t.text)) && !says(fact, (w) => CURRENCY.test(w)))
    return ["how much"];
  if (form === "how-many" && fact.slot === "figure") return isCounted(weighed, question, view) ? [] : ["how many"];
  if (tokens[0]?.text === "how" && lacksManner(fact, question)) return ["how"];
  const stance = fact.slot === "position" ? stanceMissing(fact, question) : [];
  if (stance.length > 0) return stance;
  if (fact.slot === "session") {
    const phase = phaseAsked(question);
    const ofThing = form === "when" && [...weighed.has].some((w) => w.telling && w.typed !== phase?.typed);
    if (phase !== undefined && (form === "how" || !isOfPhase(fact, phase, ofThing))) return [phase.typed];
  }
  if (fact.slot === "quote") {
    const phase = phaseAsked(question);
    if (phase?.aside === true && isOtherPhase(fact, phase)) return [phase.typed];
  }
  if (form === "how-long" && fact.slot === "figure" && !isLength(fact, weighed)) return ["how long"];
  if (HOLD[form]?.has(fact.slot) !== true && !holdsSort(fact, question, view)) return [form.replace("-", " ")];
  return form === "how-many" ? uncounted(weighed, question) : [];
}

/** Whether a fact's words hold the sort of thing that the question word asks for. */
export function holdsSort(fact: Fact, { form, tokens, sides }: Question, view: View): boolean {
  switch (form) {
    case "who":
      // "which Iranians" asks for people, and not for a side.
      // So does "who travelled for Chad": that Chad did says nothing.
      if (tokens.some((t) => t.text === "which") || (fact.slot === "movement" && sides.includes(fact.side ?? "")))
        return says(fact, (w) => w.length > 2 && isNameWord(w, view, ["people"]));
      // "whose side is Chile on": any fact that names a side.
      if (tokens.some((t, i) => t.text === "side" && /^(?:which|whose|what)$/u.test(tokens[i - 1]?.text ?? "")))
        return fact.side !== undefined || says(fact, (w) => w.length > 2 && isNameWord(w, view, ["parties"]));
      // "who complained": both did.
      if (fact.side !== undefined && (fact.side !== BOTH.id || OF_BOTH.has(fact.slot))) return true;
      if (tokens.some((t) => SAYS.test(t.text)) && fact.claims.some((c) => c.according !== undefined)) return true;
      if (fact.slot === "figure" && fieldsOf(fact)["by"] === undefined && !isDoneByParty(fact, view)) return false;
      return (
        !["venue", "date", "duration", "purpose", "agenda", "excluded"].includes(fact.slot) &&
        (says(fact, (w) => w.length > 2 && isNameWord(w, view, ["people"])) ||
          fact.claims.some((c) => Object.values(c.fields).some((v) => WHOLE_NAME.test(String(v)))) ||
          isDoneByParty(fact, view))
      );
    case "when":
      // When something was said says nothing of when it was.
      if (fact.slot === "quote" && !tokens.some((t) => SAYS.test(t.text) && t.text !== "according")) return false;
      return says(fact, isTime) || fact.claims.some((c) => Object.values(c.fields).some((v) => CLOCK.test(String(v))));
    case "where":
      return says(fact, (w) => w.length > 2 && isNameWord(w, view, ["places", "parties"]));
    case "how-long":
      return says(fact, (w) => LENGTH.test(w));
    case "how-many":
      // A number that the question names is not the one that it asks for.
      // "one of the achievements" counts nothing.
      return valuesIn(fact).some((own) =>
        own.some(
          (w, i) =>
            w !== "one" && isNumber(own, i) && !OF_SIDES.test(own[i + 1] ?? "") && !tokens.some((t) => t.text === w),
        ),
      );
    case "why":
      return says(fact, (w) => REASON.test(w));
    case "how":
    case "yes-no":
    case "what":
      return true;
  }
}

// "the two sides" counts nothing that is asked for.
const OF_SIDES = /^(?:sides?|parties|countries|nations|delegations|teams|heads|leaders)$/u;
const OF_WHOLE =
  /^(?:share|percent|percentage|proportion|half|third|thirds|quarter|quarters|majority|most|part|all|whole)$/u;

/** A number that is neither a day of a month nor a year. */
function isNumber(words: readonly string[], i: number): boolean {
  const isOfDay = monthOf(words[i - 1] ?? "") !== undefined || monthOf(words[i + 1] ?? "") !== undefined;
  return numberOf(words[i] ?? "") !== undefined && !isOfDay && yearOf(words[i] ?? "") === undefined;
}

// What a round was: none of it is what a later one will be.
const OF_ROUND: ReadonlySet<string> = new Set(["venue", "date", "duration", "led", "attended", "role", "format"]);
const MEETING = /^(?:rounds?|cycles?|meetings?|sessions?|talks)$/u;

/** The word by which a question asks for a meeting to come: "the next session", "the round after 26 April". */
function asksAhead({ tokens, talks, form }: Question): string | undefined {
  const at = tokens.findIndex(({ text }, i) => {
    const [next, then] = [tokens[i + 1]?.text ?? "", tokens[i + 2]?.text ?? ""];
    if (text === "next") return MEETING.test(next) || MEETING.test(then);
    if (text === "after") return MEETING.test(tokens[i - 1]?.text ?? "") && talks.ids !== undefined;
    return text === "will" && talks.ids === undefined && /^(?:where|when|who)$/u.test(form) && i < 2;
  });
  return tokens[at]?.typed;
}

const BEGIN = 3;

/** Whether what a fact says begins with a party, or is done by one: what happens to a party says not who did it. */
function isDoneByParty(fact: Fact, view: View): boolean {
  const isParty = (word = ""): boolean => word.length > 2 && isNameWord(word, view, ["parties"]);
  return valuesIn(fact).some((words) =>
    words.some((w, i) => isParty(w) && (i < BEGIN || words.slice(Math.max(0, i - 2), i).includes("by"))),
  );
}

const REASON = /^(?:because|since|due|owing|reasons?|therefore)$/u;

const DISTANCE = /^(?:km|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|yards?)$/u;

/** A time; or a distance, of something that the question names: "how long is the border". */
function isLength(fact: Fact, { has }: Weighed): boolean {
  const ofThing = [...has].some((w) => w.telling);
  return fact.claims.some((c) =>
    wordsOf(`${c.fields["number"]} ${c.fields["unit"]}`).some((w) => LENGTH.test(w) || (ofThing && DISTANCE.test(w))),
  );
}

const AWAY = /^(?:stay(?:s|ed|ing)?|sleep|slept|live[sd]?|lodged?|travel(?:s|l?ed)?|land(?:s|ed)?|fl(?:y|ew|own))$/u;

function asksForBuilding({ tokens }: Question): boolean {
  return tokens.some(
    (t, i) => /^(?:building|hotel|palace)$/u.test(t.text) && /^(?:which|what|in)$/u.test(tokens[i - 1]?.text ?? ""),
  );
}

const TRAVEL = /^(?:travel|travell?ed|arrive|arrived|came|come|fly|flew|get|got|go|went|reach|reached|cross|crossed)$/u;
const WAY = /^(?:via|through|by)$/u;

/** "how did they get there" asks by what means, "how soon" for a time. */
function lacksManner(fact: Fact, { tokens }: Question): boolean {
  if (/^(?:soon|fast|quickly)$/u.test(tokens[1]?.text ?? "")) return !says(fact, (w) => LENGTH.test(w) || isTime(w));
  return (
    /^(?:did|do|does|will|would)$/u.test(tokens[1]?.text ?? "") &&
    fact.slot === "movement" &&
    tokens.some((t) => TRAVEL.test(t.text)) &&
    !says(fact, (w) => isMeans(w) || WAY.test(w))
  );
}

function isTime(word: string): boolean {
  return TIME.test(word) || monthOf(word) !== undefined || weekdayOf(word) !== undefined;
}

const ROOM = /^(?:rooms?|halls?|chambers?)$/u;

function asksForRoom({ tokens }: Question): boolean {
  return tokens.some((t, i) => ROOM.test(t.text) && /^(?:which|what)$/u.test(tokens[i - 1]?.text ?? ""));
}

const SAYS = /^(?:say|says|said|tell|told|claim|claims|claimed|report|reports|reported|according)$/u;
