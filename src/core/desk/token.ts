/** What a program shows to be let in to a desk. The words before the secret are for those who find one by chance. */
const TOKEN = /^talks_[a-z0-9]{32}$/u;
/** Letters of the secret: each is one of 31, so that it cannot be guessed. */
const SECRET_LENGTH = 32;

/** Most tokens that a desk has at once. */
export const TOKENS_MAX = 20;

export function newToken(secret: (length: number) => string): string {
  return `talks_${secret(SECRET_LENGTH)}`;
}

export function isToken(typed: string): boolean {
  return TOKEN.test(typed);
}

/** SHA-256 in hexadecimal digits. A slow hash would add nothing: the secret is random. */
export async function hashOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return new Uint8Array(digest).toHex();
}
