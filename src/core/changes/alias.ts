import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import { live, type Fact } from "#core/facts/fact.ts";
import { spellings, type Named, NAME_KINDS, type Names } from "#core/facts/names.ts";
import { ok, refuse, type Read } from "#core/request/refusal.ts";
import { statement } from "#core/reply/statement.ts";
import type { PickCount } from "#core/desk/store.ts";
import { fold, isOneName, shorten, spellingKey } from "#core/text/text.ts";
import { type View } from "#core/facts/view.ts";
import { knownName } from "./known-name.ts";
import { aliasChange } from "./alias-change.ts";

/** What a spelling may lead to: a name that the desk knows, or a fact. */
export type Aliased =
  | { readonly of: keyof Names; readonly item: Named }
  | { readonly of: "facts"; readonly item: Named; readonly fact: Fact };

/** What a typed name, also as `party: Oman`, or a fact's id stands for; names before facts. */
export function findAliased(typed: string, view: View): Read<Aliased> {
  const known = knownName(typed, view, { field: "name" });
  if (known.ok || known.refusal.kind !== "held") return known;
  const fact = aliasedBy({ of: "facts", id: typed.trim().toLowerCase() }, view);
  if (fact !== undefined) return ok(fact);
  const none = (known.refusal.offers ?? []).length === 0;
  const hint = tell(view, "alias.type");
  return { ok: false, refusal: none ? { ...known.refusal, hint } : known.refusal };
}

/** What a pick leads to, as the desk now stands; undefined if that is gone or retracted. */
export function aliasedBy(
  { of, id }: { readonly of: PickCount["of"]; readonly id: string },
  view: View,
): Aliased | undefined {
  if (of !== "facts") {
    const item = view[of].get(id);
    return item === undefined ? undefined : { of, item };
  }
  const fact = view.facts.find((f) => f.id === id && live(f));
  if (fact === undefined) return undefined;
  return { of, fact, item: { id, name: shorten(statement(fact, view), 80), aliases: fact.aliases ?? [] } };
}

/** Adds or removes a spelling. There is no other way, no matter who proposed it. */
export function planAlias(
  action: "add" | "remove",
  found: Aliased,
  spelling: string,
  { view }: Pick<Snapshot, "view">,
): Plan<Aliased> {
  const { of, item } = found;
  const problem = action === "add" ? cannotAdd(spelling, found, view) : cannotRemove(spelling, item, view);
  if (problem !== undefined) {
    return refusing({ ...refuse("usage", problem, tell(view, "alias.another")), field: "spelling" });
  }
  return {
    kind: "append",
    changes: [
      action === "add"
        ? aliasChange({ of, id: item.id, spelling })
        : aliasChange({ of, id: item.id, spelling: heldAs(spelling, item) ?? spelling }, "alias", true),
    ],
    result: found,
  };
}

function cannotAdd(spelling: string, { of, item }: Aliased, view: View): string | undefined {
  if (fold(spelling) === "") return tell(view, "alias.blank");
  if (of === "facts" && item.aliases.some((s) => isOneName(s, spelling)))
    return tell(view, "alias.asks", { spelling, id: item.id });
  const taken =
    of === "facts"
      ? NAME_KINDS.map((n) => view[n].exact(spelling)).find((n) => n !== undefined)
      : view[of].exact(spelling);
  if (taken === undefined) return undefined;
  return of !== "facts" && taken.id === item.id
    ? tell(view, "alias.held", { spelling, name: item.name })
    : tell(view, "alias.taken", { spelling, name: taken.name });
}

function cannotRemove(spelling: string, item: Named, at: Told): string | undefined {
  if (spellingKey(spelling) === spellingKey(item.name)) return tell(at, "alias.itself", { name: item.name });
  if (heldAs(spelling, item) !== undefined) return undefined;
  if (isOneName(spelling, item.name)) return tell(at, "alias.itself", { name: item.name });
  return tell(at, "alias.not", { spelling, name: item.name });
}

/** The spelling that is meant, as it is held: the very one, or one that differs by a mark that is left out. */
function heldAs(spelling: string, item: Named): string | undefined {
  const held = spellings(item).filter((s) => s !== item.name);
  return (
    held.find((s) => spellingKey(s) === spellingKey(spelling)) ??
    held.find((s) => isOneName(s, spelling) && !isOneName(s, item.name))
  );
}
