import { ask } from "#core/request/call.ts";
import { talks } from "#core/request/options/index.ts";
import { beginning, isEmpty } from "./begin.ts";
import { brief } from "./brief.ts";
import { ANY_READ } from "./read.ts";
import { answered, defineCommand } from "#core/answer/command.ts";
import { live } from "#core/facts/fact.ts";
import { buttons, heading, list as items, reply, strong, text } from "#core/reply/reply.ts";
import { count } from "#core/text/text.ts";
import { rounds } from "#core/facts/view.ts";

export const list = defineCommand({
  path: ["talks", "list"],
  about: "The rounds of talks that the desk knows, or one of them in five lines",
  tier: "reader",
  listedAs: "help",
  options: { talks: talks("One round: when, where, who, how long, what came of it", { words: true }), ...ANY_READ },
  example: "",
  async answer(values, context) {
    const { view } = context;
    const chosen = values.talks === undefined ? undefined : view.talks.get(values.talks);
    if (chosen !== undefined) return brief(chosen, context);
    const all = rounds(view).toReversed();
    if (isEmpty(view))
      return answered(reply("This desk follows nothing yet.", [heading("Rounds of talks"), ...beginning(context)]));
    const lines = all.map((t) => {
      const facts = view.facts.filter((f) => f.talks === t.id && live(f));
      const articles = new Set(facts.flatMap((f) => f.claims.map((c) => c.citation.article)));
      return [strong(t.name), text(`: ${count(facts.length, "fact")} from ${count(articles.size, "article")}`)];
    });
    return answered(
      reply(`The desk knows ${count(all.length, "round")} of talks.`, [
        heading("Rounds of talks"),
        items(...lines),
        buttons(...all.slice(0, 3).map((t) => ({ label: t.name, call: ask("list", { talks: t.id }) })), {
          label: "Compare",
          call: ask("compare"),
        }),
      ]),
    );
  },
});
