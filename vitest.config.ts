import { join } from "node:path";
import { defineConfig } from "vitest/config";

const each = {
  setupFiles: ["test/file-end.ts"],
  // Time-outs end what hangs, and say nothing of speed: that is the bench's.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 240_000 } },
  // Node itself loads the files, as it loads the product: nothing is compiled for each process again, and compiled code
  // is kept from run to run. Nothing here needs what Vite would add.
  experimental: { viteModuleRunner: false, nodeLoader: false },
  execArgv: ["--import", join(import.meta.dirname, "src", "app", "whole-names.js")],
};

// The files of a project share a few processes, each of which loads the product and the SDKs once. A test closes what
// it opened: a module's own hooks run for the first file alone.
const ALL = ["test/**/*.test.ts"];
// Apart: discord.js sends no files once Node's own `fetch` was first to set undici's dispatcher.
const DISCORD = ["test/platforms/discord/*.test.ts", "test/standins/discord/**/*.test.ts"];
// They put brackets around all that is said in Turkish, and views keep what they once said.
const BRACKETS = ["test/core/messages/pseudo*.test.ts"];
// They measure what their process holds.
const ALONE = ["test/platforms/*/many.test.ts"];

export default defineConfig({
  test: {
    globalSetup: ["test/run-folder.ts", "test/postgres/setup.ts"],
    pool: "forks",
    maxWorkers: 4,
    projects: [
      { test: { ...each, name: "shared", include: ALL, exclude: [...DISCORD, ...BRACKETS, ...ALONE], isolate: false } },
      { test: { ...each, name: "discord", include: DISCORD, exclude: ALONE, isolate: false } },
      { test: { ...each, name: "brackets", include: BRACKETS, isolate: false } },
      { test: { ...each, name: "alone", include: ALONE } },
    ],
  },
});
