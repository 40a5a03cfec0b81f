import { expect, it } from "vitest";
import { followJob, tellAt } from "#core/outbox/follower.ts";

const NOW = Temporal.Instant.from("2026-11-23T09:00:00Z");
const ago = (minutes: number) => NOW.subtract({ minutes });

it.each([
  ["never told before", undefined, 1],
  ["told two hours ago", ago(120), 1],
  ["told half an hour ago", ago(30), 30],
  ["told at this moment", NOW, 60],
])("tells a follower of the changes of a minute together, and at most once an hour: %s", (_, told, minutes) => {
  expect(tellAt(NOW, told).since(NOW).total("minutes")).toBe(minutes);
});

it("names a follower's job so that two people, and two times, are never confused", () => {
  const key = (workspace: string, user: string) => ({ platform: "slack", workspace, user });
  const names = [
    followJob(key("T1", "U2"), NOW),
    followJob(key("T1", "U3"), NOW),
    followJob(key('T1","U2', ""), NOW),
    followJob(key("T1", "U2"), ago(1)),
  ].map(({ kind, id, sequence }) => JSON.stringify([kind, id, sequence]));
  expect(new Set(names).size).toBe(4);
});
