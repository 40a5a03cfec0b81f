import { once } from "node:events";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { Session } from "#core/answer/answer.ts";
import { readerOf } from "./ask-desk.ts";
import { mcpServer } from "./mcp.ts";

/** Serves one desk to the program that started this process, over its input and output, until the input ends. */
export async function serveInput(session: Session): Promise<void> {
  const ended = once(process.stdin, "end");
  const served = serveStdio(() => mcpServer(session, readerOf("stdio")), {
    onerror: (error) => process.stderr.write(`${error.message}\n`),
  });
  await ended;
  await served.close();
}
