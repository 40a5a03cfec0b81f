import type { Reply } from "#core/reply/reply.ts";
import { fragments, type Fragment } from "./fragments.ts";

/**
 * What a page may hold, below Discord's limits for a message of components (docs: Message, components v2): 40 components and 4,000
 * characters of text in all; beyond about 10,170 bytes of text, counting 12 more for each display, Discord refuses it too. The rest is
 * for the container, the row of pages and the line of who shared it.
 */
const PAGE = { characters: 3600, bytes: 9000, components: 30 } as const;

interface Size {
  readonly characters: number;
  readonly bytes: number;
  readonly components: number;
}

const UTF8 = new TextEncoder();

/** A reply in pages that each fit one message. What belongs together stays on one page where that holds it. */
export function paged(reply: Reply): readonly (readonly Fragment[])[] {
  const pages: Fragment[][] = [];
  let page: Fragment[] = [];
  let full: Size = NOTHING;
  for (const group of groups(fragments(reply))) {
    const whole = sizeOf(group);
    if (page.length > 0 && !fits(full, whole)) {
      pages.push(page);
      [page, full] = [[], NOTHING];
    }
    for (const fragment of group) {
      const size = sizeOf([fragment]);
      if (page.length > 0 && !fits(full, size)) {
        pages.push(page);
        [page, full] = [[], NOTHING];
      }
      page.push(fragment);
      full = sum(full, size);
    }
  }
  if (page.length > 0 || pages.length === 0) pages.push(page);
  return pages;
}

/** A statement with how its sources word it and its citations, a heading with what it heads. */
function groups(all: readonly Fragment[]): readonly (readonly Fragment[])[] {
  const found: Fragment[][] = [];
  let headed = false;
  for (const fragment of all) {
    const joined = fragment.kind === "text" && fragment.joined;
    if (joined && fragment.markdown.startsWith("-# ")) found.push(...withStatement(found));
    const last = found.at(-1);
    if (last !== undefined && (headed || joined)) last.push(fragment);
    else found.push([fragment]);
    headed = fragment.kind === "text" && fragment.heading;
  }
  return found;
}

/** Takes the items off the end with what they stand under, as one group. */
function withStatement(found: Fragment[][]): readonly Fragment[][] {
  const items = found.length - 1 - found.findLastIndex((group) => group.some((f) => !isItem(f)));
  return found.length > items && items > 0 ? [found.splice(-items - 1).flat()] : [];
}

function isItem(fragment: Fragment): boolean {
  return (
    fragment.kind === "text" &&
    (fragment.markdown.startsWith("- ") || (fragment.joined && !fragment.markdown.startsWith("-# ")))
  );
}

const NOTHING: Size = { characters: 0, bytes: 0, components: 0 };

function sizeOf(group: readonly Fragment[]): Size {
  return group.map(size).reduce(sum, NOTHING);
}

function size(fragment: Fragment): Size {
  switch (fragment.kind) {
    case "text": {
      const { length } = fragment.markdown;
      // Each heading begins a display of its own, after a rule.
      const displays = fragment.heading ? 2 : 0;
      return { characters: length + 1, bytes: UTF8.encode(fragment.markdown).length + 1 + 12, components: displays };
    }
    case "buttons":
      return { characters: 0, bytes: 12, components: fragment.buttons.length + 2 };
    case "file":
      return { characters: 0, bytes: 12, components: 2 };
  }
}

function sum(a: Size, b: Size): Size {
  return { characters: a.characters + b.characters, bytes: a.bytes + b.bytes, components: a.components + b.components };
}

function fits(full: Size, more: Size): boolean {
  const both = sum(full, more);
  return both.characters <= PAGE.characters && both.bytes <= PAGE.bytes && both.components <= PAGE.components;
}
