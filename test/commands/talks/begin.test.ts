import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { ann, newSeat, rea, World, type Seat } from "#test/moderation.ts";

const empty = async (): Promise<Seat> => (await World.open(EMPTY_LIBRARY)).seat();

it.each(["help", "list"])(
  "says on a desk that follows nothing how to begin, with a button for each step: %s",
  async (line) => {
    const seat = await empty();
    const shown = await seat.say(line);
    expect(shown.text).toContain("This desk follows nothing yet. Three steps:");
    expect(shown.text.split("follows nothing yet")).toHaveLength(2);
    for (const step of ["1. Say what you follow", "2. Add what an article says", "3. Or bring a whole negotiation"])
      expect(shown.text).toContain(step);
    expect((await seat.press(shown, "Add talks")).form?.title).toBe("Add: talks");
    expect((await seat.press(shown, "Import a file")).form?.title).toBe("Import facts");
  },
);

it.each(["who led", "how long did they meet", "timeline"])("begins where nothing can be asked: %s", async (line) => {
  const seat = await empty();
  const asked = await seat.say(line, ann);
  expect(asked.text).toMatch(/follows nothing yet|Add talks/u);
  expect(await seat.desk.misses(5)).toEqual([]);
});

it("tells a reader that a moderator begins, and offers no button that is refused", async () => {
  const seat = await empty();
  const shown = await seat.say("help", rea);
  expect(shown.text).toContain("A moderator begins it, in three steps:");
  expect(shown.text).not.toContain("[1]");
});

it("ends with the first round", async () => {
  const seat = await empty();
  await seat.call("desk talks-add", {
    negotiation: "Nile dam talks",
    called: "Khartoum meeting",
    parties: "Egypt, Sudan",
  });
  expect((await seat.say("list")).text).toContain("Khartoum meeting");
  expect((await seat.say("list")).text).not.toContain("follows nothing yet");
});

it("makes every example of what the desk holds, and of nothing else where it holds nothing", async () => {
  const seat = await empty();
  const help = async (at: Seat, path: readonly string[]): Promise<string> =>
    (await at.say(`help ${path.join(" ")}`)).text;
  for (const { path } of commands.all) expect(await help(seat, path)).not.toMatch(/[{}]|Russia|Darchiev|TASS|apr-/u);
  expect(await help(await newSeat(), ["talks", "who-led"])).toContain("/talks who-led side:Russia");
  await seat.call("desk talks-add", {
    negotiation: "Nile dam talks",
    called: "Khartoum meeting",
    parties: "Sudan, Egypt",
  });
  expect(await help(seat, ["talks", "who-led"])).toContain("/talks who-led side:Sudan");
  expect(await help(seat, ["talks", "when"])).toContain('/talks when talks:"Khartoum meeting"');
});
