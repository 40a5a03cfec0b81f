import type { Clock } from "#test/standins/discord/clock.ts";
import type { Journal } from "#test/standins/discord/journal.ts";
import { refusal } from "#test/standins/discord/refusal.ts";
import type { Settings } from "#test/standins/discord/settings.ts";
import { deadline, RunningTime } from "#test/standins/running-time.ts";
import type { Happened } from "./interaction.ts";
import { Interaction } from "./interaction.ts";

/** docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback. */
const TOKEN_LIVES = 15 * 60_000;

/** All interactions whose tokens are still known, and the deadline of each. */
export class Ledger {
  readonly #byToken = new Map<string, Interaction>();
  readonly #waiting = new Map<Interaction, { readonly time: RunningTime; readonly stop: () => void }>();
  readonly #settings: Settings;
  readonly #clock: Clock;
  readonly #journal: Journal;

  constructor(settings: Settings, clock: Clock, journal: Journal) {
    this.#settings = settings;
    this.#clock = clock;
    this.#journal = journal;
  }

  open(made: Happened): Interaction {
    const interaction = new Interaction(made);
    this.#byToken.set(interaction.token, interaction);
    const time = new RunningTime(this.#clock);
    const stop = deadline(this.#settings.acknowledgeWithin, time, () => this.#miss(interaction));
    this.#waiting.set(interaction, { time, stop });
    const [oldest] = this.#byToken.keys();
    if (oldest !== undefined && this.#byToken.size > this.#settings.keep.interactions) this.#byToken.delete(oldest);
    return interaction;
  }

  /** The interaction to acknowledge: 10062 for an unknown or late one, 40060 for one already acknowledged. */
  toAcknowledge(id: string, token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction !== undefined) this.#judge(interaction);
    if (interaction === undefined || interaction.made.id !== id || interaction.state === "missed")
      throw refusal("unknown interaction");
    if (interaction.state === "acknowledged") throw refusal("already acknowledged");
    return interaction;
  }

  /**
   * The interaction whose answer is to be edited or followed: 10015 before it is acknowledged, 50027 after 15 minutes.
   */
  answered(token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined || interaction.state !== "acknowledged") throw refusal("unknown webhook");
    if (this.#clock.now() - interaction.made.madeAt > TOKEN_LIVES) throw refusal("expired token");
    return interaction;
  }

  acknowledge(interaction: Interaction, callback: number): void {
    interaction.state = "acknowledged";
    interaction.callback = callback;
    this.#settle(interaction);
  }

  /** Nobody was connected to hear of it: the user is told so, and no bot is to blame. */
  unheard(interaction: Interaction): void {
    interaction.state = "missed";
    this.#settle(interaction);
    interaction.changed();
  }

  /** Lets those go by that are late on the stand-in's clock, whatever the timers say. */
  sweep(): void {
    for (const interaction of this.#waiting.keys()) this.#judge(interaction);
  }

  stop(): void {
    for (const { stop } of this.#waiting.values()) stop();
    this.#waiting.clear();
  }

  #judge(interaction: Interaction): void {
    const waiting = this.#waiting.get(interaction);
    if (waiting !== undefined && waiting.time.passed > this.#settings.acknowledgeWithin) this.#miss(interaction);
  }

  #miss(interaction: Interaction): void {
    this.#settle(interaction);
    if (interaction.state !== "waiting") return;
    interaction.state = "missed";
    this.#journal.violation(
      `${interaction.made.what}: not acknowledged within ${this.#settings.acknowledgeWithin} milliseconds`,
    );
    interaction.changed();
  }

  #settle(interaction: Interaction): void {
    this.#waiting.get(interaction)?.stop();
    this.#waiting.delete(interaction);
  }
}
