import type { Registered } from "#test/standins/discord/command-registry.ts";
import type { Json } from "#test/standins/discord/json.ts";
import { list, object, written } from "#test/standins/discord/json.ts";
import { checkCommand } from "#test/standins/discord/limits/command.ts";
import type { Complaint } from "#test/standins/discord/limits/complaints.ts";
import { invalidForm, refusal } from "#test/standins/discord/refusal.ts";
import type { Answer, Call, Route } from "./route.ts";
import { bodyOf, found, NOTHING, ownApplication, param } from "./route.ts";

const GLOBAL = "/applications/{application_id}/commands";
const GUILD = "/applications/{application_id}/guilds/{guild_id}/commands";

/**
 * docs.discord.com/developers/interactions/application-commands#registering-a-command: 100 slash, 15 user and 15
 * message commands a scope, and 200 new ones a day and scope.
 */
const MOST: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };
const CREATES_A_DAY = 200;

/** Registration of commands, global and by server, and the permissions a server's owner gave them. */
export const commands: readonly Route[] = [GLOBAL, GUILD].flatMap((template): readonly Route[] => [
  { method: "GET", template, bucket: "commands", answer: (call) => found(held(call).map((one) => shown(call, one))) },
  { method: "PUT", template, bucket: "commands", answer: overwrite },
  { method: "POST", template, bucket: "commands", answer: create },
  {
    method: "GET",
    template: `${template}/{command_id}`,
    bucket: "commands",
    answer: (call) => found(shown(call, one(call), true)),
  },
  { method: "PATCH", template: `${template}/{command_id}`, bucket: "commands", answer: update },
  { method: "DELETE", template: `${template}/{command_id}`, bucket: "commands", answer: remove },
]);

export const commandPermissions: readonly Route[] = [
  {
    method: "GET",
    template: `${GUILD}/permissions`,
    answer: (call) => {
      const { commandPermissions: held } = guildOf(call);
      return found([...held.keys()].map((id) => permissionsJson(call, id)));
    },
  },
  {
    method: "GET",
    template: `${GUILD}/{command_id}/permissions`,
    answer: (call) => {
      const id = param(call, "command_id");
      if (!guildOf(call).commandPermissions.has(id)) throw refusal("no command permissions");
      return found(permissionsJson(call, id));
    },
  },
];

function scope(call: Call): string | undefined {
  ownApplication(call);
  const id = call.params["guild_id"];
  if (id !== undefined) guildOf(call);
  return id;
}

/** Commands of a server need the app to be there: 50001 otherwise. */
function guildOf(call: Call): ReturnType<Call["platform"]["world"]["guild"]> {
  const guild = call.platform.world.guilds.get(param(call, "guild_id"));
  if (guild === undefined || !guild.joined) throw refusal("missing access");
  return guild;
}

function held(call: Call): readonly Registered[] {
  return call.platform.commands.in(scope(call));
}

function shown(call: Call, command: Registered, localized = call.query.get("with_localizations") === "true"): Json {
  return call.platform.commands.json(command, localized);
}

function one(call: Call): Registered {
  const command = call.platform.commands.byId(param(call, "command_id"), scope(call));
  if (command === undefined) throw refusal("unknown command");
  return command;
}

function overwrite(call: Call): Answer {
  const guildId = scope(call);
  const bodies = list(call.body).map(object);
  const complaints: Complaint[] = bodies.flatMap((body, index) => [...checked(call, body, `${index}.`)]);
  for (const [type, most] of Object.entries(MOST))
    if (bodies.filter((body) => written(body.type ?? 1) === type).length > most)
      complaints.push({ path: "", code: "BASE_TYPE_MAX_LENGTH", message: `At most ${most} of type ${type}` });
  const names = bodies.map((body) => `${written(body.type ?? 1)} ${written(body.name)}`);
  if (new Set(names).size < names.length)
    complaints.push({ path: "", code: "APPLICATION_COMMANDS_DUPLICATE_NAME", message: "Names must be unique" });
  if (complaints.length > 0) throw invalidForm(complaints);
  admitCreates(call, bodies);
  return found(call.platform.commands.overwrite(bodies, guildId).map((made) => shown(call, made, true)));
}

function create(call: Call): Answer {
  const guildId = scope(call);
  const complaints = checked(call, bodyOf(call), "");
  if (complaints.length > 0) throw invalidForm(complaints);
  admitCreates(call, [bodyOf(call)]);
  return found(shown(call, call.platform.commands.put(bodyOf(call), guildId), true));
}

function update(call: Call): Answer {
  const command = one(call);
  const complaints = checked(call, { ...command.body, ...bodyOf(call) }, "");
  if (complaints.length > 0) throw invalidForm(complaints);
  return found(shown(call, call.platform.commands.update(command, bodyOf(call)), true));
}

function remove(call: Call): Answer {
  call.platform.commands.remove(one(call));
  return NOTHING;
}

/** The documented limits, and that the app is installed the way the command wants to be. */
function checked(call: Call, body: Json, prefix: string): readonly Complaint[] {
  const installed = call.platform.settings.integrationTypes;
  const stray = list(body.integration_types).filter((type) => !installed.includes(Number(type)));
  const complaints = checkCommand(body, prefix);
  return stray.length === 0
    ? complaints
    : [
        ...complaints,
        {
          path: `${prefix}integration_types`,
          code: "APPLICATION_COMMAND_INTEGRATION_TYPE",
          message: `The application does not support ${stray.join(", ")}`,
        },
      ];
}

/** 30034 once a scope has had its new commands for the day; replacing one by name is not a new one. */
function admitCreates(call: Call, bodies: readonly Json[]): void {
  const known = held(call);
  const isNew = (body: Json): boolean =>
    !known.some((command) => command.name === body.name && command.type === (body.type ?? 1));
  const spent = call.platform.commands.creates.get(call.params["guild_id"] ?? "global") ?? 0;
  if (spent + bodies.filter(isNew).length > CREATES_A_DAY) throw refusal("daily command creates");
}

function permissionsJson(call: Call, id: string): object {
  const guild = guildOf(call);
  const permissions = guild.commandPermissions.get(id) ?? [];
  return { id, application_id: call.platform.applicationId, guild_id: guild.id, permissions };
}
