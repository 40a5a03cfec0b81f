import { expect, it } from "vitest";
import { commandsReading } from "#commands/index.ts";
import { answer } from "#core/answer/answer.ts";
import { readEntries } from "#core/exchange/entries.ts";
import { call } from "#core/request/call.ts";
import { ReadingRoom } from "#src/app/reading-room.ts";
import { fixture } from "#test/import-files.ts";
import { shipped } from "#test/desk.ts";
import { ann, came, World } from "#test/moderation.ts";
import { LONG_READ } from "#test/long-read.ts";

const PLAIN = { leaveOut: [], fillDown: [] };
const MANY_KEYS = `articles:\n${Array.from({ length: 40_000 }, (_, i) => `  key${i}: word\n`).join("")}`;

it.each(["other-tool.yaml", "json-null-fields.json", "merged-cells.csv", "feed-item.xml"])(
  "reads %s as it would be read here",
  async (name) => {
    const file = fixture(name);
    expect(await new ReadingRoom(LONG_READ).read(file, PLAIN)).toEqual(readEntries(file, PLAIN));
  },
);

it("tells what is wrong with a file, and with its entries, in the reader's language", async () => {
  const room = new ReadingRoom(LONG_READ);
  const russian = { tongue: "ru" } as const;
  const feed = await room.read(fixture("feed-item.xml"), PLAIN, russian);
  expect(feed.ok ? "" : feed.refusal.message).toContain("лента новостей (RSS)");
  const sheet = await room.read("talks,slot,source,paragraph,remark\nsecond,note,X,zero,words\n", PLAIN, russian);
  expect(sheet.ok ? sheet.value.entries : []).toEqual([
    { where: "строка 2", problem: 'paragraph: "zero": это не целое число от 1 до 1000.' },
  ]);
});

it("answers another desk while a file of many keys is read", async () => {
  const world = await World.open();
  const [one, two] = [await world.seat("one"), await world.seat("two")];
  const commands = commandsReading(new ReadingRoom(LONG_READ), new ReadingRoom(LONG_READ));
  const ended: string[] = [];
  const importing = answer(call(["facts", "import"], { file: MANY_KEYS }), ann, { ...one.session, commands });
  const read = importing.then((answered) => {
    ended.push("import");
    return came(answered);
  });
  await two.told("who-led");
  ended.push("who-led");
  expect((await read).text).toContain("key0");
  expect(ended).toEqual(["who-led", "import"]);
});

it("proposes the same when it was made ready before", async () => {
  const text = "<article><p>The talks in Oslo lasted nine hours.</p></article>";
  const [first, ready] = [new ReadingRoom(LONG_READ), new ReadingRoom(LONG_READ)];
  ready.ready();
  ready.ready();
  expect(await ready.propose(text, shipped, new Set())).toEqual(await first.propose(text, shipped, new Set()));
});

it("tells why a thread could not be made ready, though nobody waits for it", async () => {
  const lost: unknown[] = [];
  const nowhere = new URL("./no-such-thread.ts", import.meta.url);
  new ReadingRoom(undefined, (defect) => lost.push(defect), nowhere).ready();
  await expect.poll(() => String(lost[0])).toContain("no-such-thread");
});

it("gives up a file that takes too long", async () => {
  expect(await new ReadingRoom(1).read(MANY_KEYS, PLAIN)).toMatchObject({
    ok: false,
    refusal: { message: "That file takes too long to read. Nothing was changed." },
  });
});
