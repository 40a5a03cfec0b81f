import type { Config } from "./config.ts";
import type { Open } from "./open.ts";
import { PlatformProblem, type House, type Platform } from "#core/platform.ts";

/**
 * Serves the platforms that are configured, and what is due on them, until the process is told to stop. One that cannot be used says so and leaves the others be.
 * Returns the exit code: 0 after a stop, 2 where none could be used.
 */
export async function serve(config: Config, talks: Open): Promise<number> {
  const platforms = await configured(config, talks.house);
  const stopped = stopAsked();
  const started = await Promise.all(platforms.map(async (p) => ((await starts(p)) ? [p] : [])));
  const on = started.flat();
  if (on.length === 0) return 2;
  const scheduler = talks.scheduler(on);
  scheduler.start();
  await stopped;
  await scheduler.stop();
  await Promise.all(on.map((p) => p.stop()));
  return 0;
}

async function configured({ discord, slack }: Config, house: House): Promise<readonly Platform[]> {
  const platforms: Platform[] = [];
  if (discord !== undefined) {
    const { Discord } = await import("#platforms/discord/discord.ts");
    platforms.push(new Discord(discord, house));
  }
  if (slack !== undefined) {
    const { Slack } = await import("#platforms/slack/slack.ts");
    platforms.push(new Slack(slack, house));
  }
  return platforms;
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
