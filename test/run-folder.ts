import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Gives the run a temporary folder of its own, which every process of it inherits.
 * @throws at the end of the run, where something was left in it; vitest then exits with 1
 */
export default function setup(): () => void {
  const before = process.env["TMPDIR"];
  const folder = mkdtempSync(join(tmpdir(), "talks-run-"));
  // PostgreSQL's server may run as nobody, and starts from here.
  chmodSync(folder, 0o755);
  process.env["TMPDIR"] = folder;
  // Vitest's workers keep their compiled code from run to run; unless told where, in the temporary folder.
  process.env["NODE_COMPILE_CACHE"] ??= join(import.meta.dirname, "..", "node_modules", ".cache", "compiled");
  return () => {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
    const left = readdirSync(folder);
    rmSync(folder, { recursive: true, force: true });
    if (left.length > 0) throw new Error(`The tests left in the temporary folder: ${left.join(", ")}`);
  };
}
