import { tell } from "#core/messages/tell.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import { subjectParts, tokenSubject } from "#core/desk/subject.ts";
import { TOKENS_MAX } from "#core/desk/token.ts";
import { refuse } from "#core/request/refusal.ts";
import { fold } from "#core/text/text.ts";

/** A token as the desk keeps it, and the revision that made it. */
export interface KeptToken {
  readonly name: string;
  readonly hash: string;
  /** What it may do besides reading. */
  readonly may?: "suggest";
  readonly at: Temporal.Instant;
  readonly by: string;
}

/** Where a desk keeps when a token was used last, for a year. */
export function usedKey(hash: string): string {
  return `used ${hash}`;
}

/** The tokens that let programs in to a desk, in the order in which they were made. */
export function tokensOf({ own }: Pick<Snapshot, "own">): readonly KeptToken[] {
  return own
    .all("token")
    .map(({ subject, state, revision: { at, by } }) => ({ ...state, hash: subjectParts(subject).id, at, by: by.name }));
}

/** Lets in who shows the token with this hash. `may`: what it may do besides reading. */
export function planToken(
  { name, hash, may }: Pick<KeptToken, "name" | "hash"> & { readonly may: "suggest" | undefined },
  snapshot: Snapshot,
): Plan<string> {
  const all = tokensOf(snapshot);
  const { view } = snapshot;
  if (all.some((t) => fold(t.name) === fold(name)))
    return refusing(refuse("state", tell(view, "token.held", { name }), tell(view, "program.first")));
  if (all.length >= TOKENS_MAX)
    return refusing(refuse("limit", tell(view, "token.most", { n: TOKENS_MAX }), tell(view, "program.unused")));
  return {
    kind: "append",
    changes: [{ subject: tokenSubject(hash), kind: "token", after: JSON.stringify({ name, may }) }],
    result: name,
  };
}

/** Lets nobody in by the token of this name any more. */
export function planNoToken(name: string, snapshot: Snapshot): Plan<string> {
  const found = tokensOf(snapshot).find((t) => fold(t.name) === fold(name));
  const { view } = snapshot;
  if (found === undefined)
    return refusing(refuse("state", tell(view, "token.absent", { name }), tell(view, "token.list")));
  return {
    kind: "append",
    changes: [{ subject: tokenSubject(found.hash), kind: "token", after: null }],
    result: found.name,
  };
}
