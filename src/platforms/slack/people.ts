import type { Asker } from "#core/request/asker.ts";
import type { Desk } from "#core/desk/desk.ts";
import { tierOf } from "#core/desk/tier.ts";
import { defined } from "#core/text/defined.ts";
import { clean, shorten } from "#core/text/text.ts";
import { PLATFORM } from "./request-context.ts";
import { patiently, type Client } from "./web.ts";

/** How long what Slack said of somebody counts; after that, without an answer, they may read and no more. */
const FRESH_MS = 60_000;
const KEPT = 5000;

interface Person {
  readonly name: string;
  readonly admin: boolean;
  readonly outsider: boolean;
  readonly locale: string;
  /** As `users.info` has it: `Europe/Amsterdam`. */
  readonly zone?: string;
  /** Slack did not say. */
  readonly unknown?: true;
}

/** Who people are in their workspaces: asked of Slack, remembered for a minute. */
export class People {
  readonly #known = new Map<string, { readonly at: number; readonly value: Promise<unknown> }>();

  /** Who is calling, from what Slack and the desk say now. Where Slack says nothing, somebody who may only read. */
  async recognise(client: Client, team: string, user: string, desk: Desk): Promise<Asker> {
    const person = await this.#person(client, team, user);
    const grants = (await desk.snapshot()).own.all("role").map((h) => h.state);
    const groups = grants.filter((g) => g.platform === PLATFORM && g.kind === "group").map((g) => g.id);
    const memberOf = await Promise.all(
      groups.map(async (group) => ({ group, members: await this.#members(client, team, group) })),
    );
    const rights = {
      platform: PLATFORM,
      user,
      groups: memberOf.flatMap(({ group, members }) => (members?.includes(user) === true ? [group] : [])),
      admin: person.admin,
      trusted: false,
      outsider: person.outsider,
    };
    const { name, locale, zone } = person;
    const asker = { platform: PLATFORM, id: user, name, tier: tierOf(rights, grants), locale, ...defined({ zone }) };
    const unknown = person.unknown === true || memberOf.some(({ members }) => members === undefined);
    return unknown ? { ...asker, unknownTo: "Slack" } : asker;
  }

  /** The language that somebody has set; undefined where Slack does not say. */
  async locale(client: Client, team: string, user: string): Promise<string | undefined> {
    const { locale, unknown } = await this.#person(client, team, user);
    return unknown === true ? undefined : locale;
  }

  #person(client: Client, team: string, user: string): Promise<Person> {
    return this.#fresh(`user ${team} ${user}`, async () => {
      const { user: found } = await patiently(() => client.users.info({ user, include_locale: true }), true);
      const name = clean(
        (found?.profile?.display_name || found?.real_name || found?.name || "").toWellFormed(),
      ).text.trim();
      return {
        name: name === "" ? `user ${user}` : shorten(name, 80),
        admin: found?.is_admin === true || found?.is_owner === true || found?.is_primary_owner === true,
        outsider:
          found === undefined ||
          found.is_restricted === true ||
          found.is_ultra_restricted === true ||
          found.is_stranger === true ||
          found.is_bot === true ||
          found.deleted === true ||
          (found.team_id !== undefined && found.team_id !== team),
        locale: found?.locale ?? "en",
        ...defined({ zone: found?.tz }),
      };
    }).catch(() => ({ name: `user ${user}`, admin: false, outsider: true, locale: "en", unknown: true }));
  }

  #members(client: Client, team: string, usergroup: string): Promise<readonly string[] | undefined> {
    return this.#fresh(`group ${team} ${usergroup}`, async () => {
      const { users } = await patiently(() => client.usergroups.users.list({ usergroup }), true);
      return users ?? [];
    }).catch(() => undefined);
  }

  #fresh<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const now = performance.now();
    const known = this.#known.get(key);
    if (known !== undefined && now - known.at < FRESH_MS) return known.value as Promise<T>;
    const value = ask();
    this.#known.delete(key);
    this.#known.set(key, { at: now, value });
    value.catch(() => this.#known.delete(key));
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(oldest);
    }
    return value;
  }
}
