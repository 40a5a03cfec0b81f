import { paginate, type Paging, type Role } from "#core/chat/paginate.ts";
import type { Reply } from "#core/reply/reply.ts";
import type { Part } from "./part.ts";
import { parts } from "./parts.ts";

/**
 * What a page may hold, below Slack's 50 blocks a message and one table (docs: Block Kit, blocks), and, undocumented,
 * about 12,000 characters over all blocks with their structure (msg_blocks_too_long; slackapi/bolt-js issues 2509 and
 * 2867). The rest is for what stands below a page.
 */
const PAGE: PageLimits = { characters: 7500, blocks: 40 };

export interface PageLimits {
  readonly characters: number;
  readonly blocks: number;
}

/** A reply in pages that each fit one message. */
export function paged(reply: Reply, limits: PageLimits = PAGE): readonly (readonly Part[])[] {
  const paging: Paging<Part> = { fits: (page) => fits(page, limits), role: roleOf, joins: (part) => part.joined };
  return paginate(parts(reply), paging);
}

function roleOf(part: Part): Role {
  const { kind } = part;
  if (kind === "header" || ("heads" in part && part.heads)) return "heading";
  if (kind === "context") return "citation";
  return kind === "item" || kind === "buttons" ? kind : "other";
}

function fits(page: readonly Part[], { characters, blocks }: PageLimits): boolean {
  const size = page.reduce((sum, p) => sum + p.size, 0);
  return size <= characters && blocksOf(page) <= blocks && page.filter((p) => p.kind === "table").length <= 1;
}

// Rich text in a row is drawn as one block.
function blocksOf(page: readonly Part[]): number {
  return page.filter((part, i) => !("elements" in part && "elements" in (page[i - 1] ?? {}))).length;
}
