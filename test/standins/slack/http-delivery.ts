import { createHmac } from "node:crypto";
import { request } from "node:http";
import { stringify } from "node:querystring";
import type { Carried, Delivery, Retry, Transport } from "./delivery.ts";
import { parsed } from "./json.ts";
import type { Platform } from "./platform.ts";

/** A request as it goes over the wire; tests change one part of it and send it again. */
export interface SignedRequest {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The answer of the app: status, body text, and headers. */
export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** docs.slack.dev/authentication/verifying-requests-from-slack: `v0=` and the HMAC-SHA256 of `v0:<seconds>:<body>`. */
function signature(secret: string, seconds: number, body: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex")}`;
}

/** Signed for the real time, not the stand-in's: the app checks the timestamp against its own clock. */
export function signed(
  platform: Platform,
  body: string,
  contentType: string,
  seconds = Math.floor(Date.now() / 1000),
): SignedRequest {
  return {
    body,
    headers: {
      "content-type": contentType,
      "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
      "x-slack-request-timestamp": String(seconds),
      "x-slack-signature": signature(platform.app.signingSecret, seconds, body),
    },
  };
}

/** Sends one request to the app; rejects where it cannot be reached. */
export async function send(url: string, given: SignedRequest, signal?: AbortSignal): Promise<Answered> {
  return new Promise<Answered>((resolve, reject) => {
    const headers = { ...given.headers, "content-length": String(Buffer.byteLength(given.body)) };
    const outgoing = request(
      url,
      { method: "POST", headers, agent: false, ...(signal === undefined ? {} : { signal }) },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            headers: incoming.headers,
          }),
        );
        incoming.on("error", reject);
      },
    );
    outgoing.on("error", reject);
    outgoing.end(given.body);
  });
}

function encoded(delivery: Delivery): { body: string; type: string } {
  const form = "application/x-www-form-urlencoded";
  if (delivery.kind === "events_api") return { body: JSON.stringify(delivery.payload), type: "application/json" };
  if (delivery.kind === "interactive")
    return { body: stringify({ payload: JSON.stringify(delivery.payload) }), type: form };
  return {
    body: new URLSearchParams(
      Object.entries(delivery.payload).map(([name, value]) => [name, String(value)]),
    ).toString(),
    type: form,
  };
}

/** Signed deliveries to the app's one request address. */
export class HttpDelivery implements Transport {
  readonly #platform: Platform;
  readonly #url: string;
  /** The last request that went out: what a replay repeats. */
  last: SignedRequest | undefined;

  constructor(platform: Platform, url: string) {
    this.#platform = platform;
    this.#url = url;
  }

  async carry(delivery: Delivery, retry: Retry | undefined, signal: AbortSignal): Promise<Carried> {
    const { body, type } = encoded(delivery);
    const plain = signed(this.#platform, body, type);
    const extra: Record<string, string> =
      retry === undefined ? {} : { "x-slack-retry-num": String(retry.number), "x-slack-retry-reason": retry.reason };
    this.last = { body, headers: { ...plain.headers, ...extra } };
    try {
      const answered = await send(this.#url, this.last, signal);
      if (answered.status < 200 || answered.status > 299) {
        return { end: "http_error", status: answered.status, noRetry: answered.headers["x-slack-no-retry"] === "1" };
      }
      return {
        end: "acknowledged",
        answer: answered.body === "" ? undefined : (parsed(answered.body) ?? answered.body),
      };
    } catch {
      return { end: "unreachable" };
    }
  }
}
