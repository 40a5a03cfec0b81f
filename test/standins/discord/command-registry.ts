import type { Json } from "./json.ts";
import { integer, objects, text, written } from "./json.ts";
import type { Snowflakes } from "./snowflakes.ts";

export interface Registered {
  readonly id: string;
  /** 1 slash, 2 user, 3 message. */
  readonly type: number;
  readonly name: string;
  readonly guildId: string | undefined;
  /** As it was sent. */
  readonly body: Json;
  readonly version: string;
}

/** The commands the application has registered, globally and by server. */
export class CommandRegistry {
  readonly #ids: Snowflakes;
  readonly #applicationId: string;
  readonly #integrationTypes: readonly number[];
  #held: readonly Registered[] = [];
  /** New names since the start; 200 a day and scope are allowed. */
  readonly creates = new Map<string, number>();

  constructor(ids: Snowflakes, applicationId: string, integrationTypes: readonly number[]) {
    this.#ids = ids;
    this.#applicationId = applicationId;
    this.#integrationTypes = integrationTypes;
  }

  in(guildId: string | undefined): readonly Registered[] {
    return this.#held.filter((one) => one.guildId === guildId);
  }

  /** What a person is offered somewhere: a server's own command hides the global one of the same name. */
  find(type: number, name: string, guildId: string | undefined): Registered | undefined {
    const fits = (one: Registered): boolean => one.type === type && one.name === name;
    const own = guildId === undefined ? undefined : this.in(guildId).find(fits);
    return own ?? this.in(undefined).find(fits);
  }

  byId(id: string, guildId: string | undefined): Registered | undefined {
    return this.in(guildId).find((one) => one.id === id);
  }

  /** Makes the command, or replaces the one of the same name and type, whose id it keeps. */
  put(body: Json, guildId: string | undefined): Registered {
    const [type, name] = [integer(body.type ?? 1), text(body.name)];
    const held = this.in(guildId).find((one) => one.type === type && one.name === name);
    const registered = { id: held?.id ?? this.#ids.next(), type, name, guildId, body, version: this.#ids.next() };
    if (held === undefined) {
      const scope = guildId ?? "global";
      this.creates.set(scope, (this.creates.get(scope) ?? 0) + 1);
    }
    this.#held = [...this.#held.filter((one) => one !== held), registered];
    return registered;
  }

  update(command: Registered, change: Json): Registered {
    const body = { ...command.body, ...change };
    const updated = { ...command, body, name: text(body.name), version: this.#ids.next() };
    this.#held = this.#held.map((one) => (one === command ? updated : one));
    return updated;
  }

  remove(command: Registered): void {
    this.#held = this.#held.filter((one) => one !== command);
  }

  /** Replaces all commands of a scope; those of the same name and type keep their ids. */
  overwrite(bodies: readonly Json[], guildId: string | undefined): readonly Registered[] {
    const made = bodies.map((body) => this.put(body, guildId));
    this.#held = this.#held.filter((one) => one.guildId !== guildId || made.includes(one));
    return made;
  }

  /**
   * As Discord answers: its own order of fields, what is false left out of options, and localizations only when asked
   * for (docs.discord.com/developers/interactions/application-commands#get-global-application-commands).
   */
  json(command: Registered, localized: boolean): Json {
    const { body, guildId } = command;
    const permissions = body.default_member_permissions ?? null;
    const reach =
      guildId === undefined
        ? {
            dm_permission: true,
            contexts: body.contexts ?? null,
            integration_types: body.integration_types ?? [this.#integrationTypes[0] ?? 0],
          }
        : { guild_id: guildId };
    return {
      id: command.id,
      application_id: this.#applicationId,
      version: command.version,
      default_member_permissions: permissions === null ? null : written(permissions),
      type: command.type,
      name: command.name,
      ...(localized ? { name_localizations: body.name_localizations ?? null } : {}),
      description: text(body.description),
      ...(localized ? { description_localizations: body.description_localizations ?? null } : {}),
      ...reach,
      ...(objects(body.options).length === 0
        ? {}
        : { options: objects(body.options).map((one) => option(one, localized)) }),
      nsfw: body.nsfw === true,
    };
  }
}

function option(body: Json, localized: boolean): Json {
  const { type, name, description, name_localizations, description_localizations, ...rest } = body;
  const { required, autocomplete, options, choices, ...limits } = rest;
  return {
    type,
    name,
    ...(localized ? { name_localizations: name_localizations ?? null } : {}),
    description,
    ...(localized ? { description_localizations: description_localizations ?? null } : {}),
    ...(required === true ? { required } : {}),
    ...(autocomplete === true ? { autocomplete } : {}),
    ...limits,
    ...(objects(choices).length === 0 ? {} : { choices: objects(choices).map((one) => choice(one, localized)) }),
    ...(objects(options).length === 0 ? {} : { options: objects(options).map((one) => option(one, localized)) }),
  };
}

function choice({ name, value, name_localizations }: Json, localized: boolean): Json {
  return { name, ...(localized ? { name_localizations: name_localizations ?? null } : {}), value };
}
