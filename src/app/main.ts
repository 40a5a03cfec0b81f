import { createRequire } from "node:module";
import type * as Cli from "./cli.ts";

// `npm start` runs a shell that runs this, and npm stops the shell alone (npm/npm issue 4603): this process stops when
// its parent is gone.
if (process.env["npm_lifecycle_event"] !== undefined) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 100);
  watch.unref();
}

// `require` loads the same modules without a promise for each, so that an answer comes a twentieth sooner. None of them
// may await while it loads.
const { run } = createRequire(import.meta.url)("./cli.ts") as typeof Cli;
process.exitCode = await run(process.argv.slice(2));
