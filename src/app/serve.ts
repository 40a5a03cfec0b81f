import type { Config } from "./config.ts";
import { serveHealth, type Health } from "./health.ts";
import type { Log } from "./log.ts";
import { addressOf, closed, listening } from "./listening.ts";
import type { Metrics } from "./metrics.ts";
import type { Open } from "./open.ts";
import type { Playground } from "./playground.ts";
import { PlatformProblem, type Platform } from "#core/chat/platform.ts";

interface Served {
  readonly log: Log;
  readonly metrics: Metrics;
}

/**
 * Serves the platforms that are configured, and what is due on them, until the process is told to stop. One that cannot
 * be used says so and leaves the others be. Returns the exit code: 0 after a stop, 2 where none could be used.
 */
export async function serve(config: Config, talks: Open, { log, metrics }: Served): Promise<number> {
  const platforms = await Promise.all([...config.platforms.values()].map((open) => open(talks.host)));
  const stopped = stopAsked();
  // Whatever was forgotten in an SDK or here ends one piece of work, never the service of everybody.
  process.on("unhandledRejection", (defect) => void talks.host.incident(defect));
  const started = await Promise.all(platforms.map(async (p) => ((await starts(p, log)) ? [p] : [])));
  const on = started.flat();
  const page = await playground(config, log);
  const api = await apiServer(config, talks, log);
  if (on.length === 0 && page === undefined && api === undefined) return 2;
  const scheduler = await talks.scheduler(on);
  if (on.length > 0) scheduler.start();
  const health = await healthServer(config, talks.health(on, scheduler), { log, metrics });
  const stopping = new AbortController();
  const checked = talks.checkHistories(stopping.signal);
  await stopped;
  stopping.abort();
  await scheduler.stop();
  await checked;
  await Promise.all([...on, ...(page === undefined ? [] : [page])].map((p) => p.stop()));
  await Promise.all([health?.stop(), api?.stop()]);
  return 0;
}

/**
 * Health and metrics, where a platform is served or they are asked for; undefined where they are off, or cannot be
 * served.
 */
async function healthServer(
  { health, platforms }: Config,
  asked: Health,
  { log, metrics }: Served,
): Promise<{ stop(): Promise<void> } | undefined> {
  if (health === undefined || (platforms.size === 0 && !health.chosen)) return undefined;
  metrics.follow(asked);
  try {
    const served = await serveHealth(health, asked, metrics);
    log.say(`Health: ${served.address}/readyz, and /livez, /metrics.`);
    return served;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    log.say(`Talks cannot serve its health (${why}). Set another TALKS_HEALTH, or off.`, "warn");
    return undefined;
  }
}

/** The server for other programs, where it is asked for; undefined where it is not, or cannot be served. */
async function apiServer({ api }: Config, talks: Open, log: Log): Promise<{ stop(): Promise<void> } | undefined> {
  if (api === undefined) return undefined;
  const server = await talks.api(api);
  try {
    await listening(server, api.host, api.port);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    log.say(`Talks cannot serve programs (${why}). Set another TALKS_API, or off.`, "warn");
    return undefined;
  }
  const address = addressOf(server, api.host);
  log.say(`For programs: ${address}/mcp and ${address}/api/v1.`);
  return { stop: () => closed(server) };
}

/**
 * The playground, where it is asked for or nothing else is configured; undefined where it is not, or cannot be served.
 */
async function playground(config: Config, log: Log): Promise<Playground | undefined> {
  const host = config.playground?.host ?? (config.platforms.size === 0 ? "127.0.0.1" : undefined);
  if (host === undefined) return undefined;
  const { openPlayground } = await import("./playground.ts");
  const page = await openPlayground({ host, port: config.port }, config.data, log);
  return (await starts(page, log)) ? page : undefined;
}

async function starts(platform: Pick<Platform, "start" | "stop">, log: Log): Promise<boolean> {
  try {
    await platform.start();
    return true;
  } catch (error) {
    if (!(error instanceof PlatformProblem)) throw error;
    log.say(error.message, "warn");
    await platform.stop();
    return false;
  }
}

function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
}
