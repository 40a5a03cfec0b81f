import { expect, it } from "vitest";
import { scopesOf } from "#platforms/slack/manifest.ts";
import { shown, talksInSlack } from "./talks.ts";

const FILE = { name: "facts.csv", content: "talks,slot,source,paragraph,remark\nsecond,note,TASS,1,it rained\n" };

it("imports the file of a message: first it checks, then it imports all", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const said = ada.say("here they are", { files: [FILE] });
  const checked = await ada.messageShortcut("import-facts", said).reply();
  expect(shown(checked)).toContain("Dry run: nothing was changed yet");
  expect(checked.visibleTo).toBe(ada.id);
  const imported = await ada.click(checked, "Import all 1").reply();
  expect(shown(imported)).toContain("Imported");
  expect(shown(await ada.slash("/talks", "facts audit").reply())).toContain("1 change");
});

it("imports the words of a message that has no file, fences and all", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const said = ada.say(`\`\`\`\n${FILE.content}\`\`\``);
  expect(shown(await ada.messageShortcut("import-facts", said).reply())).toContain("1 new fact");
});

it.each([
  ["two files", [FILE, { ...FILE, name: "more.csv" }], "That message has 2 files: facts.csv, more.csv."],
  ["a file over the limit", [{ name: "huge.csv", content: "x".repeat(4_000_001) }], "huge.csv has 4000001 bytes."],
  ["an empty file", [{ name: "empty.csv", content: "" }], "That file is empty."],
])("refuses %s and says why", async (_what, files, why) => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  expect(shown(await ada.messageShortcut("import-facts", ada.say("files", { files })).reply())).toContain(why);
});

it("says that a file cannot be fetched where the app may not read files", async () => {
  const { slack } = await talksInSlack("socket", {
    scopes: scopesOf(undefined).filter((scope) => scope !== "files:read"),
  });
  const ada = slack.user("ada", { role: "admin" });
  const reply = await ada.messageShortcut("import-facts", ada.say("file", { files: [FILE] })).reply();
  expect(shown(reply)).toContain("facts.csv could not be fetched.");
});

it("imports nothing for a reader", async () => {
  const { slack } = await talksInSlack();
  slack.user("ada", { role: "admin" });
  const eve = slack.user("eve");
  const reply = await eve.messageShortcut("import-facts", eve.say("file", { files: [FILE] })).reply();
  expect(shown(reply)).toContain("moderator");
});
