import { tell } from "#core/messages/tell.ts";
import { lowerIn } from "#core/messages/words.ts";
import type { View } from "#core/facts/view.ts";
import { ask } from "#core/request/call.ts";
import { answered, defineCommand } from "#core/answer/command.ts";
import { disagreements, type Disagreement } from "#core/slots/disagreement.ts";
import { quoted } from "#core/reply/fact-blocks.ts";
import { ANY_READ, grouped } from "./read.ts";
import { ofOthers, roundsMeant, talksOrAll } from "./rounds-meant.ts";
import { FIRST_MAX } from "#core/reply/first-line.ts";
import { buttons, heading, reply } from "#core/reply/reply.ts";
import { talksSaid } from "#core/reply/talks-said.ts";
import { labelOf } from "#core/slots/label.ts";
import { shorten } from "#core/text/text.ts";

export const disputes = defineCommand({
  path: ["talks", "disputes"],
  about: "Where the sources differ, each side by side with its outlets",
  tier: "reader",
  options: { talks: talksOrAll("One round, or a negotiation (all, if empty)"), ...ANY_READ },
  example: "",
  repeats: true,
  async answer(values, context) {
    const { view } = context;
    const meant = roundsMeant(values.talks, context);
    const of = meant?.map((round) => round.id);
    const open = disagreements(view).filter((d) => of?.includes(d.talks) ?? true);
    const others = meant === undefined || values.talks !== undefined ? [] : ofOthers(meant, context);
    const facts = open.flatMap((d) => d.facts);
    if (open.length === 0) {
      return answered(
        reply(tell(view, "disputes.none"), [
          heading(tell(view, "disputes.none")),
          ...(others.length === 0 ? [] : [buttons(...others)]),
        ]),
      );
    }
    const asked = [...new Set(open.map((d) => lowerIn(view, labelIn(d, view))))].join(", ");
    const line = shorten(tell(view, "disputes.some", { n: open.length, asked }), FIRST_MAX);
    return answered(
      reply(
        line,
        [
          heading(line),
          ...open.flatMap((d) => [
            heading(`${labelIn(d, view)}: ${talksSaid(d.talks, view)}`),
            ...grouped(d.facts, view, false),
          ]),
          buttons({ label: tell(view, "button.sources"), call: ask("sources") }, ...others),
        ],
        facts.map((f) => quoted(f, view)),
      ),
    );
  },
});

function labelIn({ facts: [first] }: Disagreement, view: View): string {
  return first === undefined ? "" : labelOf(first.claims[0], view);
}
