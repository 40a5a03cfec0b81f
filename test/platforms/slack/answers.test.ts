import { describe, expect, it } from "vitest";
import { MODES, shown, talksInSlack } from "./talks.ts";

describe.each(MODES)("over %s", (mode) => {
  it("answers who-led privately, with its sources and a button to share it", async () => {
    const { slack } = await talksInSlack(mode);
    const ann = slack.user("ann");
    const answer = await ann.slash("/talks", "who-led side:us").reply();
    expect(answer.visibleTo).toBe(ann.id);
    expect(shown(answer)).toContain("Sonata Coulter");
    expect(shown(answer)).toMatch(/TASS .*note \d/u);
    expect(answer.text).not.toBe("");
  });

  it("shares for everyone, naming who asked, and tells the host which facts everyone now sees", async () => {
    const { slack, shown: remembered } = await talksInSlack(mode);
    const ann = slack.user("ann");
    const alone = await ann.slash("/talks", "who-led").reply();
    expect(remembered).toEqual([]);
    const all = await ann.click(alone, "Share").reply({ matching: (m) => m.visibleTo === undefined });
    expect(all.visibleTo).toBeUndefined();
    expect(shown(all)).toContain("Asked by ann");
    await expect.poll(() => remembered).toMatchObject([{ platform: "slack", posting: { message: all.ts } }]);
    const told = () => ann.sees("general").filter((m) => m.visibleTo === ann.id);
    await expect.poll(() => told().map(shown).join()).toContain("Shared. Everybody in this channel can read it.");
  });

  it("posts at once with --public, but keeps a refusal private", async () => {
    const { slack } = await talksInSlack(mode);
    const ann = slack.user("ann");
    expect((await ann.slash("/talks", "where --public").reply()).visibleTo).toBeUndefined();
    expect((await ann.slash("/talks", "who nobody-known --public").reply()).visibleTo).toBe(ann.id);
  });

  it("answers a mention in its thread, for everyone there, and a direct message without one", async () => {
    const { slack } = await talksInSlack(mode);
    const ann = slack.user("ann");
    const thread = await ann.mention("general", "who led the russian side?").reply();
    expect(shown(thread)).toContain("Alexander Darchiev");
    expect(thread.visibleTo).toBeUndefined();
    expect(thread.threadTs).toBeDefined();
    const direct = await ann.dm("how long did they meet").reply();
    expect(shown(direct)).toMatch(/hours/u);
  });

  it("goes on from what the same person asked in the thread, and in a direct message", async () => {
    const { slack } = await talksInSlack(mode);
    const [ann, ben] = [slack.user("ann"), slack.user("ben")];
    const root = await ann.mention("general", "who led the russian side?").reply();
    const thread = { thread: root.threadTs ?? "" };
    const next = shown(await ann.mention("general", "and in February?", thread).reply());
    expect(next).toContain("Taken from before: “who led the russian side”");
    expect(next).toContain("Alexander Darchiev led the Russian side (First round, Istanbul, February 2025).");
    expect(shown(await ben.mention("general", "and in February?", thread).reply())).not.toContain("Taken from before");
    await ann.dm("when was the first round").reply();
    expect(shown(await ann.dm("source?").reply())).toContain("Meduza");
    const why = shown(await ann.dm("why").reply());
    expect(why).toContain("Why: First round");
    expect(shown(await ann.slash("/talks", "why").reply())).toContain("Why: Second round");
  });

  it("answers an event that is delivered twice once", async () => {
    const { slack } = await talksInSlack(mode);
    const ann = slack.user("ann");
    slack.deliverTwice();
    const gesture = ann.mention("general", "where was it?");
    await gesture.reply();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(gesture.replies()).toHaveLength(1);
  });

  it("does once what a mention asks for, however often its message is edited afterwards (G10)", async () => {
    const { slack } = await talksInSlack(mode);
    const ada = slack.user("ada", { role: "admin" });
    for (const remark of ["first remark here", "second remark here"])
      await ada.slash("/talks", `facts add note remark:"${remark}" source:"new: Edit Post" paragraph:1`).reply();
    await ada.mention("general", "facts undo").reply();
    const asked = slack.messages("general").find((m) => m.userId === ada.id);
    if (asked === undefined) throw new Error("the mention is not there");
    for (const text of ["facts undo ", "please facts undo"]) await ada.editMention(asked, text).acknowledged;
    const held = shown(await ada.slash("/talks", 'sources "Edit Post"').reply());
    expect(held).toContain("First remark here");
    expect(held).not.toContain("Second remark here");
  });

  it("turns the pages of a long answer in place", async () => {
    const { slack } = await talksInSlack(mode);
    const ann = slack.user("ann");
    const first = await ann.slash("/talks", "sources ln24SA").reply();
    expect(shown(first)).toMatch(/Page 1 of \d/u);
    const next = await ann.click(first, "Next ▶").reply();
    expect(next.ts).toBe(first.ts);
    expect(shown(next)).toMatch(/Page 2 of \d/u);
  });

  it("draws a table as a table", async () => {
    const { slack } = await talksInSlack(mode);
    const answer = await slack.user("ann").slash("/talks", "properties").reply();
    expect(JSON.stringify(answer.blocks)).toContain('"type":"table"');
  });

  it("says nothing typed is help, and what is not understood is said", async () => {
    const { slack } = await talksInSlack(mode);
    const ann = slack.user("ann");
    expect(shown(await ann.slash("/talks", "").reply())).toContain("who-led");
    expect(shown(await ann.slash("/talks", "who-ledd").reply())).toContain("Did you mean /talks who-led");
  });
});
