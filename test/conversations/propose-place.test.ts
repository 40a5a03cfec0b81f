import { describe, expect, it } from "vitest";
import { ada, ann, ben, newSeat, type Came, type Seat } from "#test/moderation.ts";
import { ARTICLE, propose } from "#test/proposing.ts";

const round = (shown: Came) => shown.form?.fields.find((f) => f.name === "talks");

describe("the round of an article is picked by a person", () => {
  it.each([
    ["a file with its article", { file: ARTICLE, source: "The Gazette" }],
    ["a file alone", { file: ARTICLE }],
  ])("of %s", async (_, values) => {
    const seat = await newSeat();
    const asked = await seat.call("facts propose", values);
    expect(round(asked)).toMatchObject({ type: "choice", required: true, value: "" });
    // The newest first.
    expect(round(asked)?.choices?.map((c) => c.value)).toEqual(["istanbul-april", "istanbul-february"]);
    const shown = await seat.fill(asked, { source: "The Gazette", talks: "istanbul-february" });
    expect(shown.text).toContain("First round, Istanbul, February 2025");
  });

  it("in the form for a text, before the text", async () => {
    const seat = await newSeat();
    const form = await seat.call("facts propose");
    expect(form.form?.fields.map((f) => [f.name, f.required])).toEqual([
      ["source", true],
      ["talks", true],
      ["text", false],
      ["file", false],
    ]);
    // Where a platform lets it stay empty, the text is not lost.
    const asked = await seat.fill(form, { text: ARTICLE });
    const shown = await seat.fill(asked, { source: "The Gazette", talks: "istanbul-february" });
    expect(shown.text).toContain("¶1 of 3");
  });

  it("also of a desk that has one round", async () => {
    const seat = await newSeat();
    await seat.told("desk talks-retire name:first");
    const asked = await seat.call("facts propose", { file: ARTICLE, source: "The Gazette" });
    expect(round(asked)?.value).toBe("istanbul-april");
    expect((await seat.fill(asked)).text).toContain("Second round");
  });

  it("and a round that the desk does not know loses no text", async () => {
    const seat = await newSeat();
    const refused = await seat.call("facts propose", { file: ARTICLE, source: "The Gazette", talks: "geneva" });
    const form = await seat.press(refused, "Change");
    expect(form.form?.fields.map((f) => f.name)).toEqual(["source", "talks"]);
    expect((await seat.fill(form, { talks: "istanbul-april" })).text).toContain("¶1 of 3");
    expect((await seat.press(refused, "First round")).text).toContain("¶1 of 3");
  });
});

describe("an article whose place is gone meanwhile", () => {
  const begun = async (seat: Seat): Promise<Came> => seat.press(await propose(seat), "Accept 1");

  it("goes on under the name that its round has now", async () => {
    const seat = await newSeat();
    const shown = await begun(seat);
    await seat.told('desk talks-edit name:second called:"Spring round"');
    const on = await seat.press(shown, "Accept 2");
    expect(on.text).toContain("The Gazette · Spring round");
    expect(on.text).toContain("Accepted 2");
  });

  it("asks which round it is, once, and does what was pressed", async () => {
    const seat = await newSeat();
    const shown = await begun(seat);
    await seat.told("desk talks-retire name:second");
    const asked = await seat.press(shown, "Accept 2", ben);
    expect(asked.form?.note).toMatch(/^The desk no longer holds the round “Second round, Istanbul, April 2025”\./u);
    expect(asked.form?.fields.map((f) => [f.name, f.value])).toEqual([
      ["source", "The Gazette"],
      ["talks", "istanbul-february"],
      ["title", "Two delegations meet"],
    ]);
    const on = await seat.fill(asked, {}, ben);
    expect(on.text).toContain("First round, Istanbul, February 2025");
    expect(on.text).toContain("Accepted 2");
    expect((await seat.press(on, "Stop here", ann)).text).toContain("2 accepted and 3 still to look at");
  });

  it("goes on with the round that its round was merged into", async () => {
    const seat = await newSeat();
    const shown = await begun(seat);
    await seat.fill(await seat.say("desk merge name:second into:first"));
    const on = await seat.press(shown, "Accept 2");
    expect(on.text).toContain("The Gazette · First round, Istanbul, February 2025");
    expect(on.text).toContain("Accepted 2");
  });

  it("asks which article it is where the library that held it is switched off", async () => {
    const seat = await newSeat();
    await seat.told('desk talks-add called:"Third round" negotiation:"Nile talks" parties:"Egypt, Ethiopia"');
    const asked = await seat.call("facts propose", { file: ARTICLE, source: "tass", talks: "Third round" });
    await seat.told("desk library off", ada);
    const again = await seat.press(asked, "Accept 1");
    expect(again.form?.note).toMatch(/^The desk no longer holds the article “tass”\./u);
    const on = await seat.fill(again, { source: "new: The Gazette" });
    expect(on.text).toContain("Accepted 1 as f");
  });

  it("asks for it of an article that was kept before anybody had to say it", async () => {
    const seat = await newSeat();
    const shown = await propose(seat);
    const [accept] = shown.reply?.blocks.flatMap((b) => (b.kind === "buttons" ? b.buttons : [])) ?? [];
    const token = accept?.call.values["batch"] ?? "";
    const { until: _, ...kept } = JSON.parse((await seat.desk.stash.get(token)) ?? "") as Record<string, unknown>;
    const old = await seat.desk.stash.put(JSON.stringify({ ...kept, source: "", talks: "" }));
    const asked = await seat.call("facts proposals", { batch: old, accept: "1" });
    expect(asked.form?.note).toBeUndefined();
    const on = await seat.fill(asked, { source: "The Gazette", talks: "istanbul-april" });
    expect(on.text).toContain("Accepted 1");
  });

  it("takes everything back also once the text is forgotten", async () => {
    const seat = await newSeat();
    const second = await seat.press(await propose(seat), "¶2 ›");
    const shown = await seat.press(second, "Accept 3");
    seat.world.pass({ hours: 25 });
    const gone = await seat.press(shown, "Accept 4");
    expect(gone.refusal?.message).toContain("no longer kept");
    const back = await seat.press(gone, "Take all of it back");
    expect(back.text).toContain("Taken back: 1 decision.");
    expect(await seat.told("who-led talks:second side:russia")).not.toContain("Ida Ray");
    expect((await seat.press(shown, "Accept 4")).refusal?.buttons).toEqual([]);
  });

  it("is forgotten a day after it came, whenever its place was said", async () => {
    const seat = await newSeat();
    const asked = await seat.call("facts propose", { file: ARTICLE, source: "The Gazette" });
    seat.world.pass({ hours: 23 });
    const shown = await seat.fill(asked, { talks: "istanbul-april" });
    seat.world.pass({ hours: 2 });
    expect((await seat.press(shown, "Accept 1")).refusal?.message).toContain("no longer kept");
  });
});
