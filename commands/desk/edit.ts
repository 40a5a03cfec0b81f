import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { defineCommand, type Answer, type Command, type Context } from "#core/answer/command.ts";
import type { FormDefinition } from "#core/answer/form.ts";
import { knownName } from "#core/changes/known-name.ts";
import { kindOf, KIND_WORDS, type Kind } from "#core/request/kind-of-name.ts";
import { editShown, planTypedEdit, type TypedEdit } from "#core/changes/typed-edit.ts";
import { authorOf, refusing } from "#core/desk/desk.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Options } from "#core/request/option.ts";
import { party, suggested, text, whole } from "#core/request/options/index.ts";
import { ok } from "#core/request/refusal.ts";
import { paragraph, text as words } from "#core/reply/reply.ts";
import { spellingKey } from "#core/text/text.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import { changed } from "#commands/facts/changed.ts";
import { commandCalled } from "#commands/facts/command-called.ts";
import { ALSO, HOLDS, inWords, PLACE_KINDS } from "./add.ts";
import { nameOption } from "./name-option.ts";
import { namesTold } from "./told-name.ts";

const ANY = {
  called: text("What it is called from now on; the former name stays a spelling", { max: 100 }),
  also: { ...ALSO, about: "All its other spellings, separated by commas" },
} as const;
const parties = (about: string) => text(about, { max: 500 });

/** What can be changed of each kind; `name` says which one is meant. */
const EDITS: Readonly<Record<Kind, Options>> = {
  negotiation: { ...ANY, parties: parties("Who takes part, such as: Iran, United States; mediator Oman") },
  talks: {
    ...ANY,
    parties: parties("Who was there (all of the negotiation, if empty)"),
    order: whole("Its place in the negotiation, from 1 (by its day, if empty)", 1, 1000),
  },
  party: { ...ANY, adjective: text("As sentences use it: the … side", { max: 60 }) },
  person: { ...ANY, party: party("Whom the person belongs to") },
  place: { ...ANY, kind: suggested("What it is, such as city or building", PLACE_KINDS, { max: 40 }) },
  slot: { ...ANY, also: { ...ALSO, about: "All the other words that people ask with" }, holds: HOLDS },
};

async function edited(name: string, kind: Kind | undefined, typed: TypedEdit, context: Context): Promise<Answer> {
  const { asker, desk } = context;
  let before: readonly string[] = [];
  const outcome = await desk.change(authorOf(asker), (at) => {
    const known = knownName(name, at.view, { field: "name", kind });
    if (!known.ok) return refusing(known.refusal);
    before = known.value.item.aliases;
    const command = known.value.of === "slots" ? commandCalled({ ...typed }, context) : undefined;
    if (command !== undefined) return refusing(command);
    const plan = planTypedEdit(known.value, typed, at);
    return plan.kind === "refuse" ? refusing(inWords(plan.refusal)) : plan;
  });
  return changed(outcome, (known, now) => {
    const has = new Set(now.view[known.of].get(known.item.id)?.aliases.map(spellingKey));
    const gone = before.filter((alias) => !has.has(spellingKey(alias)));
    const blocks =
      gone.length === 0 ? [] : [paragraph(words(tell(now.view, "name.gone", { names: listedIn(now.view, gone) })))];
    return namesTold("Changed", [known], now, context, { blocks });
  });
}

function shown(values: RawCall["values"], at: Pick<Snapshot, "view">, kind?: Kind) {
  const known = knownName(values["name"] ?? "", at.view, { field: "name", kind });
  return known.ok ? known.value : undefined;
}

function formOf(title: string, kind: Kind | undefined): FormDefinition {
  return {
    title,
    first: "name",
    asks: kind === undefined ? [] : Object.keys(EDITS[kind]),
    fields(values, at) {
      const known = shown(values, at, kind);
      return known === undefined ? undefined : kind === undefined ? EDITS[kindOf(known.of)] : {};
    },
    present(values, at) {
      const known = shown(values, at, kind);
      return ok(known === undefined ? {} : editShown(known, at));
    },
  };
}

/** `talks-edit` and so on: a name of one kind. */
export const editByKind: readonly Command[] = KIND_WORDS.map((kind) => {
  const options: Options = { name: nameOption(`Which ${kind}`, kind), ...EDITS[kind] };
  return defineCommand({
    path: ["desk", `${kind}-edit`],
    about: `Change what a ${kind === "talks" ? "round of talks" : kind} is called, and what belongs to it`,
    tier: "moderator",
    options,
    listedAs: "edit",
    example: '"Ida Ray" called:"Ida B. Ray"',
    form: formOf(`Change: ${kind}`, kind),
    // `check` made the values with these very options.
    answer: ({ name, ...typed }, context) => edited(String(name), kind, typed as TypedEdit, context),
  });
});

export const editName = defineCommand({
  path: ["desk", "edit"],
  about: "Change a negotiation, a round, a party, a person, a place or a slot",
  tier: "moderator",
  options: { name: nameOption("What to change, by its name") },
  example: '"Ida Ray"',
  form: formOf("Change a name", undefined),
  answer: ({ name }, context) => {
    const { order, ...words } = context.fields;
    return edited(name, undefined, { ...words, ...(order === undefined ? {} : { order: Number(order) }) }, context);
  },
});
