import type { z } from "zod";
import { spellingKey } from "#core/text/text.ts";
import type { Heads } from "./heads.ts";
import type { PAYLOAD } from "./payload.ts";
import type { Revision } from "./store.ts";

type Respelling = z.infer<typeof PAYLOAD.alias>;

/** What a desk said of one spelling last, and the revision that said it. */
interface Said {
  readonly state: Respelling;
  readonly revision: Revision;
}

/**
 * The last word on each spelling, in the order of their first revisions. A desk of an earlier version may have said it
 * under another subject, which had no marks.
 */
export function saidSpellings(own: Heads): readonly Said[] {
  const last = new Map<string, Said>();
  for (const { state, revision } of own.all("alias")) {
    const key = `${state.of}/${state.id}/${spellingKey(state.spelling)}`;
    const before = last.get(key);
    if (before === undefined || before.revision.number < revision.number) last.set(key, { state, revision });
  }
  return [...last.values()];
}
