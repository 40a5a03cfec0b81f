import { argv } from "node:process";

// `npm run bench`: whole calls; `npm run bench -- lookup`: what is searched, beside its peers.
await import(argv[2] === "lookup" ? "./lookup/main.ts" : "./calls.ts");
