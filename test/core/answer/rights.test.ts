import { example } from "#core/request/example.ts";
import { beforeAll, expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { mayActAs } from "#core/request/asker.ts";
import { call } from "#core/request/call.ts";
import { ReadOnlyDesk } from "#core/desk/read-only-desk.ts";
import { RevisionLog } from "#core/desk/revision-log.ts";
import { shipped } from "#test/desk.ts";
import { ada, ann, came, cid, newSeat, rea, refusalOf, Seat } from "#test/moderation.ts";

let seat: Seat;
beforeAll(async () => {
  seat = await newSeat();
});

const ABOVE = commands.all.flatMap((c) =>
  [rea, cid, ann].filter((a) => !mayActAs(a.tier, c.tier)).map((a) => [a.tier, c.path.join(" "), c, a] as const),
);

it("has moderators' and admins' commands to refuse", () => {
  expect(new Set(ABOVE.map(([tier]) => tier))).toEqual(new Set(["reader", "contributor", "moderator"]));
  expect(ABOVE.filter(([tier]) => tier === "contributor").length).toBeGreaterThan(20);
});

it.each(ABOVE)("refuses a %s /%s: typed, pressed, and sent as a form", async (tier, path, command, by) => {
  const before = await seat.told("facts audit", ada);
  const typed = await seat.say(example(command), by);
  const pressed = await seat.make(call(command.path), by);
  const sent = await seat.make({ path: command.path, values: {}, submitted: true }, by);
  for (const one of [typed, pressed, sent]) {
    expect(one.refusal).toMatchObject({ kind: "right", message: expect.stringContaining(`You are a ${tier} here`) });
  }
  expect(await seat.told("facts audit", ada)).toBe(before);
  expect(path).toBe(command.path.join(" "));
});

it("refuses at submission whoever lost their tier between opening a form and sending it", async () => {
  const form = await seat.say("facts retract apr-led-us", ann);
  const sent = await seat.fill(form, { reason: "x" }, { ...ann, tier: "contributor" });
  expect(sent.refusal?.kind).toBe("right");
});

it("offers a contributor to suggest instead", async () => {
  expect((await seat.refused("facts add", cid)).hint).toContain("/talks suggest");
  expect((await seat.refused("facts roles", ann)).hint).toBe("Ask an admin of this desk.");
  expect((await seat.refused("facts add", rea)).hint).toBe("Ask a moderator of this desk.");
});

const CHANGES = [
  "facts add outcome result:x source:TASS paragraph:1",
  'facts correct apr-duration-around-six stated:"seven hours"',
  "facts retract apr-led-us reason:x",
  "facts undo",
  "facts source apr-venue source:Meduza paragraph:1",
  'facts alias add "Sonata Coulter" Sonja',
  "facts dispute apr-venue with:apr-city reason:x",
  "facts resolve apr-duration-tass reason:x",
  "facts lock apr-led-us",
  "facts roles add role:7",
  "facts link",
  "facts link ABCDEFGH",
  "talks suggest outcome result:x source:TASS paragraph:1",
];

it.each(CHANGES)("changes nothing where there is no desk: %s", async (line) => {
  const nowhere = new Seat(
    seat.world,
    new ReadOnlyDesk({ now: async () => ({ view: shipped, log: RevisionLog.EMPTY }), at: () => shipped }),
  );
  const refusal = refusalOf(await nowhere.say(line, ada));
  expect(refusal).toMatchObject({ kind: "right", message: expect.stringContaining("There is no desk to change here") });
  expect(await nowhere.told("who-led", rea)).toContain("Coulter");
});

it("shows an import's results where there is no desk, and offers nothing to confirm", async () => {
  const nowhere = new Seat(
    seat.world,
    new ReadOnlyDesk({ now: async () => ({ view: shipped, log: RevisionLog.EMPTY }), at: () => shipped }),
  );
  const file = "slot,remark,source,paragraph\nnote,it rained,TASS,1\n";
  expect(refusalOf(await nowhere.call("facts import", { file }, ada)).message).toContain(
    "There is no desk to change here",
  );
  expect(came({ kind: "refusal", refusal: refusalOf(await nowhere.say("facts erase-user ann", ada)) }).text).toContain(
    "Nobody called",
  );
});
