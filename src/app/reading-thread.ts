import { parentPort, workerData } from "node:worker_threads";
import { readEntries } from "#core/exchange/entries.ts";
import { Directory } from "#core/facts/names.ts";
import { proposed } from "#core/propose/proposed.ts";
import type { ToRead } from "./reading-room.ts";

// What a thread is started with has no type of its own; only `ReadingRoom` starts this one.
const work = workerData as ToRead;

function done(): unknown {
  if (work.kind === "facts") return readEntries(work.content, work.reading);
  const { parties, people, places } = work.names;
  const names = { parties: new Directory(parties), people: new Directory(people), places: new Directory(places) };
  return proposed(work.content, names, new Set(work.off));
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(done());
