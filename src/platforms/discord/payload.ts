import type { Page } from "./render.ts";

/** A message as it is sent: nobody is pinged but the role that a digest was told to, whatever the words are. */
export function payload(page: Page) {
  return {
    components: page.components,
    files: page.files.map(({ name, text }) => ({ name, attachment: Buffer.from(text) })),
    allowedMentions: { parse: [], roles: page.pings === undefined ? [] : [page.pings] },
  };
}
