import { randomUUID } from "node:crypto";
import { install } from "#test/standins/slack/installing.ts";
import type { Fields } from "#test/standins/slack/json.ts";
import { words } from "#test/standins/slack/json.ts";
import { Refusal } from "#test/standins/slack/refusal.ts";
import type { Call, Method } from "./method.ts";
import { flag, text } from "./method.ts";

function test(call: Call): Fields {
  const { by, team } = call;
  return {
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: "talks",
    team_id: team.id,
    user_id: by.botUserId,
    bot_id: by.botId,
    is_enterprise_install: by.wide,
    ...(by.enterpriseId === undefined ? {} : { enterprise_id: by.enterpriseId }),
  };
}

function connect(call: Call): Fields {
  const ticket = randomUUID();
  call.platform.tickets.add(ticket);
  return {
    url: `${call.platform.origin.replace("http:", "ws:")}/link/?ticket=${ticket}&app_id=${call.platform.app.id}`,
  };
}

/** docs.slack.dev/authentication/installing-with-oauth: a code works once, for the client that asked for it. */
function exchange(call: Call): Fields {
  const { app, grants, world } = call.platform;
  if (words(call.args["client_id"]) !== app.clientId) throw new Refusal("invalid_client_id");
  if (words(call.args["client_secret"]) !== app.clientSecret) throw new Refusal("bad_client_secret");
  const code = text(call.args, "code");
  const grant = grants.get(code);
  grants.delete(code);
  if (grant === undefined) throw new Refusal("invalid_code");
  const redirect = words(call.args["redirect_uri"]);
  if (redirect !== grant.redirectUri) throw new Refusal("bad_redirect_uri");
  const made = install(call.platform, grant.teamId, grant.scopes);
  const team = world.teams.get(grant.teamId);
  return {
    app_id: app.id,
    authed_user: { id: grant.userId },
    scope: grant.scopes.join(","),
    token_type: "bot",
    access_token: made.botToken,
    bot_user_id: made.botUserId,
    team: { id: grant.teamId, name: team?.name },
    enterprise: team?.enterpriseId === undefined ? null : { id: team.enterpriseId, name: team.enterpriseId },
    is_enterprise_install: false,
  };
}

function revoke(call: Call): Fields {
  if (flag(call.args, "test") === true) return { revoked: false };
  call.by.state = "revoked";
  call.platform.tellOfEvent(call.by.teamId, {
    type: "tokens_revoked",
    tokens: { oauth: [], bot: [call.by.botUserId] },
  });
  return { revoked: true };
}

export const access: Readonly<Record<string, Method>> = {
  "auth.test": { token: "bot", tier: "free", answer: test },
  "auth.revoke": { token: "bot", tier: 3, answer: revoke },
  "apps.connections.open": { token: "app", scope: "connections:write", tier: 1, answer: connect },
  "oauth.v2.access": { token: "none", tier: 4, answer: exchange },
};
