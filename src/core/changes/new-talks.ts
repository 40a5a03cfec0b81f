import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import type { Negotiation, Participant } from "#core/facts/names.ts";
import { no, ok, refuse, type Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";
import { Chain } from "./chain.ts";
import { planEditName } from "./edit-name.ts";
import { planName } from "./name-thing.ts";
import type { Known } from "./name-state.ts";
import { readSpellings } from "./spelling-list.ts";
import { takingPart, type TakingPart } from "./typed-parties.ts";

/** A round of talks as a moderator types it. */
export interface TypedTalks {
  /** A negotiation that the desk follows, or the name of a new one. */
  readonly negotiation: string;
  readonly called: string;
  readonly parties?: string | undefined;
  readonly also?: string | undefined;
}

/** The round that was made, and all that was made for it. */
export interface MadeTalks {
  readonly talks: Known;
  readonly made: readonly Known[];
}

/**
 * Makes a round of talks, and what it needs: its negotiation, and parties that are not held. A party that takes no part
 * in a held negotiation yet takes part from then on. All of it is one change.
 */
export function planTalks(typed: TypedTalks, snapshot: Snapshot): Plan<MadeTalks> {
  const chain = new Chain(snapshot);
  const made = madeTalks(typed, chain);
  return made.ok ? { kind: "append", changes: chain.changes, result: made.value } : refusing(made.refusal);
}

function madeTalks(typed: TypedTalks, chain: Chain): Read<MadeTalks> {
  const held = heldNegotiation(typed.negotiation, chain.snapshot);
  if (!held.ok) return held;
  const there: Read<TakingPart> =
    typed.parties === undefined ? ok({ parties: [], made: [] }) : takingPart(typed.parties, chain);
  if (!there.ok) return there;
  const negotiation =
    held.value === undefined
      ? newNegotiation(typed.negotiation, there.value.parties, chain)
      : joinedTo(held.value.id, there.value.parties, chain);
  if (!negotiation.ok) return negotiation;
  const all = negotiation.value.parties.map((p) => p.party);
  const present = there.value.parties.map((p) => p.party);
  const talks = chain.run((at) =>
    planName(
      {
        of: "talks",
        name: typed.called,
        aliases: [...readSpellings(typed.also)],
        negotiation: negotiation.value.id,
        // None named means all of the negotiation.
        parties: all.every((id) => present.includes(id)) ? [] : present,
      },
      at,
    ),
  );
  if (!talks.ok) return talks;
  const fresh = held.value === undefined ? [{ of: "negotiations", item: negotiation.value } as const] : [];
  return ok({ talks: talks.value, made: [...fresh, ...there.value.made] });
}

/** The negotiation that is meant; undefined for a new one. */
function heldNegotiation(typed: string, { view }: Snapshot): Read<Negotiation | undefined> {
  const fresh = /^\s*new:\s*(.+)$/isu.exec(typed)?.[1];
  if (fresh !== undefined) return ok(undefined);
  const found = view.negotiations.find(typed);
  if (found.kind === "exact") return ok(found.item);
  const near = found.kind === "near" ? [found.item] : found.kind === "several" ? found.items.slice(0, 4) : [];
  if (near.length === 0) return ok(undefined);
  const name = shorten(typed, 60);
  return {
    ok: false,
    refusal: {
      ...refuse(
        "usage",
        tell(view, "new.follows", {
          name,
          near: listedIn(
            view,
            near.map((n) => n.name),
          ),
        }),
        tell(view, "new.typeThat", { name }),
      ),
      field: "negotiation",
      carries: true,
      offers: [
        ...near.map((n) => ({ label: n.name, value: n.id })),
        { label: tell(view, "new.negotiation"), value: `new: ${typed}` },
      ],
    },
  };
}

function newNegotiation(typed: string, parties: readonly Participant[], chain: Chain): Read<Negotiation> {
  const name = typed.replace(/^\s*new:\s*/iu, "");
  const { view } = chain.snapshot;
  if (parties.length === 0)
    return no(tell(view, "new.who", { name: shorten(name, 60) }), tell(view, "new.parties"), [], "parties");
  const made = chain.run((at) => planName({ of: "negotiations", name, aliases: [], parties: [...parties] }, at));
  if (made.ok) return negotiationIn(made.value.item.id, chain);
  const { field } = made.refusal;
  return { ok: false, refusal: { ...made.refusal, field: field === "parties" ? field : "negotiation" } };
}

/** A held negotiation, with those who took no part in it so far. */
export function joinedTo(id: string, there: readonly Participant[], chain: Chain): Read<Negotiation> {
  const held = negotiationIn(id, chain);
  if (!held.ok) return held;
  const item = held.value;
  const more = there.filter(({ party }) => !item.parties.some((p) => p.party === party));
  if (more.length === 0) return held;
  const parties = [...item.parties, ...more];
  const edited = chain.run((at) => planEditName({ of: "negotiations", item }, { of: "negotiations", parties }, at));
  return edited.ok ? negotiationIn(id, chain) : edited;
}

function negotiationIn(id: string, { snapshot }: Chain): Read<Negotiation> {
  const held = snapshot.view.negotiations.get(id);
  return held === undefined
    ? no(tell(snapshot.view, "new.ofNone"), tell(snapshot.view, "new.leaveParties"), [], "parties")
    : ok(held);
}
