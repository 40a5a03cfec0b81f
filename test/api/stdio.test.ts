import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { once } from "node:events";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { expect, it, onTestFinished } from "vitest";
import { childEnv } from "#test/child-env.ts";
import { ROOT } from "#test/desk.ts";
import { testFolder } from "#test/folder.ts";
import { CLIENT } from "./client.ts";

const NODE = join(ROOT, "node_modules", ".bin", "node");
const ARGS = [join(ROOT, "src", "app", "start.js"), "once", "mcp"];
const home = testFolder();
const env = { ...childEnv, TALKS_HOME: home };

it("serves the official client over the program's input and output", async () => {
  const client = new Client(CLIENT);
  await client.connect(new StdioClientTransport({ command: NODE, args: ARGS, env, cwd: home }));
  onTestFinished(() => client.close());
  const answered = await client.callTool({ name: "ask", arguments: { question: "where did they meet in february" } });
  expect(answered.structuredContent).toMatchObject({ answered: true });
});

it("serves a client of 2025, and ends with its input", async () => {
  const child = spawn(NODE, ARGS, { cwd: home, env, stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const say = (message: object): void => void child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  const heard = async (): Promise<unknown> => JSON.parse((await lines.next()).value ?? "null");
  const params = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: CLIENT };
  say({ id: 1, method: "initialize", params });
  expect(await heard()).toMatchObject({
    id: 1,
    result: { protocolVersion: "2025-06-18", serverInfo: { name: "talks" } },
  });
  say({ method: "notifications/initialized" });
  say({ id: 2, method: "tools/call", params: { name: "read", arguments: { topic: "where" } } });
  expect(await heard()).toMatchObject({ id: 2, result: { structuredContent: { answered: true } } });
  const ended = once(child, "exit");
  child.stdin.end();
  expect(await ended).toEqual([0, null]);
});
