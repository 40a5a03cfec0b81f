import type { Installation, InstallationQuery, InstallationStore, InstallURLOptions, StateStore } from "@slack/bolt";
import { z } from "zod";
import type { Sealing } from "#core/chat/sealing.ts";
import { PlatformProblem, type Host } from "#core/chat/platform.ts";
import { count } from "#core/text/text.ts";
import { PLATFORM } from "./request-context.ts";

const FOR_EVER = Temporal.Instant.from("9999-01-01T00:00:00Z");
const CHECK = "slack key check";
const TEAM = "slack team ";
const ENTERPRISE = "slack enterprise ";
const STATE_MINUTES = 10;

/**
 * The installations of many workspaces, their tokens sealed with one key. Bolt's own stores are for trying out only.
 */
export class Installations implements InstallationStore {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /**
   * Seals with the present key what the old one sealed. @throws PlatformProblem where what is kept was sealed with
   * neither
   */
  async check(): Promise<void> {
    const held = await this.#host.secrets.get(CHECK);
    if (held === undefined) await this.#host.secrets.put(CHECK, this.#sealing.seal(CHECK, CHECK), FOR_EVER);
    else if (this.#sealing.open(held, CHECK) === CHECK) await this.#sealAgain();
    else {
      throw new PlatformProblem(
        "Slack: TALKS_ENCRYPTION_KEY is not the one that the kept tokens were sealed with. Set the old one, or remove the installations.",
      );
    }
  }

  get #sealing(): Sealing {
    const { sealing } = this.#host;
    if (sealing === undefined) throw new PlatformProblem("Slack: TALKS_ENCRYPTION_KEY is not set.");
    return sealing;
  }

  /** The check goes last: as long as it is under the old key, not all is done. */
  async #sealAgain(): Promise<void> {
    const { secrets } = this.#host;
    let sealed = 0;
    const names = (await secrets.names()).filter((name) => name.startsWith(TEAM) || name.startsWith(ENTERPRISE));
    for (const name of [...names, CHECK]) {
      const held = await secrets.get(name);
      if (held === undefined || this.#sealing.isPresent(held, name)) continue;
      const opened = this.#sealing.open(held, name);
      if (opened === undefined) continue;
      await secrets.put(name, this.#sealing.seal(opened, name), FOR_EVER);
      if (name !== CHECK) sealed += 1;
    }
    if (this.#sealing.changing)
      this.#host.log(
        `Slack: the tokens of ${count(sealed, "workspace")} were sealed with the new key; TALKS_ENCRYPTION_KEY_OLD is not needed any more.`,
      );
  }

  async storeInstallation(installation: Installation): Promise<void> {
    const owner = ownerOf(installation.team?.id, installation.enterprise?.id);
    await this.#host.secrets.put(owner, this.#sealing.seal(JSON.stringify(installation), owner), FOR_EVER);
    if (installation.team !== undefined) await this.#host.back(PLATFORM, [installation.team.id]);
  }

  async fetchInstallation(query: InstallationQuery<boolean>): Promise<Installation> {
    const found =
      (await this.#read(ownerOf(query.teamId, undefined))) ??
      (await this.#read(ownerOf(undefined, query.enterpriseId)));
    if (found === undefined) throw new Error("Talks is not installed in this workspace.");
    return found;
  }

  async deleteInstallation(query: InstallationQuery<boolean>): Promise<void> {
    await this.#host.secrets.pop(ownerOf(query.teamId, query.enterpriseId));
  }

  /** The bot's token of a workspace; undefined where it is not installed. */
  async botToken(team: string): Promise<string | undefined> {
    return (await this.#read(ownerOf(team, undefined)))?.bot?.token;
  }

  async #read(owner: string): Promise<Installation | undefined> {
    const held = await this.#host.secrets.get(owner);
    const opened = held === undefined ? undefined : this.#sealing.open(held, owner);
    if (opened === undefined) return undefined;
    const read = SHAPE.safeParse(JSON.parse(opened));
    // What is kept beyond the shape goes back to Bolt, which wrote it.
    return read.success ? (JSON.parse(opened) as Installation) : undefined;
  }
}

const SHAPE = z.looseObject({ bot: z.looseObject({ token: z.string() }).optional() });

function ownerOf(team: string | undefined, enterprise: string | undefined): string {
  return team === undefined || team === "" ? `${ENTERPRISE}${enterprise ?? ""}` : `${TEAM}${team}`;
}

/** What an installation began with. It works once, within ten minutes. */
export function stateStore(host: Host): StateStore {
  return {
    async generateStateParam(options: InstallURLOptions): Promise<string> {
      const state = host.token(32);
      const until = host.clock.now().add({ minutes: STATE_MINUTES });
      await host.secrets.put(`slack state ${state}`, JSON.stringify(options), until);
      return state;
    },
    async verifyStateParam(_now: Date, state: string): Promise<InstallURLOptions> {
      const held = /^[a-z0-9]{1,64}$/u.test(state) ? await host.secrets.pop(`slack state ${state}`) : undefined;
      if (held === undefined)
        throw new Error("This installation was begun too long ago, or is already complete. Begin again.");
      return JSON.parse(held) as InstallURLOptions;
    },
  };
}
