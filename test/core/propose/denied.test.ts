import { describe, expect, it } from "vitest";
import { propose } from "#core/propose/propose.ts";
import { shipped } from "#test/desk.ts";

/** One sentence for each kind of fact, as a clause. */
const TOLD = [
  "the Norwegian delegation was led by Minister Ida Ray",
  "the meeting was attended by Minister Ida Ray and Judge Bo Lin",
  "the talks were held at the Grand Hotel in Oslo",
  "the talks were held on Thursday",
  "the talks lasted six hours",
  "the aim of the talks was to settle a dispute over ports",
  "the sides discussed visa rules and flights",
  "visa rules were not discussed",
  "the sides agreed to restore direct payments",
  "the two sides signed a protocol on ports",
  "the next round will be held in Lima in May",
  "Norway has accepted the release of 40 fishermen",
  "Norway and Chile on Thursday signed a protocol on salmon",
  "the Norwegian side was represented by Minister Ida Ray",
  "the Norwegian delegation included Judge Bo Lin and Ida Ray",
  "the Norwegian team, with Ida Ray at its head, arrived at noon",
  "Chile is to free six sailors under the deal",
  "a joint commission will be set up",
  "Chile is unhappy with the tax on nets",
  "Chile says Peru shelters poachers",
  "the experts will be back on 9 May",
  "the two sides narrowed their differences on tuna",
  "Norway complained of delays at the border",
  "Chile has seized two Norwegian properties, a villa in Lima and a warehouse in Cusco",
  "the meeting was held under the chairmanship of Minister Ida Ray",
  "the third round begins in Lima on Monday",
  "the Norwegian side protested the arrest of two men",
  "Norway says Chile is delaying ships",
  "the talks dealt mainly with salmon",
  "the issue of tuna came up as well",
  "the union won a pay rise of 4 percent",
  "the drivers will get 5 percent in two steps",
  "the UN envoy Ida Ray acted as mediator",
  "the sides agreed not to fire first",
  "the agenda was limited to nets and tags",
  "the UN envoy Ida Ray presided",
  "the two ministers see each other again in May",
  "the sides agreed the text of a protocol on salmon",
  "a decision was made to open a hotline",
  "the talks were held on the border between Norway and Sweden",
  "eight gauges will be installed, the document says",
];

/** What takes a clause back, or leaves it open. */
const DENIED: readonly ((told: string) => string)[] = [
  (told) => `It is not true that ${told}.`,
  (told) => `It was never the case that ${told}.`,
  (told) => `Officials denied that ${told}.`,
  (told) => `Officials denied reports that ${told}.`,
  (told) => `The ministry rejected claims that ${told}.`,
  (told) => `Nobody confirmed that ${told}.`,
  (told) => `Neither side would confirm that ${told}.`,
  (told) => `There is no evidence that ${told}.`,
  (told) => `The agency was wrong to report that ${told}.`,
  (told) => `If ${told}, the mediators will be pleased.`,
  (told) => `The mediators will be pleased if ${told}.`,
  (told) => `Unless ${told}, the mediators will leave.`,
  (told) => `Even if ${told}, little has changed.`,
  (told) => `Provided that ${told}, payments can begin.`,
  (told) => `It is unclear whether ${told}.`,
  (told) => `Asked whether ${told}, the envoy smiled.`,
  (told) => `Is it true that ${told}?`,
  (told) => `The envoy could not say whether ${told}.`,
  (told) => `Rumours that ${told} spread at noon.`,
  (told) => `Unconfirmed reports said that ${told}.`,
  (told) => `It was possible that ${told}.`,
  (told) => `It might be that ${told}.`,
  (told) => `Had the storm passed, one could say that ${told}.`,
  (told) => `One agency wrote that ${told}. Both sides deny it.`,
  (told) => `A newspaper reported that ${told}. The report was false.`,
  (told) => `Imagine that ${told}.`,
  (told) => `In theory, ${told}.`,
  (told) => `Apparently ${told}.`,
  (told) => `Perhaps ${told}.`,
  (told) => `The claim that ${told} is untrue.`,
  (told) => `It was wrongly reported that ${told}.`,
  (told) => `Press reports claim that ${told}.`,
  (told) => `One paper wrote that ${told}, which the ministry denies.`,
  (told) => `One paper wrote that ${told}; that was false.`,
  (told) => `The spokesman called a report that ${told} a lie.`,
  (told) => `A leaked draft says that ${told}.`,
  (told) => `The mediator's proposal provides that ${told}.`,
];

describe.each(TOLD)("%s", (told) => {
  it("is proposed where a text says so", () => {
    expect(propose([`${told.charAt(0).toUpperCase()}${told.slice(1)}.`], shipped)).not.toEqual([]);
  });

  it.each(DENIED.map((deny) => deny(told)))("is not: %s", (sentence) => {
    expect(propose([sentence], shipped).map((p) => `${p.slot}: ${sentence.slice(p.sentence.start)}`)).toEqual([]);
  });
});
