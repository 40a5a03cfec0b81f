import { describe, expect, it } from "vitest";
import { MODES, shown, talksInSlack } from "./talks.ts";

const QUESTION = "did they agree on flights";
const NOTES = "Diplomatic notes were exchanged";
const NEAR = "The desk holds nothing about “flights”.";

describe.each(MODES)("over %s", (mode) => {
  it("learns from what people press of a mention's and a direct message's answer, once a moderator approves", async () => {
    const { slack, desks } = await talksInSlack(mode);
    const ada = slack.user("ada", { role: "admin" });
    const ann = slack.user("ann");
    for (const near of [await ann.mention("general", QUESTION).reply(), await ann.dm(QUESTION).reply()]) {
      expect(shown(near)).toContain(NEAR);
      expect(shown(await ann.click(near, "Outcomes: Diplomatic notes were…").reply())).toContain(NOTES);
    }
    expect(shown(await ann.slash("/talks", `ask ${QUESTION}`).reply())).toContain(NEAR);

    const seen = await ada.slash("/talks", "facts misses").reply();
    expect(shown(seen)).toMatch(/2× .*flights/u);
    const done = await ada.click(seen, "Approve: flights → Diplomatic notes…").reply();
    expect(shown(done)).toContain("Words that ask for apr-outcome-notes-tass");
    expect(shown(await ann.mention("general", QUESTION).reply())).toContain(NOTES);

    await ada.click(done, "Undo").reply();
    expect(shown(await ann.dm(QUESTION).reply())).toContain(NEAR);
    const other = await desks.open({ platform: "slack", id: "T0OTHER" });
    expect(await other.picks(9)).toEqual([]);
  });

  it("learns from a name pressed in place of one that it does not know, whatever is in it", async () => {
    const { slack } = await talksInSlack(mode);
    const ann = slack.user("ann");
    const near = await ann.mention("general", 'who "Darchyeff |&=%"').reply();
    expect(shown(await ann.click(near, "Alexander Darchiev").reply())).toContain("Darchiev");
    const ada = slack.user("ada", { role: "admin" });
    expect(shown(await ada.slash("/talks", "facts misses").reply())).toContain("people/darchiev/darchyeff");
  });

  it("takes typed words for its buttons", async () => {
    const { slack } = await talksInSlack(mode);
    const ada = slack.user("ada", { role: "admin" });
    await ada.slash("/talks", `ask ${QUESTION} meant:apr-outcome-notes-tass`).reply();
    await ada.slash("/talks", "facts misses approve:flights").reply();
    expect(shown(await ada.slash("/talks", `ask ${QUESTION}`).reply())).toContain(NOTES);
  });
});
