import fc from "fast-check";
import { expect, it } from "vitest";
import { compareQuotation } from "#core/lookup/compare-quotation.ts";
import { refused, say, told } from "#test/desk.ts";

it.each([
  "check-quote The focus is not on Ukraine",
  'check-quote words:"the focus is NOT on ukraine."',
  'check-quote words:"“The focus is not on Ukraine”"',
])("knows the exact words: %s", async (line) => {
  const shown = await told(line);
  expect(shown).toContain("Exact: these are the words");
  expect(shown).toContain("Tammy Bruce, State Department spokesperson");
  expect(shown).toContain("1 outlet");
});

it("marks what is altered, on both sides", async () => {
  const { reply } = await say('check-quote words:"The focus is now on Ukraine"');
  expect(reply.plain).toBe("Altered: the words differ.");
  const strong = reply.blocks.flatMap((b) => (b.kind === "paragraph" ? b.text.filter((i) => i.kind === "strong") : []));
  expect(strong.map((i) => i.text).slice(0, 2)).toEqual(["now", "not"]);
});

it("tells a part from the whole", async () => {
  expect(await told('check-quote words:"focus is not on"')).toContain("Exact, but only a part of the quotation");
});

it("says that it holds nothing alike", async () => {
  const { message } = await refused('check-quote words:"we agreed on a ceasefire at noon"');
  expect(message).toBe("The desk holds no quotation like that.");
});

it("compares any words with themselves as exact, and shows every word of both sides once", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,6}$/u), { minLength: 1, maxLength: 12 }).map((w) => w.join(" "));
  fc.assert(
    fc.property(words, words, (given, held) => {
      expect(compareQuotation(given, given)?.kind).toBe("exact");
      const compared = compareQuotation(given, held);
      if (compared === undefined) return;
      const side = (name: string): string =>
        compared.words.flatMap((w) => (w.in === "both" || w.in === name ? [w.word] : [])).join(" ");
      expect(side("held")).toBe(held);
      expect(compared.kind === "exact" ? given : side("given")).toBe(given);
    }),
  );
});
