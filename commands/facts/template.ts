import { tell } from "#core/messages/tell.ts";
import { defineCommand } from "#core/answer/command.ts";
import { TEMPLATES, writeTemplate } from "#core/exchange/template.ts";
import { heading, paragraph, reply, text } from "#core/reply/reply.ts";
import { oneOf } from "#core/request/options/index.ts";

export const template = defineCommand({
  path: ["facts", "template"],
  about: "Get an empty file to fill in and import, with every kind of fact and its fields",
  tier: "moderator",
  options: { format: oneOf("Which format (YAML, if empty)", TEMPLATES, { words: true }) },
  example: "csv",
  async answer({ format = "yaml" }, { view }) {
    const { text: content, media } = writeTemplate(format, view);
    return {
      kind: "reply",
      reply: reply(tell(view, "template.as", { format: format.toUpperCase() }), [
        heading(tell(view, "template.title")),
        paragraph(text(tell(view, "template.how"))),
        { kind: "file", name: `template.${format}`, media, text: content },
      ]),
    };
  },
});
