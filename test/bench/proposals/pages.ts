import { performance } from "node:perf_hooks";
import { cpuUsage, stdout } from "node:process";
import { ReadingRoom } from "#src/app/reading-room.ts";
import { line, spread } from "#test/bench/measure.ts";
import { shipped } from "#test/desk.ts";

const SAID =
  "The delegations of Norway and Chile met in Lisbon on Tuesday to discuss their trade offices, one ministry said. ";
const story = (paragraphs: number): string => `<h1>Ports</h1>${`<p>${SAID.repeat(3)}</p>`.repeat(paragraphs)}`;

/** What is given to read, each some 1,000,000 characters long, except the noise. */
const PAGES: Readonly<Record<string, string>> = {
  "a news page, mostly scripts, 1 MB": `<html><head><script>${"var a=1;".repeat(80_000)}</script></head><body><div class="menu">${'<a href="/x">Link</a>'.repeat(1500)}</div><article>${story(40)}</article>${`<div class="comment"><p>${SAID}</p></div>`.repeat(1000)}</body></html>`,
  "a page of 2,400 paragraphs, 1 MB": `<html><body><article>${story(2400)}</article></body></html>`,
  "20,000 menus never closed, 1 MB": `<body>${"<nav><p>x</p>".repeat(20_000)}${"<p>The talks lasted nine hours.</p>".repeat(20_000)}`,
  "50,000 boxes in boxes": `<body>${"<div>".repeat(50_000)}${story(10)}`,
  "10,000 characters of noise": "?!led by “".repeat(1000),
};

/** How long a reader waits for each, with the start of the thread that reads it. */
export async function measurePages(runs: number): Promise<void> {
  const room = new ReadingRoom();
  for (const [what, page] of Object.entries(PAGES)) {
    const times: number[] = [];
    const work: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const before = cpuUsage();
      const began = performance.now();
      await room.propose(page, shipped, new Set());
      times.push(performance.now() - began);
      const { user, system } = cpuUsage(before);
      work.push((user + system) / 1000);
    }
    stdout.write(`${line(spread(what, times))}\n${line(spread("  of the processor, all threads", work))}\n`);
  }
}
