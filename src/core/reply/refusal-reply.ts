import type { Refusal } from "#core/request/refusal.ts";
import { buttons, heading, list, paragraph, reply, text, type Reply } from "./reply.ts";

/** A refusal as a reply, so that every platform shows one the way it shows an answer. */
export function refusalReply(r: Refusal): Reply {
  return reply(`${r.message} ${r.hint}`, [
    heading(TITLES[r.kind]),
    paragraph(text(r.message)),
    ...(r.lines === undefined ? [] : [list(...r.lines.map((line) => [text(line)]))]),
    paragraph(text(r.hint)),
    ...(r.buttons.length === 0 ? [] : [buttons(...r.buttons)]),
  ]);
}

const TITLES: Readonly<Record<Refusal["kind"], string>> = {
  usage: "Not understood",
  held: "Nothing held",
  choice: "Which one",
  state: "Nothing changed",
  right: "Not allowed",
  conflict: "Somebody changed it first",
  limit: "Too much at once",
  failed: "Something went wrong",
};
