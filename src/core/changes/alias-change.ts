import type { Change, RevisionKind } from "#core/desk/store.ts";
import { aliasSubject } from "#core/desk/subject.ts";
import type { Names } from "#core/facts/names.ts";
import { spellingKey } from "#core/text/text.ts";

/** A spelling of a name, or words that ask for a fact. */
export interface Alias {
  readonly of: keyof Names | "facts";
  readonly id: string;
  readonly spelling: string;
}

/** The change that adds an alias, or takes it away. */
export function aliasChange({ of, id, spelling }: Alias, kind: RevisionKind = "alias", removed?: true): Change {
  const after = JSON.stringify({ of, id, spelling, ...(removed ? { removed } : {}) });
  return { subject: aliasSubject(of, id, spellingKey(spelling)), kind, after };
}
