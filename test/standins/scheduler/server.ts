import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A message as the stand-in's channels show it. */
interface Shown {
  readonly id: string;
  readonly channel: string;
  readonly thread?: string;
  readonly key: string;
  plain: string;
  edits: number;
  removed: boolean;
}

/** What may go wrong with one request. `after`: the action is done, and its answer lost or turned into an error. */
export type Fault =
  | "reset before"
  | "reset after"
  | "500 before"
  | "500 after"
  | "hang after"
  | "429"
  | "gone"
  | "denied";

export interface Asked {
  readonly deed: "post" | "tell" | "edit" | "remove" | "find";
  readonly workspace: string;
  readonly channel: string;
  readonly thread?: string;
  readonly message?: string;
  readonly key: string;
  readonly plain: string;
  readonly facts: number;
}

/** A platform in this process that others reach over a socket: channels of messages, and faults on request. */
export interface Standin {
  readonly url: string;
  readonly messages: readonly Shown[];
  readonly asked: readonly Asked[];
  /** Decides what goes wrong with each request; nothing, by default. */
  fault: (asked: Asked) => Fault | undefined;
  /** Whether it knows a key again that was posted, for so many milliseconds. */
  repeats: number;
  /** How many milliseconds it asks one to wait whom it refuses by 429. */
  retryAfter: number;
  close(): Promise<void>;
}

export async function startStandin(): Promise<Standin> {
  const messages: (Shown & { at: number })[] = [];
  const asked: Asked[] = [];
  const server = createServer((request, response) => void answer(request, response));
  const standin = {
    url: "",
    messages,
    asked,
    fault: (_: Asked): Fault | undefined => undefined,
    repeats: 0,
    retryAfter: 50,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const deed = (a: Asked): unknown => {
    const here = messages.filter((m) => m.channel === a.channel);
    switch (a.deed) {
      case "find":
        return here.filter((m) => m.key === a.key && !m.removed).map(({ id }) => id);
      case "edit":
      case "remove": {
        const found = here.find((m) => m.id === a.message);
        if (found === undefined || found.removed) return undefined;
        if (a.deed === "edit") found.plain = a.plain;
        if (a.deed === "edit") found.edits += 1;
        else found.removed = true;
        return found.id;
      }
      case "post":
      case "tell": {
        const known = here.find((m) => m.key === a.key && Date.now() - m.at < standin.repeats);
        if (known !== undefined) return known.id;
        const id = `m${messages.length + 1}`;
        const { channel, key, plain } = a;
        messages.push({ id, channel, key, plain, edits: 0, removed: false, at: Date.now(), ...threadOf(a) });
        return id;
      }
    }
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const a = JSON.parse(await text(request)) as Asked;
    asked.push(a);
    const fault = standin.fault(a);
    if (fault === "reset before") return void request.socket.destroy();
    const status = { "500 before": 500, "429": 429, gone: 404, denied: 403 } as Readonly<Record<string, number>>;
    if (fault !== undefined && status[fault] !== undefined)
      return void response.writeHead(status[fault], { "retry-after-ms": standin.retryAfter }).end();
    const done = deed(a);
    if (fault === "reset after") return void request.socket.destroy();
    if (fault === "hang after") return;
    response.writeHead(fault === "500 after" ? 500 : done === undefined ? 404 : 200).end(JSON.stringify(done));
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  standin.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return standin;
}

function threadOf({ thread }: Asked): { readonly thread?: string } {
  return thread === undefined ? {} : { thread };
}
