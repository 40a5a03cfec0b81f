import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandsReading } from "#commands/index.ts";
import { answer } from "#core/answer/answer.ts";
import { readEntries } from "#core/exchange/entries.ts";
import { IMPORT_MAX } from "#core/exchange/reader.ts";
import { call } from "#core/request/call.ts";
import { ReadingRoom } from "#src/app/reading-room.ts";
import { openStore } from "#stores/open.ts";
import { library } from "#test/desk.ts";
import { ann, World, type Seat } from "#test/moderation.ts";
import { line, median, spread, type Row } from "./measure.ts";

// What one import may bring at most, so that 20,000 claims are ten of them.
const A_FILE = 2000;
const FILES = 10;
const SLOTS = { note: "remark", duration: "stated", outcome: "result" } as const;
type SlotOf = keyof typeof SLOTS;

function file(slot: SlotOf, from: number, rows = A_FILE): string {
  const all = Array.from(
    { length: rows },
    (_, i) => `second,${slot},new: Gazette ${i % 40},${1 + (i % 900)},${words(slot, from + i)}`,
  );
  return `talks,slot,source,paragraph,${SLOTS[slot]}\n${all.join("\n")}\n`;
}

/** As many notes as one import may bring, with words enough to make the file as large as it may be. */
function largest(): string {
  const excerpt = "and of what follows from it ".repeat(10);
  const more = " and more about what follows of it".repeat(4);
  const [head = "", ...rows] = file("note", 100_000).trimEnd().split("\n");
  return [`${head},excerpt`, ...rows.map((row) => `${row}${more},${excerpt}`)].join("\n");
}

function words(slot: SlotOf, n: number): string {
  return slot === "duration" ? `${n + 1} minutes` : `the delegations spoke of matter number ${n}`;
}

async function timed(deed: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await deed();
  return performance.now() - from;
}

async function imported(seat: Seat, text: string): Promise<void> {
  const { reply, text: told } = await seat.call("facts import", { file: text, apply: "yes" });
  if (reply === undefined) throw new Error(told);
}

const home = mkdtempSync(join(tmpdir(), "talks-bench-"));
let desks = 0;

/** A fresh desk over the store that Talks runs on by default: SQLite in a file. */
async function newSeat(): Promise<Seat> {
  desks += 1;
  return (await World.open(library, await openStore({ home: join(home, `${desks}`) }))).seat();
}

/** Milliseconds of each of ten imports, one after the other on one desk. */
async function growing(slot: SlotOf): Promise<readonly number[]> {
  const seat = await newSeat();
  const times: number[] = [];
  for (let n = 0; n < FILES; n += 1) times.push(await timed(() => imported(seat, file(slot, n * A_FILE))));
  return times;
}

/** Milliseconds of `facts add` on a desk with so many facts of one slot. */
async function adding(slot: SlotOf, facts: number): Promise<readonly number[]> {
  const seat = await newSeat();
  for (let n = 0; n < facts; n += A_FILE) await imported(seat, file(slot, n, Math.min(A_FILE, facts - n)));
  const times: number[] = [];
  for (let i = 0; i < 15; i += 1) {
    const values = {
      slot,
      [SLOTS[slot]]: words(slot, facts + i),
      source: "new: Gazette 1",
      paragraph: String(901 + i),
      talks: "second",
      "keep-both": "yes",
    };
    times.push(await timed(() => seat.call("facts add", values)));
  }
  return times.slice(5);
}

/**
 * The longest that the one thread of all desks works without giving way while something is done, in milliseconds of its
 * own time: what else this machine does is not counted.
 */
async function held(deed: () => Promise<unknown>): Promise<number> {
  const worked = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const at = { last: worked(), longest: 0 };
  const clock = setInterval(() => {
    const now = worked();
    at.longest = Math.max(at.longest, now - at.last);
    at.last = now;
  }, 0);
  await deed();
  clearInterval(clock);
  return at.longest;
}

const CONTENTS: Readonly<Record<string, string>> = {
  "many keys": `a:\n${Array.from({ length: 70_000 }, (_, i) => `  k${i}: v\n`).join("")}`,
  "claims as CSV": file("note", 0),
  brackets: "[".repeat(IMPORT_MAX),
  prose: "talks, slot; and more words ".repeat(IMPORT_MAX / 28),
};

const rows: Row[] = [];
for (const slot of ["note", "duration"] as const) {
  const times = await growing(slot);
  rows.push({ what: `2,000 ${slot}s imported, the first`, unit: "ms", runs: 1, median: times[0] ?? 0 });
  rows.push({
    what: `20,000 ${slot}s / ten times 2,000`,
    unit: "×",
    runs: 1,
    median: times.reduce((a, b) => a + b, 0) / (FILES * (times[0] ?? 0)),
  });
  const [few, many] = [await adding(slot, 200), await adding(slot, 20_000)];
  rows.push(spread(`facts add at 200 ${slot}s`, few), spread(`facts add at 20,000 ${slot}s`, many));
  rows.push({ what: "facts add at 20,000 / at 200", unit: "×", runs: many.length, median: median(many) / median(few) });
}
const room = new ReadingRoom();
for (const [what, content] of Object.entries(CONTENTS)) {
  const longest = await held(() => room.read(content, { leaveOut: [], fillDown: [] }));
  rows.push({ what: `longest wait while reading: ${what}`, unit: "ms", runs: 1, median: longest });
}
const [seat, text] = [await newSeat(), largest()];
const session = { ...seat.session, commands: commandsReading(room, room) };
for (const [what, more] of [
  ["checking", {}],
  ["importing", { apply: "yes" }],
] as const) {
  const longest = await held(async () => {
    const { kind } = await answer(call(["facts", "import"], { file: text, ...more }), ann, session);
    if (kind !== "reply") throw new Error(`the file of ${text.length} characters was refused`);
  });
  rows.push({ what: `longest wait while ${what} 2,000 claims of 1 MB`, unit: "ms", runs: 1, median: longest });
}
rows.push({
  what: "peer: 2,000 claims read, not planned",
  unit: "ms",
  runs: 1,
  median: await timed(async () => readEntries(text, { leaveOut: [], fillDown: [] })),
});
rows.push({
  what: "a dry run of 2,000",
  unit: "ms",
  runs: 1,
  median: await timed(() => answer(call(["facts", "import"], { file: text }), ann, seat.session)),
});
console.log(process.argv.includes("--json") ? JSON.stringify({ rows }, null, 2) : rows.map(line).join("\n"));
rmSync(home, { recursive: true });
