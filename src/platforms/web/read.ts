import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import type { Commands } from "#core/answer/command.ts";
import { readLine } from "#core/answer/line.ts";
import type { RawCall } from "#core/request/call.ts";
import { decode } from "#core/exchange/decode.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { CHANNELS } from "./channels.ts";

const ADDRESSED = /^\s*@talks\b/iu;

/** A file that was dropped on the page; `data` is its bytes in base64. */
export interface Dropped {
  readonly name: string;
  readonly data: string;
}

/**
 * A typed line, with its channels by their ids. `addressed`: it begins with a mention of Talks, so that its answer
 * belongs below it.
 */
export function readTyped(
  line: string,
  commands: Commands,
  dropped?: Dropped,
): { readonly call: (at: Told) => Read<RawCall>; readonly addressed: boolean } {
  const named = CHANNELS.reduce((words, c) => words.replaceAll(`#${c.name}`, c.id), line);
  return {
    call: (at) => {
      const call = readLine(named.replace(ADDRESSED, "").trim() || "help", commands, at);
      return call.ok ? withFile(call.value, commands, dropped, at) : call;
    },
    addressed: ADDRESSED.test(line),
  };
}

/** The page has no folder of files: a file is dropped on it, and its text is the value of the option that takes one. */
function withFile(raw: RawCall, commands: Commands, dropped: Dropped | undefined, at: Told): Read<RawCall> {
  const options = Object.entries(commands.find(raw.path)?.options ?? {});
  const [name, option] = options.find(([, { type }]) => type === "file") ?? [];
  const typed = name === undefined ? undefined : raw.values[name];
  if (dropped === undefined)
    return typed === undefined ? ok(raw) : no(tell(at, "file.page", { name: typed }), tell(at, "file.drop"));
  if (name === undefined || option === undefined)
    return no(tell(at, "file.none", { command: `/${raw.path.join(" ")}` }), tell(at, "file.import"));
  const bytes = Buffer.from(dropped.data, "base64");
  if (bytes.length > option.max)
    return no(
      tell(at, "file.size", { name: dropped.name, n: bytes.length }),
      `${tell(at, "file.most", { max: option.max })} ${tell(at, "file.split")}`,
    );
  return ok({ ...raw, values: { ...raw.values, [name]: decode(bytes) } });
}
