import { tell } from "#core/messages/tell.ts";
import type { Context } from "#core/answer/command.ts";
import type { Talks } from "#core/facts/names.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import { latestWith, negotiationOf, rounds, type View } from "#core/facts/view.ts";
import { call, type Button } from "#core/request/call.ts";
import { talks } from "#core/request/options/index.ts";
import { named } from "#core/request/options/named.ts";
import type { Option } from "#core/request/option.ts";
import { shorten } from "#core/text/text.ts";

type Here = Pick<Context, "view"> & Partial<Pick<Context, "focus">>;

/** One round, or a negotiation: all its rounds. The value is the id of either. */
export function talksOrAll(about: string, shape: { readonly words?: true } = { words: true }): Option<string, false> {
  const round = talks(about, shape);
  const whole = named("", "negotiations");
  return {
    ...round,
    read(raw, names, dialect) {
      const exact = names.talks.exact(raw) === undefined ? names.negotiations.exact(raw) : undefined;
      if (exact !== undefined) return { ok: true, value: exact.id };
      const one = round.read(raw, names, dialect);
      const all = one.ok ? one : whole.read(raw, names, dialect);
      return all.ok ? all : one;
    },
    complete: (view) => [...(round.complete?.(view) ?? []), ...(whole.complete?.(view) ?? [])],
  };
}

/**
 * The rounds that a read of several is of: those that are named, else the rounds of the negotiation that the channel
 * means. Undefined where neither says so.
 */
export function roundsMeant(typed: string | undefined, { view, focus }: Here): readonly Talks[] | undefined {
  if (typed === undefined) return focus === undefined ? undefined : rounds(view, focus);
  const round = view.talks.get(typed);
  return round === undefined ? rounds(view, view.negotiations.get(typed)?.id) : [round];
}

/** The same; where nothing says so, the rounds of the negotiation of the newest round that holds any of the slots. */
export function roundsOfOne(typed: string | undefined, slots: readonly SlotName[], here: Here): readonly Talks[] {
  return roundsMeant(typed, here) ?? rounds(here.view, latestWith(here.view, slots)?.negotiation);
}

/** ` of Nile talks`, where a desk holds several negotiations. */
export function ofWhose(round: Talks | undefined, view: View): string {
  const own = view.negotiations.all.length > 1 ? negotiationOf(round?.id ?? "", view) : undefined;
  return own === undefined ? "" : tell(view, "read.ofWhose", { negotiation: own.name });
}

/** A button for each negotiation that these rounds are not of: the same call of that one. */
export function ofOthers(told: readonly Talks[], { view, raw }: Pick<Context, "view" | "raw">): readonly Button[] {
  const { public: _, ...values } = raw.values;
  const own = new Set(told.map((t) => t.negotiation));
  const others = [...new Set(rounds(view).map((t) => t.negotiation))].filter((id) => !own.has(id)).toReversed();
  return others.slice(0, 3).flatMap((id) => {
    const held = view.negotiations.get(id);
    return held === undefined
      ? []
      : [{ label: shorten(held.name, 40), call: call(raw.path, { ...values, talks: id }) }];
  });
}
