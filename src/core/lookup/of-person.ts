import { live, type Fact } from "#core/facts/fact.ts";
import type { Names } from "#core/facts/names.ts";
import type { View } from "#core/facts/view.ts";
import { ask } from "#core/request/call.ts";
import { SLOTS } from "#core/slots/index.ts";
import type { FollowUp } from "./going-on.ts";
import { isOf } from "./going-on-words.ts";
import type { Question } from "./question.ts";
import { wordsOf } from "./says.ts";
import { termOf } from "./stem.ts";

const DEPUTY = /^(?:deputy|deputies|second|number|vice|yardimcisi|zamestitel|заместитель|зам)$/u;
const COUNTERPART = /^(?:counterpart|opponent|opposite|muhatabi|mevkidasi|коллега|визави)$/u;
const DEPUTY_POST = /^(?:deputy|vice|deputies|yardımcısı|заместитель)$/u;
// All that is held of somebody: "show me all on him", "tell me more about her", "who is he".
const ALL_OF =
  /^(?:(?:please )?(?:show|give|tell) (?:me |us )?)?(?:all|everything|more|anything|anything else|what else|what|something|info|information|facts)(?: (?:is |do )?(?:you )?(?:have|know|held|there))?(?: (?:on|about|of|from|by)) (?:PERSON)$|^who(?: is| was|s)? (?:PERSON)$|^(?:tell me )?(?:more )?(?:about|on) (?:PERSON)$/u;

/** A question after "him", "her" or "his" with the one in it whom the question before names, or its answer does. */
export function ofPerson(
  words: readonly string[],
  facts: readonly Fact[],
  asked: Question,
  place: { readonly talks?: string },
  view: View,
): FollowUp | undefined {
  const named = [
    ...asked.names.filter((n) => n.of === "people").map((n) => n.id),
    ...[...asked.without].filter((id) => view.people.get(id) !== undefined),
  ];
  const people = [...new Set(named.length > 0 ? named : facts.flatMap(peopleIn))];
  const [only] = people;
  if (only === undefined) return undefined;
  const name = (id: string): string => view.people.get(id)?.name ?? id;
  const saying = (id: string): string => words.map((word) => (isOf("person", [word]) ? name(id) : word)).join(" ");
  if (people.length > 1) return { kind: "whose", people, asked: saying };
  const isAll = ALL_OF.test(words.map((word) => (isOf("person", [word]) ? "PERSON" : word)).join(" "));
  if (isAll) return { kind: "call", call: ask("who", { name: only }), taken: name(only) };
  const beside = besideThem(words, only, facts, view);
  if (beside !== undefined)
    return beside.length > 0
      ? { kind: "facts", ids: beside.map((f) => f.id), taken: name(only) }
      : { kind: "unsaid", ids: facts.map((f) => f.id) };
  return { kind: "ask", ways: [{ question: saying(only), taken: [name(only)] }], ...place, anywhere: true };
}

/** Who is told of as somebody's deputy, or leads the other side; undefined where neither is asked for. */
function besideThem(
  words: readonly string[],
  person: string,
  told: readonly Fact[],
  view: View,
): readonly Fact[] | undefined {
  const rest = words.filter((w) => !isOf("person", [w]) && !/^(?:who|is|was|are|were|the|and|kim|kimdi|кто)$/u.test(w));
  const [noun = "", ...more] = rest;
  const isDeputy = DEPUTY.test(noun);
  if (more.length > 0 || (!isDeputy && !COUNTERPART.test(noun))) return undefined;
  const party = view.people.get(person)?.party;
  const talks = new Set(told.map((f) => f.talks));
  const negotiations = new Set(told.map((f) => view.talks.get(f.talks)?.negotiation));
  const posts = view.facts
    .filter((f) => live(f) && peopleIn(f).includes(person))
    .flatMap((f) => f.claims.flatMap((c) => (c.fields["post"] === undefined ? [] : [String(c.fields["post"])])));
  const fits = (f: Fact): boolean => {
    if (!live(f) || !negotiations.has(view.talks.get(f.talks)?.negotiation) || party === undefined) return false;
    if (!isDeputy) return f.slot === "led" && f.side !== undefined && f.side !== party;
    return (
      (f.slot === "attended" || f.slot === "led") &&
      f.side === party &&
      !peopleIn(f).includes(person) &&
      f.claims.some((c) => isDeputyOf(String(c.fields["post"] ?? ""), posts))
    );
  };
  const all = view.facts.filter(fits);
  const own = all.filter((f) => talks.has(f.talks));
  return own.length > 0 ? own : all;
}

/** Whether a post is below one of these: the deputy foreign minister is not the deputy of the defence minister. */
function isDeputyOf(post: string, of: readonly string[]): boolean {
  const all = wordsOf(post);
  const own = all.filter((w) => w.length > 2 && !DEPUTY_POST.test(w) && w !== "the").map(termOf);
  if (!all.some((w) => DEPUTY_POST.test(w)) || own.length === 0) return false;
  return of.some((one) => {
    const theirs = new Set(
      wordsOf(one)
        .filter((w) => !DEPUTY_POST.test(w))
        .map(termOf),
    );
    const isWhole = theirs.size < 2 || own.length > 1;
    return isWhole && own.every((t) => theirs.has(t));
  });
}

/** Ids of the people whom a fact names in its fields. */
function peopleIn({ slot, claims }: Fact): readonly string[] {
  return Object.entries(claims[0].fields).flatMap(([field, value]) => {
    const of: keyof Names | undefined = SLOTS[slot].fields[field]?.of;
    return of === "people" && typeof value === "string" ? [value] : [];
  });
}
