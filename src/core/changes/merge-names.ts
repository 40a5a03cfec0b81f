import { tell } from "#core/messages/tell.ts";
import type { Tier } from "#core/request/asker.ts";
import { advance } from "#core/desk/advance.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import type { NameState } from "#core/desk/payload.ts";
import type { Change } from "#core/desk/store.ts";
import type { Fact } from "#core/facts/fact.ts";
import { isOrdinal } from "#core/facts/ordinals.ts";
import { rounds, type View } from "#core/facts/view.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { claimKey } from "#core/slots/join.ts";
import { fold, spellingKey } from "#core/text/text.ts";
import { aliasChange } from "./alias-change.ts";
import { joinChanges } from "./join-into.ts";
import { lockedTo } from "./fact-state.ts";
import { naming } from "./naming.ts";
import { nameChange, nameState, type Known } from "./name-state.ts";

/** Two names that became one, what reads otherwise for it, and which facts then said the same and were joined. */
export interface Merged {
  readonly from: Known;
  readonly into: Known;
  /** Of negotiations: how many rounds go over. */
  readonly rounds?: number;
  /** Ids of the facts that name the merged one. */
  readonly facts: readonly string[];
  /** Of these, those whose sources went to a fact that says the same. */
  readonly joined: readonly string[];
  /** Spellings that came along. */
  readonly spellings: readonly string[];
}

/**
 * Makes one of two names: everything that names the first is read as naming the second, which gets its spellings. Facts
 * that then say the same are one. Refused for names of two kinds, rounds of two negotiations, and parties that
 * negotiate with each other.
 */
export function planMergeNames(from: Known, into: Known, tier: Tier, snapshot: Snapshot): Plan<Merged> {
  const problem = cannotMerge(from, into, snapshot.view);
  if (problem !== undefined) return refusing(problem);
  const mine = new Set([into.item.id, into.item.name, ...into.item.aliases].map(spellingKey));
  const spellings = [from.item.name, ...from.item.aliases].filter((s) => {
    const folded = spellingKey(s);
    if (mine.has(folded) || (from.of === "talks" && isOrdinal(fold(s)))) return false;
    mine.add(folded);
    return true;
  });
  const names: readonly Change[] = [
    nameChange({ ...nameState(from, snapshot), into: into.item.id }, "merge"),
    ...completed(from, into, snapshot).map((state) => nameChange(state, "merge")),
    ...spellings.map((spelling) => aliasChange({ of: into.of, id: into.item.id, spelling }, "merge")),
  ];
  const after = advance(snapshot, names);
  const ids = new Set(naming(from, snapshot.view).map((f) => f.id));
  const moved = after.view.facts.filter((f) => ids.has(f.id));
  const twins = agreeing(moved, after.view);
  const locked = twins
    .flat()
    .map((fact) => lockedTo(tier, fact, snapshot))
    .find((refusal) => refusal !== undefined);
  if (locked !== undefined) return refusing(locked);
  const joins = twins.flatMap(([first, ...others]) => (first === undefined ? [] : joinChanges(others, first, after)));
  return {
    kind: "append",
    changes: [...names, ...joins],
    result: {
      from,
      into,
      spellings,
      ...(from.of === "negotiations" ? { rounds: rounds(snapshot.view, from.item.id).length } : {}),
      facts: moved.map((f) => f.id),
      joined: twins.flatMap(([, ...others]) => others.map((f) => f.id)),
    },
  };
}

/**
 * Facts of which one moved, that say the same now: each list in the order in which they are held. Those of retired
 * talks may come back.
 */
function agreeing(moved: readonly Fact[], view: View): readonly (readonly Fact[])[] {
  const keys = new Set(moved.filter(stands).map((f) => claimKey(f.claims[0])));
  const same = Map.groupBy(
    view.facts.filter((f) => stands(f) && keys.has(claimKey(f.claims[0]))),
    (f) => claimKey(f.claims[0]),
  );
  return [...same.values()].filter((facts) => facts.length > 1);
}

function stands(fact: Fact): boolean {
  return fact.standing !== "retracted";
}

/** What the second lacks and the first has; and, of negotiations, the places in the order that both have given. */
function completed(from: Known, into: Known, snapshot: Snapshot): readonly NameState[] {
  const [a, b] = [nameState(from, snapshot), nameState(into, snapshot)];
  if (a.of === "people" && b.of === "people") {
    return a.party === undefined || b.party !== undefined ? [] : [{ ...b, party: a.party }];
  }
  if (a.of === "talks" && b.of === "talks") {
    // None named means all of the negotiation.
    const all = a.parties.length === 0 || b.parties.length === 0 ? [] : [...new Set([...b.parties, ...a.parties])];
    return all.length === b.parties.length ? [] : [{ ...b, parties: all }];
  }
  if (a.of === "negotiations" && b.of === "negotiations") {
    const more = a.parties.filter((p) => !b.parties.some((q) => q.party === p.party));
    const { all } = snapshot.view.talks;
    const taken = new Set(all.filter((t) => t.negotiation === into.item.id).map((t) => t.order));
    const moved = all.filter((t) => t.negotiation === from.item.id && t.order !== undefined && taken.has(t.order));
    const unordered = moved.map((item): NameState => {
      const { order: _, ...state } = nameState({ of: "talks", item }, snapshot) as NameState & { of: "talks" };
      return state;
    });
    return [...(more.length === 0 ? [] : [{ ...b, parties: [...b.parties, ...more] }]), ...unordered];
  }
  return [];
}

function cannotMerge(from: Known, into: Known, view: View): Refusal | undefined {
  if (from.of !== into.of)
    return refuse(
      "usage",
      tell(view, "merge.kinds", { a: from.item.name, b: into.item.name }),
      tell(view, "merge.oneKind"),
    );
  if (from.item.id === into.item.id)
    return refuse("state", tell(view, "merge.one", { name: into.item.name }), tell(view, "merge.two"));
  const retired = [from, into].find(({ item }) => item.retired === true);
  if (retired !== undefined)
    return refuse("state", tell(view, "retire.is", { name: retired.item.name }), tell(view, "retire.backFirst"));
  const [a, b] = [view.talks.get(from.item.id), view.talks.get(into.item.id)];
  if (from.of === "talks" && a?.negotiation !== b?.negotiation)
    return refuse("state", tell(view, "merge.negotiations"), tell(view, "merge.first"));
  const together =
    from.of !== "parties"
      ? undefined
      : view.negotiations.items.find((n) => {
          const there = n.parties.filter((p) => p.party === from.item.id || p.party === into.item.id);
          return there.length === 2 && n.parties.filter((p) => p.role === "party").length < 3;
        });
  return together === undefined
    ? undefined
    : refuse("state", tell(view, "merge.together", { negotiation: together.name }), tell(view, "merge.takeOut"));
}
