import { expect, it } from "vitest";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { FIRST_ROUND, HELD, held, NOTHING } from "#test/first-round.ts";
import { shown, talksInSlack } from "./talks.ts";

it("brings in a first round by one line a name and a fact, and takes all of it back", async () => {
  const { slack, desks } = await talksInSlack("socket", { library: EMPTY_LIBRARY });
  const ada = slack.user("ada", { role: "admin" });
  const said = async (line: string) => shown(await ada.slash("/talks", line).reply());
  for (const line of FIRST_ROUND)
    expect([line, await said(line)]).toEqual([line, expect.stringMatching(/^(?:Added|Joined|Set here)/u)]);
  const desk = await desks.open({ platform: "slack", id: slack.home.id });
  expect(held(await desk.view())).toEqual(HELD);
  expect(await said("who led the iranian side")).toContain("Abbas Araghchi");
  for (const line of FIRST_ROUND)
    expect([line, await said("facts undo")]).toEqual([line, expect.stringContaining("Taken back")]);
  expect(held(await desk.view())).toEqual(NOTHING);
});
