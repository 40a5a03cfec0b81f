import { expect, it } from "vitest";
import type { Library } from "#core/desk/library-view.ts";
import { library } from "#test/desk.ts";
import { servers } from "#test/servers.ts";

/** The library with one claim's fields changed, or the claim left out. */
function edited(id: string, fields?: Readonly<Record<string, string>>): Library {
  return {
    ...library,
    claims: library.claims.flatMap((c) => (c.id !== id ? [c] : fields === undefined ? [] : [{ ...c, fields }])),
  };
}

it("appends nothing when what is shipped is what was loaded last", async () => {
  const host = await servers();
  const before = (await (await host.server()).session.desk.snapshot()).library.version;
  const again = await servers(library, host.store);
  expect((await (await again.server()).session.desk.snapshot()).library.version).toBe(before);
});

it("makes a changed shipped claim a revision by the library, seen in history and changes", async () => {
  const host = await servers();
  const next = await servers(edited("apr-day-tass", { stated: "11 April 2025" }), host.store);
  next.at("2026-12-01T09:00:00Z");
  const server = await next.server();
  expect((await server.say("when")).text).toContain("11 April 2025");
  expect((await server.say("facts history apr-day-tass")).text).toContain("10 April 2025 → 11 April 2025");
});

it("never undoes a desk's own change", async () => {
  const host = await servers();
  const server = await host.server();
  await server.say('facts correct apr-day-tass stated:"12 April 2025"');
  await server.say("facts retract apr-venue reason:x");
  const next = await servers(edited("apr-day-tass", { stated: "11 April 2025" }), host.store);
  const later = await next.server();
  expect((await later.say("when")).text).toContain("12 April 2025");
  expect((await later.say("fact apr-venue")).text).toContain("(retracted)");
  const other = await next.server({ platform: "discord", id: "G7" });
  expect((await other.say("when")).text).toContain("11 April 2025");
});

it("drops a claim that is shipped no more, but keeps what a desk added to it", async () => {
  const host = await servers();
  const server = await host.server();
  await server.say("facts source apr-note-air source:Meduza paragraph:1");
  const next = await servers(edited("apr-note-air"), host.store);
  expect((await (await next.server()).say("fact apr-note-air")).text).toContain("Meduza");
  expect((await (await next.server({ platform: "slack", id: "T9" })).say("fact apr-note-air")).refusal).toBeDefined();
});

it("keeps a desk's stand on a fact whose first claim is shipped no more", async () => {
  const host = await servers();
  const server = await host.server();
  await server.say("facts retract apr-led-us reason:x");
  await server.say('facts correct apr-duration-tass stated:"5 hours"');
  for (let start = 0; start < 2; start += 1) {
    const without = (id: string, from: Library): Library => ({
      ...from,
      claims: from.claims.filter((c) => c.id !== id),
    });
    const next = await servers(without("apr-duration-tass", edited("apr-led-us")), host.store);
    const later = await next.server();
    expect((await later.say("who-led")).text).not.toContain("Coulter");
    expect((await later.say("fact apr-led-us")).text).toContain("(retracted)");
    expect((await later.say("how-long")).text).toContain("5 hours");
    const elsewhere = await next.server({ platform: "slack", id: "T9" });
    expect((await elsewhere.say("who-led")).text).toContain("Coulter");
  }
  const { library: kept } = await (await (await servers(library, host.store)).server()).session.desk.snapshot();
  expect(kept.last("fact/apr-led-us")?.after).toContain('"apr-led-us"');
});
