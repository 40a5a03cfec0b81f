import { converse } from "#core/answer/converse.ts";
import { readLine } from "#core/answer/line.ts";
import type { Asker } from "#core/request/asker.ts";
import { NO_CALL, type RawCall } from "#core/request/call.ts";
import { came, rea, type Came, type Seat } from "#test/moderation.ts";
import type { FollowUpAsked } from "./follow-ups.ts";

/** One typed line after the other, by one person in one place. */
export type Conversation = (line: string) => Promise<Came & { readonly call: RawCall }>;

export function talkIn({ session }: Seat, by: Asker): Conversation {
  return async (line) => {
    const read = readLine(line, session.commands);
    if (!read.ok) return { ...came({ kind: "refusal", refusal: read.refusal }), call: NO_CALL };
    const { answer, call } = await converse(read.value, by, session);
    return { ...came(answer), call };
  };
}

let places = 0;

/** Whether a conversation's second answer is what was asked for, and whether something was taken from the first. */
export async function goesOn(
  { first, next, fact, tells, refused }: FollowUpAsked,
  seat: Seat,
): Promise<{ readonly first: boolean; readonly taken: boolean }> {
  places += 1;
  const talk = talkIn(seat, { ...rea, channel: `place ${places}` });
  await talk(first);
  const { reply, text } = await talk(next);
  const wanted = fact === undefined ? [] : [fact].flat();
  const isIt = wanted.length === 0 || wanted.includes(reply?.facts[0]?.id ?? "");
  const isTold = refused === true ? reply === undefined : reply !== undefined;
  return { first: isIt && isTold && text.includes(tells ?? ""), taken: text.includes("Taken from before") };
}
