import type { Page } from "./render.ts";

/** A message as it is sent: nobody is pinged but the role that a digest was told to, whatever the words are. */
export function payload(page: Page) {
  return {
    components: page.components,
    files: page.files.map(({ name, content }) => ({ name, attachment: bytes(content) })),
    allowedMentions: { parse: [], roles: page.pings === undefined ? [] : [page.pings] },
  };
}

function bytes(content: string | Uint8Array): Buffer {
  return typeof content === "string"
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.length);
}
