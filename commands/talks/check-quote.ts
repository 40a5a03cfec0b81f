import { ask } from "#core/request/call.ts";
import { answered, defineCommand, refused } from "#core/answer/command.ts";
import type { Fact } from "#core/facts/fact.ts";
import { compareQuotation, type Compared, type Comparison } from "#core/lookup/compare-quotation.ts";
import { long } from "#core/request/options/index.ts";
import { factBlocks, quoted } from "#core/reply/fact-blocks.ts";
import { ANY_READ, missed } from "./read.ts";
import { refuse } from "#core/request/refusal.ts";
import { buttons, heading, paragraph, reply, strong, text, type Block, type Inline } from "#core/reply/reply.ts";
import type { View } from "#core/facts/view.ts";

const WORDS_MAX = 2000;

export const checkQuote = defineCommand({
  path: ["talks", "check-quote"],
  about: "Whether somebody said exactly that, as the sources quote them",
  tier: "reader",
  options: {
    words: long("The words to check, as you have them", { words: "free", required: true, max: WORDS_MAX }),
    ...ANY_READ,
  },
  example: '"the focus is not on Ukraine"',
  async answer({ words }, context) {
    const { view } = context;
    const best = bestOf(words, view);
    if (best === undefined) {
      await missed(context, words);
      const said = refuse(
        "held",
        "The desk holds no quotation like that.",
        "Look through those it holds, or ask who said it.",
        [{ label: "Quotations", call: ask("quotes") }],
      );
      return refused(said);
    }
    const { fact, comparison } = best;
    const title = TITLES[comparison.kind];
    return answered(
      reply(
        `${title}.`,
        [
          heading(title),
          ...told(comparison),
          ...factBlocks(fact, view),
          buttons(
            { label: "Quotations", call: ask("quotes") },
            { label: "This fact", call: ask("fact", { id: fact.id }) },
          ),
        ],
        [quoted(fact, view)],
      ),
    );
  },
});

const TITLES: Readonly<Record<Comparison["kind"], string>> = {
  exact: "Exact: these are the words",
  part: "Exact, but only a part of the quotation",
  altered: "Altered: the words differ",
};

function bestOf(words: string, view: View): { readonly fact: Fact; readonly comparison: Comparison } | undefined {
  const alike = view.facts.flatMap((fact) => {
    if (fact.slot !== "quote" || fact.standing === "retracted") return [];
    const comparison = compareQuotation(words, String(fact.claims[0].fields["words"] ?? ""));
    return comparison === undefined ? [] : [{ fact, comparison }];
  });
  return alike.toSorted((a, b) => rank(b.comparison) - rank(a.comparison))[0];
}

function rank({ kind, likeness }: Comparison): number {
  return { exact: 3, part: 2, altered: 1 }[kind] + likeness / 2;
}

function told({ kind, words }: Comparison): readonly Block[] {
  switch (kind) {
    case "exact":
      return [];
    case "part":
      return [paragraph(text("In bold what the quotation has besides: "), ...marked(words, "held"))];
    case "altered":
      return [
        paragraph(text("As given, in bold what the source does not have: "), ...marked(words, "given")),
        paragraph(text("As the source has it, in bold what is missing or other: "), ...marked(words, "held")),
      ];
  }
}

/** The words of one side, those that only it has in bold. */
function marked(words: readonly Compared[], side: "held" | "given"): readonly Inline[] {
  return words
    .filter((w) => w.in === "both" || w.in === side)
    .flatMap((w, i) => [text(i === 0 ? "" : " "), w.in === "both" ? text(w.word) : strong(w.word)]);
}
