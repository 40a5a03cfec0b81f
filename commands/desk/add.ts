import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { defineCommand, refused, type Answer, type Command, type Context } from "#core/answer/command.ts";
import { authorOf, type Plan, type Snapshot } from "#core/desk/desk.ts";
import type { Kind } from "#core/request/kind-of-name.ts";
import { planName } from "#core/changes/name-thing.ts";
import type { Known, NameDetails } from "#core/changes/name-state.ts";
import { planTalks } from "#core/changes/new-talks.ts";
import { partyDetails } from "#core/changes/party-details.ts";
import { readSpellings } from "#core/changes/spelling-list.ts";
import { changed } from "#commands/facts/changed.ts";
import { call } from "#core/request/call.ts";
import type { Options, Values } from "#core/request/option.ts";
import { oneOf, party, suggested, text } from "#core/request/options/index.ts";
import type { Refusal } from "#core/request/refusal.ts";
import { commandCalled } from "#commands/facts/command-called.ts";
import { nameChoices } from "./name-option.ts";
import { namesTold } from "./told-name.ts";

type Addable = Exclude<Kind, "negotiation">;
const ADDABLE = ["talks", "party", "person", "place", "slot"] as const satisfies readonly Addable[];

export const ALSO = text("Other spellings, separated by commas", { max: 1000 });
const called = (about: string) => text(about, { words: true, required: true, max: 100 });

const TALKS = {
  negotiation: {
    ...text("The negotiation: one that the desk follows, or the name of a new one", { required: true, max: 110 }),
    complete: (view: Snapshot["view"]) => nameChoices("negotiation", view),
  },
  called: called("What this round is called, such as: First round, Geneva"),
  parties: text("Who is there, such as: Iran, United States; mediator Oman (all, if empty)", { max: 500 }),
  also: ALSO,
} as const;
const PARTY = {
  called: called("What the party is called"),
  adjective: text("As sentences use it: the … side (known of a country)", { max: 60 }),
  also: ALSO,
} as const;
const PERSON = {
  called: called("What the person is called"),
  party: party("Whom the person belongs to"),
  also: ALSO,
} as const;
export const PLACE_KINDS = ["city", "building", "region", "country"] as const;
const PLACE = {
  called: called("What the place is called"),
  kind: suggested("What it is, such as city or building", PLACE_KINDS, { max: 40 }),
  also: ALSO,
} as const;

export const HOLDS = oneOf("One value a round, so that sources can differ, or many (many, if empty)", ["one", "many"]);
const SLOT = {
  called: called("What it is called, such as: Red lines"),
  also: { ...ALSO, about: "Other words that people ask with, separated by commas" },
  holds: HOLDS,
} as const;

const ADDS: Readonly<Record<Addable, { about: string; options: Options; example: string }>> = {
  talks: {
    about: "Add a round of talks, with its negotiation and parties where they are new",
    options: TALKS,
    example: '"First round, Geneva" negotiation:"Nile dam talks" parties:"Egypt, Ethiopia; mediator Switzerland"',
  },
  party: {
    about: "Add a party; of a country its adjective and spellings are known",
    options: PARTY,
    example: "Switzerland",
  },
  person: { about: "Add a person, with their party", options: PERSON, example: '"Ida Ray" also:"I. Ray"' },
  place: { about: "Add a place", options: PLACE, example: "Geneva kind:city also:Genève" },
  slot: {
    about: "Add a kind of fact of the desk's own, with the words that people ask with",
    options: SLOT,
    example: '"Red lines" also:"red line, limits" holds:many',
  },
};

/** Makes a thing of one kind out of checked values. The first of what was made is the thing itself. */
function planAddName(kind: Addable, values: Readonly<Record<string, unknown>>, at: Snapshot): Plan<readonly Known[]> {
  if (kind === "talks") {
    // `check` made the values with these very options.
    const plan = planTalks(values as Values<typeof TALKS>, at);
    return plan.kind === "refuse" ? plan : { ...plan, result: [plan.result.talks, ...plan.result.made] };
  }
  const plan = planName(detailsOf(kind, values, at), at);
  return plan.kind === "refuse" ? plan : { ...plan, result: [plan.result] };
}

function detailsOf(kind: Exclude<Addable, "talks">, values: object, { view }: Snapshot): NameDetails {
  const { called: name, also } = values as Values<typeof PLACE>;
  const aliases = [...readSpellings(also)];
  switch (kind) {
    case "party":
      return partyDetails({ name, adjective: (values as Values<typeof PARTY>).adjective, aliases }, view);
    case "person": {
      const { party: of } = values as Values<typeof PERSON>;
      return { of: "people", name, aliases, ...(of === undefined ? {} : { party: of }) };
    }
    case "place": {
      const { kind: what } = values as Values<typeof PLACE>;
      return { of: "places", name, aliases, ...(what === undefined ? {} : { kind: what }) };
    }
    case "slot":
      return { of: "slots", name, aliases, holds: (values as Values<typeof SLOT>).holds ?? "many" };
  }
}

async function added(kind: Addable, values: Readonly<Record<string, unknown>>, context: Context): Promise<Answer> {
  const { asker, desk } = context;
  const command = kind === "slot" ? commandCalled(values, context) : undefined;
  if (command !== undefined) return refused(command);
  const outcome = await desk.change(authorOf(asker), (at) => planAddName(kind, values, at));
  if (outcome.kind === "refused") return refused(inWords(outcome.refusal));
  return changed(outcome, (made, now) => {
    const [first] = made;
    const round = first?.of === "talks" || first?.of === "slots" ? [addFact(first, now.view)] : [];
    return namesTold("Added", made, now, context, { buttons: round });
  });
}

function addFact({ of, item }: Known, at: Told) {
  const given = of === "slots" ? { slot: "own", kind: item.name } : { talks: item.id };
  return { label: tell(at, "begin.addFact"), call: call(["facts", "add"], given) };
}

const FIELDS: Readonly<Record<string, string>> = { name: "called", aliases: "also" };

/** The refusal with the name that the option has here. */
export function inWords(refusal: Refusal): Refusal {
  const { field } = refusal;
  if (field === undefined) return refusal;
  return { ...refusal, field: FIELDS[field] ?? field };
}

function addOf(kind: Addable): Command {
  const { about, options, example } = ADDS[kind];
  return defineCommand({
    path: ["desk", `${kind}-add`],
    about,
    tier: "moderator",
    options,
    listedAs: "add",
    example,
    form: { title: `Add: ${kind}`, asks: Object.keys(options) },
    answer: (values, context) => added(kind, values, context),
  });
}

/** `talks-add`, `party-add`, `person-add`, `place-add`: each one form. */
export const addByKind: readonly Command[] = ADDABLE.map(addOf);

const KIND = oneOf("What it is", ADDABLE, { words: true, required: true });

export const addName = defineCommand({
  path: ["desk", "add"],
  about: "Add a round of talks, a party, a person, a place or a kind of fact",
  tier: "moderator",
  options: { what: KIND },
  example: "talks",
  form: {
    title: "Add a name",
    first: "what",
    asks: [],
    fields(values, { view }) {
      const kind = KIND.read(values["what"] ?? "", view);
      return kind.ok ? ADDS[kind.value].options : undefined;
    },
  },
  answer: ({ what }, context) => added(what, context.fields, context),
});
