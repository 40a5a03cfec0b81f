import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { BadVariable, type Environment } from "#core/chat/variable.ts";
import { defined } from "#core/text/defined.ts";

const ALGORITHM = "aes-256-gcm";
const NONCE = 12;
const TAG = 16;

/** What Talks keeps of secrets is sealed with `key`. What `old` sealed is read too, until it is sealed again. */
export interface SealingKeys {
  readonly key: Buffer;
  readonly old?: Buffer;
}

/** The keys that are set; undefined where there is none. @throws BadVariable */
export function sealingKeys(env: Environment): SealingKeys | undefined {
  const read = (variable: string): Buffer | undefined =>
    (env[variable]?.trim() ?? "") === "" ? undefined : keyOf(variable, env[variable]);
  const [key, old] = [read("TALKS_ENCRYPTION_KEY"), read("TALKS_ENCRYPTION_KEY_OLD")];
  return key === undefined ? undefined : { key, ...defined({ old }) };
}

/** @throws BadVariable */
export function keyOf(variable: string, value: string | undefined): Buffer {
  const typed = value?.trim() ?? "";
  const key = /^[0-9a-f]{64}$/iu.test(typed) ? Buffer.from(typed, "hex") : Buffer.from(typed, "base64");
  if (key.length === 32) return key;
  throw new BadVariable(variable, "is not 32 bytes in hex or base64; make one with: openssl rand -hex 32");
}

/**
 * A text sealed with a key of 32 bytes, for one owner: it opens with the same key and the same owner only
 * (AES-256-GCM).
 */
export function seal(text: string, key: Buffer, owner: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The text; undefined where the key or the owner is another, or something was changed. */
export function unseal(sealed: string, key: Buffer, owner: string): string | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < NONCE + TAG) return undefined;
  try {
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(owner));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}

/** The same with the present key or the old one. */
export function unsealWith(sealed: string, { key, old }: SealingKeys, owner: string): string | undefined {
  const opened = unseal(sealed, key, owner);
  return opened === undefined && old !== undefined ? unseal(sealed, old, owner) : opened;
}
