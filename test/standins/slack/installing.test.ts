import type { AddressInfo } from "node:net";
import { App } from "@slack/bolt";
import type { Installation } from "@slack/bolt";
import { describe, expect, onTestFinished, test } from "vitest";
import { silent } from "./bolt-app.ts";
import { alone, call } from "./running.ts";
import type { Slack } from "./slack.ts";

interface Installing {
  readonly slack: Slack;
  readonly origin: string;
  readonly kept: Map<string, Installation>;
  readonly gone: string[];
}

/** The real Bolt app with OAuth, its installations in a map. */
async function installing(): Promise<Installing> {
  const slack = await alone();
  const kept = new Map<string, Installation>();
  const gone: string[] = [];
  const app = new App({
    signingSecret: slack.app.signingSecret,
    clientId: slack.app.clientId,
    clientSecret: slack.app.clientSecret,
    stateSecret: "state secret",
    scopes: ["commands", "chat:write"],
    installationStore: {
      storeInstallation: async (installation) => void kept.set(installation.team?.id ?? "", installation),
      fetchInstallation: async ({ teamId }) => {
        const found = kept.get(teamId ?? "");
        if (found === undefined) throw new Error("not installed");
        return found;
      },
    },
    installerOptions: { authorizationUrl: slack.authorizationUrl, directInstall: true },
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    logger: silent,
  });
  app.command("/talks", async ({ ack, command }) => ack(`for ${command.team_id}`));
  app.event("app_uninstalled", async ({ body }) => void gone.push(body.team_id));
  const server: unknown = await app.start({ port: 0, host: "127.0.0.1" });
  onTestFinished(async () => void (await app.stop()));
  const origin = `http://127.0.0.1:${(server as { address(): AddressInfo }).address().port}`;
  slack.redirectUri = `${origin}/slack/oauth_redirect`;
  slack.deliverTo(`${origin}/slack/events`);
  return { slack, origin, kept, gone };
}

/** Walks the browser from the install page over Slack's consent back to the app; returns the last status. */
async function walk(origin: string, teamId: string, change: (back: URL) => void = () => undefined): Promise<number> {
  const begin = await fetch(`${origin}/slack/install`, { redirect: "manual" });
  const consent = new URL(begin.headers.get("location") ?? "");
  consent.searchParams.set("team", teamId);
  const decided = await fetch(consent, { redirect: "manual" });
  const back = new URL(decided.headers.get("location") ?? "");
  change(back);
  const cookie = (begin.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return (await fetch(back, { headers: { cookie } })).status;
}

describe("installation over OAuth", () => {
  test("gives a second workspace a token of its own, and its commands work", async () => {
    const { slack, origin, kept } = await installing();
    const acme = slack.workspace("Acme", "E123");
    const zoe = acme.user("zoe");
    expect(await walk(origin, acme.id)).toBe(200);
    expect(kept.get(acme.id)?.enterprise?.id).toBe("E123");
    expect(await call(slack, "auth.test", {}, kept.get(acme.id)?.bot?.token ?? "")).toMatchObject({
      team_id: acme.id,
      enterprise_id: "E123",
    });
    expect((await zoe.slash("/talks", "help").reply()).text).toBe(`for ${acme.id}`);
    expect(slack.violations).toEqual([]);
  });

  test("a changed state or a code used twice installs nothing", async () => {
    const { slack, origin, kept } = await installing();
    const acme = slack.workspace("Acme");
    acme.user("zoe");
    expect(await walk(origin, acme.id, (back) => back.searchParams.set("state", "forged"))).toBe(400);
    let code = "";
    await walk(origin, acme.id, (back) => {
      code = back.searchParams.get("code") ?? "";
    });
    kept.clear();
    expect(await walk(origin, acme.id, (back) => back.searchParams.set("code", code))).toBe(500);
    expect(kept.size).toBe(0);
  });

  test("an uninstalled workspace is told, and its token is dead", async () => {
    const { slack, origin, kept, gone } = await installing();
    const acme = slack.workspace("Acme");
    const zoe = acme.user("zoe");
    await walk(origin, acme.id);
    const token = kept.get(acme.id)?.bot?.token ?? "";
    await slack.uninstall(acme);
    await expect.poll(() => gone).toEqual([acme.id]);
    expect((await call(slack, "auth.test", {}, token))["error"]).toBe("account_inactive");
    expect(() => zoe.slash("/talks", "help")).toThrow("The app is not installed in this workspace");
  });
});
