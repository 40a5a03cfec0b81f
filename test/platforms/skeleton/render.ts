import { frameOf, identified, readBy, type Setting, type Stashing } from "#core/chat/frame.ts";
import { paginate, type Paging, type Role } from "#core/chat/paginate.ts";
import { sourceInlines } from "#core/reply/citation.ts";
import { cellWords, words, type Block, type Inline, type Reply } from "#core/reply/reply.ts";
import type { Button } from "#core/request/call.ts";
import type { RoomPage } from "./room.ts";

/** The room's buttons carry so many characters, its messages hold so many lines. */
const CARRIED_MAX = 60;
const LINES_MAX = 12;

interface Piece {
  readonly role: Role;
  readonly line?: string;
  readonly buttons?: readonly Button[];
}

const PAGING: Paging<Piece> = {
  fits: (page) => page.length <= LINES_MAX,
  role: ({ role }) => role,
  joins: ({ role }) => role === "citation",
};

function paged(reply: Reply): readonly (readonly Piece[])[] {
  return paginate(reply.blocks.flatMap(piecesOf), PAGING);
}

function piecesOf(block: Block): readonly Piece[] {
  switch (block.kind) {
    case "heading":
      return [{ role: "heading", line: `# ${block.text}` }];
    case "paragraph":
      return [line(block.text)];
    case "quote":
      return [{ role: "other", line: `“${block.text}” — ${block.by}` }];
    case "list":
      return block.items.map((item) => line(item, "item"));
    case "table":
      return [block.head, ...block.rows].map((row) => ({ role: "item", line: row.map(cellWords).join(" | ") }));
    case "sources":
      return [
        { role: "citation", line: `${block.note}: ${block.sources.map((s) => words(sourceInlines(s))).join("; ")}` },
      ];
    case "file":
      return [{ role: "other", line: `${block.name}: ${block.text}` }];
    case "picture":
      return [];
    case "buttons":
      return [{ role: "other", buttons: block.buttons }];
  }
}

function line(inlines: readonly Inline[], role: Role = "other"): Piece {
  return { role, line: words(inlines) };
}

/** One page of an answer, with what stands below it. */
export async function answerPage(reply: Reply, setting: Setting, page = 0, token?: string): Promise<RoomPage> {
  const pages = paged(readBy(reply, setting.request));
  const at = Math.min(page, pages.length - 1);
  const pieces = pages[at] ?? [];
  const inside = pieces.flatMap((p) => p.buttons ?? []);
  const spec = { page: at, pages: pages.length, buttons: inside, token, room: CARRIED_MAX };
  const frame = await frameOf(reply, spec, setting);
  const lines = pieces.flatMap((p) => p.line ?? []);
  const shared = frame.sharedBy === undefined ? [] : [`Asked by ${frame.sharedBy.name}`];
  return {
    lines: [...lines, ...shared],
    buttons: [
      ...inside.map(({ label, call }) => ({ label, carried: frame.id({ do: "call", call }) })),
      ...frame.below.filter((b) => b.enabled !== false).map((b) => ({ label: b.label, carried: frame.id(b.action) })),
    ],
  };
}

/** The pages of a post of Talks' own. */
export function postPages(reply: Reply, stashing: Stashing): Promise<readonly RoomPage[]> {
  return Promise.all(
    paged(reply).map(async (pieces) => {
      const inside = pieces.flatMap((p) => p.buttons ?? []);
      const calls = inside.map(({ call }) => ({ do: "call" as const, call }));
      const id = await identified(calls, CARRIED_MAX, stashing);
      const buttons = inside.map(({ label }, i) => ({ label, carried: calls[i] === undefined ? "" : id(calls[i]) }));
      return { lines: pieces.flatMap((p) => p.line ?? []), buttons };
    }),
  );
}
