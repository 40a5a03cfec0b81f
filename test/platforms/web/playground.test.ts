import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { ASIDE } from "#src/app/log.ts";
import { openPlayground, type Playground } from "#src/app/playground.ts";
import { ROOT } from "#test/desk.ts";
import { CHROMIUM, launch } from "./browser.ts";

const ARTIFACTS = join(ROOT, "test", "artifacts");
const AXE = readFileSync(join(ROOT, "node_modules", "axe-core", "axe.min.js"), "utf8");
const DATA = join(ROOT, "data");
// Loudly, and never in CI: there its absence fails.
const there = CHROMIUM !== undefined || process.env["CI"] === "true";
if (!there) process.stderr.write("SKIPPED: the playground's tests need Chromium (Debian: apt-get install chromium)\n");

let browser: Browser;
let playground: Playground;
const troubles: string[] = [];

beforeAll(async () => {
  if (!there) return;
  mkdirSync(ARTIFACTS, { recursive: true });
  browser = await launch();
  playground = await openPlayground({ port: 0, host: "127.0.0.1" }, DATA, ASIDE);
  await playground.start();
});

afterAll(async () => {
  if (!there) return;
  await browser.close();
  await playground.stop();
});

afterEach(() => {
  expect(troubles.splice(0)).toEqual([]);
});

async function visit(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(playground.platform.address)) troubles.push(`asked for ${request.url()}`);
  });
  await page.goto(playground.platform.address);
  await page.getByRole("heading", { name: "# general" }).waitFor();
  return page;
}

async function say(page: Page, line: string): Promise<void> {
  await page.getByRole("combobox", { name: "Message" }).fill(line);
  await page.keyboard.press("Enter");
}

const last = (page: Page) => page.getByRole("article").last();

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found: { violations: { id: string; nodes: { html: string }[] }[] } = await page.evaluate("axe.run()");
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(" | ")}`);
}

it.skipIf(!there)("asks, misspelt too, and draws the answer as both platforms do", async () => {
  const page = await visit();
  await say(page, "who led teh rusian side");
  const discord = page.getByRole("group", { name: "As Discord draws it" }).last();
  const slack = page.getByRole("group", { name: "As Slack draws it" }).last();
  await discord.getByText("Alexander Darchiev").first().waitFor();
  await slack.getByText("Alexander Darchiev").first().waitFor();
  await last(page).getByText("Only you can see this").waitFor();
  await page.screenshot({ path: join(ARTIFACTS, "playground.png") });
  await say(page, "/talks properties");
  await page.getByRole("region", { name: "Table" }).last().waitFor();
  await page.screenshot({ path: join(ARTIFACTS, "playground-table.png") });
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

it.skipIf(!there)("completes by keyboard: commands, then options, then values", async () => {
  const page = await visit();
  const line = page.getByRole("combobox", { name: "Message" });
  await line.pressSequentially("/talks who-l");
  await page.getByRole("option", { name: "who-led" }).waitFor();
  await page.keyboard.press("Tab");
  await page.getByRole("option", { name: "side:" }).waitFor();
  await line.pressSequentially("side:r");
  await page.getByRole("option", { name: "side:russia" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await line.inputValue()).toBe("/talks who-led side:russia ");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await last(page).getByText("Alexander Darchiev").first().waitFor();
  await page.context().close();
});

it.skipIf(!there)("takes by Tab what completes the whole line, however late the list comes", async () => {
  const page = await visit();
  const line = page.getByRole("combobox", { name: "Message" });
  await line.pressSequentially("/talks ");
  await page.getByRole("option", { name: "who-led" }).waitFor();
  expect(await page.getByRole("option").first().innerText()).not.toBe("who-led");
  const { promise: free, resolve: release } = Promise.withResolvers<undefined>();
  await page.route("**/api/complete", async (route) => {
    await free;
    await route.continue();
  });
  await line.pressSequentially("who-l");
  await page.keyboard.press("Tab");
  release(undefined);
  await page.getByRole("option", { name: "side:" }).waitFor();
  expect(await line.inputValue()).toBe("/talks who-led ");
  await page.context().close();
});

it.skipIf(!there)(
  "shares, adds a fact in a dialog with an error under its field, corrects it, undoes it, shows its history",
  async () => {
    const page = await visit();
    await say(page, "/talks where");
    await last(page).getByRole("button", { name: "Share" }).first().click();
    await expect.poll(() => last(page).getByText("Only you can see this").count()).toBe(0);
    await say(page, "/facts add slot:duration");
    const dialog = page.getByRole("dialog", { name: "Add a fact" });
    await dialog.getByLabel("Stated").fill("4 hours");
    await dialog.getByLabel("Source").fill("Meduza");
    await dialog.getByLabel("Paragraph").fill("99");
    await dialog.getByRole("button", { name: "Send" }).click();
    await dialog.getByRole("alert").getByText("there is no number 99").waitFor();
    expect(await dialog.getByLabel("Stated").inputValue()).toBe("4 hours");
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: join(ARTIFACTS, "playground-dialog.png") });
    await dialog.getByLabel("Paragraph").fill("1");
    await dialog.getByRole("button", { name: "Send" }).click();
    await last(page).getByText("The talks lasted 4 hours.").first().waitFor();
    const id = /f\d+/u.exec(await last(page).innerText())?.[0] ?? "";
    await say(page, `/facts correct ${id}`);
    const correct = page.getByRole("dialog", { name: "Correct a fact" });
    await correct.getByLabel("Stated").fill("4½ hours");
    await correct.getByRole("button", { name: "Send" }).click();
    await last(page).getByText("4½ hours").first().waitFor();
    await say(page, "/facts undo");
    await expect.poll(() => last(page).innerText()).toMatch(/took back|Undone|Taken back/iu);
    await say(page, `/facts history ${id}`);
    await last(page).getByText(`History of ${id}`).first().waitFor();
    await page.context().close();
  },
);

it.skipIf(!there)("keeps the desks apart and the roles to what they may", async () => {
  const page = await visit();
  await say(page, '/facts add note remark:"a hotline opens in Ankara" source:"new: The Gazette" paragraph:1');
  await last(page).getByText("hotline opens").first().waitFor();
  await page.getByLabel("Desk").selectOption("Policy Forum");
  await expect.poll(() => page.getByText("hotline").count()).toBe(0);
  await say(page, "/talks sources");
  await expect.poll(() => page.getByText("TASS").count()).toBeGreaterThan(0);
  expect(await page.getByText("The Gazette").count()).toBe(0);
  await page.getByLabel("Act as").selectOption("reader");
  await say(page, "/facts audit");
  await last(page).getByText("is for moderators. You are a reader here").first().waitFor();
  await page.context().close();
});

it.skipIf(!there)("schedules a digest, moves the clock, and sees it arrive in its channel", async () => {
  const page = await visit();
  await say(page, "/digest subscribe #newsroom every:daily at:9am timezone:istanbul");
  await last(page).getByText("Europe/Istanbul").first().waitFor();
  await say(page, '/facts add note remark:"a ferry line opens" source:"new: The Gazette" paragraph:2');
  await last(page).getByText("ferry line").first().waitFor();
  await page.getByRole("button", { name: "# newsroom" }).click();
  await page.getByRole("button", { name: "next digest" }).click();
  await page.getByRole("article").getByText("ferry line").first().waitFor();
  await page.screenshot({ path: join(ARTIFACTS, "playground-digest.png") });
  await page.getByRole("button", { name: "next digest" }).click();
  await page.getByText("Nothing changed since the last digest").first().waitFor();
  await page.context().close();
});

it.skipIf(!there)("keeps hostile words as text, in both clothes", async () => {
  const page = await visit();
  const hostile = `<img src=x onerror=alert(1)> [x](javascript:alert(1)) </script><script>alert(2)</script> @everyone <!channel>`;
  await say(
    page,
    `/facts add note remark:"${hostile}" source:"new: <b>Gazette</b>" paragraph:1 address:https://example.org/a`,
  );
  await last(page).getByText("onerror=alert(1)").first().waitFor();
  expect(await page.locator("article img, article script, article b").count()).toBe(0);
  expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
  await page.context().close();
});

it.skipIf(!there)(
  "tells what could not be done, keeps what was typed, and reads no old message aloud again",
  async () => {
    const page = await visit();
    await say(page, "/talks where");
    await last(page).getByText("Istanbul").first().waitFor();
    const first = page.getByRole("article").first();
    await first.evaluate((node) => node.setAttribute("data-seen", "yes"));
    await say(page, "/talks when");
    await last(page).getByText("10 April 2025").first().waitFor();
    expect(await first.getAttribute("data-seen")).toBe("yes");
    await page.route("**/api/ask", (route) => route.fulfill({ status: 403, body: "Load the page again." }));
    // A completion that comes later than the refusal does not take it away.
    const refused = Promise.withResolvers<void>();
    await page.route("**/api/complete", async (route) => {
      await refused.promise;
      await route.continue();
    });
    await say(page, "/talks why");
    const trouble = page.getByRole("alert").getByText("Not done: Load the page again.");
    await trouble.waitFor();
    const completed = page.waitForResponse("**/api/complete");
    refused.resolve();
    await (await completed).finished();
    await trouble.waitFor();
    expect(await page.getByRole("combobox", { name: "Message" }).inputValue()).toBe("/talks why");
    expect(troubles.splice(0).filter((t) => !t.includes("403"))).toEqual([]);
    await page.context().close();
  },
);

it.skipIf(!there)("fits a narrow screen, in the dark, without a violation", async () => {
  const page = await visit({ viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  await say(page, "/talks how-long");
  await last(page).getByText("5½ hours").first().waitFor();
  expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
  await page.screenshot({ path: join(ARTIFACTS, "playground-narrow.png") });
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
