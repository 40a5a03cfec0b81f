import { z } from "zod";
import type { Attached } from "#core/chat/attached.ts";
import { readFiles } from "./files.ts";

/**
 * A message that another one carries: Slack puts it among the attachments, where nothing documents it. One that was
 * forwarded is a share; a link to a message that was pasted is unfurled without being one.
 */
const CARRIED = z.object({
  is_share: z.boolean().optional(),
  is_msg_unfurl: z.boolean().optional(),
  text: z.string().optional(),
  files: z.unknown().optional(),
});

/** What somebody chose a message for: its words and its files. Of one that was forwarded, those that it carries. */
export function contentOf(message: Readonly<Record<string, unknown>>): {
  readonly text: string;
  readonly files: readonly Attached[];
} {
  const text = typeof message["text"] === "string" ? message["text"] : "";
  const files = readFiles(message["files"]);
  const { attachments } = message;
  const all = (Array.isArray(attachments) ? attachments : []).flatMap((a: unknown) => CARRIED.safeParse(a).data ?? []);
  const shares = all.filter((a) => a.is_share === true);
  // What is written beside a forwarded message is about it, and not of it.
  const carried = shares.length > 0 ? shares : text.trim() === "" && files.length === 0 ? all : [];
  if (carried.length === 0) return { text, files };
  return {
    text: carried.flatMap((a) => a.text ?? []).join("\n\n"),
    files: files.length > 0 ? files : carried.flatMap((a) => readFiles(a.files)),
  };
}
