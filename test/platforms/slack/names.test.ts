import { expect, it } from "vitest";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { FIRST_ROUND } from "#test/first-round.ts";
import { shown, talksInSlack } from "./talks.ts";

it("renames, retires and restores names of a first round, and answers by what they are", async () => {
  const { slack } = await talksInSlack("socket", { library: EMPTY_LIBRARY });
  const ada = slack.user("ada", { role: "admin" });
  const said = async (line: string) => shown(await ada.slash("/talks", line).reply());
  for (const line of FIRST_ROUND.slice(0, 15)) await said(line);
  for (const [kind, name, called] of [
    ["talks", "First round, Muscat", "Opening round"],
    ["negotiation", "Iran–U.S. nuclear talks", "Nuclear talks"],
    ["party", "Oman", "Sultanate"],
    ["person", "Steve Witkoff", "Steven C. Witkoff"],
    ["place", "Muscat", "Muscat City"],
  ])
    expect(await said(`facts ${kind} edit "${name}" called:"${called}"`)).toContain(`Changed: ${called}`);
  const merge = await ada.slash("/talks", 'facts merge "Esmaeil Baghaei" into:"Abbas Araghchi"').view();
  expect(JSON.stringify(merge)).toContain("go to Abbas Araghchi");
  expect((await ada.submit(merge, {}).outcome()).end).toBe("closed");
  await expect.poll(() => ada.sees("general").map(shown).join("\n")).toContain("Merged into: Abbas Araghchi");
  expect(await said("facts undo")).toContain("Taken back");
  expect(await said("who led the us side")).toMatch(/Steven C\. Witkoff led the U\.S\. side \(Opening round\)/u);

  expect(await said('facts talks retire "Opening round" reason:"called off"')).toContain("left the answers");
  expect(await said("who led")).not.toContain("Witkoff");
  expect(await said('facts talks restore "Opening round"')).toContain("Brought back: Opening round");
  expect(await said("who led")).toContain("Steven C. Witkoff");
  expect(await said('facts focus "Nuclear talks"')).toContain("Nuclear talks");
});
