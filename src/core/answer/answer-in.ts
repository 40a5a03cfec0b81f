import type { Tongue } from "#core/messages/tongue.ts";
import { toldIn } from "#core/reply/reply.ts";
import type { Answer } from "./command.ts";

/** The answer marked with the language that it is in, for what stands around it. */
export function answerIn(given: Answer, tongue: Tongue | undefined): Answer {
  switch (given.kind) {
    case "reply":
      return { ...given, reply: toldIn(given.reply, tongue) };
    case "refusal":
      return { ...given, refusal: toldIn(given.refusal, tongue) };
    case "form":
      return { ...given, form: toldIn(given.form, tongue) };
  }
}
