import { ENGLISH, type MessageId } from "#core/messages/english.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { capital } from "#core/text/text.ts";

/** A command on a button: `How long`. */
export function commandLabel(name: string, at: Told): string {
  const id = `button.${name}`;
  return isLabel(id) ? tell(at, id) : capital(name.replaceAll("-", " "));
}

function isLabel(id: string): id is Extract<MessageId, `button.${string}`> {
  return Object.hasOwn(ENGLISH, id);
}
