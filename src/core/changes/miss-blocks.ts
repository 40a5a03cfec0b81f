import type { Miss } from "#core/desk/store.ts";
import { slotsIn } from "#core/lookup/decide.ts";
import { call, LABEL_MAX } from "#core/request/call.ts";
import { buttons, code, list, strong, type Block } from "#core/reply/reply.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { defined } from "#core/text/defined.ts";
import { shorten } from "#core/text/text.ts";

const PRESSED = 5;

/** Questions without an answer, how often each was asked, and buttons to add a fact or to take it off the list. */
export function missBlocks(all: readonly Miss[], at: Told): readonly Block[] {
  return [
    list(...all.map((m) => [strong(`${m.times}× `), code(shorten(m.question, 120))])),
    buttons(
      ...all.slice(0, PRESSED).map((m) => {
        const [slot] = slotsIn(m.question);
        return {
          label: shorten(tell(at, "miss.add", { question: m.question }), LABEL_MAX),
          call: call(["facts", "add"], defined({ slot })),
        };
      }),
      ...all.slice(0, PRESSED).map((m) => ({
        label: shorten(tell(at, "miss.takeOff", { question: m.question }), LABEL_MAX),
        call: call(["facts", "misses"], { settle: m.key }),
      })),
    ),
  ];
}
