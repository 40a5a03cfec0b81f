import { expect, it } from "vitest";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { wordsIn } from "#core/lookup/words-in.ts";
import { World } from "#test/moderation.ts";

async function desk() {
  const seat = await (await World.open(EMPTY_LIBRARY)).seat();
  const round = { called: "First round, Muscat", negotiation: "new: Iran–U.S. talks", parties: "Iran, United States" };
  await seat.call("desk talks-add", round);
  const led = { slot: "led", side: "Iran", person: "new: Abbas Araghchi", source: "new: The Gazette", paragraph: "2" };
  await seat.call("facts add", led);
  return seat;
}

it("hears lower-case letters that stand for a party, and names nobody of another one", async () => {
  const seat = await desk();
  for (const asked of ["who led the us side", "who led the u.s. side", "who led for the us"]) {
    const { text } = await seat.call("talks ask", { question: asked });
    expect(text).not.toMatch(/^.*led the Iranian side/u);
  }
});

it.each(["US", "us", "U.S.", "u.s.a.", "USA", "American"])(
  "takes %s for the party on a path that writes",
  async (side) => {
    const seat = await desk();
    const led = { slot: "led", side, person: "new: Steve Witkoff", source: "The Gazette", paragraph: "3" };
    expect((await seat.call("facts add", led)).text).toContain("Steve Witkoff led the U.S. side.");
  },
);

it.each([
  ["who led the us side", "who led the usa side"],
  ["us and russia", "usa and russia"],
  ["did us lead", "did usa lead"],
  ["tell us who led", "tell us who led"],
  ["what is in it for us?", "what is in it for us"],
  ["what did iran give us", "what did iran give us"],
])("reads %s as %s", (asked, words) => {
  expect(wordsIn(asked).join(" ")).toBe(words);
});
