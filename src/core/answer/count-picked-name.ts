import { isAsOf, isPublic, type RawCall } from "#core/request/call.ts";
import type { Desk } from "#core/desk/desk.ts";
import { pickOf } from "#core/lookup/offers.ts";
import { type Options, NAME_MAX } from "#core/request/option.ts";
import { line } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";

/**
 * Counts a name that was picked in place of the words typed for it, where the desk still does not know the words and
 * would offer the name. Not where it is shared, nor of an earlier moment.
 */
export async function countPickedName(raw: RawCall, options: Options, view: View, desk: Desk): Promise<void> {
  const { instead } = raw;
  if (instead === undefined || isPublic(raw) || isAsOf(raw)) return;
  const option = Object.hasOwn(options, instead.option) ? options[instead.option] : undefined;
  const id = raw.values[instead.option];
  if (option?.of === undefined || id === undefined) return;
  const found = view[option.of].find(instead.typed.slice(0, NAME_MAX));
  if (found.kind !== "several" || !found.items.some((item) => item.id === id)) return;
  const spelling = line(instead.typed);
  const question = `${raw.path[1] ?? ""} ${spelling}`;
  await desk.countPick(pickOf(option.of, id, spelling, question));
}
