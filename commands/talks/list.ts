import { tell } from "#core/messages/tell.ts";
import { ask, LABEL_MAX } from "#core/request/call.ts";
import { beginning, isEmpty } from "./begin.ts";
import { brief } from "./brief.ts";
import { ANY_READ } from "./read.ts";
import { ofOthers, roundsMeant, talksOrAll } from "./rounds-meant.ts";
import { answered, defineCommand } from "#core/answer/command.ts";
import { live } from "#core/facts/fact.ts";
import { buttons, heading, list as items, paragraph, reply, strong, text } from "#core/reply/reply.ts";
import type { Talks } from "#core/facts/names.ts";
import { FIRST_MAX } from "#core/reply/first-line.ts";
import { shorten } from "#core/text/text.ts";
import { rounds } from "#core/facts/view.ts";

export const list = defineCommand({
  path: ["talks", "list"],
  about: "The rounds of talks that the desk knows, or one of them in five lines",
  tier: "reader",
  listedAs: "help",
  options: { talks: talksOrAll("One round in five lines, or all of a negotiation"), ...ANY_READ },
  example: "",
  async answer(values, context) {
    const { view } = context;
    const chosen = values.talks === undefined ? undefined : view.talks.get(values.talks);
    if (chosen !== undefined) return brief(chosen, context);
    if (isEmpty(view)) return answered(reply(tell(view, "begin.nothing"), beginning(context)));
    const all = (roundsMeant(values.talks, context) ?? rounds(view)).toReversed();
    const line = (t: Talks) => {
      const facts = view.facts.filter((f) => f.talks === t.id && live(f));
      const articles = new Set(facts.flatMap((f) => f.claims.map((c) => c.citation.article)));
      return [strong(t.name), text(tell(view, "list.round", { n: facts.length, articles: articles.size }))];
    };
    const each = [...Map.groupBy(all, (t) => t.negotiation)];
    const [only, more] = each;
    const whose =
      only === undefined || more !== undefined || view.negotiations.all.length < 2
        ? ""
        : tell(view, "read.ofWhose", { negotiation: view.negotiations.name(only[0]) });
    const known = tell(view, "list.known", { n: all.length, whose });
    return answered(
      reply(known, [
        heading(shorten(known, FIRST_MAX)),
        ...each.flatMap(([id, some]) => [
          ...(view.negotiations.all.length > 1 ? [paragraph(strong(view.negotiations.name(id)))] : []),
          items(...some.map(line)),
        ]),
        buttons(
          ...all.slice(0, 3).map((t) => ({ label: shorten(t.name, LABEL_MAX), call: ask("list", { talks: t.id }) })),
          { label: tell(view, "button.compare"), call: ask("compare") },
          ...ofOthers(all, context),
        ),
      ]),
    );
  },
});
