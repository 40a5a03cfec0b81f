import fc from "fast-check";
import { newSeat } from "#test/moderation.ts";
import { expect, it } from "vitest";
import { compareQuotation } from "#core/lookup/compare-quotation.ts";
import { refused, say, told } from "#test/desk.ts";
import { servers } from "#test/servers.ts";

it.each([
  "check-quote The focus is not on Ukraine",
  "check-quote words:«The focus is not on Ukraine»",
  'check-quote words:"“The focus is not on Ukraine”"',
])("knows the exact words: %s", async (line) => {
  const shown = await told(line);
  expect(shown).toContain("Exactly as ln24SA quotes it");
  expect(shown).toContain("Tammy Bruce, State Department spokesperson");
  expect(shown).toContain("Source");
});

it("marks what is altered, on both sides", async () => {
  const { reply } = await say('check-quote words:"The focus is now on Ukraine"');
  expect(reply.plain).toBe("Altered: the words differ from those that ln24SA quotes.");
  const strong = reply.blocks.flatMap((b) => (b.kind === "paragraph" ? b.text.filter((i) => i.kind === "strong") : []));
  expect(strong.map((i) => i.text).slice(0, 2)).toEqual(["now", "not"]);
});

it.each([
  ["The focus is not on Ukraine.", "the same words, with other punctuation than ln24SA quotes"],
  ["The focus, is not on Ukraine", "the same words, with other punctuation than ln24SA quotes"],
  ["the focus is not on Ukraine!", "the same words, with other capital letters than ln24SA quotes"],
  ["The focus isn't on Ukraine", "the words differ from those that ln24SA quotes"],
])("says what was altered, and of the same words that they are: %s", async (words, how) => {
  expect((await say(`check-quote words:"${words}"`)).reply.plain).toBe(`Altered: ${how}.`);
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

it.each([
  ["another letter of the script", "это мой дом", "это мои дом"],
  ["a vowel sign", "दिन तय हुआ है", "दान तय हुआ है"],
  ["a letter's case", "we meet the United States", "we meet the united states"],
  ["a sign", "it fell by -5 degrees today", "it fell by +5 degrees today"],
])("takes %s for other words", (_, held, given) => {
  expect(compareQuotation(given, held)?.kind).toBe("altered");
});

it("shows what other outlets have instead, and the nearest where nothing is like it", async () => {
  const server = await (await servers()).server();
  await server.say(
    'facts add quote talks:second speaker:"Tammy Bruce" words:"Ukraine is not, absolutely not on the agenda" source:"new: Coast Herald" paragraph:4',
  );
  await server.say(
    'facts add quote talks:second speaker:"Tammy Bruce" words:"The focus of it is not on Ukraine now" source:"new: North Wire" paragraph:4',
  );
  const { text } = await server.say('check-quote "The focus is not on Ukraine"');
  expect(text).toContain("Exactly as ln24SA quotes it");
  expect(text).toContain("In other words or in another language");
  expect(text).toContain("North Wire");
  const near = await server.say('check-quote "Ukraine stays on the agenda of us all and not only now, she said"');
  expect(near.refusal?.hint ?? near.text).toContain("Coast Herald");
});

it.each([
  ["Chinese", "我们同意继续谈判。", "我们不同意继续谈判。", "意继续谈判。"],
  [
    "Japanese",
    "私たちは会談を続けることに同意した",
    "私たちは会談を続けることに同意しない",
    "会談を続けることに同意した",
  ],
  ["Thai", "เขาไม่มาวันนี้", "เขาไม้มาวันนี้", "ไม่มาวันนี้"],
])("compares words of a script without spaces by their characters: %s", async (_, held, altered, part) => {
  const seat = await newSeat();
  await seat.add({ slot: "quote", speaker: "new: Lin Zed", words: held, talks: "second" });
  expect(await seat.told(`check-quote "${held}"`)).toMatch(/^Exactly as The Gazette quotes it/u);
  const told = await seat.told(`check-quote "${altered}"`);
  expect(told).toMatch(/^Altered: /u);
  expect(told).toContain(`in bold: ${altered}\n`);
  expect(await seat.told(`check-quote "${part}"`)).toMatch(/^Exact, but only a part/u);
});

const HELD = "It's “a good start”, he said — ‘not the end’.";
const MARKS = ["“”", '""', "„“", "„”", "«»", "»«", "‹›", "›‹", "‘’", "''", "‚‘", "「」", "『』", "``"];
const WRAPS = [...MARKS.map((pair) => [pair.charAt(0), pair.charAt(1)]), ["“«", "»”"], ["\"'", "'\""], ["« ", " »"]];

it.each(WRAPS)(
  "sets aside the quotation marks that somebody put around what they check: %s %s",
  async (open, close) => {
    const seat = await newSeat();
    await seat.add({ slot: "quote", talks: "second", speaker: "Sergey Lavrov", words: HELD });
    const typed = `${open}It's "a good start", he said – 'not the end'.${close}`;
    expect(await seat.told(`check-quote ${typed}`)).toContain("Exactly as The Gazette quotes it");
    expect((await seat.call("talks check-quote", { words: `${typed},` })).text).toContain("Exactly as The Gazette");
  },
);

it.each(["We leave the “house” today", "“We” leave the house today", "We 'leave the house' today"])(
  "calls marks within the words that the source has not altered, on a line and in a form: %s",
  async (words) => {
    const seat = await newSeat();
    await seat.add({ slot: "quote", talks: "second", speaker: "Sergey Lavrov", words: "We leave the house today" });
    expect(await seat.told(`check-quote ${words}`)).toContain("Altered: the same words, with other punctuation");
    expect((await seat.call("talks check-quote", { words })).text).toContain("Altered: the same words");
  },
);
