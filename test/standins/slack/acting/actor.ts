import { directChannel } from "#test/standins/slack/direct-channel.ts";
import type { Dispatcher } from "#test/standins/slack/dispatcher.ts";
import { eventDelivery, untold } from "#test/standins/slack/events.ts";
import type { Fields } from "#test/standins/slack/json.ts";
import type { Platform } from "#test/standins/slack/platform.ts";
import { messageOnWire } from "#test/standins/slack/posting.ts";
import { viewOnWire, type View } from "#test/standins/slack/views.ts";
import type { Channel, Message, Person } from "#test/standins/slack/world.ts";
import { actionOf, entered, type Entry } from "./choosing.ts";
import { Client } from "./client.ts";
import { commanded } from "./commanded.ts";
import { find } from "./finding.ts";
import type { Entries } from "./forms.ts";
import { close, fill, submit, suggest, typeInto } from "./forms.ts";
import { Gesture } from "./gesture.ts";
import type { Place } from "./gesture.ts";
import { blockActions, globalShortcut, messageShortcut, slash } from "./payloads.ts";
import { detailsRequested, linkShared, tabOpened } from "./opened.ts";
import { typedText } from "./typed-text.ts";
import { writeAsPerson, type Upload } from "./writing.ts";

/**
 * In which conversation something is done; `general` unless named. `thread` is the ts of the thread's first message.
 */
export interface Where {
  readonly channel?: string | Channel;
  readonly thread?: string;
  readonly files?: readonly Upload[];
  /** The message that this one forwards. */
  readonly shared?: Message;
}

/** A person at their Slack client. Whatever Slack's client would not let them do throws. */
export class Actor {
  readonly #client: Client;

  constructor(platform: Platform, dispatcher: Dispatcher, person: Person) {
    this.#client = new Client(platform, dispatcher, person);
  }

  get id(): string {
    return this.#client.person.id;
  }

  get person(): Person {
    return this.#client.person;
  }

  /** `slash("/talks", "who-led side:us")`. Slack has no slash commands in threads: there it throws what Slack says. */
  slash(command: string, text = "", where: Where = {}): Gesture {
    if (where.thread !== undefined) throw new Error(`${command} is not supported in threads. Sorry!`);
    const { platform, person } = this.#client;
    const channel = this.#client.channel(where.channel ?? "general");
    const stage = this.#client.stage(person.teamId);
    if (!stage.by.scopes.has("commands")) throw new Error(`${command} is not a valid command`);
    const interaction = this.#client.begin(stage, { channel });
    const written = platform.settings.escapeSlashText ? typedText(text, platform.world, stage.team, true) : text;
    const since = platform.journal.position;
    return this.#client.gesture(
      interaction,
      commanded(this.#client, slash(stage, interaction, channel, command, written), interaction),
      since,
    );
  }

  #event(teamId: string, event: Fields, place: Place): Gesture {
    const { platform, person, dispatcher } = this.#client;
    const { by } = this.#client.stage(teamId);
    const since = platform.journal.position;
    const deaf = untold(platform, by, event);
    const told =
      deaf === undefined
        ? dispatcher.tell(eventDelivery(platform, by, event))
        : Promise.reject(new Error(`Not delivered: ${deaf}`));
    return new Gesture(platform, person, { interaction: undefined, place, since, acknowledged: told, event: true });
  }

  /** Writes in a channel without addressing the app, which is told nothing. */
  say(text: string, where: Where = {}): Message {
    return writeAsPerson(
      this.#client.platform,
      this.person,
      this.#client.channel(where.channel ?? "general"),
      text,
      where.thread,
      where,
    );
  }

  /** `@Talks …` in a channel. The answer is looked for in the thread of this message. */
  mention(channel: string | Channel, text: string, where: Omit<Where, "channel"> = {}): Gesture {
    const { platform, person } = this.#client;
    const place = this.#client.channel(channel);
    const { by } = this.#client.stage(place.teamId);
    if (!place.members.has(by.botUserId)) throw new Error(`Slackbot: @talks is not in #${place.name}; invite them?`);
    const message = writeAsPerson(platform, person, place, text, where.thread, { before: `<@${by.botUserId}> ` });
    const foreign = person.teamId === place.teamId ? {} : { user_team: person.teamId, source_team: person.teamId };
    return this.#mentioned(message, foreign);
  }

  /**
   * Edits a message of theirs that mentions the app: Slack tells the mention once more, as a new event of the same
   * message.
   */
  editMention(message: Message, text: string): Gesture {
    message.text = `<@${this.#client.stage(message.teamId).by.botUserId}> ${text}`;
    message.edited = this.#client.platform.ids.ts();
    return this.#mentioned(message, {});
  }

  #mentioned(message: Message, also: Fields): Gesture {
    const { id, teamId } = this.#client.channel(message.channel);
    const wire = messageOnWire(message, this.#client.platform);
    const event = { ...wire, ...also, type: "app_mention", channel: id, event_ts: message.edited ?? message.ts };
    return this.#event(teamId, event, { channelId: id, threadTs: message.threadTs ?? message.ts });
  }

  /** A direct message to the app. */
  dm(text: string, where: Omit<Where, "channel"> = {}): Gesture {
    const { platform, person } = this.#client;
    const channel = directChannel(platform, person.id, this.#client.stage(person.teamId).by);
    const message = writeAsPerson(platform, person, channel, text, where.thread);
    const event = {
      ...messageOnWire(message, platform),
      channel: channel.id,
      channel_type: "im",
      event_ts: message.ts,
    };
    return this.#event(person.teamId, event, { channelId: channel.id, threadTs: where.thread });
  }

  /** Presses a button or an overflow entry, meant by its text or action_id, on a message or an open view. */
  click(on: Message | View, labelOrActionId: string): Gesture {
    return this.#act(on, labelOrActionId, undefined);
  }

  /** Picks in a menu that stands on a message, or in a view outside a form, so that the app is told at once. */
  choose(on: Message | View, labelOrActionId: string, entry: Entry): Gesture {
    return this.#act(on, labelOrActionId, entry);
  }

  #act(on: Message | View, wanted: string, entry: Entry | undefined): Gesture {
    const { platform, dispatcher } = this.#client;
    const { origin, blocks, teamId } = this.#client.origin(on);
    const { block, element, option } = find(blocks, wanted);
    const stage = this.#client.stage(teamId);
    const value = entry === undefined ? undefined : entered(element, entry, platform.world, stage.team);
    if (value !== undefined && origin.kind === "view") typeInto(origin.view, block, element, value);
    const from =
      origin.kind === "view"
        ? { view: origin.view }
        : { channel: origin.channel, thread: origin.message.threadTs, source: origin.message };
    const interaction = this.#client.begin(stage, from);
    const since = platform.journal.position;
    const told = dispatcher.interact(blockActions(stage, interaction, origin, actionOf(block, element, value, option)));
    return this.#client.gesture(interaction, told, since);
  }

  /** What an external menu offers for what was typed so far. */
  async suggest(on: Message | View, labelOrActionId: string, typed: string): Promise<readonly Fields[]> {
    return suggest(this.#client, on, labelOrActionId, typed);
  }

  /** Fills fields of an open view without submitting it. Text for an external menu is looked up and must be offered. */
  async fill(view: View, entries: Entries): Promise<void> {
    await fill(this.#client, view, entries);
  }

  /** Fills fields, by label or block_id, and presses the submit button; `outcome()` says how it ended. */
  submit(view: View, entries: Entries = {}): Gesture {
    return submit(this.#client, view, entries);
  }

  /** Dismisses a view, or with `everything` the whole stack. */
  async close(view: View, everything = false): Promise<void> {
    await close(this.#client, view, everything);
  }

  /** The three dots on a message, then the app's shortcut. */
  messageShortcut(callbackId: string, message: Message): Gesture {
    const { platform, dispatcher, person } = this.#client;
    if (!platform.world.sees(person, message) || message.visibleTo !== undefined)
      throw new Error("No shortcuts on this message");
    const channel = this.#client.channel(message.channel);
    const stage = this.#client.stage(person.teamId);
    const interaction = this.#client.begin(stage, { channel, thread: message.threadTs });
    const since = platform.journal.position;
    const told = dispatcher.interact(messageShortcut(stage, interaction, callbackId, message, channel));
    return this.#client.gesture(interaction, told, since);
  }

  /** A shortcut from the search bar or the plus menu. */
  shortcut(callbackId: string): Gesture {
    const stage = this.#client.stage(this.person.teamId);
    const interaction = this.#client.begin(stage, {});
    const since = this.#client.platform.journal.position;
    return this.#client.gesture(
      interaction,
      this.#client.dispatcher.interact(globalShortcut(stage, interaction, callbackId)),
      since,
    );
  }

  /** Opens the conversation with the app: its Messages tab. */
  openMessages(): Gesture {
    return this.#open("messages");
  }

  /** Posts an address of the app's own domain, or with `composing` only writes it. */
  postLink(url: string, composing = false, where: Where = {}): Gesture {
    const { platform, person } = this.#client;
    const message = composing ? undefined : this.say(url, where);
    const event = linkShared(platform, person.id, url, message);
    return this.#event(person.teamId, event, { channelId: message?.channel, threadTs: undefined });
  }

  /** Opens what a link's card has beside the conversation. */
  openDetails(url: string): Gesture {
    const { platform, person } = this.#client;
    const event = detailsRequested(platform, person, url);
    return this.#event(person.teamId, event, { channelId: undefined, threadTs: undefined });
  }

  /** Opens the app's Home tab; `view()` of the gesture is what gets published. */
  openHome(): Gesture {
    const { platform, person } = this.#client;
    const home = platform.views.home(person.id);
    const { botId } = this.#client.stage(person.teamId).by;
    return this.#open("home", home === undefined ? {} : { view: viewOnWire(home, platform.app.id, botId) });
  }

  #open(tab: "home" | "messages", also: Fields = {}): Gesture {
    const { platform, person } = this.#client;
    const { id } = directChannel(platform, person.id, this.#client.stage(person.teamId).by);
    const event = { ...tabOpened(platform, person.id, id, tab), ...also };
    return this.#event(person.teamId, event, { channelId: id, threadTs: undefined });
  }

  /** Every message this person's client shows in a channel, oldest first, ephemeral ones for them included. */
  sees(channel: string | Channel): readonly Message[] {
    const { world } = this.#client.platform;
    const place = typeof channel === "string" ? world.channelNamed(channel, this.person.teamId) : channel;
    return (place?.messages ?? []).filter((message) => world.sees(this.person, message));
  }
}
