import type { Snapshot } from "#core/desk/desk.ts";
import { statement } from "#core/reply/statement.ts";
import { strong, text, type Inline } from "#core/reply/reply.ts";
import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { shorten } from "#core/text/text.ts";
import type { Beside } from "./proposal-standing.ts";

/** What it is beside what the desk holds, in words: `Differs from The talks lasted six hours. (f12)`. */
export function besideWords(beside: Beside, view: Snapshot["view"]): readonly Inline[] {
  return [strong(tell(view, `beside.${beside.is}`)), text(toldBeside(beside, view))];
}

function toldBeside(beside: Beside, view: Snapshot["view"]): string {
  switch (beside.is) {
    case "joins":
      return beside.fact === undefined ? "" : `: ${shorten(statement(beside.fact, view), 160)}`;
    case "differs":
      return tell(view, "beside.from", {
        facts: listedIn(
          view,
          beside.from.map((f) => `${shorten(statement(f, view), 120)} (${f.id})`),
        ),
      });
    case "asks":
      return `: ${shorten(beside.refusal.message, 160)}`;
    case "new":
    case "held":
      return "";
  }
}
