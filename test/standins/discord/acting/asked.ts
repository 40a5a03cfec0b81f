import type { Interaction } from "#test/standins/discord/interactions/interaction.ts";
import type { Json } from "#test/standins/discord/json.ts";
import { objects, text } from "#test/standins/discord/json.ts";
import type { Message } from "#test/standins/discord/messages/message.ts";
import type { Shown } from "./shown.ts";
import { show } from "./shown.ts";

/** A form as it stands open before the person who asked for it. */
export interface OpenModal {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly Json[];
  /** What each field shows already, by custom id. */
  readonly values: Readonly<Record<string, string>>;
  /** The message whose button opened it. */
  readonly from: Message | undefined;
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/**
 * What a person did, and how it was answered. Every wait rejects with "the application did not respond" when it did
 * not.
 */
export class Asked {
  readonly interaction: Interaction;
  readonly #patience: number;

  constructor(interaction: Interaction, patience: number) {
    this.interaction = interaction;
    this.#patience = patience;
  }

  /** Resolves once it is acknowledged, with an answer or without. */
  async acknowledged(): Promise<void> {
    await this.#until(() => (this.interaction.state === "acknowledged" ? true : undefined), "acknowledgement");
  }

  /** The message that answers it: the one sent, the deferred one once it is filled, or the updated one. */
  async reply(): Promise<Shown> {
    const message = await this.#until(() => {
      if (this.interaction.modal !== undefined) throw new Error(`${this.interaction.made.what}: answered with a form`);
      return this.interaction.filled ? this.interaction.original : undefined;
    }, "reply");
    return show(message);
  }

  /** The answer as it is now, also while it is still thinking. */
  now(): Shown | undefined {
    const { original } = this.interaction;
    return original === undefined ? undefined : show(original);
  }

  async modal(): Promise<OpenModal> {
    const modal = await this.#until(() => {
      if (this.interaction.filled && this.interaction.modal === undefined)
        throw new Error(`${this.interaction.made.what}: answered, but with no form`);
      return this.interaction.modal;
    }, "form");
    const components = objects(modal.components);
    const [customId, title] = [text(modal.custom_id), text(modal.title)];
    return { customId, title, components, values: preset(components), from: this.interaction.made.message };
  }

  async choices(): Promise<readonly Choice[]> {
    const choices = await this.#until(() => this.interaction.choices, "choices");
    return choices.map(({ name, value }) => ({
      name: text(name),
      value: typeof value === "number" ? value : text(value),
    }));
  }

  /** The follow-ups, once there are so many. */
  async followUps(least = 1): Promise<readonly Shown[]> {
    const { followUps } = this.interaction;
    await this.#until(() => (followUps.length >= least ? true : undefined), `follow-up number ${least}`);
    return followUps.map(show);
  }

  #until<T>(probe: () => T | undefined, awaited: string): Promise<T> {
    return this.interaction.until(probe, this.#patience, awaited);
  }
}

function preset(components: readonly Json[]): Readonly<Record<string, string>> {
  const fields = components.flatMap((one) => [...objects(one.components), ...objects([one.component])]);
  return Object.fromEntries(fields.map((one) => [text(one.custom_id), text(one.value)]));
}
