import { defineCommand } from "#core/answer/command.ts";
import { FORMATS, write } from "#core/exchange/write.ts";
import type { Wanted } from "#core/exchange/write-names.ts";
import { live } from "#core/facts/fact.ts";
import { flag, moment, oneOf } from "#core/request/options/index.ts";
import { heading, paragraph, reply, text } from "#core/reply/reply.ts";
import { count } from "#core/text/text.ts";

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
        { kind: "file", name: `facts.${format}`, media, text: content },
      ]),
    };
  },
});
