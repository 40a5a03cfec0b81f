import type { types } from "@slack/bolt";
import { writeAction, type Action } from "#core/chat/actions.ts";
import type { Reply } from "#core/reply/reply.ts";
import { paged } from "#platforms/slack/pages.ts";
import { render, ROOM, type Message } from "#platforms/slack/render.ts";
import { isFields, words } from "#test/standins/slack/json.ts";

type KnownBlock = types.KnownBlock;

/** All that may stand below a page. */
const BELOW: readonly { readonly label: string; readonly action: Action }[] = [
  { label: "◀ Back", action: { do: "page", token: "t1", page: 0 } },
  { label: "Next ▶", action: { do: "page", token: "t1", page: 2 } },
  { label: "Share", action: { do: "share", call: { path: ["talks", "ask"], values: { question: "x".repeat(1900) } } } },
];

/**
 * Every page of a reply as a message, `below` it all that may stand there. What does not fit a button is kept under a
 * token.
 */
export function pagesOf(shown: Reply, below: "all" | "nothing" = "all"): readonly Message[] {
  const pages = paged(shown);
  return pages.map((parts, page) => {
    let nth = 0;
    const id = (action: Action): string => {
      nth += 1;
      return writeAction(action, nth, ROOM) ?? writeAction({ do: "stashed", token: "t1", index: nth }, nth, ROOM) ?? "";
    };
    const frame = { page, pages: pages.length, id };
    if (below === "nothing") return render(shown.plain, parts, { ...frame, below: [], histories: [] });
    const histories = Array.from({ length: 120 }, (_, i) => ({ id: `fact-${i}`, statement: shown.plain }));
    return render(shown.plain, parts, { ...frame, below: BELOW, histories });
  });
}

/**
 * What a person reads in blocks, in order: a line a block, buttons and menus in brackets, addresses by their labels.
 */
export function readable(blocks: readonly KnownBlock[]): string {
  return blocks.map((block) => said(block)).join("\n");
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.map(said).join("");
  if (!isFields(value)) return "";
  const type = words(value["type"]);
  switch (type) {
    case "mrkdwn":
      return words(value["text"])
        .replace(/<[^|<>]+\|([^<>]+)>/gu, "$1")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&amp;", "&");
    case "plain_text":
    case "raw_text":
    case "text":
    case "link":
      return words(value["text"]);
    case "date":
      return words(value["fallback"]);
    case "rich_text":
      return list(value["elements"], "\n");
    case "rich_text_list":
      return `• ${list(value["elements"], "\n• ")}`;
    case "context":
      return list(value["elements"], " ");
    case "table":
      return (value["rows"] as unknown[][]).map((row) => row.map(said).join(" | ")).join("\n");
    case "button":
      return `[${said(value["text"])}]`;
    case "actions":
      return list(value["elements"], " ");
    case "overflow":
    case "static_select":
      return `{${(value["options"] as { text: unknown }[]).map((o) => said(o.text)).join(" / ")}}`;
  }
  return said(value["elements"] ?? value["text"]);
}

function list(value: unknown, between: string): string {
  return (value as readonly unknown[]).map(said).join(between);
}

/** Every object of a type anywhere in a value. */
export function every(value: unknown, type: string): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap((one) => every(one, type));
  if (!isFields(value)) return [];
  return [...(value["type"] === type ? [value] : []), ...Object.values(value).flatMap((one) => every(one, type))];
}
