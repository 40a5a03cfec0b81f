import { defineCommand } from "#core/answer/command.ts";
import { FORMATS, write } from "#core/exchange/write.ts";
import type { Wanted } from "#core/exchange/write-names.ts";
import { live } from "#core/facts/fact.ts";
import { flag, moment, oneOf } from "#core/request/options/index.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import { factSubject } from "#core/desk/subject.ts";
import { heading, paragraph, reply, text, type Block } from "#core/reply/reply.ts";
import { count, listed } from "#core/text/text.ts";

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
    const format = values.format ?? "yaml";
    const { beneath } = await desk.snapshot();
    const own: Wanted = (of, id) => beneath[of].get(id) === undefined;
    const { text: content, media } = write(facts, view, format, values.own === true ? own : undefined);
    return {
      kind: "reply",
      reply: reply(`${count(facts.length, "fact")} as ${format.toUpperCase()}.`, [
        heading("Export"),
        paragraph(
          text(
            `${count(facts.length, "fact")}. ${format === "yaml" ? "You can import it again with /facts import." : ""}`.trim(),
          ),
        ),
        ...notCarried(await desk.snapshot()),
        { kind: "file", name: `facts.${format}`, media, text: content },
      ]),
    };
  },
});

const NAMED = 10;

/** What a file of claims cannot tell a desk that has the same library. */
function notCarried({ beneath, own }: Snapshot): readonly Block[] {
  const changed = beneath.facts.filter(({ id }) => {
    const state = own.get("fact", factSubject(id));
    return state?.claims !== undefined || state?.retracted !== undefined;
  });
  if (changed.length === 0) return [];
  const ids = changed.slice(0, NAMED).map((f) => f.id);
  const more = changed.length > NAMED ? [`${changed.length - NAMED} more`] : [];
  return [
    paragraph(
      text(
        `The file does not carry that ${count(changed.length, "shipped fact was", "shipped facts were")} corrected, joined, parted or retracted here: ${listed([...ids, ...more])}. ` +
          "A desk with the same library keeps them as shipped, and takes what this desk says instead beside them. Retract them there.",
      ),
    ),
  ];
}
