import { beforeAll, expect, it } from "vitest";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { rea, World, type Seat } from "#test/moderation.ts";

const QUARRY = `negotiation: { id: quarry, name: Quarry talks }
parties:
  - { id: chile, name: Chile, adjective: Chilean, role: party }
  - { id: bolivia, name: Bolivia, adjective: Bolivian, role: party }
talks:
  - { id: quarry-one, name: "First round, Lima, 3 March 2024", order: 1, aliases: [first round], parties: [chile, bolivia] }
  - { id: quarry-two, name: "Second round, Quito, 5 May 2024", order: 2, aliases: [second round], parties: [chile, bolivia] }
people:
  - { id: rojas, name: Elena Rojas, party: chile }
places:
  - { id: lima, name: Lima, kind: city }
  - { id: quito, name: Quito, kind: city }
articles:
  - id: stone
    outlet: Stone Daily
    language: en
    claims:
      - { id: u1, talks: quarry-one, slot: venue, paragraph: 1, says: { city: Lima } }
      - { id: u2, talks: quarry-two, slot: venue, paragraph: 2, says: { city: Quito } }
      - { id: u3, talks: quarry-one, slot: duration, paragraph: 3, says: { stated: two hours } }
      - { id: u4, talks: quarry-two, slot: duration, paragraph: 4, says: { stated: five hours } }
      - { id: u5, talks: quarry-one, slot: led, side: chile, paragraph: 5, says: { person: Elena Rojas } }
      - { id: u6, talks: quarry-two, slot: led, side: chile, paragraph: 6, says: { person: Elena Rojas } }
      - { id: u7, talks: quarry-one, slot: date, paragraph: 7, says: { stated: 3 March 2024 } }
      - { id: u8, talks: quarry-two, slot: date, paragraph: 8, says: { stated: 5 and 6 May 2024 } }
      - { id: u9, talks: quarry-one, slot: background, paragraph: 9, says: { event: on 4 March 2024 the quarry was shut } }
`;

let seat: Seat;

beforeAll(async () => {
  seat = await (await World.open(EMPTY_LIBRARY)).seat();
  const done = await seat.call("facts import", { paste: QUARRY, apply: "yes" });
  expect(done.text).toContain(", 0 refused.");
});

it.each([
  ["were both rounds in Lima", /^No\. /u],
  ["was the second round in Quito", /^Yes\. /u],
  ["was the second round in Lima", /^No: Quito\./u],
  ["did Rojas lead the Chilean side in both rounds", /^Yes\. /u],
  ["was the first round on 3 March", /^Yes\. /u],
  ["was the first round on 4 March", /^No: 3 March 2024\./u],
  ["was the second round in August", /^No: 5 and 6 May 2024\./u],
])("says yes or no of each: %s", async (line, answer) => {
  expect((await seat.say(line, rea)).text).toMatch(answer);
});

it.each([
  ["which round was the longest", /^Second round.*five hours.*First round/u],
  ["which was shorter, Lima or Quito", /^First round.*two hours.*Second round/u],
  ["compare the first and second rounds: how long", /two hours.*five hours/u],
  ["compare both rounds", /side by side/u],
])("tells both: %s", async (line, answer) => {
  const [first = ""] = (await seat.say(line, rea)).text.split("\n");
  expect(first).toMatch(answer);
});
