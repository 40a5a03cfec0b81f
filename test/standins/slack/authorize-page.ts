import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { answer } from "./http.ts";
import type { Platform } from "./platform.ts";

/**
 * `GET /oauth/v2/authorize`: the consent page, with the person's decision already made. `team` names the workspace,
 * `deny=1` declines. Redirects to `redirect_uri` with `code` (or `error=access_denied`) and the `state` it was given.
 */
export function authorizePage(platform: Platform, query: URLSearchParams, response: ServerResponse): void {
  const redirect = query.get("redirect_uri") ?? platform.redirectUri;
  const teamId = query.get("team") ?? [...platform.world.teams.keys()][0] ?? "";
  const installer = [...platform.world.people.values()].find((one) => one.teamId === teamId && one.role !== "bot");
  if (query.get("client_id") !== platform.app.clientId || redirect === "" || !platform.world.teams.has(teamId)) {
    platform.violation("oauth/v2/authorize: unknown client, workspace or redirect_uri");
    answer(response, 400, { ok: false, error: "invalid_client_id" });
    return;
  }
  const back = new URL(redirect);
  if (query.get("deny") === null) {
    const code = randomBytes(12).toString("hex");
    const scopes = (query.get("scope") ?? "").split(",").filter((scope) => scope !== "");
    platform.grants.set(code, {
      teamId,
      userId: installer?.id ?? "U000000000",
      redirectUri: query.get("redirect_uri") ?? "",
      scopes,
    });
    back.searchParams.set("code", code);
  } else {
    back.searchParams.set("error", "access_denied");
  }
  const state = query.get("state");
  if (state === null) platform.violation("oauth/v2/authorize: no state");
  else back.searchParams.set("state", state);
  response.writeHead(302, { location: back.toString() });
  response.end();
}
