import { isOrdinal } from "#core/facts/ordinals.ts";
import type { View } from "#core/facts/view.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Options } from "#core/request/option.ts";
import { fold } from "#core/text/text.ts";

/**
 * The values of a call in which a round that is only counted, such as "second", is the one of the negotiation that is
 * meant: named in the call, by itself or by another round, else the channel's. Elsewhere it stays as typed, and is
 * asked about.
 */
export function withCountedRounds(
  values: RawCall["values"],
  options: Options,
  view: View,
  focus: string | undefined,
): RawCall["values"] {
  const rounds = Object.keys(options).filter((name) => options[name]?.of === "talks" && values[name] !== undefined);
  const counted = rounds.filter((name) => isOrdinal(fold(values[name] ?? "")));
  if (counted.length === 0) return values;
  const named = rounds.flatMap((name) => {
    if (counted.includes(name)) return [];
    const typed = values[name] ?? "";
    return view.talks.exact(typed)?.negotiation ?? view.negotiations.exact(typed)?.id ?? [];
  });
  const negotiation = named[0] ?? focus;
  const meant = counted.flatMap((name) => {
    const alike = view.talks.spelt(values[name] ?? "");
    const one = alike.find((t) => t.negotiation === negotiation);
    return alike.length > 1 && one !== undefined ? [[name, one.id] as const] : [];
  });
  return { ...values, ...Object.fromEntries(meant) };
}
