import { expect, it } from "vitest";
import { ann, ben, servers, root } from "#test/servers.ts";

it("takes back one's own last change, then the one before, and says when there is none", async () => {
  const server = await (await servers()).server();
  await server.say("facts retract apr-venue reason:x", ann);
  await server.say("facts retract apr-city reason:y", ben);
  await server.say('facts add note remark:"one" source:TASS paragraph:1', ann);
  expect((await server.say("facts undo", ann)).text).toContain(
    "added a note of Second round, Istanbul, April 2025 f3: One.",
  );
  expect((await server.say("facts undo", ann)).text).toContain(
    "retracted the place of Second round, Istanbul, April 2025 apr-venue",
  );
  expect((await server.say("facts undo", ann)).text).toContain("You have no change here to take back");
  expect((await server.say("where")).text).not.toContain("in Istanbul. apr-city");
});

it("lets an admin take back any change by its number, a moderator only their own", async () => {
  const server = await (await servers()).server();
  await server.say("facts retract apr-venue reason:x", ann);
  expect((await server.say("facts undo 1", ben)).text).toContain("Ann made revision 1.");
  expect((await server.say("facts undo 1", root)).text).toContain("Taken back");
  expect((await server.say("facts undo 1", root)).text).toContain("was already taken back");
  expect((await server.say("facts undo 99", root)).text).toContain("There is no revision 99");
});

it("takes nothing back that somebody changed since", async () => {
  const server = await (await servers()).server();
  await server.say('facts correct apr-day-tass stated:"11 April 2025"', ann);
  await server.say('facts correct apr-day-tass stated:"12 April 2025"', ben);
  expect((await server.say("facts undo", ann)).refusal).toMatchObject({ kind: "conflict" });
  expect((await server.say("when")).text).toContain("12 April 2025");
});

it("undoes an undo as a new change", async () => {
  const server = await (await servers()).server();
  await server.say("facts retract apr-venue reason:x", ann);
  await server.say("facts undo", ann);
  expect((await server.say("facts undo 2", ann)).text).toContain("Taken back");
  expect((await server.say("fact apr-venue")).text).toContain("(retracted)");
  expect((await server.say("facts audit")).text).toMatch(/Audit: 3 changes/u);
});
