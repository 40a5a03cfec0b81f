import { execFile } from "node:child_process";
import { createServer, request as send } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { tmpdir } from "node:os";
import path from "node:path";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { closed, listening } from "#src/app/listening.ts";
import { bearer, serving, type Serving } from "./serving.ts";

const SUITE = fileURLToPath(
  new URL("../../node_modules/@modelcontextprotocol/conformance/dist/index.js", import.meta.url),
);

/**
 * Those of the suite's scenarios for a server that any server can be asked. The others call tools and prompts of the
 * suite's own example, which Talks does not have, or what it does not say that it can: logs, completion, subscriptions.
 */
const SCENARIOS = ["server-initialize", "ping", "tools-list", "resources-list", "dns-rebinding-protection"];

/** The suite sends no token: one is added on the way, and nothing else is changed. */
async function withToken({ address }: Serving, token: string): Promise<string> {
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { headers, method = "GET", url = "/" } = request;
      const onward = send(new URL(url, address), { method, headers: { ...headers, ...bearer(token) } }, (answered) => {
        response.writeHead(answered.statusCode ?? 500, answered.headers);
        answered.pipe(response);
      });
      onward.end(Buffer.concat(chunks));
    })();
  });
  await listening(server, "127.0.0.1", 0);
  onTestFinished(() => closed(server));
  return `http://localhost:${(server.address() as AddressInfo).port}/mcp`;
}

it.each(SCENARIOS)("holds to the protocol's own suite: %s", async (scenario) => {
  const s = await serving();
  const url = await withToken(s, await s.token("W1"));
  const folder = await mkdtemp(path.join(tmpdir(), "talks-conformance-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const args = [SUITE, "server", "--url", url, "--scenario", scenario];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
  expect(stdout).toMatch(/[1-9]\d* passed, 0 failed|Passed: [1-9]\d*\/\d+, 0 failed/u);
});
