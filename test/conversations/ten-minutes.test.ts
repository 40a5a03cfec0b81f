import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { ROOT } from "#test/desk.ts";
import { servers, who } from "#test/servers.ts";

const host = await servers(EMPTY_LIBRARY);
const desk = await host.server({ platform: "slack", id: "T-ten-minutes" });
const moderator = { ...who("Ann", "moderator"), channel: "C1" };

const PAGE = readFileSync(join(ROOT, "docs", "moderation.md"), "utf8");
const [, lines = "", promised] =
  /### The first ten minutes\n[^]*?```\n([^]*?)```\n\nThe answer begins “(.+?)”/u.exec(PAGE) ?? [];

it("goes from an empty desk to an answer as docs/moderation.md says, a line a message", async () => {
  const typed = lines.trim().split("\n");
  expect(typed.length).toBeGreaterThan(5);
  let last = "";
  for (const line of typed) {
    const { refusal, form, text } = await desk.say(line, moderator);
    expect([refusal?.message, form?.title], `${line}\n${text}`).toEqual([undefined, undefined]);
    last = text;
  }
  expect(last.split("\n")[0]).toBe(promised);
  expect(last).toContain("Gazette, 28 February 2025, ¶2");
});
