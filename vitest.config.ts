import { defineConfig } from "vitest/config";

// Time-outs end what hangs, and say nothing of speed: that is the bench's.
const each = {
  setupFiles: ["test/file-end.ts"],
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
};

// What starts no process and does not measure its process: its files share one, and load the product and the SDKs once.
// A test closes what it opened: a module's own hooks run for the first file alone.
const QUIET = [
  "core/**/*",
  "commands/**/*",
  "conversations/**/*",
  "countries/*",
  "library/*",
  "api/!(stdio)",
  "app/@(config|log|second-ear|reading-room)",
  "platforms/@(terminal|skeleton)/*",
  "scheduler/!(kill)",
  "stores/@(chain|memory-store)",
  "structure/!(purity|recipes|run-folder)",
];
const SLACK = ["platforms/slack/!(many)", "standins/slack/**/*"];
// Apart from Slack's: discord.js sends no files once Node's own `fetch` was first to set undici's dispatcher.
const DISCORD = ["platforms/discord/!(start|slow|many)", "standins/discord/**/*"];

const files = (names: readonly string[]): string[] => names.map((name) => `test/${name}.test.ts`);
const shared = (name: string, names: readonly string[]) => ({
  test: { ...each, name, include: files(names), isolate: false },
});

export default defineConfig({
  test: {
    globalSetup: ["test/run-folder.ts", "test/postgres/setup.ts"],
    pool: "forks",
    maxWorkers: 5,
    projects: [
      shared("quiet", QUIET),
      shared("slack", SLACK),
      shared("discord", DISCORD),
      {
        test: {
          ...each,
          name: "alone",
          include: ["test/**/*.test.ts"],
          exclude: files([...QUIET, ...SLACK, ...DISCORD]),
        },
      },
    ],
  },
});
