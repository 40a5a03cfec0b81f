import { chmodSync, globSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PREFIX = "talks-run-";

/**
 * Gives the run a temporary folder of its own, which every process of it inherits. It removes those of runs that were
 * killed.
 * @throws at the end of the run, where something was left in it; vitest then exits with 1
 */
export default function setup(): () => void {
  removeOfKilled(tmpdir());
  const before = process.env["TMPDIR"];
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
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

/** Removes the folders of runs whose process is gone: a run that was killed could not do it. */
export function removeOfKilled(parent: string): void {
  for (const name of globSync(`${PREFIX}*`, { cwd: parent })) {
    const pid = Number(name.slice(PREFIX.length).split("-")[0]);
    if (pid > 0 && !lives(pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
