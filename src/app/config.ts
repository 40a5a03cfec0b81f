import { existsSync } from "node:fs";
import { join } from "node:path";
import { config as dotenv } from "dotenv";
import type { Sealing } from "#core/chat/sealing.ts";
import type { Opener, PlatformEntry } from "#core/chat/platform-entry.ts";
import { BadVariable, port, type Environment } from "#core/chat/variable.ts";
import { defined } from "#core/text/defined.ts";
import * as listed from "./platforms.ts";
import {
  apiOf,
  healthOf,
  homeOf,
  logOf,
  modelOf,
  siteOf,
  webhooksOf,
  type ApiConfig,
  type HealthConfig,
  type LogConfig,
  type ModelConfig,
  type WebhookConfig,
} from "./run-config.ts";
import { sealingOf } from "./sealing.ts";
import { secretsOf } from "./secrets.ts";

/** Every platform, in the order of their names. */
export const PLATFORMS: readonly PlatformEntry[] = Object.values(listed);

/** The folder that comes with Talks: its sample, and the words of its commands in other languages. */
export const SHIPPED = join(import.meta.dirname, "..", "..", "data");

/** What the environment says, checked: the only place that reads it. */
export interface Config {
  /** Folder for everything that Talks writes. */
  readonly home: string;
  /** The folder of packs that is shipped to every desk; undefined for an empty library. */
  readonly data: string | undefined;
  /** PostgreSQL's address; SQLite in `home` where it is absent. */
  readonly databaseUrl?: string;
  /** Colour where somebody sees it; not where NO_COLOR is set (no-color.org). */
  readonly colour: boolean;
  /** The language of replies in the terminal, a BCP 47 tag. */
  readonly locale: string;
  /** The platforms that are turned on, each with what opens it. */
  readonly platforms: ReadonlyMap<PlatformEntry, Opener>;
  /** The token of each of them, by its variable. */
  readonly tokens: ReadonlyMap<string, string>;
  /** Where the playground is served; absent where it is only served for want of a platform. */
  readonly playground?: { readonly host: string };
  /** The port for HTTP. */
  readonly port: number;
  /** Where health and metrics are served; absent where they are not. */
  readonly health?: HealthConfig;
  /** Where other programs are served; absent where they are not. */
  readonly api?: ApiConfig;
  /** The model that reads questions which were not heard; absent where none does. */
  readonly model?: ModelConfig;
  /** The address that it is called by from outside, for pages of facts; absent where it has none. */
  readonly site?: string;
  readonly webhooks: WebhookConfig;
  /** How secrets are sealed that are kept; absent where no key is set. */
  readonly sealing?: Sealing;
  readonly log: LogConfig;
  /** What no log line may hold. */
  readonly secrets: readonly string[];
}

/** @throws BadVariable for the first variable that cannot be used */
export function readConfig(env: Environment, platforms: readonly PlatformEntry[] = PLATFORMS): Config {
  const databaseUrl = env["DATABASE_URL"]?.trim() ?? "";
  if (databaseUrl !== "" && !/^postgres(?:ql)?:\/\//u.test(databaseUrl)) {
    throw new BadVariable(
      "DATABASE_URL",
      "is not a PostgreSQL address; write postgres://user:password@host:5432/database, or leave it empty for SQLite",
    );
  }
  const colour = (env["NO_COLOR"] ?? "") === "";
  const on = platforms.flatMap((entry) => {
    const open = entry.configure(env);
    return open === undefined ? [] : [[entry, open] as const];
  });
  const playground = playgroundOf(env["TALKS_PLAYGROUND"]);
  return {
    home: homeOf(env),
    data: dataFolder(env),
    colour,
    locale: env["TALKS_LOCALE"]?.trim() || "en",
    ...(databaseUrl === "" ? {} : { databaseUrl }),
    platforms: new Map(on),
    tokens: new Map(on.flatMap(([{ variable }]) => tokenOf(env, variable))),
    ...(playground === undefined ? {} : { playground }),
    port: port(env),
    ...defined({
      health: healthOf(env),
      api: apiOf(env),
      model: modelOf(env),
      site: siteOf(env),
      sealing: sealingOf(env),
    }),
    webhooks: webhooksOf(env),
    log: logOf(env),
    secrets: secretsOf(env),
  };
}

function tokenOf(env: Environment, variable: string): readonly (readonly [string, string])[] {
  const token = env[variable]?.trim() ?? "";
  return token === "" ? [] : [[variable, token]];
}

/** The folder that `TALKS_DATA` names, undefined for `none`; what comes with Talks where it is empty. */
export function dataFolder(env: Environment): string | undefined {
  const typed = env["TALKS_DATA"]?.trim() ?? "";
  if (typed.includes("\0")) throw new BadVariable("TALKS_DATA", "is not a folder's path");
  if (typed.toLowerCase() === "none") return undefined;
  if (typed !== "" && !existsSync(typed))
    throw new BadVariable("TALKS_DATA", "names no folder that is there; write none for an empty library");
  return typed === "" ? SHIPPED : typed;
}

function playgroundOf(value: string | undefined): { readonly host: string } | undefined {
  const typed = value?.trim() ?? "";
  if (typed === "" || typed === "0") return undefined;
  if (typed === "1") return { host: "127.0.0.1" };
  if (/^[\w.:-]+$/u.test(typed)) return { host: typed };
  throw new BadVariable("TALKS_PLAYGROUND", "is neither 1 nor an address to bind to, such as 0.0.0.0");
}

/** Adds `.env` of the working folder to the environment, where there is one; what is set already stays. */
export function loadEnvironment(): Readonly<Record<string, string | undefined>> {
  dotenv({ quiet: true });
  return process.env;
}
