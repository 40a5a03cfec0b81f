import { Web, type WebConfig } from "#platforms/web/web.ts";
import type { Log } from "./log.ts";
import { open } from "./open.ts";
import { DRAWERS } from "./playground-drawers.ts";

/** A playground that is open: its page, and what is due on it, by its own clock. */
export interface Playground {
  readonly platform: Web;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The playground over a store of its own in memory: no real desk is touched, and its clock may be moved. It draws what
 * the two platforms' renderers make. @throws BadLibrary, PlatformProblem where its port cannot be used
 */
export async function openPlayground(web: WebConfig, data: string | undefined, log: Log): Promise<Playground> {
  let ahead = 0;
  const talks = await open({ home: ":memory:", data }, { log, ahead: () => ahead });
  const clock = {
    get ahead() {
      return ahead;
    },
    move(to: number): void {
      ahead = to;
      scheduler.poke();
    },
  };
  const platform = new Web(web, talks.host, DRAWERS, clock);
  const scheduler = await talks.scheduler([platform]);
  return {
    platform,
    async start() {
      await platform.start();
      scheduler.start();
    },
    async stop() {
      await scheduler.stop();
      await platform.stop();
      await talks.close();
    },
  };
}
