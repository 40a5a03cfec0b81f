import { expect, it, onTestFinished } from "vitest";
import { ASIDE } from "#src/app/log.ts";
import { open } from "#src/app/open.ts";
import { DATA, say } from "#test/desk.ts";
import { ada } from "#test/moderation.ts";

const SITE = "https://talks.example.org";
const LINK = /https:\/\/talks\.example\.org\/f\/[a-z0-9]+\/[a-z0-9-]+\/[0-9a-f]{32}/u;

it("takes a desk's pages down when Talks is removed from its workspace, and no other's", async () => {
  const talks = await open({ home: ":memory:", data: DATA, site: SITE }, { log: ASIDE });
  onTestFinished(() => talks.close());
  const key = (id: string) => ({ platform: "slack", id });
  const told = async (id: string, line: string) => (await say(line, ada, await talks.session(key(id)))).text;
  const linkOf = async (id: string) => LINK.exec(await told(id, "talks fact apr-city"))?.[0] ?? "";
  const isThere = async (link: string) => (await talks.host.published?.(link)) !== undefined;

  const [code = ""] = /(?<=\/facts link )\w+/u.exec(await told("linked", "facts link")) ?? [];
  await told("other side", `facts link ${code}`);
  const places = ["removed", "stays", "linked"];
  for (const id of places) await told(id, "desk pages on");
  const links = await Promise.all(places.map(linkOf));
  expect(await Promise.all(links.map(isThere))).toEqual([true, true, true]);
  for (const id of ["removed", "linked", "without pages"]) await talks.host.left(key(id));
  expect(await Promise.all(links.map(isThere))).toEqual([false, true, true]);
  expect(await told("removed", "facts audit")).toContain("Talks was removed from there");
  await told("removed", "desk pages on");
  const again = await linkOf("removed");
  expect([again === links[0], await isThere(again)]).toEqual([false, true]);
});
