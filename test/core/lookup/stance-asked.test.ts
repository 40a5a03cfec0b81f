import { expect, it } from "vitest";
import { newSeat, rea } from "#test/moderation.ts";

const FERRY = `negotiation: { id: ferry, name: Ferry talks }
parties:
  - { id: malta, name: Malta, adjective: Maltese, role: party }
  - { id: tunisia, name: Tunisia, adjective: Tunisian, role: party }
  - { id: league, name: Harbour League, adjective: League, role: observer }
talks:
  - { id: ferry-sfax, name: "Sfax round, 2024", parties: [malta, tunisia, league] }
articles:
  - id: quay
    outlet: Quay Times
    language: en
    claims:
      - { id: q1, talks: ferry-sfax, slot: position, side: malta, paragraph: 1, says: { topic: fares, stance: wants, words: one fare for both routes } }
      - { id: q2, talks: ferry-sfax, slot: position, side: tunisia, paragraph: 2, says: { topic: berths, stance: offers, words: two berths in the new harbour } }
      - { id: q3, talks: ferry-sfax, slot: position, side: tunisia, paragraph: 3, says: { topic: fares, stance: refuses, words: any fare below cost } }
      - { id: q4, talks: ferry-sfax, slot: role, paragraph: 4, says: { party: league, as: observer } }
`;

it("answers an offer with an offer, and never with what a side wants or refuses", async () => {
  const seat = await newSeat();
  const done = await seat.call("facts import", { paste: FERRY, apply: "yes" });
  expect(done.text).toContain(", 0 refused.");
  const first = async (words: string): Promise<string> => (await seat.say(words, rea)).text.split("\n")[0] ?? "";
  expect(await first("what did the Tunisian side offer")).toContain("two berths");
  expect(await first("what does Tunisia refuse")).toContain("any fare below cost");
  expect(await first("what does Malta want")).toContain("one fare");
  expect(await first("what did Malta offer")).toBe("No exact answer");
  expect(await first("what was Malta's proposal")).toBe("No exact answer");
  expect(await first("what does Malta reject")).toBe("No exact answer");
  expect(await first("who observed the Sfax round")).toContain("Observer: Harbour League");
  expect(await first("who wanted one fare at the Sfax talks")).toContain("one fare");
});
