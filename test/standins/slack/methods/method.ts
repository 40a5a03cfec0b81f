import type { Fields } from "#test/standins/slack/json.ts";
import { isFields, parsed, words } from "#test/standins/slack/json.ts";
import type { Platform } from "#test/standins/slack/platform.ts";
import type { Tier } from "#test/standins/slack/rate-limits.ts";
import { Refusal } from "#test/standins/slack/refusal.ts";
import type { Channel, Installation, Person, Team } from "#test/standins/slack/world.ts";

/** A call whose token was found good. For methods without a token, `by` and `team` are not to be read. */
export interface Call {
  readonly platform: Platform;
  readonly args: Fields;
  readonly by: Installation;
  readonly team: Team;
}

/** One Web API method: which token it takes, the scope it always needs, its rate limit, what it answers beside `ok`. */
export interface Method {
  readonly token: "bot" | "app" | "none";
  readonly scope?: string;
  readonly tier: Tier;
  answer(call: Call): Fields;
}

export function text(args: Fields, name: string): string {
  const value = words(args[name]);
  if (value === "")
    throw new Refusal("invalid_arguments", {
      response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
    });
  return value;
}

export function flag(args: Fields, name: string): boolean | undefined {
  const value = args[name];
  if (value === undefined) return undefined;
  return value === true || value === "true" || value === "1" || value === 1;
}

/** A list or object argument, which form encoding carries as JSON text. */
export function structure(args: Fields, name: string): unknown {
  const value = args[name];
  return typeof value === "string" ? (parsed(value) ?? value) : value;
}

/** Refuses a call that lacks a scope the way Slack does, naming what was needed and what there is. */
export function need(call: Call, scope: string): void {
  if (call.by.scopes.has(scope)) return;
  throw new Refusal("missing_scope", { needed: scope, provided: [...call.by.scopes].join(",") });
}

const FAMILY = { public: "channels", private: "groups", im: "im", mpim: "mpim" } as const;

/** `channels:read`, `groups:history` …: the scope for one kind of conversation. */
export function scopeFor(channel: Channel, right: "read" | "history"): string {
  return `${FAMILY[channel.kind]}:${right}`;
}

function within(call: Call, teamId: string): boolean {
  const enterprise = call.by.enterpriseId;
  return (
    teamId === call.by.teamId ||
    (call.by.wide && enterprise !== undefined && call.platform.world.teams.get(teamId)?.enterpriseId === enterprise)
  );
}

/** A conversation as this token may know it: private ones only from inside, foreign ones only if shared. */
export function conversation(call: Call, id: string): Channel {
  const found = call.platform.world.channels.get(id);
  const known = found !== undefined && (within(call, found.teamId) || found.sharedWith.has(call.by.teamId));
  if (!known || (found.kind !== "public" && !found.members.has(call.by.botUserId)))
    throw new Refusal("channel_not_found");
  return found;
}

export function person(call: Call, id: string): Person {
  const found = call.platform.world.people.get(id);
  if (found === undefined) throw new Refusal("user_not_found");
  if (within(call, found.teamId)) return found;
  const met = [...call.platform.world.channels.values()].some(
    (one) => one.members.has(id) && one.members.has(call.by.botUserId),
  );
  if (!met) throw new Refusal("user_not_found");
  return found;
}

/** One page of a list, by `limit` and `cursor`: docs.slack.dev/apis/web-api/pagination. */
export function page<T>(
  args: Fields,
  all: readonly T[],
  usual: number,
  most = 1000,
): { items: readonly T[]; next: string } {
  const asked = Number(words(args["limit"]) || usual);
  if (!Number.isInteger(asked) || asked < 1 || asked > most) throw new Refusal("invalid_limit");
  const cursor = words(args["cursor"]);
  const from =
    cursor === "" ? 0 : Number(/^next:(\d+)$/u.exec(Buffer.from(cursor, "base64").toString())?.[1] ?? Number.NaN);
  if (Number.isNaN(from)) throw new Refusal("invalid_cursor");
  const next = from + asked < all.length ? Buffer.from(`next:${from + asked}`).toString("base64") : "";
  return { items: all.slice(from, from + asked), next };
}

/** Arguments that arrive as JSON text, made whole once so that every part reads the same thing. */
export function content(args: Fields): Fields {
  const whole: Record<string, unknown> = { ...args };
  for (const name of ["blocks", "attachments", "metadata"])
    if (args[name] !== undefined) whole[name] = structure(args, name);
  for (const name of ["unfurl_links", "unfurl_media", "link_names"])
    if (args[name] !== undefined) whole[name] = flag(args, name);
  const metadata = whole["metadata"];
  const sound = isFields(metadata) && words(metadata["event_type"]) !== "" && isFields(metadata["event_payload"]);
  if (metadata !== undefined && !sound) throw new Refusal("invalid_metadata_format");
  return whole;
}
