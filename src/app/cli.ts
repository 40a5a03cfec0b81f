import { basename, join } from "node:path";
import { BadVariable } from "#core/chat/variable.ts";
import { dataFolder, loadEnvironment, PLATFORMS, readConfig, SHIPPED, type Config } from "./config.ts";
import { ASIDE } from "./log.ts";
import { open, type Open } from "./open.ts";
import { siteOf } from "./run-config.ts";
import type { PlatformEntry } from "#core/chat/platform-entry.ts";
import type { Session } from "#core/answer/answer.ts";
import type { Asker } from "#core/request/asker.ts";
import { StoreUnavailable } from "#core/desk/store.ts";
import { BadStore } from "#stores/sql/engine.ts";
import { holdLock, holdToken } from "#stores/lock.ts";
import type { Library } from "#core/desk/library-view.ts";
import { loadLibrary } from "#src/library/load-library.ts";
import { BadLibrary, printed, type Mistake } from "#src/library/mistake.ts";

function you({ locale }: Config): Asker {
  const zone = Temporal.Now.timeZoneId();
  return { platform: "terminal", id: "local", name: "you", tier: "admin", locale, zone };
}

async function main(argv: readonly string[]): Promise<number> {
  const [mode, ...words] = argv;
  if (mode !== undefined && !MODES.has(mode)) return usage(mode);
  const env = loadEnvironment();
  if (mode === "manifest") return printManifest(words[0], siteOf(env));
  if (mode === "data") return checkData(dataFolder(env), env["TALKS_COVERAGE"]);
  if (mode === "new") return beginPack(dataFolder(env), words.join(" "));
  const config = readConfig(env);
  if (mode === "backup") return copyStore(words, config);
  // The lock comes first: a second Talks must not load its library into the first one's store.
  const serving = mode !== "once" && config.databaseUrl === undefined;
  const letGo = serving ? holdLock(config.home) : () => {};
  try {
    if (mode !== "once" && mode !== "--terminal") return await startAlone(config);
    const talks = await open(config, { log: ASIDE });
    try {
      if (mode !== "once") return await desk(config, talks);
      return words[0] === "mcp" ? await serveProgram(talks) : await answerOnce(words, config, talks);
    } finally {
      await talks.close();
    }
  } finally {
    letGo();
  }
}

/** What can be started besides the service, as npm's scripts name it; nothing else starts it by mistake. */
const MODES = new Set(["once", "--terminal", "manifest", "data", "new", "backup"]);

function usage(typed: string): number {
  const asked = typed === "--help" || typed === "-h" || typed === "help";
  const lines = [
    ...(asked ? [] : [`There is no "${typed}".`]),
    "npm start                      serves what is configured, or the playground",
    "npm start -- --terminal        asks in the terminal",
    "npm run --silent talks -- …    asks once; mcp serves a program",
    "README.md and docs/ say the rest.",
  ];
  (asked ? process.stdout : process.stderr).write(`${lines.join("\n")}\n`);
  return asked ? 0 : 2;
}

async function answerOnce(words: readonly string[], config: Config, talks: Open): Promise<number> {
  const { once } = await import("#platforms/terminal/once.ts");
  const { text, code } = await once(words, you(config), await terminalSession(talks), paper(config), process.stdin);
  process.stdout.write(`${text}\n`);
  return code;
}

/** Serves the local desk to the program that started this one. */
async function serveProgram(talks: Open): Promise<number> {
  const { serveInput } = await import("#src/api/stdio.ts");
  await serveInput(await talks.session(HERE));
  return 0;
}

async function terminalSession(talks: Open): Promise<Session> {
  const { DIALECT } = await import("#platforms/terminal/dialect.ts");
  return { ...(await talks.session(HERE)), dialect: DIALECT };
}

const HERE = { platform: "terminal", id: "local" };

/** Several processes with one token need one store: without PostgreSQL, a second one does not start. */
async function startAlone(config: Config): Promise<number> {
  const held: (() => void)[] = [];
  try {
    if (config.databaseUrl === undefined)
      for (const [variable, token] of config.tokens) held.push(holdToken(variable, token));
    return await start(config);
  } finally {
    for (const letGo of held) letGo();
  }
}

async function start(config: Config): Promise<number> {
  const [{ pinoLog }, { Metrics }] = await Promise.all([import("./pino-log.ts"), import("./metrics.ts")]);
  // What read the log may go, such as the other end of a pipe. What is served goes on without it.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const log = pinoLog(config.log, config.secrets, { out: process.stdout, err: process.stderr });
  const metrics = new Metrics();
  const talks = await open(config, { log, watch: metrics });
  const isOn = (entry: PlatformEntry): boolean => config.platforms.has(entry);
  const on = PLATFORMS.filter(isOn).map((p) => `${p.title} on`);
  const off = PLATFORMS.filter((p) => !isOn(p)).map((p) => `${p.title} off (set ${p.variable})`);
  const page = on.length === 0 || config.playground !== undefined ? ["playground on"] : [];
  const serving = `Talks: ${[...on, ...page, ...off].join(", ")}.`;
  if (config.log.format === "json") log.say(serving);
  else process.stdout.write(`${serving}\n`);
  const { serve } = await import("./serve.ts");
  try {
    return await serve(config, talks, { log, metrics });
  } finally {
    await talks.close();
  }
}

async function desk(config: Config, talks: Open): Promise<number> {
  if (!process.stdin.isTTY) {
    process.stderr.write(
      "There is no terminal to ask in. Run npm start -- --terminal in one, or ask once: npm run --silent talks -- who-led\n",
    );
    return 2;
  }
  const { prompt } = await import("#platforms/terminal/prompt.ts");
  const { fileHistory } = await import("#platforms/terminal/history.ts");
  const terminal = { input: process.stdin, output: process.stdout, colour: paper(config).colour };
  await prompt(terminal, you(config), await terminalSession(talks), fileHistory(join(config.home, "terminal-history")));
  return 0;
}

async function printManifest(address: string | undefined, site: string | undefined): Promise<number> {
  const [{ manifest }, { commands }] = await Promise.all([
    import("#platforms/slack/manifest.ts"),
    import("#commands/index.ts"),
  ]);
  process.stdout.write(`${JSON.stringify(manifest(commands, address, site), null, 2)}\n`);
  return 0;
}

function paper(config: Config): { width: number; colour: boolean } {
  return { width: process.stdout.columns ?? 100, colour: process.stdout.isTTY && config.colour };
}

async function checkData(folder: string | undefined, coverage: string | undefined): Promise<number> {
  const [{ checkLocales }, { checkReplies }, { commands }] = await Promise.all([
    import("#src/library/check-locales.ts"),
    import("#src/library/check-replies.ts"),
    import("#commands/index.ts"),
  ]);
  const library = loadChecked(folder, coverage, [...checkLocales(SHIPPED, commands), ...checkReplies(SHIPPED)]);
  const proved =
    coverage === undefined || coverage === ""
      ? "; quotations not compared (TALKS_COVERAGE is not set)"
      : "; quotations verbatim";
  process.stdout.write(
    `data: ${library.articles.length} articles, ${library.claims.length} claims, no mistakes${proved}\n`,
  );
  return 0;
}

async function beginPack(folder: string | undefined, name: string): Promise<number> {
  const { newPack } = await import("#src/library/new-pack.ts");
  const made = folder === undefined ? { problem: "TALKS_DATA is none: name a folder there." } : newPack(folder, name);
  if ("problem" in made) {
    process.stderr.write(`${made.problem}\n`);
    return 2;
  }
  process.stdout.write(
    `Wrote ${join(basename(folder ?? ""), made.written)}. Fill it in; npm run data says what is missing.\n`,
  );
  return 0;
}

function loadChecked(folder: string | undefined, coverage: string | undefined, also: readonly Mistake[]): Library {
  try {
    const library = loadLibrary(folder, coverage === "" ? undefined : coverage);
    if (also.length === 0) return library;
  } catch (error) {
    if (!(error instanceof BadLibrary)) throw error;
    throw new BadLibrary([...error.mistakes, ...also], error.folder);
  }
  throw new BadLibrary(also);
}

async function copyStore([target]: readonly string[], config: Config): Promise<number> {
  if (target === undefined || target === "") {
    process.stderr.write("Give the file to write, as in: npm run backup -- backup.sqlite\n");
    return 2;
  }
  if (config.databaseUrl !== undefined) {
    process.stderr.write("The store is PostgreSQL (DATABASE_URL): back it up with pg_dump.\n");
    return 2;
  }
  const { backUp } = await import("#stores/backup.ts");
  const pages = await backUp(config.home, target);
  process.stdout.write(`Backed up to ${target}: ${pages} pages, checked.\n`);
  return 0;
}

/**
 * Runs what the words ask for and returns the exit code; what cannot be used is told in one message, never a stack
 * trace.
 */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    return await main(argv);
  } catch (error) {
    const message = problem(error);
    if (message === undefined) throw error;
    process.stderr.write(`${message}\n`);
    return 2;
  }
}

function problem(error: unknown): string | undefined {
  if (error instanceof BadLibrary) return error.mistakes.map((m) => `${error.folder}/${printed(m)}`).join("\n");
  const known = [BadVariable, BadStore, StoreUnavailable].some((kind) => error instanceof kind);
  return known && error instanceof Error ? error.message : undefined;
}
