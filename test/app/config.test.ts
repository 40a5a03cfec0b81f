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
