import type { Desk } from "#core/desk/desk.ts";
import { pagesOf } from "#core/desk/fact-pages.ts";
import type { Author, Change } from "#core/desk/store.ts";
import { PAGES_SUBJECT } from "#core/desk/subject.ts";

/**
 * Takes the public pages of a desk down whose only workspace Talks was removed from: nobody there can switch them off
 * any more. Linked workspaces keep theirs. The history says why.
 */
export async function endPages(desk: Desk, by: Author, why: string): Promise<void> {
  if (pagesOf(await desk.snapshot()) === undefined || (await desk.keys()).length > 1) return;
  await desk.change(by, (snapshot) => {
    const ended: Change = { subject: PAGES_SUBJECT, kind: "pages", after: null, why };
    return { kind: "append", changes: pagesOf(snapshot) === undefined ? [] : [ended], result: undefined };
  });
}
