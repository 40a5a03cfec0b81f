import type { Told } from "#core/messages/tongue.ts";
import { inTongue, type View } from "#core/facts/view.ts";
import { tell } from "#core/messages/tell.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { statement } from "#core/reply/statement.ts";
import { claimKey } from "#core/slots/join.ts";
import { leadsTo } from "#core/desk/leads-to.ts";
import { namedBy, type Naming } from "#core/slots/named-by.ts";

/**
 * Why names cannot be taken back to how they stand in `after`: something would name what is gone, two merges would lead
 * to each other, or two facts would say the same. Undefined where nothing is in the way.
 */
export function leftOver(after: Snapshot, now: Snapshot): Refusal | undefined {
  return stillNamed(after, now) ?? circular(after, now.view) ?? twins(after, now.view);
}

/** A name that the desk made, is taken back, and is named by a fact or another name. */
function stillNamed({ own, view }: Snapshot, now: Snapshot): Refusal | undefined {
  const states = own.all("name").map((h) => h.state);
  for (const { subject, state } of now.own.all("name")) {
    const made = now.own.first(subject)?.kind === "add";
    if (!made || own.get("name", subject) !== undefined) continue;
    const isIt = ({ of, id }: Naming): boolean => of === state.of && id === state.id;
    const fact = view.facts.find((f) => f.claims.some((claim) => namedBy(claim).some(isIt)));
    const by =
      fact === undefined ? states.find((s) => leadsTo(s).some(isIt))?.name : `${fact.id}: ${statement(fact, now.view)}`;
    if (by !== undefined)
      return refuse("conflict", tell(now.view, "left.named", { name: state.name, by }), tell(now.view, "left.change"));
  }
  return undefined;
}

function circular({ own, view }: Snapshot, at: Told): Refusal | undefined {
  const lost = own.all("name").find(({ state }) => state.into !== undefined && !view[state.of].leads.has(state.id));
  return lost === undefined
    ? undefined
    : refuse("conflict", tell(at, "left.merged", { name: lost.state.name }), tell(at, "left.mergeFirst"));
}

function twins({ view }: Snapshot, at: View): Refusal | undefined {
  const seen = new Map<string, string>();
  for (const fact of view.facts.filter((f) => f.standing !== "retracted")) {
    const key = claimKey(fact.claims[0]);
    const twin = seen.get(key);
    if (twin !== undefined)
      return refuse(
        "conflict",
        tell(at, "left.same", { a: twin, b: fact.id, statement: statement(fact, inTongue(view, at.tongue)) }),
        tell(at, "left.retract"),
      );
    seen.set(key, fact.id);
  }
  return undefined;
}
