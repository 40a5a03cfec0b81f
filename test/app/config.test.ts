import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { BadVariable } from "#core/chat/variable.ts";
import { PLATFORMS, readConfig } from "#src/app/config.ts";
import { ROOT } from "#test/desk.ts";

it("writes under ./var where no home is named", () => {
  expect(readConfig({}).home).toBe("./var");
  expect(readConfig({ TALKS_HOME: "" }).home).toBe("./var");
  expect(readConfig({ TALKS_HOME: "/srv/talks" }).home).toBe("/srv/talks");
});

it("names the variable that it cannot use, and never its value", () => {
  expect(() => readConfig({ TALKS_HOME: "sec\0ret" })).toThrow(BadVariable);
  expect(() => readConfig({ TALKS_HOME: "sec\0ret" })).toThrow(/^TALKS_HOME: [^]*(?<!sec)$/u);
});

it("tells for each platform the variable that turns it on", () => {
  expect(PLATFORMS.map((p) => `${p.title} ${p.variable}`)).toEqual(["Discord DISCORD_TOKEN", "Slack SLACK_BOT_TOKEN"]);
});

it("has every variable of the configuration in .env.example, each with a comment before it", () => {
  const example = readFileSync(join(ROOT, ".env.example"), "utf8");
  const readers = globSync(
    ["src/app/{config,run-config}.ts", "src/core/chat/variable.ts", "src/platforms/*/config.ts"],
    {
      cwd: ROOT,
    },
  );
  const source = readers.map((path) => readFileSync(join(ROOT, path), "utf8")).join("");
  const names = [...source.matchAll(/env\["([A-Z_]+)"\]/gu)].map(([, name = ""]) => name);
  expect(names).toContain("SLACK_BOT_TOKEN");
  for (const name of names) expect(example).toMatch(new RegExp(`^#.*\n(?:#.*\n)*${name}=`, "mu"));
});

it("takes an address without a path to be called by, and nothing else", () => {
  expect(readConfig({}).site).toBeUndefined();
  expect(readConfig({ TALKS_PUBLIC_URL: "https://talks.example.org/" }).site).toBe("https://talks.example.org");
  for (const wrong of ["talks.example.org", "https://x.org/path", "https://x.org/?q", "ftp://x.org"])
    expect(() => readConfig({ TALKS_PUBLIC_URL: wrong })).toThrow(BadVariable);
});

it("sends webhooks into private networks only where that is said", () => {
  expect(readConfig({}).webhooks).toEqual({ open: false });
  expect(readConfig({ TALKS_WEBHOOKS: "open" }).webhooks).toEqual({ open: true });
  expect(() => readConfig({ TALKS_WEBHOOKS: "1" })).toThrow(BadVariable);
});

it("lets Slackbot ask only where programs are served and Slack's secret is known", () => {
  const secret = { SLACK_SIGNING_SECRET: "0123456789abcdef" };
  expect(readConfig({ TALKS_API: "3002" }).api?.slackSecret).toBeUndefined();
  expect(readConfig({ TALKS_API: "3002", ...secret }).api?.slackSecret).toBe(secret.SLACK_SIGNING_SECRET);
});
