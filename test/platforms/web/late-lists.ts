import type { Page } from "playwright-core";

/** Holds back what completion answers on a page, until the function that it gives is called. */
export async function lateLists(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  await page.route("**/api/complete", async (route) => {
    await promise;
    await route.continue();
  });
  return () => resolve(undefined);
}
