import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { ada, ann, came, newSeat } from "#test/moderation.ts";
import { answer } from "#core/answer/answer.ts";

const site = "https://talks.example.org";

it("says what it means, switches pages on and off, and is for admins", async () => {
  const seat = await newSeat();
  const say = async (wanted: "on" | "off" | undefined, by = ada) =>
    came(
      await answer({ path: ["desk", "pages"], values: wanted === undefined ? {} : { switch: wanted } }, by, {
        ...seat.session,
        commands,
        site,
      }),
    );
  expect((await say("on", ann)).refusal?.kind).toBe("right");
  expect((await say(undefined)).text).toContain("No fact has a public page.");
  expect((await say("off")).refusal?.message).toContain("Pages are off already");
  expect((await say("on")).text).toContain("Each fact has a page at talks.example.org. Anyone who has a page's link");
  expect((await say("on")).refusal?.message).toContain("Pages are on already");
  const audit = await seat.told("facts audit", ada);
  expect(audit).toContain("switched public pages");
  expect(audit).not.toMatch(/k{10}/u);
  expect((await say("off")).text).toContain("No fact has a public page.");
});

it("says what is missing where Talks has no public address", async () => {
  const seat = await newSeat();
  const { message, hint } = await seat.refused("desk pages on", ada);
  expect(message).toContain("no public address");
  expect(hint).toContain("TALKS_PUBLIC_URL");
});
