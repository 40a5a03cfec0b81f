import { Client, InMemoryTransport } from "@modelcontextprotocol/client";
import { onTestFinished } from "vitest";
import { readerOf } from "#src/api/ask-desk.ts";
import { mcpServer } from "#src/api/mcp.ts";
import type { Session } from "#core/answer/answer.ts";

export const CLIENT = { name: "a test", version: "1.0.0" };

/** What a client of the protocol of 2025 sends with each request. */
export const OF_2025 = {
  "content-type": "application/json",
  accept: "application/json, text/event-stream",
  "mcp-protocol-version": "2025-06-18",
};

/** The official client, connected to a server of this desk within the process. */
export async function clientOf(session: Session): Promise<Client> {
  const [here, there] = InMemoryTransport.createLinkedPair();
  const client = new Client(CLIENT);
  const server = mcpServer(session, readerOf("a test"));
  await Promise.all([server.connect(there), client.connect(here)]);
  onTestFinished(() => client.close());
  return client;
}
