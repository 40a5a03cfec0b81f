import { tell } from "#core/messages/tell.ts";
import { defineCommand, type Command } from "#core/answer/command.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import type { Option } from "#core/request/option.ts";
import { READS, readSlots } from "./read.ts";

interface Reading {
  readonly name: string;
  readonly about: string;
  /** The message above the answer: `Where`. */
  readonly title: `slot.${SlotName}` | "read.agenda" | "read.why";
  /** What it tells, in this order. */
  readonly slots: readonly SlotName[];
  /** How one asks for one side only, where the slots tell sides apart. */
  readonly side?: Option<string, false>;
  /** Names of commands that people ask next. */
  readonly next: readonly string[];
  readonly example?: string;
  readonly listedAs?: string;
}

/**
 * A command that tells some kinds of fact of one round whole: it differs from the others like it by its slots alone.
 */
export function defineReading({ name, slots, side, title, next, example = "", ...given }: Reading): Command {
  const options: typeof READS & { readonly side?: Option<string, false> } =
    side === undefined ? READS : { side, ...READS };
  return defineCommand({
    ...given,
    path: ["talks", name],
    tier: "reader",
    options,
    example,
    reads: slots,
    repeats: true,
    answer: (values, context) =>
      readSlots(context, { title: tell(context.view, title), slots, talks: values.talks, side: values.side, next }),
  });
}
