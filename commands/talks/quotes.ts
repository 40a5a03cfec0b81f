import { tell } from "#core/messages/tell.ts";
import { defineCommand } from "#core/answer/command.ts";
import { person, text } from "#core/request/options/index.ts";
import { READS, readSlots } from "./read.ts";
import { fold } from "#core/text/text.ts";

export const quotes = defineCommand({
  path: ["talks", "quotes"],
  about: "Who said what exactly, word for word",
  tier: "reader",
  options: {
    speaker: person("Who said it, in any spelling", { words: true }),
    about: text("Only quotations that have these words", { words: true, max: 100 }),
    ...READS,
  },
  example: "speaker:{speaker}",
  reads: ["quote"],
  answer: (values, context) =>
    readSlots(context, {
      title: tell(context.view, "slot.quote"),
      slots: ["quote"],
      talks: values.talks,
      next: ["agenda", "why"],
      kept: [
        ...(values.speaker === undefined
          ? []
          : [tell(context.view, "quotes.of", { name: context.view.people.name(values.speaker) })]),
        ...(values.about === undefined ? [] : [tell(context.view, "quotes.about", { words: values.about })]),
      ].join(" "),
      keep: ({ claims: [{ fields }] }) => {
        const words = fold(`${fields["words"] ?? ""} ${fields["about"] ?? ""}`);
        const about = fold(values.about ?? "").split(" ");
        return (
          (values.speaker === undefined || fields["speaker"] === values.speaker) &&
          about.every((w) => words.includes(w))
        );
      },
    }),
});
