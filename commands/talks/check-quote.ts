import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { ask } from "#core/request/call.ts";
import { answered, defineCommand, refused } from "#core/answer/command.ts";
import { live, type Fact } from "#core/facts/fact.ts";
import { outlets } from "#core/reply/citation.ts";
import { shorten } from "#core/text/text.ts";
import { compareQuotation, likenessOf, type Compared, type Comparison } from "#core/lookup/compare-quotation.ts";
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
  example: "{words}",
  async answer({ words }, context) {
    const { view } = context;
    const best = bestOf(words, view);
    if (best === undefined) {
      await missed(context, words);
      const near = nearestTo(words, view);
      const hint =
        near === undefined
          ? tell(view, "quote.look")
          : tell(view, "quote.nearest", {
              words: shorten(wordsOf(near), 200),
              name: view.people.name(speakerOf(near)),
              outlets: listedIn(view, outlets(near, view)),
            });
      const buttonsTo =
        near === undefined ? [] : [{ label: tell(view, "button.thatQuote"), call: ask("fact", { id: near.id }) }];
      return refused(
        refuse("held", tell(view, "quote.none"), hint, [
          ...buttonsTo,
          { label: tell(view, "button.quotations"), call: ask("quotes") },
        ]),
      );
    }
    const { fact, comparison } = best;
    const title = titleOf(comparison, outlets(fact, view), view);
    const others = otherwise(fact, view);
    return answered(
      reply(
        `${title}.`,
        [
          heading(title),
          ...told(comparison, view),
          ...factBlocks(fact, view),
          ...(others.length === 0
            ? []
            : [paragraph(strong(tell(view, "quote.others"))), ...others.flatMap((f) => factBlocks(f, view))]),
          buttons(
            { label: tell(view, "button.quotations"), call: ask("quotes") },
            { label: tell(view, "button.thisFact"), call: ask("fact", { id: fact.id }) },
          ),
        ],
        [fact, ...others].map((f) => quoted(f, view)),
      ),
    );
  },
});

/** What was found is what outlets print: who said it, in which words, rests on them. */
function titleOf({ kind, only }: Comparison, all: readonly string[], view: View): string {
  const by = { outlets: listedIn(view, all), n: all.length };
  switch (kind) {
    case "exact":
      return tell(view, "quote.exact", by);
    case "part":
      return tell(view, "quote.part", by);
    case "altered":
      return tell(view, `quote.${only ?? "altered"}`, by);
  }
}

function wordsOf(fact: Fact): string {
  return String(fact.claims[0].fields["words"] ?? "");
}

function speakerOf(fact: Fact): string {
  return String(fact.claims[0].fields["speaker"] ?? "");
}

const MOST = 3;
/** Likeness from which a quotation is shown to the person who checks another one. */
const NEAR = 0.25;
const OTHER_WORDS = 0.35;

/**
 * The same speaker's words in the same talks as other outlets have them: alike and not the same, or in another script.
 */
function otherwise(fact: Fact, view: View): readonly Fact[] {
  const words = wordsOf(fact);
  return view.facts
    .filter((f) => f.slot === "quote" && live(f) && f.id !== fact.id && f.talks === fact.talks)
    .filter((f) => speakerOf(f) === speakerOf(fact))
    .filter((f) => scriptOf(wordsOf(f)) !== scriptOf(words) || likenessOf(wordsOf(f), words) >= OTHER_WORDS)
    .slice(0, MOST);
}

function scriptOf(words: string): string {
  return /\p{Script=Cyrillic}/u.test(words) ? "cyrillic" : /\p{Script=Latin}/u.test(words) ? "latin" : "other";
}

function nearestTo(words: string, view: View): Fact | undefined {
  return view.facts
    .filter((f) => f.slot === "quote" && live(f))
    .map((fact) => ({ fact, likeness: likenessOf(words, wordsOf(fact)) }))
    .filter((n) => n.likeness >= NEAR)
    .toSorted((a, b) => b.likeness - a.likeness)[0]?.fact;
}

function bestOf(words: string, view: View): { readonly fact: Fact; readonly comparison: Comparison } | undefined {
  const alike = view.facts.flatMap((fact) => {
    if (fact.slot !== "quote" || !live(fact)) return [];
    const comparison = compareQuotation(words, String(fact.claims[0].fields["words"] ?? ""));
    return comparison === undefined ? [] : [{ fact, comparison }];
  });
  return alike.toSorted((a, b) => rank(b.comparison) - rank(a.comparison))[0];
}

function rank({ kind, likeness }: Comparison): number {
  return { exact: 3, part: 2, altered: 1 }[kind] + likeness / 2;
}

function told({ kind, words }: Comparison, view: View): readonly Block[] {
  switch (kind) {
    case "exact":
      return [];
    case "part":
      return [paragraph(text(tell(view, "quote.goesOn")), ...marked(words, "held"))];
    case "altered":
      return [
        paragraph(text(tell(view, "quote.yours")), ...marked(words, "given")),
        paragraph(text(tell(view, "quote.theirs")), ...marked(words, "held")),
      ];
  }
}

/** The words of one side, those that only it has in bold. */
function marked(words: readonly Compared[], side: "held" | "given"): readonly Inline[] {
  return words
    .filter((w) => w.in === "both" || w.in === side)
    .flatMap((w, i) => [text(i === 0 || w.tight === true ? "" : " "), w.in === "both" ? text(w.word) : strong(w.word)]);
}
