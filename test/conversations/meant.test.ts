import { describe, expect, it } from "vitest";
import { cid, rea, refusalOf, replied, World } from "#test/moderation.ts";
import { memoryStore } from "#stores/memory.ts";
import { openStore } from "#stores/open.ts";

const QUESTION = "ask did they agree on flights";

describe.each([
  ["memory", async () => memoryStore()],
  ["SQLite", () => openStore({ home: ":memory:" })],
])("over %s", (_, store) => {
  it("learns a word: asked, near, pressed, seen, approved, answered, undone, near again", async () => {
    const seat = await (await World.open(undefined, await store())).seat();
    const near = await seat.say(QUESTION, rea);
    expect(refusalOf(near).message).toBe("The desk holds nothing about “flights”.");
    const pressed = replied(await seat.press(near, "Outcome", rea));
    expect(pressed).toContain("Diplomatic notes were exchanged");
    await seat.press(near, "Outcome", cid);

    // Pressing alone changes no answer.
    await seat.refused(QUESTION, rea);
    const seen = await seat.say("facts misses");
    expect(seen.text).toMatch(/2× flights → .*Diplomatic notes were exchanged.*in “did they agree on flights”/u);

    expect(replied(await seat.press(seen, "Approve: flights"))).toContain("Words that ask for");
    expect(await seat.told(QUESTION, rea)).toContain("Diplomatic notes were exchanged");
    expect(await seat.told("ask did they agree on fligths", rea)).toContain("Diplomatic notes were exchanged");
    expect(await seat.told("facts misses")).not.toContain("flights");

    await seat.told("facts undo");
    expect((await seat.refused(QUESTION, rea)).message).toBe("The desk holds nothing about “flights”.");
  });
});
