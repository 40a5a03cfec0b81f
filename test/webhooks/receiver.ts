import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { Webhook as Verifier } from "standardwebhooks";
import type { WebhookEvent } from "#core/outbox/webhook-event.ts";
import { closed } from "#src/app/listening.ts";

/** One call as it arrived. */
interface Arrived {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A program that is told of changes, over a real socket of this computer. */
export interface Receiver {
  readonly address: string;
  readonly arrived: readonly Arrived[];
  /** The events whose signature fits the secret. @throws where one does not fit */
  events(secret: string): readonly WebhookEvent[];
  /** How it answers from now on. */
  answer: (response: ServerResponse) => void;
}

export async function receiver(): Promise<Receiver> {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      arrived.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      self.answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => closed(server));
  const self: Receiver = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?of=talks`,
    arrived,
    events: (secret) =>
      arrived.map(
        ({ headers, body }) => new Verifier(secret).verify(body, headers as Record<string, string>) as WebhookEvent,
      ),
    answer: (response) => void response.writeHead(204).end(),
  };
  return self;
}
