import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { answer, argumentsOf, bodyOf, spoil } from "./http.ts";
import type { Fields } from "./json.ts";
import { words } from "./json.ts";
import { METHODS } from "./methods/index.ts";
import type { Call, Method } from "./methods/method.ts";
import { need } from "./methods/method.ts";
import type { Platform, Request } from "./platform.ts";
import { FAULTY, Refusal } from "./refusal.ts";
import type { Installation, Team } from "./world.ts";

const NOBODY: Installation = {
  teamId: "",
  enterpriseId: undefined,
  wide: false,
  botToken: "",
  botUserId: "",
  botId: "",
  scopes: new Set(),
  state: "active",
};
const NOWHERE: Team = { id: "", name: "", domain: "", enterpriseId: undefined };

function tokenOf(request: IncomingMessage, args: Fields): string {
  const [, bearer] = /^Bearer (.+)$/u.exec(request.headers.authorization ?? "") ?? [];
  return bearer ?? words(args["token"]);
}

function withoutSecrets(args: Fields): Fields {
  const { token: _token, client_secret: _secret, code: _code, ...rest } = args;
  return rest;
}

/** Who calls, by the token: docs.slack.dev/authentication/tokens. */
function authenticate(platform: Platform, method: Method, token: string, args: Fields): Call {
  if (method.token === "none") return { platform, args, by: NOBODY, team: NOWHERE };
  if (token === "") throw new Refusal("not_authed");
  const appScopes = platform.app.appTokens.get(token);
  if (appScopes !== undefined) {
    if (method.token !== "app") throw new Refusal("not_allowed_token_type");
    return { platform, args, by: { ...NOBODY, scopes: new Set(appScopes) }, team: NOWHERE };
  }
  const by = platform.world.installations.find((one) => one.botToken === token);
  if (by === undefined) throw new Refusal("invalid_auth");
  if (method.token !== "bot") throw new Refusal("not_allowed_token_type");
  if (by.state === "revoked") throw new Refusal("token_revoked");
  if (by.state === "uninstalled") throw new Refusal("account_inactive");
  const named = by.wide ? words(args["team_id"]) : "";
  const team = platform.world.teams.get(named || by.teamId);
  if (team === undefined) throw new Refusal("team_access_not_granted");
  return { platform, args, by, team };
}

function limit(call: Call, name: string, method: Method): void {
  const key = method.tier === "post" ? words(call.args["channel"]) : call.team.id;
  const seconds = call.platform.rates.spend(name, method.tier, key);
  if (seconds !== undefined) throw new Refusal("ratelimited", { retryAfter: seconds });
}

function run(platform: Platform, name: string, token: string, args: Fields, record: Request): Fields {
  const method = METHODS[name];
  if (method === undefined) throw new Refusal("unknown_method", { req_method: name });
  const call = authenticate(platform, method, token, args);
  record.teamId = call.team.id;
  limit(call, name, method);
  if (method.scope !== undefined) need(call, method.scope);
  return { ok: true, ...method.answer(call) };
}

function refused(platform: Platform, name: string, refusal: Refusal, record: Request): Fields {
  record.error = refusal.code;
  if (FAULTY.has(refusal.code)) {
    const detail = Object.keys(refusal.extra).length > 0 ? ` ${JSON.stringify(refusal.extra)}` : "";
    platform.violation(`${name}: ${refusal.code}${detail}`);
  }
  return { ok: false, error: refusal.code, ...refusal.extra };
}

/** Answers `POST /api/<method>` as docs.slack.dev/apis/web-api describes: 200 with `ok`, or 429 with Retry-After. */
export async function webApi(
  platform: Platform,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const args = argumentsOf(await bodyOf(request), request.headers["content-type"] ?? "");
  const record: Request = {
    method: name,
    teamId: undefined,
    args: withoutSecrets(args),
    at: platform.clock.now(),
    status: 200,
    error: undefined,
  };
  platform.requests.push(record);
  const fault = platform.faults.take(name);
  if (fault?.delay !== undefined) await wait(fault.delay);
  const before = fault !== undefined && fault.when !== "after";
  if (before && spoil(fault, response)) {
    record.status = fault.status ?? (fault.retryAfter === undefined ? 0 : 429);
    return;
  }
  let result: Fields;
  try {
    result = run(platform, name, tokenOf(request, args), args, record);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    result = refused(platform, name, error, record);
  }
  if (fault?.when === "after" && spoil(fault, response)) {
    record.status = fault.status ?? 0;
    return;
  }
  const { retryAfter, ...body } = result;
  if (retryAfter !== undefined) record.status = 429;
  answer(response, record.status, body, retryAfter === undefined ? {} : { "retry-after": words(retryAfter) });
}
