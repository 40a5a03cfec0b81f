import { expect, it } from "vitest";
import { z } from "zod";
import { Stash } from "#core/chat/stash.ts";
import { call } from "#core/request/call.ts";
import { hosted } from "#test/hosted.ts";

const HERE = { platform: "test", id: "one" };
const TEXT = z.object({ text: z.string() });

/** A stash whose store tells for how long it holds what, and a clock to set. */
async function stashed() {
  const { host } = await hosted();
  const held = new Map<string, { readonly content: string; readonly until: Temporal.Instant }>();
  let now = Temporal.Instant.from("2026-11-20T10:00:00Z");
  const stash = new Stash({
    ...host,
    clock: { now: () => now },
    stash: {
      async put(_, content, brief) {
        const token = `t${held.size}`;
        held.set(token, { content, until: now.add({ hours: brief === true ? 24 : 720 }) });
        return token;
      },
      async get(_, token) {
        const found = held.get(token);
        return found !== undefined && Temporal.Instant.compare(now, found.until) < 0 ? found.content : undefined;
      },
    },
  });
  const pass = (hours: number): void => void (now = now.add({ hours }));
  return { stash, pass };
}

it.each([
  ["a form that carries an article", call(["facts", "propose"], { file: "Two sides met." })],
  ["what goes on with one", { ...call(["desk", "talks-add"]), next: call(["facts", "proposals"], { batch: "b" }) }],
])("forgets %s after a day", async (_, carried) => {
  const { stash, pass } = await stashed();
  const token = await stash.put(HERE, { text: "Two sides met." }, [carried]);
  pass(23);
  expect(await stash.get(HERE, token, TEXT)).toEqual({ text: "Two sides met." });
  pass(1);
  expect(await stash.get(HERE, token, TEXT)).toBeUndefined();
});

it("keeps another form for longer", async () => {
  const { stash, pass } = await stashed();
  const token = await stash.put(HERE, { text: "4 hours" }, [call(["facts", "add"], { stated: "4 hours" })]);
  pass(48);
  expect(await stash.get(HERE, token, TEXT)).toEqual({ text: "4 hours" });
});
