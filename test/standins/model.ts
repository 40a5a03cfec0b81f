import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** What a model was sent. */
interface Asked {
  readonly authorization: string | undefined;
  readonly body: string;
}

/** A server with OpenAI's chat completions that behaves as it is told, and the requests that it got. */
export interface Model {
  readonly url: URL;
  readonly asked: Asked[];
}

type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

export async function model(behave: Behaviour): Promise<Model> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push({ authorization: request.headers.authorization, body });
      behave(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { url: new URL(`http://127.0.0.1:${port}/v1/chat/completions`), asked };
}

/** Says this as the content of its first choice. */
export const saying =
  (content: string): Behaviour =>
  (response) =>
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify({ choices: [{ message: { role: "assistant", content } }] }));

/** Reads a question as this call. */
export const reading = (call: string, options: Readonly<Record<string, unknown>> = {}): Behaviour =>
  saying(JSON.stringify({ call, options }));
