import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import type { Json } from "#test/standins/discord/json.ts";

/** What a request carries that the application is to check. */
export interface Signature {
  readonly "X-Signature-Ed25519": string;
  readonly "X-Signature-Timestamp": string;
}

/**
 * The application's Interactions Endpoint URL: where it is set, interactions are posted there and not told over the
 * gateway (docs.discord.com/developers/interactions/overview#preparing-for-interactions).
 */
export class Endpoint {
  /** Undefined where interactions go over the gateway. */
  url: string | undefined;
  readonly publicKey: string;
  readonly #key: KeyObject;

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    this.publicKey = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("hex");
    this.#key = createPrivateKey(privateKey.export({ format: "pem", type: "pkcs8" }));
  }

  /** Ed25519 over the timestamp and the body: #setting-up-an-endpoint-validating-security-request-headers. */
  signed(body: string, timestamp = String(Math.floor(Date.now() / 1000))): Signature {
    const signature = sign(null, Buffer.from(timestamp + body), this.#key).toString("hex");
    return { "X-Signature-Ed25519": signature, "X-Signature-Timestamp": timestamp };
  }

  /**
   * Sets the address as the Developer Portal does: a PING that is signed must be answered with a PONG, one that is not
   * must be refused with 401 (#setting-up-an-endpoint-acknowledging-ping-requests). @throws Error where it is not
   */
  async set(url: string): Promise<void> {
    const body = JSON.stringify({ type: 1, id: "1", application_id: "1", token: "ping", version: 1 });
    const pong = await post(url, body, this.signed(body));
    const said: unknown = pong.status === 200 ? await pong.json() : undefined;
    if (JSON.stringify(said) !== JSON.stringify({ type: 1 })) throw new Error(`PING: answered with ${pong.status}`);
    const forged = { ...this.signed(body), "X-Signature-Ed25519": "0".repeat(128) };
    const refused = await post(url, body, forged);
    if (refused.status !== 401) throw new Error(`a forged PING: answered with ${refused.status}`);
    this.url = url;
  }

  /**
   * Posts an interaction; whether it was taken. With 202 it is answered by the callback
   * (receiving-and-responding#responding-to-an-interaction); answers in the response itself are not known here.
   */
  async deliver(interaction: Json): Promise<boolean> {
    const body = JSON.stringify(interaction);
    const response = await post(this.url ?? "", body, this.signed(body)).catch(() => undefined);
    await response?.body?.cancel();
    return response?.status === 202;
  }
}

function post(url: string, body: string, signature: Signature): Promise<Response> {
  return fetch(url, { method: "POST", body, headers: { "Content-Type": "application/json", ...signature } });
}
