import type { Answered, HttpDelivery, SignedRequest } from "./http-delivery.ts";
import { send, signed } from "./http-delivery.ts";
import { fields, parsed } from "./json.ts";
import type { Platform } from "./platform.ts";

/** What to change in a request before it is sent: anything that is left out stays as Slack would send it. */
export interface Forgery {
  readonly body?: string;
  readonly contentType?: string;
  /** Seconds since 1970 that the request claims; the signature is made for it. */
  readonly seconds?: number;
  /** Headers to replace; an empty one is removed. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The app's request address as Slack, or someone who pretends to be Slack, calls it. */
export class RequestAddress {
  readonly url: string;
  readonly #platform: Platform;
  readonly #delivery: HttpDelivery;

  constructor(platform: Platform, delivery: HttpDelivery, url: string) {
    this.#platform = platform;
    this.#delivery = delivery;
    this.url = url;
  }

  /** The last request Slack sent, ready to be sent again unchanged: `address.raw(address.last())`. */
  last(): SignedRequest {
    if (this.#delivery.last === undefined) throw new Error("Nothing was delivered yet");
    return this.#delivery.last;
  }

  async raw(request: SignedRequest): Promise<Answered> {
    return send(this.url, request);
  }

  /** Sends a request that is properly signed except for what is forged. */
  async forge(forgery: Forgery): Promise<Answered> {
    const request = signed(
      this.#platform,
      forgery.body ?? "{}",
      forgery.contentType ?? "application/json",
      forgery.seconds,
    );
    const headers = Object.fromEntries(
      Object.entries({ ...request.headers, ...forgery.headers }).filter(([, value]) => value !== ""),
    );
    return this.raw({ body: request.body, headers });
  }

  /** `ssl_check`, which Slack sends unsigned to commands now and then. */
  async sslCheck(): Promise<number> {
    const body = "ssl_check=1&token=x";
    const answered = await this.raw({ body, headers: { "content-type": "application/x-www-form-urlencoded" } });
    return answered.status;
  }

  /** `url_verification`: whether the app returned the challenge. */
  async verify(): Promise<boolean> {
    const challenge = this.#platform.ids.next("challenge");
    const answered = await this.forge({
      body: JSON.stringify({ type: "url_verification", token: this.#platform.app.verificationToken, challenge }),
    });
    return (
      answered.status === 200 &&
      (answered.body === challenge || fields(parsed(answered.body))["challenge"] === challenge)
    );
  }
}
