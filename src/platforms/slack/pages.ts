import type { Reply } from "#core/reply/reply.ts";
import { parts, type Part } from "./parts.ts";

/**
 * What a page may hold, below Slack's 50 blocks a message and one table (docs: Block Kit, blocks), and, undocumented, about 12,000
 * characters over all blocks with their structure (msg_blocks_too_long; slackapi/bolt-js issues 2509 and 2867). The rest is for what
 * stands below a page.
 */
const PAGE: PageLimits = { characters: 7500, blocks: 40 };

export interface PageLimits {
  readonly characters: number;
  readonly blocks: number;
}

/** A reply in pages that each fit one message. What belongs together stays on one page where that holds it. */
export function paged(reply: Reply, limits: PageLimits = PAGE): readonly (readonly Part[])[] {
  const pages: Part[][] = [];
  let page: Part[] = [];
  for (const group of groups(parts(reply))) {
    if (page.length > 0 && !fits([...page, ...group], limits)) {
      pages.push(page);
      page = [];
    }
    for (const part of group) {
      if (page.length > 0 && !fits([...page, part], limits)) {
        pages.push(page);
        page = [];
      }
      page.push(part);
    }
  }
  if (page.length > 0 || pages.length === 0) pages.push(page);
  return pages;
}

/** A statement with how its sources word it and its citations, a heading with what it heads. */
function groups(all: readonly Part[]): readonly (readonly Part[])[] {
  const found: Part[][] = [];
  let headed = false;
  for (const part of all) {
    if (part.kind === "context") found.push(...withStatement(found));
    const last = found.at(-1);
    if (last !== undefined && (headed || part.joined)) last.push(part);
    else found.push([part]);
    headed = part.kind === "header";
  }
  return found;
}

/** Takes the items off the end with what they stand under, as one group. */
function withStatement(found: Part[][]): readonly Part[][] {
  const items = found.length - 1 - found.findLastIndex((group) => group.some((p) => p.kind !== "item"));
  return found.length > items && items > 0 ? [found.splice(-items - 1).flat()] : [];
}

function fits(page: readonly Part[], { characters, blocks }: PageLimits): boolean {
  const size = page.reduce((sum, p) => sum + p.size, 0);
  return size <= characters && blocksOf(page) <= blocks && page.filter((p) => p.kind === "table").length <= 1;
}

// Rich text in a row is drawn as one block.
function blocksOf(page: readonly Part[]): number {
  return page.filter((part, i) => !("elements" in part && "elements" in (page[i - 1] ?? {}))).length;
}
