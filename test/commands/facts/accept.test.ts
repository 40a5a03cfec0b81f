import { expect, it } from "vitest";
import { ada, ben, cid, newSeat, type Came } from "#test/moderation.ts";
import { propose } from "#test/proposing.ts";

it("keeps the words of the text, and says in the trail who edited them", async () => {
  const seat = await newSeat();
  const third = await seat.press(await seat.press(await propose(seat), "¶2 ›"), "¶3 ›");
  const form = await seat.press(third, "Edit 5");
  expect(form.form?.fields.find((f) => f.name === "result")?.value).toBe("agreed to open a direct line");
  const edited = await seat.fill(form, { result: "the sides are to open a direct line" }, ben);
  expect(edited.text).toMatch(/Accepted 5 as f\d+\./u);
  const audit = await seat.told("facts audit", ada);
  expect(audit).toContain("edited, ¶3, by the rule outcome");
  expect(audit).toMatch(/Ben/u);
  const id = /as (f\d+)/u.exec(edited.text)?.[1] ?? "";
  expect(await seat.told(`facts history ${id}`)).toMatch(/Ben.*edited, ¶3, by the rule outcome/u);
});

it("says in the trail who edited what a contributor suggested", async () => {
  const seat = await newSeat();
  const second = await seat.press(await propose(seat, undefined, cid), "¶2 ›", cid);
  const edited = await seat.fill(await seat.press(second, "Edit 3", cid), { person: "new: Ida B. Ray" }, cid);
  const plain = await seat.press(edited, "Accept 4", cid);
  expect(plain.text).toContain("Suggested 4");
  const suggestion = /as (s\d+)/u.exec(edited.text)?.[1] ?? "";
  const approved = await seat.press(await seat.say("facts review", ada), `Approve ${suggestion}`, ada);
  const id = approved.reply?.facts[0]?.id ?? "";
  expect(await seat.told(`facts history ${id}`, ada)).toMatch(/Cid.*edited and suggested, ¶2, by the rule led/u);
  expect(await seat.told("facts audit", ada)).toContain("suggested as proposed, ¶2, by the rule duration");
});

it("adds what was missed, with article and paragraph filled in", async () => {
  const seat = await newSeat();
  const shown = await propose(seat);
  const asked = await seat.press(shown, "Missed one here");
  const form = await seat.fill(asked, { slot: "note" });
  expect(form.form?.fields.find((f) => f.name === "paragraph")?.value).toBe("1");
  const added = await seat.fill(form, { remark: "the delegations met" });
  expect(added.text).toMatch(/Accepted what was missed as f\d+\./u);
  expect(added.text).toContain("¶1 of 3");
});

/** The token of an article, from the buttons of its review. */
function tokenOf(shown: Came): string {
  const all = shown.reply?.blocks.flatMap((b) => (b.kind === "buttons" ? b.buttons : [])) ?? [];
  return all.map((b) => b.call.values["batch"]).find((token) => token !== undefined) ?? "";
}

it("takes nothing, and says so, where the text is not what it was when it was proposed", async () => {
  const seat = await newSeat();
  const shown = await propose(seat);
  const token = tokenOf(shown);
  const kept = (await seat.desk.stash.get(token)) ?? "";
  const changed = kept.replaceAll("met in Istanbul on Thursday", "met in Istanbul on Friday.. ");
  expect(changed).not.toBe(kept);
  await seat.desk.stash.keep(token, changed, seat.world.clock.now().add({ hours: 1 }));
  const before = await seat.told("facts audit", ada);
  for (const accept of ["1", "2"]) {
    const { refusal } = await seat.make({ path: ["facts", "proposals"], values: { batch: token, accept } }, ben);
    expect(refusal?.message).toBe("Paragraph 1 is not what it was when this was proposed.");
    expect(refusal?.hint).toBe("Propose the article again.");
  }
  const edited = { of: `${token}.2`, slot: "date", stated: "Friday", source: "The Gazette", paragraph: "1" };
  expect((await seat.call("facts accept", edited, ben)).refusal?.message).toContain("not what it was");
  const joins = await seat.make({ path: ["facts", "proposals"], values: { batch: token, accept: "joins" } }, ben);
  expect(joins.refusal?.message).toContain("not what it was");
  expect(await seat.told("facts audit", ada)).toBe(before);
  // What stands in the other paragraphs is taken as before.
  const led = await seat.make({ path: ["facts", "proposals"], values: { batch: token, accept: "3" } }, ben);
  expect(led.text).toContain("Accepted 3");
});
