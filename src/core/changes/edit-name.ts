import { tell } from "#core/messages/tell.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import type { NameState } from "#core/desk/payload.ts";
import type { Change } from "#core/desk/store.ts";
import { refuse } from "#core/request/refusal.ts";
import { spellingKey } from "#core/text/text.ts";
import { aliasChange } from "./alias-change.ts";
import { nameProblem } from "./name-problem.ts";
import { distinct, nameChange, nameState, type Known, type NameDetails } from "./name-state.ts";

/** What may be changed of a name. What is left out stays. `aliases`: all its spellings from then on. */
export type NameEdit = Partial<NameDetails>;

/**
 * Changes what a name is called, or what belongs to it. A former name stays a spelling of it. Refused where nothing
 * would change, and where `planName` would refuse it.
 */
export function planEditName(known: Known, { of: _, aliases, ...edit }: NameEdit, snapshot: Snapshot): Plan<Known> {
  const before = nameState(known, snapshot);
  const renamed = edit.name !== undefined && spellingKey(edit.name) !== spellingKey(before.name);
  // Fields that are given as undefined are taken away.
  const after = distinct({
    ...(JSON.parse(JSON.stringify({ ...before, ...edit })) as NameState),
    aliases: renamed ? [...before.aliases, before.name] : before.aliases,
  });
  const spellings = aliases === undefined ? [] : respelt(known, after.name, aliases);
  const same = JSON.stringify(after) === JSON.stringify(before);
  if (same && spellings.length === 0)
    return refusing(
      refuse("state", tell(snapshot.view, "edit.same", { name: before.name }), tell(snapshot.view, "edit.change")),
    );
  const said = [...after.aliases, ...(aliases ?? [])];
  const problem = nameProblem(distinct({ ...after, aliases: said }), snapshot.view);
  if (problem !== undefined) return refusing(problem);
  const { of, ...item } = after;
  return {
    kind: "append",
    changes: [...(same ? [] : [nameChange(after, "correct")]), ...spellings],
    result: { of, item },
  };
}

/** The changes that leave a name exactly these spellings beside it. */
function respelt({ of, item }: Known, name: string, wanted: readonly string[]): readonly Change[] {
  const { id, aliases } = item;
  const [has, wants] = [new Set(aliases.map(spellingKey)), new Set(wanted.map(spellingKey))];
  const more = wanted.filter((alias) => !has.has(spellingKey(alias)) && spellingKey(alias) !== spellingKey(name));
  const less = aliases.filter((alias) => !wants.has(spellingKey(alias)));
  return [
    ...more.map((alias) => aliasChange({ of, id, spelling: alias })),
    ...less.map((alias) => aliasChange({ of, id, spelling: alias }, "alias", true)),
  ];
}
