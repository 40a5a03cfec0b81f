import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import type { RawCall, Button } from "#core/request/call.ts";
import { answered, refused, type Answer, type Command, type Commands } from "./command.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { paragraph, strong, type Block } from "#core/reply/reply.ts";
import { calendarDay } from "#core/time/day.ts";
import { momentIn } from "#core/messages/words.ts";
import { momentOf } from "#core/time/moment.ts";
import { shorten } from "#core/text/text.ts";

/** A reading as of an earlier moment: when, and how the answer says so. */
interface AsOf {
  readonly instant: Temporal.Instant;
  mark(given: Answer): Answer;
}

/**
 * The `as-of` of a call to a command that has that option; undefined where none is given. A moment to come is refused.
 */
export function asOf(
  raw: RawCall,
  command: Command,
  commands: Commands,
  now: Temporal.Instant,
  at: Told,
): Read<AsOf | undefined> {
  const typed = raw.values["as-of"];
  if (typed === undefined || typed.trim() === "" || !Object.hasOwn(command.options, "as-of")) return ok(undefined);
  const instant = momentOf(typed);
  if (instant === undefined)
    return no(tell(at, "value.moment", { typed: shorten(typed, 40) }), tell(at, "value.typeMoment"));
  const startOfDay = calendarDay(typed) === undefined ? instant : instant.subtract({ hours: 24 });
  if (Temporal.Instant.compare(startOfDay, now) > 0) {
    return no(tell(at, "asOf.future", { moment: momentIn(at, instant) }), tell(at, "asOf.past"));
  }
  // What one goes on to from an earlier moment is read as of that moment too.
  const button = (b: Button): Button =>
    Object.hasOwn(commands.find(b.call.path)?.options ?? {}, "as-of")
      ? { ...b, call: { ...b.call, values: { ...b.call.values, "as-of": typed } } }
      : b;
  const then = (block: Block): Block =>
    block.kind === "buttons" ? { ...block, buttons: block.buttons.map(button) } : block;
  const words = tell(at, "asOf.held", { moment: momentIn(at, instant) });
  return ok({
    instant,
    mark(given) {
      switch (given.kind) {
        case "reply":
          return answered({
            ...given.reply,
            plain: `${words} ${given.reply.plain}`,
            blocks: [paragraph(strong(words)), ...given.reply.blocks.map(then)],
          });
        case "refusal":
          return refused({
            ...given.refusal,
            message: `${words} ${given.refusal.message}`,
            buttons: given.refusal.buttons.map(button),
          });
        case "form":
          return given;
      }
    },
  });
}
