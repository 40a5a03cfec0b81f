import { expect, it } from "vitest";
import { newSeat, rea } from "#test/moderation.ts";

const pack = (
  id: string,
  city: string,
  hours: string,
): string => `negotiation: { id: ${id}, name: ${city} harbour talks }
parties:
  - { id: ${id}-north, name: ${city} North, adjective: Northern, role: party }
  - { id: ${id}-south, name: ${city} South, adjective: Southern, role: party }
talks:
  - { id: ${id}-one, name: "First round, ${city}", aliases: [first round], parties: [${id}-north, ${id}-south] }
articles:
  - id: ${id}-post
    outlet: ${city} Post
    language: en
    claims:
      - { id: ${id}1, talks: ${id}-one, slot: session, paragraph: 1, says: { what: the doors opened, at: at nine } }
      - { id: ${id}2, talks: ${id}-one, slot: session, paragraph: 2, says: { what: the two sides met over lunch, at: at noon } }
      - { id: ${id}3, talks: ${id}-one, slot: outcome, paragraph: 3, says: { result: it ended with a list of piers } }
      - { id: ${id}4, talks: ${id}-one, slot: duration, paragraph: 4, says: { stated: ${hours} } }
      - { id: ${id}5, talks: ${id}-one, slot: figure, paragraph: 5, says: { what: depth of the harbour, number: 14, unit: metres } }
`;

it("tells no hour for how a meeting ended, and no beginning for its end", async () => {
  const seat = await newSeat();
  expect(
    (await seat.call("facts import", { paste: pack("bergen", "Bergen", "three hours"), apply: "yes" })).text,
  ).toContain(", 0 refused.");
  const said = async (words: string): Promise<string> => (await seat.say(words, rea)).text;
  expect(await said("how did the Bergen round end")).toMatch(/^It ended with a list of piers/u);
  expect(await said("when did the doors open in the Bergen round")).toMatch(/^The doors opened \(at nine\)/u);
  // They met, and nothing says that lunch began so.
  for (const words of [
    "when did lunch start in the Bergen round",
    "what time did the Bergen round end",
    "when was the Bergen round over",
  ])
    expect(await said(words)).toMatch(/^No exact answer/u);
});

it("finds a height by how high, and a depth by how deep", async () => {
  const seat = await newSeat();
  await seat.call("facts import", { paste: pack("bergen", "Bergen", "three hours"), apply: "yes" });
  expect((await seat.say("how deep is the harbour", rea)).text).toMatch(/^Depth of the harbour: 14 metres/u);
});

it("asks whose talks are meant although only one answers yes", async () => {
  const seat = await newSeat();
  for (const [id, city, hours] of [
    ["bergen", "Bergen", "three hours"],
    ["oulu", "Oulu", "five hours"],
  ] as const)
    await seat.call("facts import", { paste: pack(id, city, hours), apply: "yes" });
  const which = await seat.say("did the first round last five hours", rea);
  expect(which.text).toContain("which one is meant?");
  expect(which.text).toMatch(/Bergen harbour talks: .*three hours/u);
  expect(which.text).toMatch(/Oulu harbour talks: .*five hours/u);
  expect((await seat.say("did the Bergen round last five hours", rea)).text).toMatch(/^No: three hours/u);
});
