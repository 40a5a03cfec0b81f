import type { types } from "@slack/bolt";
import type { Action } from "#core/chat/actions.ts";
import { writeAction } from "#core/chat/actions.ts";
import type { Frame } from "#core/chat/frame.ts";
import { tell } from "#core/messages/tell.ts";
import { line, shorten } from "#core/text/text.ts";
import { fallback } from "./escape.ts";
import type { Part } from "./part.ts";

type KnownBlock = types.KnownBlock;
type Inside = types.RichTextBlock["elements"][number];

/**
 * docs: Button ≤ 75 and 2,000; option ≤ 75 and 150; overflow 2 to 5 options (one is allowed too); actions ≤ 25
 * elements.
 */
export const ROOM = 2000;
const LABEL_MAX = 75;
const OPTION_ROOM = 150;
const ROW = 5;
const MENU_MAX = 5;
// A select takes 100; so many facts do not fit a menu.
const SELECT_MAX = 25;

/** A message as it is sent: `text` for notifications and screen readers, `blocks` for everyone else. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** One page of a reply in Block Kit. */
export function render(plain: string, parts: readonly Part[], frame: Frame): Message {
  let nth = 0;
  const id = (): string => `talks-${(nth += 1)}`;
  const blocks = [...pinged(frame), ...drawn(parts, frame, id), ...footer(frame, id)];
  const text = fallback(plain) || "Talks";
  return { text, blocks: blocks.length === 0 ? [{ type: "section", text: { type: "plain_text", text } }] : blocks };
}

function pinged({ pings }: Frame): KnownBlock[] {
  if (pings === undefined) return [];
  const group = { type: "usergroup" as const, usergroup_id: pings };
  return [{ type: "rich_text", elements: [{ type: "rich_text_section", elements: [group] }] }];
}

/** Parts as blocks: what is rich text in one block, its items in one list. */
export function drawn(parts: readonly Part[], frame: Pick<Frame, "id">, id: () => string): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let elements: Inside[] = [];
  const flush = (): void => {
    if (elements.length > 0) blocks.push({ type: "rich_text", elements });
    elements = [];
  };
  for (const part of parts) {
    switch (part.kind) {
      case "line":
        elements.push({ type: "rich_text_section", elements: [...part.elements, LINE_END] });
        break;
      case "item": {
        const section = { type: "rich_text_section" as const, elements: [...part.elements] };
        const last = elements.at(-1);
        if (last?.type === "rich_text_list" && part.joined) last.elements.at(-1)?.elements.push(...part.elements);
        else if (last?.type === "rich_text_list") last.elements.push(section);
        else elements.push({ type: "rich_text_list", style: "bullet", elements: [section] });
        break;
      }
      case "quote":
        elements.push({ type: "rich_text_quote", elements: [...part.elements] });
        break;
      case "code":
        elements.push({
          type: "rich_text_preformatted",
          elements: part.elements.filter((e) => e.type === "text" || e.type === "link"),
        });
        break;
      case "header":
        flush();
        blocks.push({ type: "header", text: { type: "plain_text", text: part.text, emoji: false } });
        break;
      case "context":
        flush();
        blocks.push({ type: "context", elements: [{ type: "mrkdwn", text: part.mrkdwn, verbatim: true }] });
        break;
      case "table":
        flush();
        blocks.push({
          type: "table",
          rows: part.rows.map((row) => [...row]),
          column_settings: part.rows[0]?.map(() => ({ is_wrapped: true })) ?? [],
        });
        break;
      case "buttons":
        flush();
        blocks.push(
          ...rows(
            part.buttons.map(({ label, call }) => ({ label, action: { do: "call", call } })),
            frame,
            id,
          ),
        );
    }
  }
  flush();
  return blocks;
}

// Sections of one block run together without it.
const LINE_END: types.RichTextElement = { type: "text", text: "\n" };

interface Pressed {
  readonly label: string;
  readonly action: Action;
}

/** Buttons in a row; where there are many, the rest in a menu behind three dots. */
function rows(all: readonly Pressed[], frame: Pick<Frame, "id">, id: () => string): KnownBlock[] {
  const short = all.slice(ROW).filter(({ action }) => writeAction(action, 99, OPTION_ROOM) !== undefined);
  const menus = short.length < 2 ? [] : short;
  const buttons = all.filter((one) => !menus.includes(one));
  const overflow = Array.from({ length: Math.ceil(menus.length / MENU_MAX) }, (_, i) => ({
    type: "overflow" as const,
    action_id: id(),
    options: menus
      .slice(i * MENU_MAX, (i + 1) * MENU_MAX)
      .map(({ label, action }) => ({ text: plainText(label), value: frame.id(action) })),
  }));
  const elements = [...buttons.map((one) => button(one, frame, id)), ...overflow];
  return Array.from({ length: Math.ceil(elements.length / 25) }, (_, i) => ({
    type: "actions",
    elements: elements.slice(i * 25, (i + 1) * 25),
  }));
}

function button({ label, action }: Pressed, frame: Pick<Frame, "id">, id: () => string): types.Button {
  return { type: "button", text: plainText(label), action_id: id(), value: frame.id(action) };
}

function plainText(label: string): types.PlainTextElement {
  return { type: "plain_text", text: shorten(line(label), LABEL_MAX) || "…", emoji: false };
}

function footer(frame: Frame, id: () => string): KnownBlock[] {
  const small = [
    ...(frame.sharedBy === undefined ? [] : [tell(frame, "frame.askedBy", { name: frame.sharedBy.name })]),
    ...(frame.pages > 1 ? [tell(frame, "frame.page", { n: frame.page + 1, all: frame.pages })] : []),
  ].join(" · ");
  const below = frame.below.filter((b) => b.enabled !== false);
  const histories = frame.histories.length < 2 ? [] : [historyMenu(frame, id)];
  const elements = [...below.map((b) => button(b, frame, id)), ...histories];
  return [
    ...(small === "" ? [] : [{ type: "context" as const, elements: [asker(small)] }]),
    ...(elements.length === 0 ? [] : [{ type: "actions" as const, elements }]),
  ];
}

// A mention would notify the person who asked.
function asker(text: string): types.PlainTextElement {
  return { type: "plain_text", text: shorten(line(text), 300), emoji: false };
}

function historyMenu(frame: Frame, id: () => string): types.StaticSelect {
  const options = frame.histories
    .filter((h) => h.id.length <= OPTION_ROOM)
    .slice(0, SELECT_MAX)
    .map(({ id, statement }) => ({
      text: { type: "plain_text" as const, text: shorten(`${id}: ${line(statement)}`, LABEL_MAX), emoji: false },
      value: id,
    }));
  return {
    type: "static_select",
    action_id: `history-${id()}`,
    placeholder: { type: "plain_text", text: tell(frame, "frame.histories") },
    options,
  };
}
