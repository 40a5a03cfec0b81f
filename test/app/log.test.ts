import { expect, it } from "vitest";
import { pinoLog } from "#src/app/pino-log.ts";
import type { LogConfig } from "#src/app/run-config.ts";
import { secretsOf } from "#src/app/secrets.ts";

const ENV = {
  DISCORD_TOKEN: "MTIz.abc.defghi",
  SLACK_SIGNING_SECRET: "0123456789abcdef",
  DATABASE_URL: "postgres://talks:p%40ssword@db/talks",
};

function logged(config: Partial<LogConfig> = {}) {
  const [out, err] = [[] as string[], [] as string[]];
  const streams = { out: { write: (l: string) => out.push(l) }, err: { write: (l: string) => err.push(l) } };
  return { log: pinoLog({ format: "text", level: "info", ...config }, secretsOf(ENV), streams), out, err };
}

it.each(["text", "json"] as const)("writes no secret in %s, wherever it comes from", (format) => {
  const { log, out, err } = logged({ format });
  for (const secret of [
    "MTIz.abc.defghi",
    "0123456789abcdef",
    "p%40ssword",
    "p@ssword",
    "xoxb-1-2-three",
    "xapp-1-A-b",
    `POST /interactions/123/${"t".repeat(80)}/callback`,
    "https://hooks.slack.com/commands/T1/2/three",
    "postgres://other:secret-word@db/talks",
  ]) {
    log.say(`it failed: ${secret}`);
    log.incident(new Error(`it failed: ${secret}`));
  }
  expect([...out, ...err].join("")).not.toMatch(/MTIz|0123456789|ssword|three|xapp-1|t{20}|secret-word/u);
});

it("writes each event in one line, a defect with its code and its stack apart from the rest", () => {
  const { log, out, err } = logged();
  log.say("Discord: connected");
  log.say("Discord: lost", "warn");
  const code = log.incident(new Error("two\nlines"));
  expect(out.map((l) => l.replace(/^\S+ /u, ""))).toEqual(["Discord: connected\n", "warn: Discord: lost\n"]);
  expect(err).toHaveLength(1);
  expect(err[0]?.trim().split("\n")).toHaveLength(1);
  expect(err[0]).toContain(`error: incident ${code}: Error: two | lines | at `);
});

it("leaves out what is below its level", () => {
  const { log, out } = logged({ level: "warn" });
  log.say("Discord: connected");
  log.say("Discord: lost", "warn");
  expect(out).toHaveLength(1);
});
