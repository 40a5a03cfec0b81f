// JavaScript that any Node reads: an old one must be told so before it meets TypeScript.
const major = Number(process.versions.node.split(".")[0]);
if (major < 26) {
  process.stderr.write(
    `Talks needs Node 26 or newer; this is Node ${process.versions.node}. Run npm ci, which brings one, and npm start.\n`,
  );
  process.exit(2);
}
await import("./main.ts");
