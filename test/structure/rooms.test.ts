import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";
import { circles, forbidden, type Imports } from "./imports.ts";

const FROM = /^(?:import|export)\s(?:[^;"]*?\sfrom\s)?"([^"]+)"|import\(\s*"([^"]+)"\s*\)/gmu;

const files: readonly Imports[] = globSync(["src/**/*.ts", "commands/**/*.ts"], { cwd: ROOT }).map((path) => ({
  path,
  from: [...readFileSync(join(ROOT, path), "utf8").matchAll(FROM)].map(([, written, later]) => written ?? later ?? ""),
}));

it("imports only what is below, and only the packages of its room", () => {
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap(({ from }) => from).length).toBeGreaterThan(1000);
  expect(forbidden(files)).toEqual([]);
});

it("has no circle of files and none of folders", () => {
  expect(circles(files)).toEqual([]);
});

it.each([
  ["src/core/text/a.ts", "#core/facts/fact.ts"],
  ["src/core/facts/a.ts", "#core/slots/index.ts"],
  ["src/core/request/options/a.ts", "#core/reply/reply.ts"],
  ["src/core/changes/a.ts", "#core/answer/command.ts"],
  ["src/core/chat/a.ts", "#commands/index.ts"],
  ["src/core/chat/a.ts", "#src/app/config.ts"],
  ["src/core/desk/a.ts", "#stores/open.ts"],
  ["src/core/desk/a.ts", "node:fs"],
  ["src/core/lookup/a.ts", "croner"],
  ["src/core/digest/a.ts", "yaml"],
  ["src/core/facts/a.ts", "../text/text.ts"],
  ["src/core/a.ts", "#core/text/text.ts"],
  // A room of the core that the order does not name yet.
  ["src/core/rumours/a.ts", "#core/text/text.ts"],
  ["src/core/facts/a.ts", "#core/rumours/a.ts"],
  ["commands/talks/a.ts", "#platforms/terminal/render.ts"],
  ["commands/talks/a.ts", "#src/app/config.ts"],
  ["commands/talks/a.ts", "zod"],
  ["commands/talks/a.ts", "../index.ts"],
  ["src/stores/a.ts", "#platforms/discord/render.ts"],
  ["src/stores/a.ts", "#src/scheduler/scheduler.ts"],
  ["src/library/a.ts", "pg"],
  ["src/scheduler/a.ts", "#stores/open.ts"],
  ["src/scheduler/a.ts", "node:fs"],
  ["src/platforms/slack/a.ts", "#platforms/discord/render.ts"],
  ["src/platforms/slack/a.ts", "discord.js"],
  ["src/platforms/discord/a.ts", "#commands/index.ts"],
  ["src/platforms/web/a.ts", "#src/app/open.ts"],
  // A platform and a room that are not born yet.
  ["src/platforms/matrix/a.ts", "#platforms/slack/render.ts"],
  ["src/platforms/matrix/a.ts", "#stores/open.ts"],
  ["src/platforms/matrix/a.ts", "discord.js"],
  ["src/radio/a.ts", "#src/scheduler/scheduler.ts"],
  ["src/radio/a.ts", "node:fs"],
])("refuses that %s imports %s", (path, from) => {
  expect(forbidden([{ path, from: [from] }])).toEqual([`${path} → ${from}`]);
});

it.each([
  ["src/core/chat/a.ts", "#core/text/text.ts"],
  ["src/core/request/options/a.ts", "#core/request/option.ts"],
  ["src/core/digest/a.ts", "croner"],
  ["commands/facts/a.ts", "#commands/talks/read.ts"],
  ["src/stores/outbox/a.ts", "kysely/migration"],
  ["src/platforms/slack/a.ts", "#core/chat/platform.ts"],
  ["src/platforms/matrix/a.ts", "matrix-js-sdk"],
  ["src/platforms/matrix/a.ts", "node:http"],
  ["src/app/a.ts", "#platforms/slack/slack.ts"],
])("lets %s import %s", (path, from) => {
  expect(forbidden([{ path, from: [from] }])).toEqual([]);
});

it("finds a planted circle of files, and one of folders that no file closes", () => {
  const a = { path: "src/core/text/a.ts", from: ["./b.ts"] };
  expect(circles([a, { path: "src/core/text/b.ts", from: ["./a.ts"] }])).toHaveLength(1);
  const [first, second] = ["src/stores/a.ts", "src/stores/outbox/a.ts"];
  expect(
    circles([
      { path: first, from: ["#stores/outbox/b.ts"] },
      { path: second, from: ["#stores/c.ts"] },
      { path: "src/stores/outbox/b.ts", from: [] },
      { path: "src/stores/c.ts", from: [] },
    ]),
  ).toEqual([["src/stores", "src/stores/outbox"]]);
});
