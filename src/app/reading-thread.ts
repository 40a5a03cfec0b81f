import { parentPort, workerData } from "node:worker_threads";
import { readEntries } from "#core/exchange/entries.ts";
import type { ToRead } from "./reading-room.ts";

// What a thread is started with has no type of its own; only `ReadingRoom` starts this one.
const { content, reading } = workerData as ToRead;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(readEntries(content, reading));
