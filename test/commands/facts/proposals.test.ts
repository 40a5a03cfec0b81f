import { expect, it } from "vitest";
import { ann, cid, newSeat } from "#test/moderation.ts";
import { propose } from "#test/proposing.ts";

it("says that nobody proposed a number", async () => {
  const seat = await newSeat();
  expect((await seat.call("facts proposals", { batch: "none" })).refusal?.message).toContain("no longer kept");
  const { reply } = await propose(seat);
  const [button] = reply?.blocks.flatMap((b) => (b.kind === "buttons" ? b.buttons : [])) ?? [];
  const wrong = await seat.make({ path: ["facts", "proposals"], values: { ...button?.call.values, accept: "9" } }, ann);
  expect(wrong.refusal?.message).toBe("There is no proposal 9.");
});

it("forgets the text after a day, and keeps its facts", async () => {
  const seat = await newSeat();
  const shown = await propose(seat);
  await seat.press(shown, "Accept 2");
  seat.world.pass({ hours: 25 });
  expect((await seat.press(shown, "Accept 1")).refusal?.message).toContain("no longer kept");
  expect(await seat.told("when talks:second")).toContain("The Gazette");
});

it("takes those that join a fact for a contributor too, as suggestions", async () => {
  const seat = await newSeat();
  const shown = await seat.press(await propose(seat, undefined, cid), "Accept the 2 that join", cid);
  expect(shown.text).toContain("Suggested 2 proposals that join a fact.");
  expect(shown.text).toContain("¶2 of 3");
  expect((await seat.say("facts review", ann)).text).toContain("2 suggestions");
});
