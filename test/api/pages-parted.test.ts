import { expect, it } from "vitest";
import { serving } from "./serving.ts";

const LINK = /https:\/\/talks\.example\.org(\/f\/[a-z0-9]+\/[a-z0-9-]+\/[0-9a-f]{32})/u;
const ONE = { platform: "test", id: "W1" };
const OTHER = { platform: "slack", id: "T1" };

it("ends the pages of both sides when desks are parted, since their links lead to one of them", async () => {
  const s = await serving();
  const pathOf = async (key: typeof ONE) => LINK.exec(await s.adminOf(key, "talks fact apr-city"))?.[1] ?? "";
  const [code = ""] = /(?<=Link code )\w+/u.exec(await s.adminOf(ONE, "facts link")) ?? [];
  await s.adminOf(OTHER, `facts link ${code}`);
  await s.adminOf(ONE, "desk pages on");
  const path = await pathOf(OTHER);
  expect((await s.get(path)).status).toBe(200);
  expect(await s.adminOf(OTHER, "desk unlink")).toContain("no public pages any more");
  expect([await pathOf(ONE), await pathOf(OTHER), (await s.get(path)).status]).toEqual(["", "", 404]);
  await s.adminOf(OTHER, "desk pages on");
  await s.adminOf(OTHER, "facts retract apr-city reason:wrong");
  expect(await pathOf(ONE)).toBe("");
  await s.adminOf(ONE, "desk pages on");
  expect((await s.get(await pathOf(ONE))).status).toBe(200);
});
