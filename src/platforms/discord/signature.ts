import { createPublicKey, verify, type KeyObject } from "node:crypto";

// docs.discord.com/developers/interactions/overview#setting-up-an-endpoint-validating-security-request-headers says
// nothing of an age. An answer is due within three seconds, so that nothing older is of use.
const WINDOW_S = 300;

/** An application's public key, 32 bytes in hex. */
export function readPublicKey(hex: string): KeyObject {
  const x = Buffer.from(hex, "hex").toString("base64url");
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
}

/** What Discord writes over a request. */
export interface Signed {
  readonly signature: string;
  readonly timestamp: string;
  readonly body: Uint8Array;
}

/**
 * Whether Discord signed a body, and did so within five minutes of `now`, in milliseconds: Ed25519 over the timestamp
 * and the bytes as they came.
 */
export function isSigned({ signature, timestamp, body }: Signed, key: KeyObject, now: number): boolean {
  if (!/^[\da-f]{128}$/iu.test(signature) || !/^\d{1,12}$/u.test(timestamp)) return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > WINDOW_S) return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "hex"));
}
