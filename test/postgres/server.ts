import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { AS_USER, postgresBinaries } from "./binaries.ts";

/** A real PostgreSQL server of this test run's own: loopback, a free port, a folder that goes with it. */
export interface Server extends AsyncDisposable {
  /** Address of a database of the server. */
  url(database: string): string;
  /** Ends the server at once and gives how to start it again. */
  takeAway(): Promise<() => Promise<void>>;
  /** Ends the server at once, as a power cut would, and starts it again on what is on its disk. */
  crash(): Promise<void>;
  /** Ends the server, also one that was taken away, and removes its folder. */
  stop(): Promise<void>;
}

/** Starts a server; undefined where no PostgreSQL can run. `durable` syncs each commit to disk, as production does. */
export async function startServer(durable: boolean): Promise<Server | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "talks-postgres-"));
  try {
    // Its user enters it.
    chmodSync(folder, 0o755);
    const bin = postgresBinaries(folder);
    if (bin !== undefined) return await serverIn(folder, bin, durable);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  rmSync(folder, { recursive: true, force: true });
  return undefined;
}

async function serverIn(folder: string, bin: string, durable: boolean): Promise<Server> {
  const data = join(folder, "data");
  mkdirSync(data);
  if (AS_USER.uid !== undefined) chownSync(data, AS_USER.uid, AS_USER.gid);
  const made = spawnSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "talks", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C"],
    { ...AS_USER, encoding: "utf8", cwd: tmpdir() },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const url = (database: string): string => `postgres://talks@127.0.0.1:${port}/${database}`;
  let child = await launch(bin, data, port, durable, url("postgres"));
  const takeAway = async (): Promise<() => Promise<void>> => {
    child.kill("SIGQUIT");
    await once(child, "exit");
    return async () => {
      child = await launch(bin, data, port, durable, url("postgres"));
    };
  };
  const stop = async (): Promise<void> => {
    const running = child.exitCode === null && child.signalCode === null;
    child.kill("SIGINT");
    if (running) await once(child, "exit");
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, takeAway, crash: async () => (await takeAway())(), stop, [Symbol.asyncDispose]: stop };
}

async function launch(bin: string, data: string, port: number, durable: boolean, url: string): Promise<ChildProcess> {
  const settings = [
    `listen_addresses=127.0.0.1`,
    `port=${port}`,
    `unix_socket_directories=`,
    `max_connections=100`,
    `fsync=${durable ? "on" : "off"}`,
    `shared_buffers=32MB`,
  ];
  const server = [join(bin, "postgres"), "-D", data, ...settings.flatMap((s) => ["-c", s])];
  // The kernel ends the server with its runner, however that ends, so that nothing is left behind.
  const leash = spawnSync("setpriv", ["--version"]).status === 0 ? ["setpriv", "--pdeathsig", "INT"] : [];
  const [command = "", ...args] = [...leash, ...server];
  const child = spawn(command, args, { ...AS_USER, stdio: "ignore", cwd: tmpdir() });
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) break;
    if (await answers(url)) return child;
    await sleep(50);
  }
  throw new Error(`PostgreSQL did not start in ${data}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
