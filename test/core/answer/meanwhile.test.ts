import { expect, it } from "vitest";
import { ann, ben, entries, newSeat, refusalOf } from "#test/moderation.ts";

it("keeps a spelling that somebody else added while a form about the name was open", async () => {
  const seat = await newSeat();
  const open = await seat.say("desk edit coulter", ann);
  await seat.told('facts alias add coulter "S. B. Coulter"', ben);
  const sent = await seat.fill(open, { called: "Sonata B. Coulter" }, ann);
  expect(sent.text).toContain("S. B. Coulter");
  const { people } = await seat.desk.view();
  expect(people.get("coulter")?.aliases).toContain("S. B. Coulter");
  expect(people.name("coulter")).toBe("Sonata B. Coulter");
});

it("says what somebody else changed in the field that one changed too, and takes it when sent again", async () => {
  const seat = await newSeat();
  const open = await seat.say("desk edit coulter", ann);
  await seat.told('facts alias add coulter "S. B. Coulter"', ben);
  const also = `${entries(open)["also"] ?? ""}, Sonya Coulter`;
  const back = await seat.fill(open, { also }, ann);
  expect(refusalOf(back).message).toMatch(
    /^Somebody changed it since you opened the form\. It now has Also: .*S\. B\. Coulter/u,
  );
  expect(entries(back)["also"]).toBe(also);
  const again = await seat.fill(back, { also: `${also}, S. B. Coulter` }, ann);
  expect(again.text).toContain("Sonya Coulter");
  expect((await seat.desk.view()).people.get("coulter")?.aliases).toContain("S. B. Coulter");
});

it("keeps what somebody else put into an article while a form about it was open", async () => {
  const seat = await newSeat();
  const open = await seat.say("facts correct ln24sa", ann);
  await seat.told("facts correct ln24sa language:fr", ben);
  await seat.fill(open, { published: "2025-04-12" }, ann);
  const article = (await seat.desk.view()).articles.get("ln24sa");
  expect([article?.language, article?.published]).toEqual(["fr", "2025-04-12"]);
});
