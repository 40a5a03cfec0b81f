import { join } from "node:path";
import { ASIDE } from "#src/app/log.ts";
import { openPlayground } from "#src/app/playground.ts";
import { DATA, ROOT } from "#test/desk.ts";
import { launch } from "./browser.ts";

// node test/platforms/web/pictures.ts: makes the pictures of the playground that the docs show.
const playground = await openPlayground({ port: 0, host: "127.0.0.1" }, DATA, ASIDE);
await playground.start();
const browser = await launch();
const page = await (await browser.newContext({ viewport: { width: 1280, height: 640 } })).newPage();
const picture = (name: string) => page.screenshot({ path: join(ROOT, "docs", `playground-${name}.png`) });

async function step(label: string): Promise<void> {
  const button = page.getByRole("button", { name: label });
  if (!(await button.isVisible())) await page.getByRole("button", { name: "All steps" }).click();
  await button.click();
}

await page.goto(playground.platform.address);
await page.getByLabel("Shown as").selectOption("discord");
await step("Ask with typos");
await page.getByText("led the", { exact: false }).first().waitFor();
await page.waitForTimeout(500);
await picture("discord");
await page.getByLabel("Shown as").selectOption("slack");
await page.waitForTimeout(500);
await picture("slack");
await browser.close();
await playground.stop();
