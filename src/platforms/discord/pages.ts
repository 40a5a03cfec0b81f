import { paginate, type Paging, type Role } from "#core/chat/paginate.ts";
import type { Reply } from "#core/reply/reply.ts";
import { fragments, type Fragment } from "./fragments.ts";

/**
 * What a page may hold, below Discord's limits for a message of components (docs: Message, components v2): 40
 * components and 4,000 characters of text in all; beyond about 10,170 bytes of text, counting 12 more for each display,
 * Discord refuses it too. The rest is for the container, the row of pages and the line of who shared it.
 */
const PAGE = { characters: 3600, bytes: 9000, components: 30 } as const;

interface Size {
  readonly characters: number;
  readonly bytes: number;
  readonly components: number;
}

/** A fragment with what it takes up, measured once. */
interface Measured {
  readonly fragment: Fragment;
  readonly size: Size;
}

const UTF8 = new TextEncoder();

/** A reply in pages that each fit one message. */
export function paged(reply: Reply): readonly (readonly Fragment[])[] {
  const measured = fragments(reply).map((fragment) => ({ fragment, size: sizeOf(fragment) }));
  return paginate(measured, PAGING).map((page) => page.map(({ fragment }) => fragment));
}

const PAGING: Paging<Measured> = {
  fits: (page) =>
    sum(page, "characters") <= PAGE.characters &&
    sum(page, "bytes") <= PAGE.bytes &&
    sum(page, "components") <= PAGE.components,
  role: ({ fragment }) => roleOf(fragment),
  joins: ({ fragment }) => fragment.kind === "text" && fragment.joined,
};

function roleOf(fragment: Fragment): Role {
  if (fragment.kind !== "text") return fragment.kind === "buttons" ? "buttons" : "other";
  const { markdown, joined, heading, heads } = fragment;
  if (heading || heads === true) return "heading";
  if (joined) return markdown.startsWith("-# ") ? "citation" : "item";
  return markdown.startsWith("- ") ? "item" : "other";
}

function sum(page: readonly Measured[], of: keyof Size): number {
  return page.reduce((total, { size }) => total + size[of], 0);
}

function sizeOf(fragment: Fragment): Size {
  switch (fragment.kind) {
    case "text": {
      const { length } = fragment.markdown;
      // Each heading begins a display of its own, after a rule.
      const displays = fragment.heading ? 2 : 0;
      return { characters: length + 1, bytes: UTF8.encode(fragment.markdown).length + 1 + 12, components: displays };
    }
    case "buttons":
      return { characters: 0, bytes: 12, components: fragment.buttons.length + 2 };
    case "picture":
    case "file":
      return { characters: 0, bytes: 12, components: 2 };
  }
}
