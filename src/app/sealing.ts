import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Sealing } from "#core/chat/sealing.ts";
import { BadVariable, type Environment } from "#core/chat/variable.ts";

const ALGORITHM = "aes-256-gcm";
const NONCE = 12;
const TAG = 16;

/** Sealing with the key that is set; undefined where there is none. @throws BadVariable */
export function sealingOf(env: Environment): Sealing | undefined {
  const read = (variable: string): Buffer | undefined => {
    const typed = env[variable]?.trim() ?? "";
    return typed === "" ? undefined : keyOf(variable, typed);
  };
  const [key, old] = [read("TALKS_ENCRYPTION_KEY"), read("TALKS_ENCRYPTION_KEY_OLD")];
  if (key !== undefined) return sealingWith(key, old);
  if (old === undefined) return undefined;
  throw new BadVariable(
    "TALKS_ENCRYPTION_KEY_OLD",
    "is set without TALKS_ENCRYPTION_KEY; put it there, or a new key made with: openssl rand -hex 32",
  );
}

/**
 * Seals with `key`, 32 bytes each (AES-256-GCM). What `old` sealed is opened too.
 * @internal
 */
export function sealingWith(key: Buffer, old?: Buffer): Sealing {
  return {
    seal: (text, owner) => seal(text, key, owner),
    open: (sealed, owner) => open(sealed, key, owner) ?? (old === undefined ? undefined : open(sealed, old, owner)),
    isPresent: (sealed, owner) => open(sealed, key, owner) !== undefined,
    changing: old !== undefined,
  };
}

function keyOf(variable: string, typed: string): Buffer {
  const key = /^[0-9a-f]{64}$/iu.test(typed) ? Buffer.from(typed, "hex") : Buffer.from(typed, "base64");
  if (key.length === 32) return key;
  throw new BadVariable(variable, "is not 32 bytes in hex or base64; make one with: openssl rand -hex 32");
}

function seal(text: string, key: Buffer, owner: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

function open(sealed: string, key: Buffer, owner: string): string | undefined {
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
