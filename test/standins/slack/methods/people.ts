import type { Fields } from "#test/standins/slack/json.ts";
import { words } from "#test/standins/slack/json.ts";
import { Refusal } from "#test/standins/slack/refusal.ts";
import type { Person, UserGroup } from "#test/standins/slack/world.ts";
import type { Call, Method } from "./method.ts";
import { flag, page, person, text } from "./method.ts";

/** docs.slack.dev/reference/objects/user-object. A stranger is someone of another workspace, met over Slack Connect. */
function userOnWire(one: Person, seenFrom: string): Fields {
  const owner = one.role === "owner" || one.role === "primary owner";
  const away = one.teamId !== seenFrom;
  return {
    id: one.id,
    team_id: one.teamId,
    name: one.name,
    deleted: one.deactivated,
    real_name: one.name,
    tz: one.timezone,
    locale: one.locale,
    profile: { real_name: one.name, display_name: one.name, team: one.teamId },
    is_bot: one.role === "bot",
    is_app_user: false,
    ...(away ? { is_stranger: true } : {}),
    ...(one.deactivated || away
      ? {}
      : {
          is_admin: owner || one.role === "admin",
          is_owner: owner,
          is_primary_owner: one.role === "primary owner",
          is_restricted: one.role === "guest" || one.role === "single-channel guest",
          is_ultra_restricted: one.role === "single-channel guest",
        }),
  };
}

function info(call: Call): Fields {
  return { user: userOnWire(person(call, text(call.args, "user")), call.team.id) };
}

function listed(call: Call): Fields {
  const all = [...call.platform.world.people.values()].filter((one) => one.teamId === call.team.id);
  const { items, next } = page(call.args, all, 100);
  return { members: items.map((one) => userOnWire(one, call.team.id)), response_metadata: { next_cursor: next } };
}

function groupOnWire(group: UserGroup, withUsers: boolean): Fields {
  return {
    id: group.id,
    team_id: group.teamId,
    is_usergroup: true,
    name: group.handle,
    handle: group.handle,
    date_delete: group.disabled ? 1_700_000_000 : 0,
    user_count: group.members.length,
    ...(withUsers ? { users: group.members } : {}),
  };
}

function groups(call: Call): Fields {
  const withUsers = flag(call.args, "include_users") === true;
  const withDisabled = flag(call.args, "include_disabled") === true;
  const all = [...call.platform.world.groups.values()].filter(
    (one) => one.teamId === call.team.id && (withDisabled || !one.disabled),
  );
  return { usergroups: all.map((one) => groupOnWire(one, withUsers)) };
}

function groupUsers(call: Call): Fields {
  const group = call.platform.world.groups.get(text(call.args, "usergroup"));
  if (group === undefined || group.teamId !== call.team.id) throw new Refusal("no_such_subteam");
  if (group.disabled && flag(call.args, "include_disabled") !== true) throw new Refusal("no_such_subteam");
  return { users: group.members };
}

function team(call: Call): Fields {
  const wanted = words(call.args["team"]) || call.team.id;
  const found = call.platform.world.teams.get(wanted);
  if (found === undefined || wanted !== call.team.id) throw new Refusal("team_not_found");
  const enterprise =
    found.enterpriseId === undefined ? {} : { enterprise_id: found.enterpriseId, enterprise_name: found.enterpriseId };
  return {
    team: {
      id: found.id,
      name: found.name,
      domain: found.domain,
      url: `https://${found.domain}.slack.com/`,
      ...enterprise,
    },
  };
}

export const people: Readonly<Record<string, Method>> = {
  "users.info": { token: "bot", scope: "users:read", tier: 4, answer: info },
  "users.list": { token: "bot", scope: "users:read", tier: 2, answer: listed },
  "usergroups.list": { token: "bot", scope: "usergroups:read", tier: 2, answer: groups },
  "usergroups.users.list": { token: "bot", scope: "usergroups:read", tier: 2, answer: groupUsers },
  "team.info": { token: "bot", scope: "team:read", tier: 3, answer: team },
};
