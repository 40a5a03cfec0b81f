import { enableCompileCache } from "node:module";

// Compiled code is kept between runs in the system's folder for temporary files: an answer comes in two thirds of the time.
enableCompileCache();

const { run } = await import("./cli.ts");
process.exitCode = await run(process.argv.slice(2));
