import { ComponentType } from "discord.js";
import type { Setting } from "#core/chat/frame.ts";
import type { Reply } from "#core/reply/reply.ts";
import type { replyPage } from "#platforms/discord/compose.ts";
import type { replyMessage } from "#platforms/slack/compose.ts";
import { isFields, words } from "#test/standins/slack/json.ts";

/** The lines of each page of a reply, footers and buttons left out; a heading or a label begins with `HEADS`. */
type Lines = (shown: Reply, around: Setting) => Promise<readonly (readonly string[])[]>;

export const HEADS = "¦";
const FOOTER = /^(?:-# )?Page (\d+) of (\d+)$/u;

function pagesOf(page: (at: number) => Promise<readonly string[]>): Promise<readonly (readonly string[])[]> {
  const all: (readonly string[])[] = [];
  const next = async (): Promise<readonly (readonly string[])[]> => {
    const lines = await page(all.length);
    const footer = lines.map((line) => FOOTER.exec(line)).find((found) => found !== null);
    all.push(lines.filter((line) => !FOOTER.test(line)));
    return all.length < Number(footer?.[2] ?? 1) ? next() : all;
  };
  return next();
}

export function DISCORD_LINES(draw: typeof replyPage): Lines {
  return (shown, around) =>
    pagesOf(async (at) => {
      const [{ components }] = (await draw(shown, around, at)).components;
      return components
        .flatMap((one) => (one.type === ComponentType.TextDisplay ? one.content.split("\n") : []))
        .filter((line) => line.trim() !== "")
        .map((line) =>
          /^### |^\*\*(?:(?!\*\*).)*\*\*$/u.test(line) ? `${HEADS}${line.replace(/^### |\*\*/gu, "")}` : line,
        );
    });
}

export function SLACK_LINES(draw: typeof replyMessage): Lines {
  return (shown, around) =>
    pagesOf(async (at) => (await draw(shown, around, at)).blocks.flatMap(linesOf).filter((line) => line.trim() !== ""));
}

function linesOf(block: unknown): readonly string[] {
  if (!isFields(block)) return [];
  const inside = Array.isArray(block["elements"]) ? block["elements"] : [];
  switch (words(block["type"])) {
    case "header":
      return [`${HEADS}${textOf(block["text"])}`];
    case "context":
      return [inside.map(textOf).join(" ")];
    case "rich_text":
      return inside.flatMap((one) =>
        isFields(one) && one["type"] === "rich_text_list" ? itemsOf(one) : [lineOf(one)],
      );
    case "table":
      return (block["rows"] as readonly (readonly unknown[])[]).map((row) => row.map(textOf).join(" | "));
    case "actions":
      return [];
  }
  return [textOf(block["text"])];
}

function itemsOf(list: Readonly<Record<string, unknown>>): readonly string[] {
  return (list["elements"] as readonly unknown[]).map(textOf);
}

function lineOf(section: unknown): string {
  const elements = isFields(section) && Array.isArray(section["elements"]) ? section["elements"] : [];
  const said = elements.filter((one) => textOf(one).trim() !== "");
  const isLabel =
    said.length > 0 && said.every((one) => isFields(one) && isFields(one["style"]) && one["style"]["bold"] === true);
  return `${isLabel ? HEADS : ""}${textOf(section).trim()}`;
}

/** What is read of a part; what Slack shows by name, a person or a channel, has no words of its own. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join("");
  if (!isFields(value)) return "";
  if (Array.isArray(value["elements"])) return textOf(value["elements"]);
  if (isFields(value["text"])) return textOf(value["text"]);
  return words(value["text"]).replace(/<[@#!][^>]*>/gu, "");
}
