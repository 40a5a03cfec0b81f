import type { RawCall } from "./call.ts";
import type { Options } from "./option.ts";

/** Names that options had before: old lines, buttons and forms still carry them. */
const FORMER: Readonly<Record<string, string>> = { why: "reason" };

/** The name that an option has now, where these options have it and not the former one. */
export function currentName(name: string, options: Options): string {
  const now = Object.hasOwn(FORMER, name) ? FORMER[name] : undefined;
  return now !== undefined && Object.hasOwn(options, now) && !Object.hasOwn(options, name) ? now : name;
}

/** A call with today's names of its options. */
export function withCurrentNames(raw: RawCall, options: Options): RawCall {
  if (Object.keys(raw.values).every((name) => currentName(name, options) === name)) return raw;
  const values = Object.entries(raw.values).map(([name, value]) => [currentName(name, options), value] as const);
  return { ...raw, values: Object.fromEntries(values) };
}
