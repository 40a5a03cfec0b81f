import type { Session } from "#core/answer/answer.ts";
import { pagePath, pagesOf } from "#core/desk/fact-pages.ts";
import { defined } from "#core/text/defined.ts";

/** Facts with the addresses of their public pages, where the desk allows pages. */
export async function withPage<T extends { readonly id: string }>(
  facts: readonly T[],
  { desk, site }: Pick<Session, "desk" | "site">,
): Promise<(T & { readonly page?: string })[]> {
  const pages = site === undefined ? undefined : pagesOf(await desk.snapshot());
  return Promise.all(
    facts.map(async (fact) => ({
      ...fact,
      ...defined({ page: pages === undefined ? undefined : `${site}${await pagePath(pages, fact.id)}` }),
    })),
  );
}
