import { parentPort } from "node:worker_threads";

// A thread that counts what it is sent, for `kept-thread.test.ts`; some words make it fail.
let count = 0;
parentPort?.on("message", (word: string) => {
  if (word === "throw") throw new Error("thrown");
  if (word === "exit") process.exit(3);
  // Nothing but an end from outside stops this.
  if (word === "hang") for (;;);
  if (word === "throw later")
    setTimeout(() => {
      throw new Error("thrown later");
    }, 20);
  if (word === "exit later") setTimeout(() => process.exit(3), 20);
  count += 1;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(count);
});
