import { WebClient } from "@slack/web-api";
import { describe, expect, test } from "vitest";
import { silent } from "./bolt-app.ts";
import { USUAL_SCOPES } from "./options.ts";
import { alone, call } from "./running.ts";

describe("conversations", () => {
  test("can be opened, joined, read by thread, and linked to", async () => {
    const slack = await alone({ scopes: [...USUAL_SCOPES, "channels:join"] });
    const ann = slack.user("ann");
    const elsewhere = slack.channel("elsewhere", { app: false });
    const root = ann.say("who led?", { channel: elsewhere });
    expect((await call(slack, "conversations.history", { channel: elsewhere.id }))["error"]).toBe("not_in_channel");
    expect((await call(slack, "conversations.join", { channel: elsewhere.id }))["ok"]).toBe(true);
    await call(slack, "chat.postMessage", { channel: elsewhere.id, thread_ts: root.ts, text: "in the thread" });
    const { messages } = await call(slack, "conversations.replies", { channel: elsewhere.id, ts: root.ts });
    expect((messages as { text: string }[]).map(({ text }) => text)).toEqual(["who led?", "in the thread"]);
    expect((await call(slack, "conversations.history", { channel: elsewhere.id }))["messages"]).toHaveLength(1);
    expect((await call(slack, "conversations.members", { channel: elsewhere.id }))["members"]).toContain(ann.id);
    const { permalink } = await call(slack, "chat.getPermalink", { channel: elsewhere.id, message_ts: root.ts });
    expect(permalink).toBe(`https://talks-hq.slack.com/archives/${elsewhere.id}/p${root.ts.replace(".", "")}`);
    const opened = (await call(slack, "conversations.open", { users: ann.id }))["channel"] as { id: string };
    expect((await call(slack, "chat.postMessage", { channel: ann.id, text: "direct" }))["channel"]).toBe(opened.id);
    expect((await call(slack, "team.info", {}))["team"]).toMatchObject({ name: "Talks HQ", domain: "talks-hq" });
    expect(slack.violations).toEqual([]);
  });

  test("an update with a text alone takes the blocks away, one with neither is refused", async () => {
    const slack = await alone();
    const channel = slack.channel("general").id;
    const blocks = [{ type: "section", text: { type: "plain_text", text: "body" } }];
    const { ts } = await call(slack, "chat.postMessage", { channel, text: "was", blocks });
    await call(slack, "chat.update", { channel, ts, text: "now", blocks });
    expect(slack.messages("general")[0]).toMatchObject({ text: "now", blocks });
    await call(slack, "chat.update", { channel, ts, text: "bare" });
    expect(slack.messages("general")[0]).toMatchObject({ text: "bare", blocks: [] });
    expect((await call(slack, "chat.update", { channel, ts }))["error"]).toBe("no_text");
  });

  test("an ephemeral message goes to someone in the channel, and cannot be changed", async () => {
    const slack = await alone();
    const ann = slack.user("ann");
    const channel = slack.channel("general").id;
    const { message_ts: ts } = await call(slack, "chat.postEphemeral", { channel, user: ann.id, text: "for you" });
    expect(ann.sees("general").map(({ text }) => text)).toEqual(["for you"]);
    expect((await call(slack, "chat.update", { channel, ts, text: "x" }))["error"]).toBe("message_not_found");
    expect((await call(slack, "chat.postEphemeral", { channel, user: "U404", text: "x" }))["error"]).toBe(
      "user_not_in_channel",
    );
    expect((await call(slack, "conversations.history", { channel }))["messages"]).toEqual([]);
  });
});

describe("lists", () => {
  test("come in pages, and a made-up cursor is refused", async () => {
    const slack = await alone();
    for (let number = 1; number <= 6; number += 1) slack.channel(`room-${number}`);
    const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, logger: silent });
    const names: (string | undefined)[] = [];
    for await (const page of client.paginate("conversations.list", { limit: 3 })) {
      names.push(...((page as { channels?: { name?: string }[] }).channels ?? []).map(({ name }) => name));
    }
    expect(names).toEqual(["general", "room-1", "room-2", "room-3", "room-4", "room-5", "room-6"]);
    expect((await call(slack, "users.list", { cursor: "bogus" }))["error"]).toBe("invalid_cursor");
  });

  test("say who is who", async () => {
    const slack = await alone();
    const owner = slack.user("olga", { role: "owner" });
    const guest = slack.user("gus", { role: "guest", channels: ["general"] });
    const eve = slack.workspace("Partner").user("eve");
    slack.channel("general").members.add(eve.id);
    const user = async (id: string): Promise<unknown> => (await call(slack, "users.info", { user: id }))["user"];
    expect(await user(owner.id)).toMatchObject({ is_owner: true, is_admin: true, is_restricted: false });
    expect(await user(guest.id)).toMatchObject({ is_admin: false, is_restricted: true, is_ultra_restricted: false });
    expect(await user(eve.id)).toMatchObject({ is_stranger: true, team_id: eve.person.teamId });
    const group = slack.group("desk", [owner]);
    expect((await call(slack, "usergroups.users.list", { usergroup: group.id }))["users"]).toEqual([owner.id]);
    group.disabled = true;
    expect((await call(slack, "usergroups.users.list", { usergroup: group.id }))["error"]).toBe("no_such_subteam");
  });
});
