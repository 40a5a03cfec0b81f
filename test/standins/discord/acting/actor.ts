import type { Happened, Interaction, InteractionType, Place } from "#test/standins/discord/interactions/interaction.ts";
import { interactionJson, ownersOf } from "#test/standins/discord/interactions/payload.ts";
import type { Json } from "#test/standins/discord/json.ts";
import { isObject, objects, text } from "#test/standins/discord/json.ts";
import type { Message } from "#test/standins/discord/messages/message.ts";
import { messageJson } from "#test/standins/discord/messages/message.ts";
import { attach } from "#test/standins/discord/messages/writing.ts";
import type { Platform } from "#test/standins/discord/platform.ts";
import type { PermissionName } from "#test/standins/discord/world/permissions.ts";
import { bits } from "#test/standins/discord/world/permissions.ts";
import type { Choice, OpenModal } from "./asked.ts";
import { Asked } from "./asked.ts";
import type { Entered } from "./form-filling.ts";
import { submitted } from "./form-filling.ts";
import { installsOf, offered } from "./offering.ts";
import { Resolved } from "./resolved.ts";
import type { Shown } from "./shown.ts";
import { controlsOf, show } from "./shown.ts";
import type { Typed } from "./typed-options.ts";
import { filledIn, followPath, nested } from "./typed-options.ts";

export interface Manner {
  /** Past the client: whatever it would hide or grey out is sent all the same. */
  readonly forced?: boolean;
}

/** A person at a place, who does what people do in Discord. */
export class Actor {
  readonly place: Place;
  readonly #platform: Platform;

  constructor(platform: Platform, place: Place) {
    this.#platform = platform;
    this.place = place;
  }

  get id(): string {
    return this.place.user.id;
  }

  /** Takes a right or a role from them, or gives one; what they do from now on carries it. */
  become(change: { readonly permissions?: readonly PermissionName[]; readonly roles?: readonly string[] }): void {
    const { member, guild } = this.place;
    if (member === undefined || guild === undefined) throw new Error("Only members of a server have rights there.");
    if (change.permissions !== undefined) member.extra = bits(change.permissions);
    if (change.roles === undefined) return;
    member.roles.clear();
    for (const name of change.roles) {
      const role = [...guild.roles.values()].find((one) => one.name === name || one.id === name);
      member.roles.add((role ?? this.#platform.world.addRole(guild, name)).id);
    }
  }

  /** Runs `/talks who-led side:us` as `slash("talks who-led", { side: "us" })`. */
  slash(line: string, values: Readonly<Record<string, Typed>> = {}, { forced = false }: Manner = {}): Asked {
    const words = line.split(" ");
    const command = offered(this.#platform, this.place, 1, words[0] ?? "", forced);
    const path = followPath(command.body, words);
    const resolved = new Resolved(this.#platform, this.place);
    const options = nested(path, filledIn(path, values, resolved));
    return this.#command(command, `/${line}`, { options }, resolved);
  }

  /** What is suggested for an option after so much was typed. `others` are the options filled in before. */
  autocomplete(
    line: string,
    option: string,
    typed: string,
    others: Readonly<Record<string, Typed>> = {},
  ): Promise<readonly Choice[]> {
    const words = line.split(" ");
    const command = offered(this.#platform, this.place, 1, words[0] ?? "", false);
    const path = followPath(command.body, words);
    const defined = path.options.find((one) => one.name === option);
    if (defined?.autocomplete !== true) throw new Error(`/${line} ${option} has no autocomplete.`);
    const before = filledIn(
      { ...path, options: path.options.map((one) => ({ ...one, required: false })) },
      others,
      new Resolved(this.#platform, this.place),
    );
    const focused = { type: defined.type, name: option, value: typed, focused: true };
    const { id, name, type } = command;
    const data = { id, name, type, options: nested(path, [...before, focused]) };
    const owners = ownersOf(this.place, installsOf(this.#platform, command));
    return this.#make(4, `/${line} ${option}: ${typed}`, owners, data).choices();
  }

  messageCommand(name: string, on: Shown | string, { forced = false }: Manner = {}): Asked {
    const command = offered(this.#platform, this.place, 3, name, forced);
    const message = this.#seen(typeof on === "string" ? on : on.id);
    const resolved = new Resolved(this.#platform, this.place);
    resolved.add("messages", message.id, messageJson(message, this.#platform.applicationId));
    return this.#command(command, name, { target_id: message.id }, resolved);
  }

  /** Presses a button, by its label or custom id. */
  click(on: Shown, button: string, manner: Manner = {}): Asked {
    const control = controlCalled(on, button, (one) => one.type === 2);
    if (control?.url !== undefined) throw new Error(`${button} is a link: nothing is sent.`);
    return this.#use(on, control, button, { component_type: 2 }, manner);
  }

  /** Chooses in a select, by its placeholder or custom id; values by label or value, or names of people and roles. */
  select(on: Shown, which: string, values: readonly string[], manner: Manner = {}): Asked {
    const control = controlCalled(on, which, (one) => one.type !== 2);
    const type = Number(control?.type ?? 3);
    const resolved = new Resolved(this.#platform, this.place);
    const referred: Readonly<Record<number, number>> = { 5: 6, 6: 8, 7: 9, 8: 7 };
    const options = objects(control?.options);
    const chosen = values.map((value) => {
      const kind = referred[type];
      if (kind !== undefined) return resolved.refer(kind, value);
      const option = options.find((one) => one.label === value || one.value === value);
      if (option === undefined && manner.forced !== true) throw new Error(`${which} has no option ${value}.`);
      return text(option?.value) || value;
    });
    const found = resolved.json();
    const data = { component_type: type, values: chosen, ...(found === undefined ? {} : { resolved: found }) };
    return this.#use(on, control, which, data, manner);
  }

  /** Sends off a form, fields by label or custom id. */
  submitModal(modal: OpenModal, entered: Entered = {}): Asked {
    const resolved = new Resolved(this.#platform, this.place);
    const components = submitted(modal, entered, resolved);
    const found = resolved.json();
    const data = { custom_id: modal.customId, components, ...(found === undefined ? {} : { resolved: found }) };
    const owners = ownersOf(this.place, this.#platform.settings.integrationTypes);
    return this.#make(5, `form ${modal.title}`, owners, data, modal.from === undefined ? {} : { message: modal.from });
  }

  /** Writes a message of their own, with text files where there are some. */
  say(
    content: string,
    replyTo?: Shown,
    files: readonly { readonly name: string; readonly text: string }[] = [],
  ): Shown {
    const { channel, user } = this.place;
    const type = replyTo === undefined ? 0 : 19;
    const attachments = files.map(({ name, text }) =>
      attach(this.#platform, { name, type: "text/plain", content: Buffer.from(text) }),
    );
    return show(
      this.#platform.messages.add({ channel, author: user, content, type, replyTo: replyTo?.id, attachments }),
    );
  }

  /** Forwards a message: their own has no words, the forwarded one goes along as a snapshot. */
  forward(on: Shown): Shown {
    const { channel, user } = this.place;
    return show(this.#platform.messages.add({ channel, author: user, forwards: this.#seen(on.id) }));
  }

  #command(command: ReturnType<typeof offered>, what: string, more: Json, resolved: Resolved): Asked {
    const { id, name, type, guildId } = command;
    const found = resolved.json();
    const data = { id, name, type, ...more, ...(found === undefined ? {} : { resolved: found }) };
    const owners = ownersOf(this.place, installsOf(this.#platform, command));
    return this.#make(2, what, owners, guildId === undefined ? data : { ...data, guild_id: guildId }, {
      menu: type !== 1,
    });
  }

  #use(on: Shown, control: Json | undefined, which: string, data: Json, { forced = false }: Manner): Asked {
    if (control === undefined && !forced) throw new Error(`The message has no ${which}: ${on.text}`);
    if (control?.disabled === true && !forced) throw new Error(`${which} is disabled.`);
    const message = this.#seen(on.id);
    const owners = message.source?.owners ?? ownersOf(this.place, [0]);
    const pressed = { custom_id: text(control?.custom_id) || which, id: control?.id ?? 1, ...data };
    return this.#make(3, which, owners, pressed, { message });
  }

  /** A message they can see: one that is there, and not for somebody else's eyes. */
  #seen(id: string): Message {
    const message = this.place.channel.messages.get(id);
    if (message === undefined) throw new Error(`That message is not in ${this.place.channel.name}, or is gone.`);
    if (message.visibleTo !== undefined && message.visibleTo !== this.place.user)
      throw new Error(`Only ${message.visibleTo.name} can see that message.`);
    return message;
  }

  #make(type: InteractionType, what: string, owners: Json, data: Json, more: Partial<Happened> = {}): Asked {
    const { clock, ids, ledger, endpoint, gateway, settings } = this.#platform;
    const named = `${what} by ${this.place.user.name}`;
    const made = { id: ids.next(), type, madeAt: clock.now(), place: this.place, owners, what: named, ...more };
    const interaction: Interaction = ledger.open(made);
    const json = interactionJson(this.#platform, interaction, data);
    const { guild } = this.place;
    const joined = guild?.joined === true ? { guildId: guild.id } : {};
    if (endpoint.url !== undefined) void endpoint.deliver(json).then((taken) => taken || ledger.unheard(interaction));
    else if (gateway.tell({ ...joined, event: "INTERACTION_CREATE", data: json }) === 0) ledger.unheard(interaction);
    return new Asked(interaction, settings.patience);
  }
}

function controlCalled(on: Shown, which: string, fits: (one: Json) => boolean): Json | undefined {
  return [...controlsOf(on.components)]
    .filter((one) => isObject(one) && fits(one))
    .find((one) => one.label === which || one.custom_id === which || one.placeholder === which);
}
