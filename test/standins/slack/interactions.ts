import type { Clock } from "./clock.ts";
import type { Ids } from "./ids.ts";
import { RunningTime } from "#test/standins/running-time.ts";
import { Refusal } from "./refusal.ts";

/** docs.slack.dev/interactivity/handling-user-interaction: a trigger_id lives 3 seconds and works once. */
const TRIGGER_LIFE = 3000;
/** Same page: a response_url takes up to 5 uses within 30 minutes. */
const RESPONSE_URL = { life: 30 * 60_000, uses: 5 } as const;

const KEPT = 5000;

/** One gesture of a person that the app was told of, with the two keys it may answer by. */
export interface Interaction {
  readonly id: string;
  readonly userId: string;
  readonly teamId: string;
  readonly channelId: string | undefined;
  readonly threadTs: string | undefined;
  /** The message whose button was pressed: what `replace_original` replaces. */
  readonly sourceTs: string | undefined;
  /** The view it came from: what views.push stacks onto. */
  readonly viewId: string | undefined;
  readonly at: number;
  /** How long its trigger has lived. */
  readonly since: RunningTime;
  triggered: boolean;
  uses: number;
}

export class Interactions {
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #all = new Map<string, Interaction>();

  constructor(clock: Clock, ids: Ids) {
    this.#clock = clock;
    this.#ids = ids;
  }

  begin(gesture: Omit<Interaction, "id" | "at" | "since" | "triggered" | "uses">): Interaction {
    const [at, since] = [this.#clock.now(), new RunningTime(this.#clock)];
    const started = { ...gesture, id: this.#ids.next("Ix"), at, since, triggered: false, uses: 0 };
    this.#all.set(started.id, started);
    const [oldest] = this.#all.keys();
    if (this.#all.size > KEPT && oldest !== undefined) this.#all.delete(oldest);
    return started;
  }

  triggerId(interaction: Interaction): string {
    return `${interaction.at}.${interaction.teamId}.${interaction.id}`;
  }

  /** Spends a trigger_id; refuses one that is unknown, spent or old. */
  exchange(triggerId: string): Interaction {
    const interaction = this.#all.get(triggerId.split(".")[2] ?? "");
    if (interaction === undefined) throw new Refusal("invalid_trigger_id");
    if (interaction.triggered) throw new Refusal("exchanged_trigger_id");
    if (interaction.since.passed > TRIGGER_LIFE) throw new Refusal("expired_trigger_id");
    interaction.triggered = true;
    return interaction;
  }

  /** Spends one use of a response_url. */
  respond(id: string): Interaction {
    const interaction = this.#all.get(id);
    if (interaction === undefined) throw new Refusal("no_service");
    if (this.#clock.now() - interaction.at > RESPONSE_URL.life) throw new Refusal("expired_url");
    if (interaction.uses >= RESPONSE_URL.uses) throw new Refusal("used_url");
    interaction.uses += 1;
    return interaction;
  }
}
