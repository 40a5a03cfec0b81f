import type { Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { inFields } from "./in-fields.ts";
import type { Question } from "./question.ts";
import { wordsOf } from "./says.ts";
import { isPaper } from "./sorts-of-things.ts";
import type { Weighed } from "./weighed.ts";

const VOICED: ReadonlySet<string> = new Set(["quote", "assessment"]);
const ABOUT = /^(?:about|of|with|to|on|against|for)$/u;

/** Whose words are asked for, where the fact has another's: what an official said is not what the minister said. */
export function otherSpeaker(fact: Fact, { names, slots, tokens, form }: Question, view: View): readonly string[] {
  const told = names.filter((n) => n.of === "people" && tokens[n.from - 2]?.text === "according");
  const isAnothers = fact.claims.every(
    ({ fields, according = [] }) =>
      !told.some((n) =>
        [fields["speaker"], fields["by"], ...according.map((a) => a.who)].some(
          (who) => who === n.id || (who !== undefined && namesOne(String(who), n.id, view)),
        ),
      ),
  );
  if (told.length > 0 && isAnothers) return told.map((n) => tokens[n.from + n.size - 1]?.typed ?? "");
  if (!VOICED.has(fact.slot) || form === "yes-no" || !slots.some((s) => s.weight >= 1 && VOICED.has(s.slot))) return [];
  const people = names.filter((n) => n.of === "people" && !ABOUT.test(tokens[n.from - 1]?.text ?? ""));
  const isTheirs = (id: string): boolean =>
    inFields(fact, id) ||
    fact.claims.some(({ fields, according }) =>
      [fields["speaker"], fields["by"], ...(according ?? []).map((a) => a.who)].some(
        (who) => who !== undefined && namesOne(String(who), id, view),
      ),
    );
  return people.length === 0 || people.some((n) => isTheirs(n.id))
    ? []
    : people.map((n) => tokens[n.from + n.size - 1]?.typed ?? "");
}

/** Whether words have the last name of somebody, in any spelling. */
export function namesOne(who: string, id: string, view: View, anyPart = false): boolean {
  const person = view.people.get(id);
  const own = wordsOf(who);
  const parts = (spelling: string): readonly string[] =>
    anyPart ? wordsOf(spelling).filter((w) => w.length > 1) : wordsOf(spelling).slice(-1);
  return (
    person !== undefined && [person.name, ...person.aliases].some((s) => parts(s).some((part) => own.includes(part)))
  );
}

// A quotation on anything is not what somebody promised.
const VOWS = /^(?:promis|pledg|vow)/u;

export function notVowed({ fact, has }: Weighed, { form, tokens, words }: Question): readonly string[] {
  const vow = tokens.find((t) => VOWS.test(t.text) && words.some((w) => w.text === t.text));
  return form === "what" && fact.slot === "quote" && has.size === 0 && vow !== undefined ? [vow.typed] : [];
}

const TOLD: ReadonlySet<string> = new Set(["excluded", "agenda", "outcome", "background", "figure"]);

/** What somebody beside the parties said is asked, and nobody said what the fact tells: it is about them. */
export function saidByNobody({ slot, claims }: Fact, { form, tokens, words, names }: Question): readonly string[] {
  const does = tokens.findIndex((t) => /^(?:did|does)$/u.test(t.text));
  const at = tokens.findIndex((t) => /^(?:say|tell)$/u.test(t.text));
  if (form !== "what" || does < 0 || at < does || !TOLD.has(slot) || claims.some((c) => c.according !== undefined))
    return [];
  const isSubject = (i: number): boolean => i > does && i < at;
  const who = words.filter((w) => w.telling && isSubject(w.at));
  const isNamed = names.some((n) => n.of === "people" && isSubject(n.from));
  return isNamed || (who.length > 0 && !who.some((w) => isPaper(w.text))) ? [tokens[at]?.typed ?? "say"] : [];
}
