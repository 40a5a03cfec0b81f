import { expect, it } from "vitest";
import { shown, talksInSlack } from "./talks.ts";

it.each([
  ["primary owner", "History of apr-led-us"],
  ["owner", "History of apr-led-us"],
  ["admin", "History of apr-led-us"],
  ["member", "is for moderators. You are a contributor here"],
  ["guest", "is for moderators. You are a reader here"],
  ["single-channel guest", "is for moderators. You are a reader here"],
] as const)("takes a %s for what they may do", async (role, expected) => {
  const { slack } = await talksInSlack();
  const who = slack.user("who", { role, channels: ["general"] });
  expect(shown(await who.slash("/talks", "facts history apr-led-us").reply())).toContain(expected);
});

it("takes named users and members of named groups for moderators, and those taken out no longer", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const mod = slack.user("mod");
  expect(shown(await ada.slash("/talks", `facts roles add @mod`).reply())).toContain("user");
  const history = await mod.slash("/talks", "facts history apr-led-us").reply();
  expect(shown(history)).toContain("History of apr-led-us");
  const form = await mod.click(history, "Correct").view();
  await ada.slash("/talks", "facts roles remove @mod").reply();
  const sent = mod.submit(form);
  await sent.outcome();
  await expect.poll(() => mod.sees("general").map(shown).join("\n")).toContain("is for moderators");
  expect(shown(await mod.click(history, "Correct").reply())).toContain("is for moderators");
});

it("takes members of a named user group for moderators", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const mod = slack.user("mod");
  const group = slack.group("editors", [mod]);
  await ada.slash("/talks", `facts roles add group:${group.id}`).reply();
  expect(shown(await mod.slash("/talks", "facts history apr-led-us").reply())).toContain("History of apr-led-us");
});

it("lets people read and no more while Slack does not say who they are", async () => {
  const { slack } = await talksInSlack("socket", { disturbed: true });
  const ada = slack.user("ada", { role: "admin" });
  slack.faults.next("users.info", { error: "internal_error", times: 20 });
  expect(shown(await ada.slash("/talks", "where").reply())).toContain("Istanbul");
  expect(shown(await ada.slash("/talks", "facts audit").reply())).toContain(
    "Slack does not say at the moment who you are",
  );
});

it("tells a permission that Slack took away as Slack's, and what to do", async () => {
  const { slack, incidents, lines } = await talksInSlack("socket", { disturbed: true });
  const ada = slack.user("ada", { role: "admin" });
  const alone = await ada.slash("/talks", "where").reply();
  slack.faults.next("chat.postMessage", { error: "missing_scope" });
  const told = await ada.click(alone, "Share").reply({ matching: (m) => m.visibleTo === ada.id });
  expect(shown(told)).toContain("Slack took a permission away that Talks needs");
  expect(lines.join("\n")).toContain("npm run slack:manifest");
  expect(incidents).toEqual([]);
});

it("shows nothing of one workspace's desk in another", async () => {
  const { slack, desks, host } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const added = await ada
    .slash("/talks", 'facts add note remark:"a hotline opens" source:"new: The Gazette" paragraph:1')
    .reply();
  expect(shown(added)).toContain("hotline opens");
  const other = await desks.open({ platform: "slack", id: "T0OTHER" });
  expect(JSON.stringify(await other.view())).not.toContain("hotline");
  expect(JSON.stringify(await host.library.view())).not.toContain("hotline");
});

it("lets a workspace's digests go on when it took the app back while Talks was not running", async () => {
  const { slack, back } = await talksInSlack("socket");
  expect(back).toEqual([[{ platform: "slack", id: slack.home.id }]]);
});
