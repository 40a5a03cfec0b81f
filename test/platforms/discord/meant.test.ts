import { expect, it } from "vitest";
import { talksInDiscord } from "./talks.ts";

const QUESTION = "did they agree on flights";
const NOTES = "Diplomatic notes were exchanged";

it.each([QUESTION, `${QUESTION}, and flights, and flights, and flights, and flights and flights again`])(
  "learns from what people press, once a moderator approves: %s",
  async (question) => {
    const { discord, desks } = await talksInDiscord();
    const ada = discord.user("ada", { permissions: ["ManageGuild"] });
    const ann = discord.user("ann");
    const near = await ann.slash("talks ask", { question }).reply();
    expect(near.text).toContain("The desk holds nothing about");
    const outcome = near.buttons.find((b) => b.label?.startsWith("Outcomes"))?.label ?? "";
    expect((await ann.click(near, outcome).reply()).text).toContain(NOTES);
    expect((await ann.slash("talks ask", { question }).reply()).text).toContain("The desk holds nothing about");

    const seen = await ada.slash("facts misses").reply();
    expect(seen.text).toContain("What people chose instead");
    const approve = seen.buttons.find((b) => b.label?.startsWith("Approve:"))?.label ?? "";
    const done = await ada.click(seen, approve).reply();
    expect(done.text).toContain("Words that ask for apr-outcome-notes-tass");
    expect((await ann.slash("talks ask", { question }).reply()).text).toContain(NOTES);

    await ada.click(done, "Undo").reply();
    expect((await ann.slash("talks ask", { question }).reply()).text).toContain("The desk holds nothing about");
    expect(await (await desks.open({ platform: "discord", id: "other" })).picks(9)).toEqual([]);
  },
);

it("learns from a name pressed in place of one that it does not know, whatever is in it", async () => {
  const { discord, desks } = await talksInDiscord();
  const ann = discord.user("ann");
  const desk = await desks.open({ platform: "discord", id: ann.place.guild?.id ?? "" });
  // The longer one is kept for its button, as its custom id cannot hold it.
  for (const name of ["Darchyeff |&=%", `Darchyeff ${"|&=% ".repeat(15)}!`]) {
    const near = await ann.slash("talks who", { name }).reply();
    const [first] = near.buttons;
    await ann.click(near, first?.label ?? "").reply();
  }
  const one = { key: "people/darchiev/darchyeff", spelling: "Darchyeff |&=%", times: 2 };
  expect(await desk.picks(9)).toMatchObject([one]);
});

it("shows one server's presses in no other, and takes none in direct messages", async () => {
  const { discord, desks } = await talksInDiscord();
  const ann = discord.user("ann", { guild: "first server" });
  const near = await ann.slash("talks ask", { question: QUESTION }).reply();
  const outcome = near.buttons.find((b) => b.label?.startsWith("Outcomes"))?.label ?? "";
  await ann.click(near, outcome).reply();
  const eve = discord.user("eve", { permissions: ["ManageGuild"], guild: "second server" });
  expect((await eve.slash("facts misses").reply()).text).toContain("Every question had an answer.");
  expect((await eve.slash("facts misses", { approve: "flights" }).reply()).text).toContain("Nobody meant anything by");

  const dm = discord.user("ann", { in: "dm", installed: true });
  const alone = await dm.slash("talks ask", { question: QUESTION }).reply();
  expect((await dm.click(alone, outcome).reply()).text).toContain(NOTES);
  const first = await desks.open({ platform: "discord", id: ann.place.guild?.id ?? "" });
  expect(await first.picks(9)).toMatchObject([{ spelling: "flights", times: 1 }]);
});
