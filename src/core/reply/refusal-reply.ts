import type { Refusal } from "#core/request/refusal.ts";
import { tell } from "#core/messages/tell.ts";
import { buttons, heading, list, paragraph, reply, text, toldIn, type Reply } from "./reply.ts";

/** A refusal as a reply, so that every platform shows one the way it shows an answer. */
export function refusalReply(r: Refusal): Reply {
  const told = reply(`${r.message} ${r.hint}`, [
    heading(tell(r, r.near === true ? "refusal.near" : `refusal.${r.kind}`)),
    paragraph(text(r.message)),
    ...(r.lines === undefined ? [] : [list(...r.lines.map((line) => [text(line)]))]),
    paragraph(text(r.hint)),
    ...(r.buttons.length === 0 ? [] : [buttons(...r.buttons)]),
  ]);
  return toldIn(told, r.tongue);
}
