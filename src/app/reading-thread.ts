import { parentPort, workerData } from "node:worker_threads";
import { readEntries } from "#core/exchange/entries.ts";
import { Directory } from "#core/facts/names.ts";
import { proposed } from "#core/propose/proposed.ts";
import { isPage, pageText } from "./page-text.ts";
import type { ToRead } from "./reading-room.ts";

// What a thread is started with has no type of its own; only `ReadingRoom` starts this one.
const work = workerData as ToRead;

async function done(): Promise<unknown> {
  if (work.kind === "facts") return readEntries(work.content, work.reading);
  const { parties, people, places } = work.names;
  const names = { parties: new Directory(parties), people: new Directory(people), places: new Directory(places) };
  const { content } = work;
  return proposed(isPage(content) ? await pageText(content) : content, names, new Set(work.off));
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(await done());
