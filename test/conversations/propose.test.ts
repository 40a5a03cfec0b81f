import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { library } from "#test/desk.ts";
import { ann, ben, cid, newSeat, rea, World } from "#test/moderation.ts";
import { ARTICLE, labels, propose, SEED } from "#test/proposing.ts";

it("shows each paragraph with what it proposes in bold, and what the desk holds beside it", async () => {
  const seat = await newSeat();
  const first = await propose(seat);
  expect(first.text).toContain("The Gazette · Second round, Istanbul, April 2025 · ¶1 of 3");
  expect(first.text).toContain("Left out: headline, credit, prompt.");
  expect(first.text).toContain("Joins: The talks were held on Thursday");
  const bold = first.reply?.blocks.flatMap((b) =>
    b.kind === "paragraph" ? b.text.filter((i) => i.kind === "strong") : [],
  );
  expect(bold?.map((i) => i.text)).toEqual(expect.arrayContaining(["Istanbul", "Thursday"]));
  const second = await seat.press(first, "¶2 ›");
  expect(second.text).toMatch(/Differs from .*Darchiev/u);
  expect(second.text).toMatch(/How long · stated: nine hours\. Differs from /u);
});

it("accepts, joins, rejects, and takes all of the article back at once", async () => {
  const seat = await newSeat();
  const before = (await seat.told("who-led talks:second")).length;
  const joined = await seat.press(await propose(seat), "Accept the 2 that join");
  expect(joined.text).toContain("Accepted 2 proposals that join a fact.");
  expect(joined.text).toContain("¶2 of 3");
  const led = await seat.press(joined, "Accept 3");
  expect(led.text).toMatch(/^The Gazette.*\nAccepted 3 as f\d+\./u);
  expect(await seat.told("who-led talks:second side:russia")).toContain("Ida Ray");
  const rejected = await seat.press(led, "Reject 4");
  expect(rejected.text).toContain("¶3 of 3");
  const all = await seat.press(rejected, "Accept 5");
  expect(all.text).toContain("5 proposals in 3 paragraphs: 4 accepted, 1 rejected and 0 still to look at.");
  const back = await seat.press(all, "Take all of it back");
  expect(back.text).toContain("Taken back: 5 decisions.");
  expect((await seat.told("who-led talks:second")).length).toBe(before);
  expect((await seat.told("outcomes talks:second")).includes("direct line")).toBe(false);
});

it("goes on with another moderator, after a restart", async () => {
  const seat = await newSeat();
  const shown = await seat.press(await propose(seat), "Accept 1");
  const later = await World.open(library, seat.world.store, "2026-11-20T20:00:00Z");
  const other = await later.seat();
  const on = await other.press(shown, "Accept 2", ben);
  expect(on.text).toContain("Accepted 2");
  expect((await other.press(shown, "Accept 2", ann)).refusal?.message).toBe("Proposal 2 was already accepted.");
  expect((await seat.press(shown, "Stop here")).text).toContain("2 accepted and 3 still to look at");
});

it("asks once which article and which round it is", async () => {
  const seat = await newSeat();
  const asked = await seat.call("facts propose", { file: ARTICLE });
  expect(asked.form?.fields.map((f) => f.name)).toEqual(["source", "talks", "title"]);
  expect(asked.form?.fields.at(-1)?.value).toBe("Two delegations meet");
  const shown = await seat.fill(asked, { source: "The Gazette", talks: "second" });
  expect(shown.text).toContain("¶1 of 3");
  expect((await seat.press(shown, "Accept 1")).text).toContain("Accepted 1");
});

it("takes a pasted text in its form, paragraph by paragraph", async () => {
  const seat = await newSeat();
  const form = await seat.call("facts propose");
  expect(form.form?.fields.map((f) => f.name)).toEqual(["source", "talks", "text", "file"]);
  const shown = await seat.fill(form, {
    text: ARTICLE,
    source: "The Gazette",
    talks: "second",
  });
  expect(shown.text).toContain("¶1 of");
});

it("sends what a contributor takes to the queue, and counts the article once", async () => {
  const seat = await newSeat();
  const many = Array.from({ length: 14 }, (_, i) => `The sides agreed to open line number ${i + 1} at the port.`);
  let shown = await propose(seat, many.join("\n\n"), cid);
  for (let at = 1; at <= 14; at += 1) shown = await seat.press(shown, `Accept ${at}`, cid);
  expect(shown.text).toContain("14 suggested");
  expect((await seat.say("facts review", ann)).text).toContain("14 suggestion");
  expect((await propose(seat, ARTICLE, rea)).refusal?.kind).toBe("right");
});

it("takes an edited proposal with the words that were typed, and goes on in the text", async () => {
  const seat = await newSeat();
  const second = await seat.press(await propose(seat), "¶2 ›");
  const form = await seat.press(second, "Edit 3");
  expect(form.form?.title).toBe("Accept as edited");
  const edited = await seat.fill(form, { person: "new: Ida B. Ray" });
  expect(edited.text).toMatch(/Accepted 3 as f\d+/u);
  expect(await seat.told("who-led talks:second side:russia")).toContain("Ida B. Ray");
  // ¶1 still waits; the next one after ¶2 comes first.
  const on = await seat.press(edited, "Reject 4");
  expect(on.text).toContain("¶3 of 3");
  expect((await seat.press(on, "Stop here")).text).toContain(
    "1 edited and accepted, 1 rejected and 3 still to look at",
  );
});

it("adds what was missed, with the article and its paragraph", async () => {
  const seat = await newSeat();
  const second = await seat.press(await propose(seat), "¶2 ›");
  const which = await seat.press(second, "Missed one here");
  expect(which.form?.title).toBe("Add what was missed");
  const form = await seat.fill(which, { slot: "agenda" });
  expect(form.form?.fields.find((f) => f.name === "paragraph")?.value).toBe("2");
  const added = await seat.fill(form, { topic: "the fate of the library" });
  expect(added.text).toContain("¶2 of 3");
  expect(await seat.told("about agenda talks:second")).toContain("the fate of the library");
  const back = await seat.press(await seat.press(added, "Stop here"), "Take all of it back");
  expect(back.text).toContain("Taken back: 1 decision.");
  expect(await seat.told("about agenda talks:second")).not.toContain("the fate of the library");
});

it("forgets the text after a day, and keeps the facts", async () => {
  const seat = await newSeat();
  const shown = await seat.press(await seat.press(await propose(seat), "¶2 ›"), "Accept 3");
  const later = await World.open(library, seat.world.store, "2026-11-22T20:00:00Z");
  const other = await later.seat();
  for (const label of ["Accept 4", "¶3 ›", "Stop here"])
    expect((await other.press(shown, label, ben)).refusal).toMatchObject({
      kind: "state",
      message: "That article's text is no longer kept: a day has passed. Its facts stay.",
    });
  expect(await other.told("who-led talks:second side:russia")).toContain("Ida Ray");
});

it("lets a contributor edit, reject and take back what they suggested", async () => {
  const seat = await newSeat();
  const joined = await seat.press(await propose(seat, ARTICLE, cid), "Accept the 2 that join", cid);
  expect(joined.text).toContain("Suggested 2 proposals that join a fact.");
  const edited = await seat.fill(await seat.press(joined, "Edit 3", cid), { person: "new: Ida B. Ray" }, cid);
  expect(edited.text).toMatch(/Suggested 3 as s\d+/u);
  const on = await seat.press(edited, "Reject 4", cid);
  expect((await seat.say("facts review", ann)).text).toContain("3 suggestions");
  const back = await seat.press(await seat.press(on, "Stop here", cid), "Take all of it back", cid);
  expect(back.text).toContain("Taken back");
  expect((await seat.say("facts review", ann)).text).not.toContain("Ida B. Ray");
});

it.skipIf(!existsSync(SEED))("takes the sample's article to 25 facts within 40 presses", async () => {
  const seat = await newSeat();
  const article = readFileSync(SEED, "utf8");
  let presses = 1;
  let shown = await propose(seat, article);
  const press = async (label: string): Promise<void> => {
    presses += 1;
    shown = await seat.press(shown, label);
  };
  for (let n = 0; n < 60 && !/ 0 still to look at/u.test(shown.text); n += 1) {
    const all = labels(shown);
    const next = all.find((l) => /^Accept \d/u.test(l)) ?? all.find((l) => /^A spelling of|^New /u.test(l));
    if (next === undefined) break;
    await press(next);
  }
  expect(shown.text).toMatch(/25 accepted/u);
  expect(presses).toBeLessThanOrEqual(30);
});
