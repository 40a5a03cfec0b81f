import type { Context } from "#core/answer/command.ts";
import type { Fact } from "#core/facts/fact.ts";
import type { Talks } from "#core/facts/names.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import { factsIn, negotiationOf, rounds } from "#core/facts/view.ts";
import { call } from "#core/request/call.ts";
import type { OneAnswer } from "./which-negotiation.ts";

/** What a read of one round looks for. `talks` is the id of a round or of a negotiation. */
export interface Sought {
  readonly slots: readonly SlotName[];
  readonly talks?: string | undefined;
  readonly side?: string | undefined;
  readonly keep: (fact: Fact) => boolean;
}

/** The round that is read, what it holds, and all rounds of its negotiation that hold something too. */
export interface RoundRead {
  readonly round: Talks | undefined;
  readonly facts: readonly Fact[];
  readonly among: readonly Talks[];
  /** Where nothing says whose talks are meant and several negotiations answer: each of them, the newest first. */
  readonly each: readonly OneAnswer[];
}

/**
 * Which round a read is of: the one that is named, else the latest with an answer: of the negotiation that is named,
 * that the channel means, or that alone has an answer.
 */
export function roundRead({ slots, talks, side, keep }: Sought, { view, focus, raw }: Context): RoundRead {
  const all = slots.flatMap((slot) => factsIn(view, slot, undefined, side)).filter(keep);
  const held = Map.groupBy(all, (f) => f.talks);
  const of = (round: Talks | undefined): readonly Fact[] => held.get(round?.id ?? "") ?? [];
  const chosen = view.talks.get(talks ?? "");
  if (chosen !== undefined) return { round: chosen, facts: of(chosen), among: [], each: [] };
  const negotiation = view.negotiations.get(talks ?? "")?.id ?? focus;
  const meant = rounds(view, negotiation);
  const holding = meant.filter((t) => held.has(t.id));
  const round = holding.at(-1);
  const among = holding.filter((t) => t.negotiation === round?.negotiation);
  const latest = [...new Map(holding.map((t) => [t.negotiation, t])).values()].toReversed();
  const { public: _, ...values } = raw.values;
  const each = latest.flatMap((t): readonly OneAnswer[] => {
    const own = negotiationOf(t.id, view);
    return own === undefined
      ? []
      : [{ negotiation: own.id, facts: of(t), call: call(raw.path, { ...values, talks: own.id }) }];
  });
  return { round: round ?? onlyLast(meant), facts: of(round), among, each: negotiation === undefined ? each : [] };
}

/** The last round, where all are of one negotiation. */
function onlyLast(meant: readonly Talks[]): Talks | undefined {
  return new Set(meant.map((t) => t.negotiation)).size > 1 ? undefined : meant.at(-1);
}
