import { ask } from "#core/request/call.ts";
import { answered, defineCommand } from "#core/answer/command.ts";
import { disagreements } from "#core/slots/disagreement.ts";
import { quoted } from "#core/reply/fact-blocks.ts";
import { grouped, READS } from "./read.ts";
import { buttons, heading, paragraph, reply, text } from "#core/reply/reply.ts";
import { SLOTS } from "#core/slots/index.ts";
import { count } from "#core/text/text.ts";

export const disputes = defineCommand({
  path: ["talks", "disputes"],
  about: "Where the sources differ, each side by side with its outlets",
  tier: "reader",
  options: { ...READS },
  example: "",
  async answer(values, { view }) {
    const open = disagreements(view, values.talks);
    const facts = open.flatMap((d) => d.facts);
    if (open.length === 0) {
      return answered(reply("No sources differ.", [heading("Disputes"), paragraph(text("No live facts differ."))]));
    }
    return answered(
      reply(
        `${count(open.length, "open disagreement")}: ${open.map((d) => SLOTS[d.slot].label.toLowerCase()).join(", ")}.`,
        [
          heading("Disputes"),
          ...open.flatMap((d) => [
            heading(`${SLOTS[d.slot].label}: ${view.talks.name(d.talks)}`),
            ...grouped(d.facts, view, false),
          ]),
          buttons({ label: "Sources", call: ask("sources") }),
        ],
        facts.map((f) => quoted(f, view)),
      ),
    );
  },
});
