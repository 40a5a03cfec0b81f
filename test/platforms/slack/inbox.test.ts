import { expect, it } from "vitest";
import { decisionNotices, suggestionNews } from "#core/outbox/decided.ts";
import { suggestionPost } from "#core/outbox/inbox-posts.ts";
import { reply } from "#core/reply/reply.ts";
import { shown, talksInSlack } from "./talks.ts";

const NONE = reply("There is no suggestion.", []);

it("posts a suggestion with buttons that only moderators can use, says what was decided, and tells the suggester", async () => {
  const { slack, host, talks } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const cid = slack.user("cid");
  await cid.slash("/talks", 'suggest note remark:"a hotline opens" source:TASS paragraph:1').reply();
  const workspace = { platform: "slack", id: slack.home.id };
  const snapshot = async () => (await host.desk(workspace)).snapshot();
  const posted = await talks.post(
    { workspace: workspace.id, channel: slack.channel("general").id },
    suggestionPost("s1", await snapshot()) ?? NONE,
    "abcdefghijklmnopqrstuv",
  );
  if (posted.kind !== "posted") throw new Error(posted.kind);
  const find = () => {
    const found = slack.messages("general").find((m) => m.ts === posted.posting.message);
    if (found === undefined) throw new Error("no post");
    return found;
  };
  expect(shown(find())).toContain("A hotline opens.");
  expect(shown(await cid.click(find(), "Approve s1").reply())).toContain("is for moderators");
  expect(shown(await ada.click(find(), "Approve s1").reply())).toContain("Approved and added");
  await talks.edit(posted.posting, suggestionPost("s1", await snapshot()) ?? NONE);
  expect(shown(find())).toContain("ada approved it.");
  expect(JSON.stringify(find())).not.toContain("Approve s1");
  const now = await snapshot();
  const [notice] = decisionNotices(suggestionNews(now, 0, Temporal.Now.instant()), now, []);
  const target = notice?.target;
  if (target?.kind !== "person" || notice?.payload === undefined) throw new Error("no notice");
  expect(target).toEqual({ kind: "person", workspace: workspace.id, user: cid.id });
  expect((await talks.tell(target.workspace, target.user, notice.payload.reply, "abc")).kind).toBe("posted");
});
