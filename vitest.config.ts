import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/run-folder.ts", "test/postgres/setup.ts"],
    // These end what hangs, and say nothing of speed: that is the bench's.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    // The SDKs and the servers under test hold sockets: a process a file keeps them apart.
    pool: "forks",
    maxWorkers: 2,
  },
});
