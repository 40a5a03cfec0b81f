import type { TestProject } from "vitest/node";
import { startServer } from "./server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of a server's `postgres` database; empty where none can run. */
    postgres: string;
  }
}

/** One server for the whole run: the one named in TALKS_TEST_DATABASE_URL, else our own. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env["TALKS_TEST_DATABASE_URL"] ?? "";
  if (given !== "") {
    project.provide("postgres", given);
    return undefined;
  }
  const server = await startServer(false);
  if (server === undefined) {
    const loud = "NO POSTGRESQL CAN BE STARTED HERE: every PostgreSQL test is skipped (see TALKS_TEST_DATABASE_URL).";
    if (process.env["CI"] !== undefined) throw new Error(loud);
    process.stderr.write(`\n${loud}\n\n`);
    project.provide("postgres", "");
    return undefined;
  }
  project.provide("postgres", server.url("postgres"));
  return () => server.stop();
}
