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
  if (all.some((t) => fold(t.name) === fold(name)))
    return refusing(
      refuse("state", `There is a token “${name}” already.`, "Remove that one first, or name this one otherwise."),
    );
  if (all.length >= TOKENS_MAX)
    return refusing(refuse("limit", `A desk has at most ${TOKENS_MAX} tokens.`, "Remove one that nothing uses."));
  return {
    kind: "append",
    changes: [{ subject: tokenSubject(hash), kind: "token", after: JSON.stringify({ name, may }) }],
    result: name,
  };
}

/** Lets nobody in by the token of this name any more. */
export function planNoToken(name: string, snapshot: Snapshot): Plan<string> {
  const found = tokensOf(snapshot).find((t) => fold(t.name) === fold(name));
  if (found === undefined) return refusing(refuse("state", `There is no token “${name}”.`, "The list is /desk token."));
  return {
    kind: "append",
    changes: [{ subject: tokenSubject(found.hash), kind: "token", after: null }],
    result: found.name,
  };
}
