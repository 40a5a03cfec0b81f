import { createServer, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { HealthConfig } from "./run-config.ts";
import { addressOf, closed, listening } from "./listening.ts";
import type { Metrics, State } from "./metrics.ts";

// A question of the store that takes longer is none that could be answered.
const STORE_MS = 2000;
// The longest sleep of the scheduler is five seconds; a turn may have much to do.
const TURN_S = 60;
const SLOW_MS = 10_000;
// How often the next free port is tried where none was chosen.
const TRIES = 20;

/** What is asked of a Talks that serves. */
export interface Health extends State {
  /** Asks the store for something. @throws what it throws */
  readonly store: () => Promise<unknown>;
}

/**
 * Serves `/livez`, `/readyz` and `/metrics` on an address of their own. Returns it, and how to stop. @throws where it
 * cannot be used
 */
export async function serveHealth(
  { host, port, chosen }: HealthConfig,
  health: Health,
  metrics: Metrics,
): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const slow = { requestTimeout: SLOW_MS, headersTimeout: SLOW_MS };
  const server = createServer(slow, (request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405, "GET only\n");
    void answer(path, health, metrics, response).catch(() =>
      end(response, 500, "That cannot be told at the moment.\n"),
    );
  });
  await listening(server, host, port, chosen ? 0 : TRIES);
  return { address: addressOf(server, host), stop: () => closed(server) };
}

async function answer(path: string, health: Health, metrics: Metrics, response: ServerResponse): Promise<void> {
  switch (path) {
    case "/livez":
      return end(response, 200, "ok\n");
    case "/readyz": {
      const parts = await ready(health);
      const ok = Object.values(parts).every((part) => part === "ok");
      return end(response, ok ? 200 : 503, `${JSON.stringify(parts)}\n`, "application/json");
    }
    case "/metrics":
      return end(response, 200, await metrics.text(), metrics.contentType);
  }
  return end(response, 404, "Not here: /livez, /readyz, /metrics.\n");
}

/** Each part, `ok` or what is the matter. */
async function ready(health: Health): Promise<Readonly<Record<string, string>>> {
  const store = await Promise.race([
    health.store().then(
      () => "ok",
      () => "cannot be reached",
    ),
    sleep(STORE_MS, "does not answer", { ref: false }),
  ]);
  const turned = health.turned();
  const scheduler =
    turned === undefined ? "has not begun" : turned > TURN_S ? `last turn ${Math.round(turned)} s ago` : "ok";
  const platforms = health
    .platforms()
    .map(({ name, connected }) => [name, connected ? "ok" : "not connected"] as const);
  return { store, ...Object.fromEntries(platforms), scheduler };
}

function end(response: ServerResponse, status: number, body: string, type = "text/plain; charset=utf-8"): void {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
}
