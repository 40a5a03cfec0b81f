import { randomBytes } from "node:crypto";
import pg from "pg";

/** A new empty database on the server at `admin`, and how to drop it. */
export async function freshDatabase(admin: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `talks_${randomBytes(6).toString("hex")}`;
  await run(admin, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(admin, `drop database if exists ${name} with (force)`) };
}

/** One statement on a connection of its own. */
export async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  await client.query(statement);
  await client.end();
}
