import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ASIDE } from "#src/app/log.ts";
import { openPlayground } from "#src/app/playground.ts";
import { DATA, ROOT } from "#test/desk.ts";
import { launch } from "./browser.ts";
import { moving, type Still } from "./moving.ts";
import { Tour } from "./tour.ts";

// node test/platforms/web/pictures.ts: makes the pictures of the playground that the docs show.
const playground = await openPlayground({ port: 0, host: "127.0.0.1" }, DATA, ASIDE);
await playground.start();
const browser = await launch();
const page = await (await browser.newContext({ viewport: { width: 1280, height: 640 } })).newPage();
const tour = new Tour(page);
const inDocs = (name: string): string => join(ROOT, "docs", `playground-${name}.png`);
const picture = (name: string) => page.screenshot({ path: inDocs(name) });

// The whole tour, at a size that a page of docs shows.
await page.setViewportSize({ width: 900, height: 680 });
await page.goto(playground.platform.address);
await page.getByLabel("Shown as").selectOption("discord");
const stills: Still[] = [];
async function still(ms: number): Promise<void> {
  await page.waitForTimeout(500);
  stills.push({ png: await page.screenshot({ animations: "disabled", caret: "hide" }), ms });
}
const last = () => page.getByRole("article").last();

await page.getByRole("button", { name: "Ask with typos" }).waitFor();
await still(2500);
await tour.press("Ask with typos");
await last().getByText("led the", { exact: false }).first().waitFor();
await still(3500);
await tour.press("Compare two rounds");
await last().getByText("side by side").first().waitFor();
// On a busy machine a picture may come too late: then the docs would show none.
await last().locator("img").first().waitFor();
await still(3500);
await tour.press("See where sources differ");
await last().getByText("Sources differ").first().waitFor();
await still(3500);
await tour.press("Add a fact");
await page.getByRole("dialog", { name: "Add a fact" }).waitFor();
await still(3000);
await tour.send("Add a fact");
await last().getByText("4 hours").first().waitFor();
await still(3000);
await tour.press("Correct a shared answer");
await page.getByRole("dialog", { name: "Correct a fact" }).waitFor();
await still(3000);
await tour.send("Correct a fact");
const shared = page.getByRole("article").filter({ hasText: "(edited)" });
await shared.getByText("4½ hours").first().waitFor();
await shared.first().scrollIntoViewIfNeeded();
await still(3500);
await tour.press("Get the next digest");
await last().getByText("third round").first().waitFor();
await still(4500);
await writeFile(inDocs("tour"), moving(stills));

// One answer in each look, in a channel where nothing stands yet.
await page.setViewportSize({ width: 1280, height: 640 });
await page.getByRole("button", { name: "Back to now" }).click();
await page.reload();
await page.getByLabel("Team").selectOption("Policy Forum");
await page.getByLabel("Shown as").selectOption("discord");
await tour.press("Ask with typos");
await page.getByText("led the", { exact: false }).first().waitFor();
await page.waitForTimeout(500);
await picture("discord");
await page.getByLabel("Shown as").selectOption("slack");
await page.waitForTimeout(500);
await picture("slack");

await browser.close();
await playground.stop();
