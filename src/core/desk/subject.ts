import type { Names } from "#core/facts/names.ts";

export const factSubject = (id: string): string => `fact/${id}`;
export const articleSubject = (id: string): string => `article/${id}`;
export const nameSubject = (of: keyof Names, id: string): string => `name/${of}/${id}`;
/** `key`: the spelling's `spellingKey`. Earlier versions wrote it without any marks: see `spellings.ts`. */
export const aliasSubject = (of: keyof Names | "facts", id: string, key: string): string => `alias/${of}/${id}/${key}`;
export const suggestionSubject = (id: string): string => `suggestion/${id}`;
export const proposalSubject = (batch: string, at: string): string => `proposal/${batch}/${at}`;
export const ruleSubject = (rule: string): string => `rule/${rule}`;
export const roleSubject = (platform: string, kind: string, id: string): string => `role/${platform}/${kind}/${id}`;
export const focusSubject = (platform: string, channel: string): string => `focus/${platform}/${channel}`;
export const webhookSubject = (id: string): string => `webhook/${id}`;
export const tokenSubject = (hash: string): string => `token/${hash}`;
/** The one switch of pages. */
export const PAGES_SUBJECT = "pages/public";
/** The one switch of the library. */
export const LIBRARY_SUBJECT = "library/sample";

/** The kind of a subject and the id after it: `fact/f12` → fact, f12. */
export function subjectParts(subject: string): { readonly kind: string; readonly id: string } {
  const at = subject.indexOf("/");
  return { kind: subject.slice(0, at), id: subject.slice(at + 1) };
}
