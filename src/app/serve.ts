import type { Config } from "./config.ts";
import type { Open } from "./open.ts";
import type { Playground } from "./playground.ts";
import { PlatformProblem, type Platform } from "#core/chat/platform.ts";

/**
 * Serves the platforms that are configured, and what is due on them, until the process is told to stop. One that cannot
 * be used says so and leaves the others be. Returns the exit code: 0 after a stop, 2 where none could be used.
 */
export async function serve(config: Config, talks: Open): Promise<number> {
  const platforms = await Promise.all([...config.platforms.values()].map((open) => open(talks.host)));
  const stopped = stopAsked();
  const started = await Promise.all(platforms.map(async (p) => ((await starts(p)) ? [p] : [])));
  const on = started.flat();
  const page = await playground(config);
  if (on.length === 0 && page === undefined) return 2;
  const scheduler = talks.scheduler(on);
  if (on.length > 0) scheduler.start();
  const stopping = new AbortController();
  const checked = talks.checkHistories(stopping.signal);
  await stopped;
  stopping.abort();
  await scheduler.stop();
  await checked;
  await Promise.all([...on, ...(page === undefined ? [] : [page])].map((p) => p.stop()));
  return 0;
}

/**
 * The playground, where it is asked for or nothing else is configured; undefined where it is not, or cannot be served.
 */
async function playground(config: Config): Promise<Playground | undefined> {
  const host = config.playground?.host ?? (config.platforms.size === 0 ? "127.0.0.1" : undefined);
  if (host === undefined) return undefined;
  const { openPlayground } = await import("./playground.ts");
  const page = await openPlayground({ host, port: config.port }, config.data);
  try {
    await page.start();
    return page;
  } catch (error) {
    if (!(error instanceof PlatformProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    return undefined;
  }
}

async function starts(platform: Platform): Promise<boolean> {
  try {
    await platform.start();
    return true;
  } catch (error) {
    if (!(error instanceof PlatformProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    await platform.stop();
    return false;
  }
}

function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
}
