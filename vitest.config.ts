import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/run-folder.ts", "test/postgres/setup.ts"],
    testTimeout: 20_000,
    // The SDKs and the servers under test hold sockets: a process a file keeps them apart.
    pool: "forks",
    maxWorkers: 2,
  },
});
