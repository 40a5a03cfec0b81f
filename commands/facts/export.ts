import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { defineCommand } from "#core/answer/command.ts";
import { FORMATS, write } from "#core/exchange/write.ts";
import type { Wanted } from "#core/exchange/write-names.ts";
import { live } from "#core/facts/fact.ts";
import { flag, moment, oneOf } from "#core/request/options/index.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import { heading, paragraph, reply, text, type Block } from "#core/reply/reply.ts";

export const exportFacts = defineCommand({
  path: ["facts", "export"],
  about: "All live facts and names as a file: YAML that can be imported again, JSON, or CSV (facts alone)",
  tier: "moderator",
  options: {
    format: oneOf("Which format (YAML, if empty)", FORMATS, { words: true }),
    own: flag("Only what this desk added or changed, without the library"),
    "as-of": moment("As the desk held it then: a day, or a moment such as 2025-04-11T15:00Z"),
  },
  example: "csv",
  async answer(values, { view, desk }) {
    const facts = view.facts.filter((f) => live(f) && (values.own !== true || f.revision > 0));
    const snapshot = await desk.snapshot();
    const format = values.format ?? "yaml";
    const { beneath } = snapshot;
    const own: Wanted = (of, id) => beneath[of].get(id) === undefined;
    const only = values.own === true ? own : undefined;
    const { text: content, media } = write(facts, view, beneath.facts, format, only);
    return {
      kind: "reply",
      reply: reply(tell(view, "export.as", { n: facts.length, format: format.toUpperCase() }), [
        heading(tell(view, "export.title")),
        paragraph(text(tell(view, format === "yaml" ? "export.again" : "export.count", { n: facts.length }))),
        ...notCarried(snapshot),
        { kind: "file", name: `facts.${format}`, media, text: content },
      ]),
    };
  },
});

const NAMED = 10;

/** What a file of claims cannot tell a desk that has the same library: what is not held any longer. */
function notCarried({ beneath, view }: Snapshot): readonly Block[] {
  const held = new Set(view.facts.filter(live).flatMap((f) => f.claims.map((c) => c.id)));
  const gone = beneath.facts.filter((f) => f.claims.every((c) => !held.has(c.id)));
  if (gone.length === 0) return [];
  const ids = gone.slice(0, NAMED).map((f) => f.id);
  const more = gone.length > NAMED ? [tell(view, "export.more", { n: gone.length - NAMED })] : [];
  const told = { n: gone.length, ids: listedIn(view, [...ids, ...more]) };
  return [paragraph(text(tell(view, "export.notCarried", told)))];
}
