import { ENGLISH, type MessageId } from "#core/messages/english.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";

/** What a field of a fact is called: `the post differs`. One that no message names keeps its name. */
export function fieldWord(field: string, at: Told): string {
  const id = `field.${field}`;
  return isNamed(id) ? tell(at, id) : field;
}

function isNamed(id: string): id is FieldId {
  return Object.hasOwn(ENGLISH, id);
}

type FieldId = Extract<MessageId, `field.${string}`>;
