import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { ASIDE } from "#src/app/log.ts";
import { openPlayground, type Playground } from "#src/app/playground.ts";
import { ROOT } from "#test/desk.ts";
import { violations } from "./axe.ts";
import { CHROMIUM, launch } from "./browser.ts";
import { lateLists } from "./late-lists.ts";
import { Tour } from "./tour.ts";

// Loudly, and never in CI: there its absence fails.
const there = CHROMIUM !== undefined || process.env["CI"] === "true";
if (!there) process.stderr.write("SKIPPED: the playground's tests need Chromium (Debian: apt-get install chromium)\n");

// One browser and one page for all: a fresh one costs more than most of what is tried in it.
let browser: Browser;
let playground: Playground;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  if (!there) return;
  [browser, playground] = await Promise.all([
    launch(),
    openPlayground({ port: 0, host: "127.0.0.1" }, join(ROOT, "data"), ASIDE),
  ]);
  await playground.start();
  page = await browser.newPage({ viewport: DESKTOP });
  page.setDefaultTimeout(30_000);
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(playground.platform.address)) troubles.push(`asked for ${request.url()}`);
  });
  await page.goto(playground.platform.address);
});

afterAll(async () => {
  if (!there) return;
  await browser.close();
  await playground.stop();
});

beforeEach(async () => {
  if (there) await page.getByRole("button", { name: "# general" }).click();
});

afterEach(() => {
  expect(troubles.splice(0)).toEqual([]);
});

const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 360, height: 740 };

async function say(line: string): Promise<void> {
  await page.getByRole("combobox", { name: "Message" }).fill(line);
  await page.keyboard.press("Enter");
}

const offered = () => page.getByRole("listbox", { name: "Completions" });
const last = () => page.getByRole("article").last();

/** In both looks, light and dark, nothing to complain of and nothing beyond the right edge. */
async function looksWell(): Promise<void> {
  for (const look of ["discord", "slack"]) {
    await page.getByLabel("Shown as").selectOption(look);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect({ look, colorScheme, found: await violations(page) }).toEqual({ look, colorScheme, found: [] });
      expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
    }
  }
}

it.skipIf(!there).each([
  ["a desktop", DESKTOP, "The Bulletin", "slack"],
  ["a phone", PHONE, "Policy Forum", "discord"],
] as const)("guides a newcomer through six steps on %s", async (_, size, team, look) => {
  await page.getByLabel("Team").selectOption(team);
  await page.getByLabel("Shown as").selectOption(look);
  await page.setViewportSize(size);
  const tour = new Tour(page);

  await tour.press("Ask with typos");
  await last().getByText("Alexander Darchiev").first().waitFor();
  await last()
    .getByText(look === "slack" ? "Only visible to you" : "Only you can see this")
    .waitFor();
  await tour.press("Compare two rounds");
  await last().getByText("27 February 2025").first().waitFor();
  expect(await last().getByRole("table").count()).toBe(look === "slack" ? 1 : 0);
  // An answer longer than the screen is read from its beginning.
  const [top = 0, answer = 0] = await page.evaluate<number[]>(
    "['#messages', '#messages > :last-child'].map((it) => document.querySelector(it).getBoundingClientRect().top)",
  );
  expect(Math.abs(answer - top)).toBeLessThan(20);
  await tour.press("See where sources differ");
  await last().getByText("Sources differ").first().waitFor();
  await tour.press("Add a fact");
  await tour.send("Add a fact");
  await last().getByText("The talks lasted 4 hours.").first().waitFor();
  await tour.press("Correct a shared answer");
  await tour.send("Correct a fact");
  const shared = page.getByRole("article").filter({ hasText: "(edited)" });
  await shared.getByText("The talks lasted 4½ hours.").first().waitFor();
  await tour.press("Get the next digest");
  await last().getByText("third round").first().waitFor();
  await page.getByText("That was the tour.").waitFor();

  await page.getByRole("button", { name: "# general" }).click();
  await looksWell();
  await page.setViewportSize(DESKTOP);
});

it.skipIf(!there)("does a step again, and shows both looks side by side", async () => {
  await page.getByLabel("Shown as").selectOption("both");
  await new Tour(page).press("Get the next digest");
  for (const name of ["As Discord shows it", "As Slack shows it"])
    await last().getByRole("group", { name }).getByText("report 2").first().waitFor();
});

it.skipIf(!there)("completes by keyboard: commands with their lines, then values, then options", async () => {
  const line = page.getByRole("combobox", { name: "Message" });
  await line.fill("/");
  for (const name of ["/talks who-led Who led", "/facts add Add a fact", "/digest subscribe", "/desk"])
    await offered().getByRole("option", { name }).first().waitFor();
  await line.fill("");
  await line.pressSequentially("/who-l");
  await offered().getByRole("option", { name: "/talks who-led" }).waitFor();
  await page.keyboard.press("Tab");
  await offered().getByRole("option", { name: "side:" }).waitFor();
  await line.pressSequentially("side:");
  await offered().getByRole("option", { name: "Russia" }).waitFor();
  // What is chosen stays so when the list of one more letter comes.
  const release = await lateLists(page);
  await line.pressSequentially("r");
  do await page.keyboard.press("ArrowDown");
  while (!(await offered().locator("[aria-selected=true]").innerText()).includes("Russia"));
  release();
  await offered().getByRole("option", { name: "U.S." }).waitFor({ state: "hidden" });
  await page.unroute("**/api/complete");
  await page.keyboard.press("Enter");
  expect(await line.inputValue()).toBe("/talks who-led side:Russia ");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await last().getByText("Alexander Darchiev").first().waitFor();
});

it.skipIf(!there)("takes by Tab what completes the whole line, however late the list comes", async () => {
  const line = page.getByRole("combobox", { name: "Message" });
  await line.pressSequentially("/talks ");
  await offered().getByRole("option", { name: "/talks who-led" }).waitFor();
  expect(await offered().getByRole("option").first().innerText()).not.toContain("who-led");
  const release = await lateLists(page);
  await line.pressSequentially("who-l");
  await page.keyboard.press("Tab");
  release();
  await offered().getByRole("option", { name: "side:" }).waitFor();
  expect(await line.inputValue()).toBe("/talks who-led ");
  await page.unroute("**/api/complete");
  await line.fill("");
});

it.skipIf(!there)("shares, and shows what is wrong in a dialog under its field, with what was typed", async () => {
  await say("/talks where");
  await last().getByRole("button", { name: "Share" }).first().click();
  await last().getByText("Shared. Everybody in this channel can read it.").first().waitFor();
  expect(await page.getByRole("article").nth(-2).getByText("Only you can see this").count()).toBe(0);
  await say("/facts add slot:duration");
  const dialog = page.getByRole("dialog", { name: "Add a fact" });
  await dialog.getByLabel("As stated").fill("3 hours");
  await dialog.getByLabel("Source").fill("Meduza");
  await dialog.getByLabel("Paragraph").fill("99");
  await dialog.getByRole("button", { name: "Send" }).click();
  await dialog.getByRole("alert").getByText("there is no number 99").waitFor();
  expect(await dialog.getByLabel("As stated").inputValue()).toBe("3 hours");
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel("Paragraph").fill("1");
  await dialog.getByRole("button", { name: "Send" }).click();
  await last().getByText("The talks lasted 3 hours.").first().waitFor();
});

it.skipIf(!there)("imports a file that was dropped on it", async () => {
  const drop = `
    const data = new DataTransfer();
    data.items.add(new File(["talks,slot,remark,source,paragraph\\nistanbul-april,note,a canal opens,The Courier,1\\n"], "facts.csv"));
    document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));`;
  await page.evaluate(drop);
  await page.getByText("facts.csv goes with this message").waitFor();
  await page.getByRole("button", { name: "Send" }).click();
  await last().getByText("canal opens").first().waitFor();
  await page.getByText("facts.csv goes with this message").waitFor({ state: "hidden" });
});

it.skipIf(!there)("keeps the teams apart and the roles to what they may", async () => {
  await page.getByLabel("Team").selectOption("The Bulletin");
  await say('/facts add note remark:"a hotline opens in Ankara" source:"new: The Observer" paragraph:1');
  await last().getByText("hotline opens").first().waitFor();
  await page.getByLabel("Team").selectOption("Policy Forum");
  await expect.poll(() => page.getByText("hotline").count()).toBe(0);
  await say("/talks sources");
  await last().getByText("TASS").first().waitFor();
  expect(await page.getByText("The Observer").count()).toBe(0);
  await page.getByLabel("You are").selectOption("reader");
  await say("/facts audit");
  await last().getByText("is for moderators. You are a reader here").first().waitFor();
  await page.getByLabel("You are").selectOption("moderator");
});

it.skipIf(!there)("keeps hostile words as text, in both looks", async () => {
  const hostile = `<img src=x onerror=alert(1)> [x](javascript:alert(1)) </script><script>alert(2)</script> @everyone <!channel>`;
  await say(
    `/facts add note remark:"${hostile}" source:"new: <b>Gazette</b>" paragraph:1 address:https://example.org/a`,
  );
  await last().getByText("onerror=alert(1)").first().waitFor();
  expect(
    await page.locator('article img:not([src^="data:image/png;base64,"]), article script, article b').count(),
  ).toBe(0);
  expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
});

it.skipIf(!there)(
  "tells what could not be done, keeps what was typed, and reads no old message aloud again",
  async () => {
    await say("/talks where");
    await last().getByText("Istanbul").first().waitFor();
    const first = page.getByRole("article").first();
    await first.evaluate((node) => node.setAttribute("data-seen", "yes"));
    await say("/talks when");
    await last().getByText("10 April 2025").first().waitFor();
    expect(await first.getAttribute("data-seen")).toBe("yes");
    await page.route("**/api/ask", (route) => route.fulfill({ status: 403, body: "Load the page again." }));
    // A completion that comes later than the refusal does not take it away.
    const refused = Promise.withResolvers<void>();
    await page.route("**/api/complete", async (route) => {
      await refused.promise;
      await route.continue();
    });
    await say("/talks why");
    const trouble = page.getByRole("alert").getByText("Not done: Load the page again.");
    await trouble.waitFor();
    const completed = page.waitForResponse("**/api/complete");
    refused.resolve();
    await (await completed).finished();
    await trouble.waitFor();
    expect(await page.getByRole("combobox", { name: "Message" }).inputValue()).toBe("/talks why");
    expect(troubles.splice(0).filter((t) => !t.includes("403"))).toEqual([]);
  },
);
