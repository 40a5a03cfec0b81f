import { defineConfig } from "vitest/config";

// Time-outs end what hangs, and say nothing of speed: that is the bench's.
const patience = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 60_000 } } };
/** What holds no socket, process or folder: its files share a process, and load the product once. */
const QUIET = ["test/core", "test/commands", "test/conversations"].map((folder) => `${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    globalSetup: ["test/run-folder.ts", "test/postgres/setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    projects: [
      { test: { ...patience, name: "quiet", include: QUIET, isolate: false } },
      // The SDKs and the servers under test hold sockets: a process a file keeps them apart.
      { test: { ...patience, name: "real", include: ["test/**/*.test.ts"], exclude: QUIET } },
    ],
  },
});
