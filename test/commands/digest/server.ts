import { onTestFinished } from "vitest";
import { servers, type TestServers, type Heard, type TestServer } from "#test/servers.ts";

/** A server on a new desk, with what its platform and its digests keep. */
export async function newServer(): Promise<{ readonly host: TestServers; readonly server: TestServer }> {
  const host = await servers();
  onTestFinished(() => host.close());
  return { host, server: await host.server() };
}

/** The id of the digest that a text shows first. */
function digestId({ text }: Heard): string {
  const [id] = /\bdtok\w+/u.exec(text) ?? [];
  if (id === undefined) throw new Error(`no digest in:\n${text}`);
  return id;
}

/** Subscribes a channel to a digest; returns its id. */
export async function subscribed(server: TestServer, more = ""): Promise<string> {
  return digestId(
    await server.say(`digest subscribe C0123456789 every:weekdays at:9am timezone:istanbul existing:add ${more}`),
  );
}
