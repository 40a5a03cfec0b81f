// JavaScript that any Node reads: an old one must be told so before it meets TypeScript.
const major = Number(process.versions.node.split(".")[0]);
if (major < 26) {
  process.stderr.write(
    `Talks needs Node 26 or newer; this is Node ${process.versions.node}. Run npm ci, which brings one, and npm start.\n`,
  );
  process.exit(2);
}
// Compiled code is kept between runs in the system's folder for temporary files: an answer comes in two thirds of the
// time. It is asked for before the first TypeScript, so that Node need not load what removes types.
const { enableCompileCache } = await import("node:module");
enableCompileCache();
await import("./whole-names.js");
await import("./main.ts");
