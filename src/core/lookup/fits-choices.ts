import { fieldsOf, type Fact } from "#core/facts/fact.ts";
import { SLOTS } from "#core/slots/index.ts";
import { memoised } from "#core/text/lazy.ts";
import { fold } from "#core/text/text.ts";
import { termOf } from "./stem.ts";

// What people say for a value that excludes others.
const SAID: readonly Readonly<Record<string, string>>[] = [
  {
    wants: "want demand insist ask require seek",
    offers: "offer propose willing ready",
    agrees: "accept",
    refuses: "refuse reject oppose turn rule",
  },
  { arrived: "arrive come get reach land show", left: "leave depart exit", stayed: "stay remain" },
  {
    mediator:
      "mediate mediator mediation broker intermediary between message messenger facilitate facilitator middleman",
    host: "host hosted",
    chair: "chair preside moderate moderator",
  },
];

const saidTerms = memoised((group: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(group).map(([value, words]) => [value, words.split(" ").map(termOf)])),
);

/**
 * Whether a fact has the value that the terms of a question name. Where a word is one of a closed field's values, such
 * as "arrive" of a delegation's movements, facts with another value are not meant.
 */
export function fitsChoices(fact: Fact, terms: ReadonlySet<string>): boolean {
  const values = fieldsOf(fact);
  const chosen = Object.entries(SLOTS[fact.slot].fields).every(([field, { choices: closed, suggests }]) => {
    const choices = closed ?? suggests;
    const value = values[field];
    if (choices === undefined || value === undefined) return true;
    const named = choiceTerms(choices).filter((c) => c.terms.every((term) => terms.has(term)));
    return named.length === 0 || named.some((c) => c.value === String(value));
  });
  return (
    chosen &&
    SAID.every((group) => {
      const own = Object.values(values).find((v) => Object.hasOwn(group, String(v)));
      if (own === undefined) return true;
      const named = Object.keys(group).filter((v) => saidTerms(group)[v]?.some((term) => terms.has(term)) === true);
      return named.length === 0 || named.includes(String(own));
    })
  );
}

const ROLE_WORDS: Readonly<Record<string, RegExp>> = {
  host: /^host/u,
  mediator: /^(?:mediat|broker|intermediar)/u,
  chair: /^(?:chair|presid(?:e|ed|ing)$)/u,
  observer: /^observ/u,
};

/** The words of a question that ask for another role than the one that a fact tells: a mediator is not a host. */
export function otherRole({ slot, claims: [{ fields }] }: Fact, words: readonly string[]): readonly string[] {
  if (slot !== "role") return [];
  const asked = words.flatMap((word) =>
    Object.keys(ROLE_WORDS).flatMap((role) => (ROLE_WORDS[role]?.test(word) === true ? [{ word, role }] : [])),
  );
  // A source may word it: "Observer for the United States".
  const own = fold(String(fields["as"])).split(" ");
  return asked.some(({ role }) => own.some((w) => ROLE_WORDS[role]?.test(w))) ? [] : asked.map(({ word }) => word);
}

type Closed = NonNullable<(typeof SLOTS)[keyof typeof SLOTS]["fields"][string]["choices"]>;

// The values of a closed list are the same for every fact.
const choiceTerms = memoised((choices: Closed) =>
  choices.map(({ value }) => ({ value, terms: fold(value).split(" ").map(termOf) })),
);
