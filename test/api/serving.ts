import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { answer } from "#core/answer/answer.ts";
import { readLine } from "#core/answer/line.ts";
import type { Desk } from "#core/desk/desk.ts";
import type { Library } from "#core/desk/library-view.ts";
import type { DeskKey } from "#core/desk/store.ts";
import { Door } from "#src/api/let-in.ts";
import { apiServer } from "#src/api/http.ts";
import { closed, listening } from "#src/app/listening.ts";
import { hosted, type Hosted } from "#test/hosted.ts";
import { ada } from "#test/moderation.ts";

/** A server for programs over desks of its own. */
export interface Serving extends Hosted {
  readonly address: string;
  /** What an admin of this workspace gets to see of a typed line. */
  admin(workspace: string, line: string): Promise<string>;
  /** The same of any platform's. */
  adminOf(key: DeskKey, line: string): Promise<string>;
  /** A token that an admin of this workspace made. `more`: options that they typed too. */
  token(workspace: string, name?: string, more?: string): Promise<string>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** What Slack signs with, here. */
export const SLACK_SECRET = "0123456789abcdef0123456789abcdef";

/** `slack`: whether Slackbot may ask. */
export async function serving({
  slack = true,
  library,
}: { readonly slack?: boolean; readonly library?: Library } = {}): Promise<Serving> {
  const all = await hosted(undefined, library);
  const { host, desks } = all;
  const { commands, clock } = host;
  const incident = (defect: unknown): string => host.incident(defect, { path: [], values: {} });
  let made = 0;
  // As long as a secret of the product's, and as good for a test.
  const token = (length: number): string => `${(made += 1)}`.padStart(length, "0");
  const door = new Door((shown) => desks.admitted(shown), clock);
  const site = "https://talks.example.org";
  const published = (path: string) => desks.published(path);
  const around = { commands, clock, token, incident, site };
  const served = {
    door,
    hosts: ["talks.example.org"],
    published,
    around,
    library: { ...around, desk: host.library },
    incident,
    ...(slack ? { slack: { secret: SLACK_SECRET, desk: (key: DeskKey) => host.desk(key) } } : {}),
  };
  const server = apiServer(served);
  await listening(server, "127.0.0.1", 0);
  onTestFinished(() => closed(server));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const said = async (desk: Desk, line: string) => {
    const read = readLine(line, commands);
    if (!read.ok) throw new Error(read.refusal.message);
    return answer(read.value, ada, { ...around, desk });
  };
  const adminOf = async (key: DeskKey, line: string): Promise<string> => {
    const answered = await said(await host.desk(key), line);
    if (answered.kind === "form") throw new Error(`a form: ${answered.form.title}`);
    return JSON.stringify(answered);
  };
  const admin = (workspace: string, line: string) => adminOf({ platform: "test", id: workspace }, line);
  return {
    ...all,
    address,
    admin,
    adminOf,
    async token(workspace, name = "a test", more = "") {
      const shown = await admin(workspace, `desk token add "${name}" ${more}`);
      const [found] = /talks_[a-z0-9]{32}/u.exec(shown) ?? [];
      if (found === undefined) throw new Error(shown);
      return found;
    },
    get: (path, headers = {}) => fetch(`${address}${path}`, { headers, redirect: "error" }),
  };
}

export function bearer(token: string): { readonly authorization: string } {
  return { authorization: `Bearer ${token}` };
}
