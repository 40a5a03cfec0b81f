import { request as plainly, type ClientRequest, type IncomingMessage } from "node:http";
import { request as securely } from "node:https";
import { isIP } from "node:net";
import { Webhook as Signer } from "standardwebhooks";
import type { Notified, Notify } from "#core/outbox/webhook.ts";
import { reached } from "./public-address.ts";

/** An address that has not answered after so long is tried again later. */
const PATIENCE_MS = 10_000;

/** How webhooks are called. `open`: plain http and private addresses are taken; as only in a test. */
export function callWebhook(open: boolean, patience = PATIENCE_MS, now = Date.now): Notify {
  return async ({ address, secret }, event, id) => {
    const url = URL.parse(address);
    if (url === null || !(url.protocol === "https:" || (open && url.protocol === "http:")))
      return { kind: "failed", why: "its address is not https" };
    const there = await reached(url.hostname, open);
    if (!there.ok) return { kind: "failed", why: there.why };
    const body = JSON.stringify(event);
    const at = new Date(Math.floor(now() / 1000) * 1000);
    const headers = {
      "content-type": "application/json",
      "user-agent": "Talks",
      host: url.host,
      "webhook-id": id,
      "webhook-timestamp": String(at.getTime() / 1000),
      "webhook-signature": new Signer(secret).sign(id, at, body),
    };
    const name = url.hostname.replace(/^\[(.*)\]$/u, "$1");
    const call = (url.protocol === "https:" ? securely : plainly)({
      method: "POST",
      // The address that was looked at, not the name: it is not looked up again.
      host: there.address,
      family: there.family,
      port: url.port === "" ? undefined : Number(url.port),
      path: `${url.pathname}${url.search}`,
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
      ...(isIP(name) === 0 ? { servername: name } : {}),
      agent: false,
      signal: AbortSignal.timeout(patience),
    });
    return answerOf(call, body);
  };
}

function answerOf(call: ClientRequest, body: string): Promise<Notified> {
  return new Promise((resolve) => {
    call.on("error", (error) => resolve({ kind: "failed", why: wordsOf(error) }));
    call.on("response", (response) => {
      resolve(notified(response));
      // What it says besides its status is nobody's business, however long it is.
      call.destroy();
    });
    call.end(body);
  });
}

function notified({ statusCode = 0 }: IncomingMessage): Notified {
  if (statusCode >= 200 && statusCode < 300) return { kind: "taken" };
  if (statusCode === 410) return { kind: "gone" };
  if (statusCode >= 300 && statusCode < 400)
    return { kind: "failed", why: `its address leads elsewhere, which is not followed: ${statusCode}` };
  return { kind: "failed", why: `its address answered: ${statusCode}` };
}

function wordsOf(error: NodeJS.ErrnoException): string {
  if (error.name === "AbortError" || error.name === "TimeoutError") return "its address did not answer in time";
  return `its address cannot be called: ${error.code ?? error.message}`;
}
