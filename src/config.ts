import { config as dotenv } from "dotenv";

/** Each platform with the variable that turns it on, as the start line tells it. */
export const SWITCHES = [
  { platform: "Discord", variable: "DISCORD_TOKEN" },
  { platform: "Slack", variable: "SLACK_BOT_TOKEN" },
] as const;

/** What the environment says, checked: the only place that reads it. */
export interface Config {
  /** Folder for everything that Talks writes. */
  readonly home: string;
  /** PostgreSQL's address; SQLite in `home` where it is absent. */
  readonly databaseUrl?: string;
  /** Colour where somebody sees it; not where NO_COLOR is set (no-color.org). */
  readonly colour: boolean;
}

/** A variable whose value cannot be used: says which, what is wrong, and what to write. Never holds the value of a secret. */
export class BadVariable extends Error {
  readonly variable: string;

  constructor(variable: string, problem: string) {
    super(`${variable}: ${problem}`);
    this.name = "BadVariable";
    this.variable = variable;
  }
}

/** @throws BadVariable for the first variable that cannot be used */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const home = env["TALKS_HOME"] ?? "";
  if (home.includes("\0")) throw new BadVariable("TALKS_HOME", "is not a folder's path");
  const databaseUrl = env["DATABASE_URL"]?.trim() ?? "";
  if (databaseUrl !== "" && !/^postgres(?:ql)?:\/\//u.test(databaseUrl)) {
    throw new BadVariable(
      "DATABASE_URL",
      "is not a PostgreSQL address; write postgres://user:password@host:5432/database, or leave it empty for SQLite",
    );
  }
  const colour = (env["NO_COLOR"] ?? "") === "";
  return { home: home === "" ? "./var" : home, colour, ...(databaseUrl === "" ? {} : { databaseUrl }) };
}

/** Adds `.env` of the working folder to the environment, where there is one; what is set already stays. */
export function loadEnvironment(): Readonly<Record<string, string | undefined>> {
  dotenv({ quiet: true });
  return process.env;
}
