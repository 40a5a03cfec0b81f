import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validate } from "dockerfile-utils";
import { expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { childEnv } from "#test/child-env.ts";
import { ROOT } from "#test/desk.ts";
import { testFolder } from "#test/folder.ts";
import { startDiscord } from "#test/standins/discord/bot.ts";

const dockerfile = readFileSync(join(ROOT, "Dockerfile"), "utf8");

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>;
}

/** What the image holds: the packages that `npm ci --omit=dev` installs, and what the Dockerfile copies beside them. */
function installed(): string {
  const folder = testFolder();
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as Lock;
  for (const [path, { dev, optional }] of Object.entries(packages)) {
    // The image brings Node itself.
    if (path === "" || dev === true || path.startsWith("node_modules/node/") || path === "node_modules/node") continue;
    // Of a package's binaries, npm installs that of this machine alone.
    if (optional === true && !existsSync(join(ROOT, path))) continue;
    const nested = path.lastIndexOf("/node_modules/") > 0;
    if (!nested) cpSync(join(ROOT, path), join(folder, path), { recursive: true, force: true });
  }
  const copies = dockerfile.split("\n").flatMap((line) => /^COPY (?!--)(.+)$/u.exec(line)?.[1] ?? []);
  for (const copy of copies) {
    const parts = copy.split(" ");
    const to = parts.pop() ?? "";
    for (const from of parts)
      cpSync(join(ROOT, from), parts.length === 1 ? join(folder, to, to === "./" ? from : "") : join(folder, from), {
        recursive: true,
      });
  }
  return folder;
}

it("has a Dockerfile, a compose file and a unit that say what they should", () => {
  expect(validate(dockerfile)).toEqual([]);
  const last = dockerfile.slice(dockerfile.lastIndexOf("\nFROM "));
  expect(last).toMatch(/^USER node$/mu);
  expect(last).toMatch(/^HEALTHCHECK /mu);
  const compose = parse(readFileSync(join(ROOT, "compose.yaml"), "utf8")) as {
    services: Record<string, Record<string, unknown>>;
  };
  expect(compose.services["talks"]).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
  const unit = readFileSync(join(ROOT, "deploy", "talks.service"), "utf8");
  for (const line of unit.split("\n")) expect(line).toMatch(/^(?:#.*|\[\w+\]|[A-Z]\w+=.*)?$/u);
});

it("starts, is healthy and stops from what production installs alone, by the Dockerfile's own commands", async () => {
  const discord = await startDiscord();
  onTestFinished(() => discord.stop());
  const folder = installed();
  const home = join(testFolder(), "home");
  mkdirSync(home);
  const [, ...start] = listed(/^CMD (\[.*\])$/mu);
  const [, ...check] = listed(/^HEALTHCHECK .* CMD (\[.*\])$/mu);
  const child = spawn(process.execPath, start, {
    cwd: folder,
    env: {
      ...childEnv,
      TMPDIR: home,
      NODE_ENV: "production",
      TALKS_HOME: home,
      TALKS_HEALTH: "127.0.0.1:0",
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (s: string) => (said += s));
  const ended = new Promise((resolve) => child.once("close", resolve));
  await expect.poll(() => said).toMatch(/Health: http:\S+:\d+\/readyz/u);
  const port = /Health: http:\S+:(\d+)\//u.exec(said)?.[1] ?? "";
  const healthy = (at: string) =>
    spawnSync(
      process.execPath,
      check.map((word) => word.replace("3001", at)),
      { env: childEnv },
    ).status;
  expect(healthy(port)).toBe(0);
  await expect.poll(() => said).toContain("Discord: connected as Talks");
  expect((await discord.user("ann").slash("talks where").reply()).text).toContain("Istanbul");
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(healthy(port)).toBe(1);
});

/** A command of the Dockerfile, as its words. */
function listed(pattern: RegExp): readonly string[] {
  return JSON.parse(pattern.exec(dockerfile)?.[1] ?? "[]") as string[];
}
