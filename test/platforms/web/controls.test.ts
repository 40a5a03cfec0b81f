import { afterAll, beforeAll, expect, it } from "vitest";
import { ASIDE } from "#src/app/log.ts";
import { openPlayground, type Playground } from "#src/app/playground.ts";
import { DATA } from "#test/desk.ts";
import type { Browser } from "playwright-core";
import { violations } from "./axe.ts";
import { CHROMIUM, launch } from "./browser.ts";

const there = CHROMIUM !== undefined || process.env["CI"] === "true";
let browser: Browser;
let playground: Playground;

beforeAll(async () => {
  if (!there) return;
  [browser, playground] = await Promise.all([launch(), openPlayground({ port: 0, host: "127.0.0.1" }, DATA, ASIDE)]);
  await playground.start();
});

afterAll(async () => {
  if (!there) return;
  await browser.close();
  await playground.stop();
});

it.skipIf(!there)("keeps its controls in one row, whatever the width, and all of them within reach", async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(playground.platform.address);
  for (const width of [360, 761, 900, 1024, 1280]) {
    await page.setViewportSize({ width, height: 680 });
    const row = await page.evaluate<number>("document.querySelector('header').getBoundingClientRect().height");
    expect({ width, isOneRow: row < 60 }).toEqual({ width, isOneRow: true });
    expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
    const settings = page.getByRole("button", { name: "Settings" });
    const isFolded = await settings.isVisible();
    if (isFolded) await settings.click();
    for (const label of ["You are", "Team"]) await page.getByLabel(label).click({ trial: true });
    await page.getByRole("button", { name: "Next digest", exact: true }).click({ trial: true });
    expect(await violations(page)).toEqual([]);
    if (isFolded) await settings.click();
  }
});
