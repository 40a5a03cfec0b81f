import { enableCompileCache } from "node:module";
import { parentPort } from "node:worker_threads";
import type { Proposed } from "#core/propose/proposer.ts";
import type { Read } from "#core/request/refusal.ts";
import type { ToRead } from "./reading-room.ts";

// It loads only what its files need, as compiled before.
enableCompileCache();

async function done(work: ToRead): Promise<unknown> {
  if (work.kind === "facts") {
    const [{ readEntries }, { ready }] = await Promise.all([
      import("#core/exchange/entries.ts"),
      import("#core/messages/ready.ts"),
    ]);
    await ready(work.tongue);
    return readEntries(work.content, work.reading, work);
  }
  return article(work);
}

async function article({ content, names, off }: ToRead & { readonly kind: "article" }): Promise<Read<Proposed>> {
  const [{ isPage, pageText }, { proposed }, { Directory }] = await Promise.all([
    import("./page-text.ts"),
    import("#core/propose/proposed.ts"),
    import("#core/facts/names.ts"),
  ]);
  const { parties, people, places } = names;
  const known = { parties: new Directory(parties), people: new Directory(people), places: new Directory(places) };
  return { ok: true, value: proposed(isPage(content) ? await pageText(content) : content, known, new Set(off)) };
}

// What a thread is sent has no type of its own; only `ReadingRoom` sends to this one.
parentPort?.on("message", (work: ToRead) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  void done(work).then((answer) => parentPort?.postMessage(answer));
});
