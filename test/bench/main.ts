import { argv } from "node:process";

// `npm run bench`: whole calls. `-- lookup`: what is searched, beside its peers. `-- imports`: files, and adding to
// many facts.
if (argv[2] === "lookup") await import("./lookup/main.ts");
else if (argv[2] === "ask" && argv.includes("--without")) await import("./ask/ablation.ts");
else if (argv[2] === "ask" && argv.includes("--hostile")) await import("./ask/hostile.ts");
else if (argv[2] === "ask") await import("./ask/main.ts");
else if (argv[2] === "proposals") await import("./proposals/main.ts");
else if (argv[2] === "imports") await import("./imports.ts");
else await import("./calls.ts");
