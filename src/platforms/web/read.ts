import type { Commands } from "#core/answer/command.ts";
import { readLine } from "#core/answer/line.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Read } from "#core/request/refusal.ts";
import { CHANNELS } from "./channels.ts";

const ADDRESSED = /^\s*@talks\b/iu;

/**
 * A typed line, with its channels by their ids. `addressed`: it begins with a mention of Talks, so that its answer
 * belongs below it.
 */
export function readTyped(
  line: string,
  commands: Commands,
): { readonly call: Read<RawCall>; readonly addressed: boolean } {
  const named = CHANNELS.reduce((words, c) => words.replaceAll(`#${c.name}`, c.id), line);
  return {
    call: readLine(named.replace(ADDRESSED, "").trim() || "help", commands),
    addressed: ADDRESSED.test(line),
  };
}
