import { expect, it } from "vitest";
import { paragraph, reply, text } from "#core/reply/reply.ts";
import { talksInSlack } from "./talks.ts";

const KEY = "abcdefghijklmnopqrstuv";

it("pings the user group that was chosen and nobody else, whatever a fact says", async () => {
  const { talks, slack } = await talksInSlack("socket");
  const ann = slack.user("ann");
  const channel = slack.channel("general");
  const hostile = reply("News.", [paragraph(text(`<!channel> @here <@${ann.id}> <!subteam^S99>`))]);
  await talks.post(
    { workspace: slack.home.id, channel: channel.id },
    { ...hostile, mention: { kind: "group", id: "S77" } },
    KEY,
  );
  const [post] = slack.messages("general");
  const blocks = JSON.stringify(post?.blocks);
  expect(blocks.match(/"type":"(?:usergroup|user|broadcast)"/gu)).toEqual(['"type":"usergroup"']);
  expect(blocks).toContain('"usergroup_id":"S77"');
});

it("subscribes the channel picked in the form, where the app may post, and says how to invite it where not", async () => {
  const { slack, host } = await talksInSlack("socket");
  const ada = slack.user("ada", { role: "admin" });
  const workspace = { platform: "slack", id: slack.home.id };
  const when = { every: "weekdays at 9am", timezone: "istanbul" };
  const form = await ada.slash("/talks", "digest subscribe").view();
  await ada.submit(form, { ...when, channel: slack.channel("general").id }).outcome();
  await expect
    .poll(() => host.digests(workspace).list())
    .toMatchObject([{ owner: ada.id, channel: slack.channel("general").id }]);
  const told = (): string => JSON.stringify(ada.sees("general"));
  await expect.poll(told).toContain("on weekdays at 09:00 (Europe/Istanbul)");
  await ada.slash("/talks", "digest subscribe C0NOSUCH1 every:daily timezone:utc").reply();
  await expect.poll(told).toContain("Type /invite @Talks there");
  expect(await host.digests(workspace).list()).toHaveLength(1);
});

it("begins with the asker's own time zone, and edits a digest in one form", async () => {
  const { slack, host } = await talksInSlack("socket");
  const ada = slack.user("ada", { role: "admin", timezone: "Asia/Tokyo" });
  const workspace = { platform: "slack", id: slack.home.id };
  const form = await ada.slash("/talks", "digest subscribe").view();
  await ada.submit(form, { every: "daily", channel: slack.channel("general").id }).outcome();
  await expect.poll(() => host.digests(workspace).list()).toMatchObject([{ rule: { timezone: "Asia/Tokyo" } }]);
  const listed = await ada.slash("/talks", "digest list").reply();
  const edit = await ada.click(listed, "Edit").view();
  expect(JSON.stringify(edit)).toContain("every day at 09:00");
  await ada.submit(edit, { every: "first monday at 10", tells: "state", topics: "how long" }).outcome();
  await expect
    .poll(() => host.digests(workspace).list())
    .toMatchObject([{ rule: { cron: "0 10 * * 1#1" }, wants: { form: "state", topics: { slots: ["duration"] } } }]);
});
