import { LABEL_MAX } from "#core/request/call.ts";
import { shorten } from "#core/text/text.ts";
import { expect, it } from "vitest";
import { heldClaims } from "#test/held-claims.ts";
import { ada, ann, fileOf, newSeat, World } from "#test/moderation.ts";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";

it("switches the sample off for one desk: no fact, name or article of it is left", async () => {
  const seat = await newSeat();
  const other = await seat.world.seat("two");
  expect(await seat.told("facts library off", ada)).toContain("The desk holds 0 facts on 0 rounds of talks.");
  const view = await seat.desk.view();
  expect([view.negotiations, view.talks, view.parties, view.people, view.places].map((d) => d.items.length)).toEqual([
    0, 0, 0, 0, 0,
  ]);
  expect(view.articles.size).toBe(0);
  expect((await seat.say("who-led")).refusal?.message).toContain("The desk holds nothing on");
  expect(await other.told("who-led")).toContain("Alexander Darchiev");
});

it("keeps what was added, with the names and articles that it needs, and only those", async () => {
  const seat = await newSeat();
  await seat.told('facts add outcome result:"a hotline was agreed on" source:TASS paragraph:6 talks:second');
  await seat.told("facts library off", ada);
  const told = await seat.told("outcomes");
  expect(told).toContain("A hotline was agreed on.");
  expect(told).toContain("TASS, 10 April 2025, note 6");
  const view = await seat.desk.view();
  expect([view.facts.length, view.talks.all.length, view.articles.size, view.people.all.length]).toEqual([1, 1, 1, 0]);
});

it("is switched on again as it was, by the command or by undo, and is in the history", async () => {
  const seat = await newSeat();
  const before = await seat.told("who-led");
  const off = await seat.say("facts library off", ada);
  expect((await seat.refused("facts library off", ada)).message).toBe("The sample is off already.");
  await seat.told("facts library on", ada);
  expect(await seat.told("who-led")).toBe(before);
  expect(await seat.told("facts audit")).toMatch(
    /switched the shipped sample: .*on[\s\S]*switched the shipped sample: .*off/u,
  );
  await seat.told("facts library off", ada);
  await seat.press(off, "Undo", ada);
  expect(await seat.told("who-led")).toBe(before);
});

it("tells what the desk held before, asked as of then", async () => {
  const seat = await newSeat();
  seat.world.pass({ hours: 48 });
  await seat.told("facts library off", ada);
  expect(await seat.told("who-led as-of:2026-11-21")).toContain("Alexander Darchiev");
});

it("is an admin's", async () => {
  const seat = await newSeat();
  expect((await seat.refused("facts library off", ann)).kind).toBe("right");
  expect(await seat.told("facts library", ada)).toContain("The shipped sample is on");
});

it.each(["yaml", "json", "csv"])(
  "is one with what was imported of it meanwhile, once it is on again: %s",
  async (format) => {
    const seat = await newSeat();
    const file = fileOf(await seat.say(`facts export ${format}`)).text;
    await seat.told("facts library off", ada);
    if (format === "csv")
      await seat.call(
        "facts import",
        { file: fileOf(await (await newSeat()).say("facts export yaml")).text, apply: "yes" },
        ada,
      );
    await seat.call("facts import", { file, apply: "yes" }, ada);
    expect((await seat.desk.view()).facts.length).toBe(72);
    await seat.told("facts library on", ada);
    const [view, shipped] = [await seat.desk.view(), await (await newSeat()).desk.view()];
    for (const names of ["negotiations", "talks", "parties", "people", "places"] as const)
      expect(view[names].all.map(({ id }) => id).toSorted()).toEqual(shipped[names].all.map(({ id }) => id).toSorted());
    expect(view.articles.size).toBe(shipped.articles.size);
    expect(await heldClaims(seat)).toEqual(await heldClaims(await newSeat()));
  },
);

it("gives what a file has under an id of the library an id of its own, where it is something else", async () => {
  const seat = await newSeat();
  await seat.told("facts library off", ada);
  const file = `negotiation: { name: Nile dam talks }
parties:
  - { id: russia, name: Ruritania, adjective: Ruritanian }
  - { id: zenda, name: Zenda, adjective: Zendan }
talks:
  - { id: istanbul-april, name: Third round }
articles:
  - { id: tass, outlet: Zed, claims: [{ id: apr-city, talks: Third round, slot: venue, paragraph: 1, says: { city: "new: Zenda" } }] }
`;
  const { text } = await seat.call("facts import", { file, apply: "yes" }, ada);
  expect(text).toContain("1 new fact");
  await seat.told("facts library on", ada);
  const [view, shipped] = [await seat.desk.view(), await (await newSeat()).desk.view()];
  expect(view.parties.name("russia")).toBe("Russia");
  expect(view.articles.get("tass")?.outlet).toBe("TASS");
  expect(view.facts.length).toBe(shipped.facts.length + 1);
  expect(await seat.told("fact apr-city")).toContain("The talks were held in Istanbul.");
});

it("leaves a corrected fact of it under its id when desks are linked while it is off", async () => {
  const one = await newSeat();
  const other = await one.world.seat("two");
  await other.told('facts correct apr-duration-tass stated:"5 hours" reason:misread', ada);
  await other.told("facts library off", ada);
  const code = /facts link (\w+)/u.exec(await one.told("facts link", ada))?.[1] ?? "";
  await other.told(`facts link ${code}`, ada);
  const lengths = (await one.desk.view()).facts.filter((f) => f.slot === "duration" && f.talks === "istanbul-april");
  expect(lengths.map((f) => [f.id, f.claims[0].fields["stated"]])).toEqual(
    expect.arrayContaining([["apr-duration-tass", "5 hours"]]),
  );
  expect(lengths.filter((f) => f.claims[0].fields["stated"] === "5 hours")).toHaveLength(1);
  expect(lengths.filter((f) => f.claims[0].fields["stated"] === "5½ hours")).toHaveLength(0);
});

it("says that there is no sample where Talks comes without one", async () => {
  const seat = await (await World.open(EMPTY_LIBRARY)).seat();
  expect(await seat.told("facts library", ada)).toContain("This Talks comes without a sample");
});

it("offers to make one of what was made while it was off and is shipped too", async () => {
  const seat = await newSeat();
  const [round] = (await seat.desk.view()).talks.all;
  const negotiation = (await seat.desk.view()).negotiations.name(round?.negotiation ?? "");
  await seat.told("facts library off", ada);
  await seat.told(`facts talks add "${round?.name}" negotiation:"${negotiation}" parties:"Russia, United States"`, ada);
  const on = await seat.say("facts library on", ada);
  expect(on.text).toContain(`held twice: ${negotiation}; United States.`);
  const mergeBy = async (shown: typeof on, name: string) =>
    seat.fill(await seat.press(shown, shorten(`Merge ${name}`, LABEL_MAX), ada), {}, ada);
  const merged = await mergeBy(on, negotiation);
  expect(merged.text).toContain(`held twice: ${round?.name}; United States.`);
  await mergeBy(merged, round?.name ?? "");
  const one = await mergeBy(merged, "United States");
  expect(one.text).not.toContain("held twice");
  const { talks, negotiations } = await seat.desk.view();
  expect([talks.all.length, negotiations.all.length]).toEqual([2, 1]);
  for (let i = 0; i < 3; i += 1) await seat.told("facts undo", ada);
  expect((await seat.desk.view()).talks.all.length).toBe(3);
});
