import { mkdtempDisposableSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Desks } from "#core/desk/desks.ts";
import { openLibrary } from "#core/desk/library-desk.ts";
import type { Author } from "#core/desk/store.ts";
import { openStore, type OpenStore, type StoreLocation } from "#stores/open.ts";
import { startServer } from "#test/postgres/server.ts";
import { library } from "#test/desk.ts";

export const BY: Author = { platform: "test", id: "u1", name: "Ada" };

/** A new empty place for a store: a folder, or with `postgres` a server of its own. It goes with what uses it. */
export async function place(postgres: boolean): Promise<StoreLocation & AsyncDisposable> {
  const folder = mkdtempDisposableSync(join(tmpdir(), "talks-scale-"));
  const server = postgres ? await startServer(true) : undefined;
  if (postgres && server === undefined) throw new Error("no PostgreSQL can be started here");
  return {
    home: folder.path,
    ...(server === undefined ? {} : { databaseUrl: server.url("postgres") }),
    async [Symbol.asyncDispose]() {
      await server?.[Symbol.asyncDispose]();
      folder.remove();
    },
  };
}

/** What a process that has just started holds: a store, and desks of which none is warm. */
export async function started(location: StoreLocation): Promise<{ readonly store: OpenStore; readonly desks: Desks }> {
  const store = await openStore(location);
  const clock = { now: () => Temporal.Now.instant() };
  const loaded = await openLibrary(library, store, clock);
  return { store, desks: new Desks({ store, library: loaded, clock, token: (length) => "t".repeat(length) }) };
}

/** Milliseconds that something takes, and what it gives. */
export async function timed<T>(deed: () => Promise<T>): Promise<readonly [number, T]> {
  const from = performance.now();
  const value = await deed();
  return [performance.now() - from, value];
}

/** The same in milliseconds of this thread's processor time, which what else runs on the machine hardly changes. */
export async function worked<T>(deed: () => Promise<T>): Promise<readonly [number, T]> {
  const from = process.threadCpuUsage();
  const value = await deed();
  const { user, system } = process.threadCpuUsage(from);
  return [(user + system) / 1000, value];
}
