import { expect, it } from "vitest";
import { root } from "#test/servers.ts";
import { newServer, subscribed } from "#test/commands/digest/server.ts";
import { ada, ann, asker, ben, cid, newSeat, replied } from "#test/moderation.ts";

it("asks first: how many revisions, and that it cannot be taken back", async () => {
  const seat = await newSeat();
  await seat.told("facts retract apr-led-us withdrawn", ann);
  await seat.told("facts restore apr-led-us", ann);
  expect(await seat.told("facts erase-user ann", ada)).toContain("in 2 revisions become a token");
  expect(await seat.told("facts audit")).toContain("Ann");
});

it("puts a token in place of the name everywhere, and keeps what they did", async () => {
  const seat = await newSeat();
  await seat.told('facts correct apr-duration-around-six stated:"seven hours"', ann);
  await seat.told('talks suggest note remark:"it rained" source:TASS paragraph:1', ann);
  const before = await seat.told("how-long");
  const done = await seat.press(await seat.say("facts erase-user u2", ada), "Erase for good", ada);
  const token = /now name (erased-\w+)/u.exec(replied(done))?.[1] ?? "none";
  const readings = [
    "facts audit",
    "facts history apr-duration-around-six",
    "changes",
    "facts review",
    "facts audit by:ann",
  ];
  for (const line of readings) {
    expect([line, /\bAnn\b|\bu2\b/u.test(await seat.told(line, ada))]).toEqual([line, false]);
  }
  expect(await seat.told("facts audit")).toContain(`${token} corrected the length of`);
  expect(await seat.told("how-long")).toBe(before);
});

it("cannot be taken back", async () => {
  const seat = await newSeat();
  await seat.told("facts retract apr-led-us withdrawn", ann);
  await seat.told("facts erase-user u2 confirm:true", ada);
  expect((await seat.refused("facts undo", ada)).message).toBe("You have no change here to take back.");
  expect((await seat.refused("facts undo 2", ada)).message).toBe("What was erased cannot be taken back.");
});

it("reaches a suggester too", async () => {
  const seat = await newSeat();
  await seat.told('talks suggest note remark:"it rained" source:TASS paragraph:1', cid);
  await seat.told("facts erase-user cid confirm:true", ada);
  expect(await seat.told("facts review", ben)).not.toContain("Cid");
  expect(await seat.told("talks suggested", cid)).toContain("None yet");
});

it("asks which one where two have that name, and takes one by platform", async () => {
  const seat = await newSeat();
  const other = asker("u2", "Ann", "moderator", "slack");
  await seat.told("facts retract apr-led-us withdrawn", ann);
  await seat.told("facts retract apr-led-russia withdrawn", other);
  expect((await seat.refused("facts erase-user ann", ada)).message).toBe('"ann" is u2 (test) and u2 (slack).');
  await seat.press(await seat.say("facts erase-user u2 platform:slack", ada), "Erase for good", ada);
  expect(await seat.told("facts audit")).toMatch(/erased-\w+ retracted .*\(slack\)[^]*Ann retracted .*\(test\)/u);
});

it("takes a mention, and refuses somebody who changed nothing here", async () => {
  const seat = await newSeat();
  const una = asker("U0LAJ", "Una", "moderator", "slack");
  await seat.told("facts retract apr-led-us withdrawn", una);
  expect((await seat.call("facts erase-user", { user: "<@U0LAJ|una>" }, ada)).text).toContain("Erase Una?");
  expect((await seat.refused("facts erase-user Nobody", ada)).message).toBe(
    'Nobody called "Nobody" changed anything here, or follows or owns anything.',
  );
});

it("ends what they follow, and gives their digests to who erases them", async () => {
  const { server, host } = await newServer();
  const workspace = { platform: "slack", id: "T1" };
  const id = await subscribed(server);
  await server.say("follow agenda");
  await server.say("facts retract apr-led-us withdrawn");
  await server.say("facts erase-user id-Ann confirm:true", root);
  expect(await host.digests.follows(workspace, "id-Ann")).toEqual([]);
  expect((await host.digests.find(workspace, id))?.owner).toBe("id-Root");
});

it("erases somebody who only follows, or owns a digest", async () => {
  const { server, host } = await newServer();
  const dan = { ...root, id: "U0DAN", name: "Dan" };
  await server.say("follow how long", dan);
  await server.say("digest subscribe C0123456789 every:daily timezone:utc", dan);
  const asked = await server.say("facts erase-user <@U0DAN>", root);
  expect(asked.text).toContain("They changed nothing in the history. Talks keeps 2 entries about them");
  expect((await server.press(asked, /^Erase for good$/u, root)).text).toContain("Talks no longer keeps 2 entries");
  const place = { platform: "slack", id: "T1" };
  expect(await host.digests.follows(place, "U0DAN")).toEqual([]);
  expect((await host.digests.list(place)).map((d) => d.owner)).toEqual([root.id]);
});
