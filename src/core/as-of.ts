import type { RawCall } from "./call.ts";
import type { Answer, Command } from "./command.ts";
import { no, ok, type Read } from "./refusal.ts";
import { paragraph, strong } from "./reply.ts";
import { momentOf, shownMoment } from "#core/time/moment.ts";
import { shorten } from "./text.ts";

/** A reading as of an earlier moment: when, and how the answer says so. */
interface AsOf {
  readonly instant: Temporal.Instant;
  mark(answered: Answer): Answer;
}

/** The `as-of` of a call to a command that has that option; undefined where none is given. A moment to come is refused. */
export function asOf(raw: RawCall, command: Command, now: Temporal.Instant): Read<AsOf | undefined> {
  const typed = raw.values["as-of"];
  if (typed === undefined || typed.trim() === "" || !Object.hasOwn(command.options, "as-of")) return ok(undefined);
  const instant = momentOf(typed);
  if (instant === undefined) {
    return no(
      `as-of: "${shorten(typed, 40)}" is not a day or a moment.`,
      "Type a day such as 2025-04-11, or a moment such as 2025-04-11T15:00Z.",
    );
  }
  const dayOnly = !/T/iu.test(typed);
  const startOfDay = dayOnly ? instant.subtract({ hours: 24 }) : instant;
  if (Temporal.Instant.compare(startOfDay, now) > 0) {
    return no(
      `as-of: ${shownMoment(instant)} has not been yet.`,
      "Type a day or moment that is past, or leave as-of out for now.",
    );
  }
  const words = `As this desk held it at ${shownMoment(instant)}.`;
  return ok({
    instant,
    mark(answered) {
      switch (answered.kind) {
        case "reply":
          return {
            kind: "reply",
            reply: {
              ...answered.reply,
              plain: `${words} ${answered.reply.plain}`,
              blocks: [paragraph(strong(words)), ...answered.reply.blocks],
            },
          };
        case "refusal":
          return { kind: "refusal", refusal: { ...answered.refusal, message: `${words} ${answered.refusal.message}` } };
        case "form":
          return answered;
      }
    },
  });
}
