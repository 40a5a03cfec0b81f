import type { Acknowledgement } from "#test/standins/slack/delivery.ts";
import type { Dispatcher } from "#test/standins/slack/dispatcher.ts";
import type { Interaction } from "#test/standins/slack/interactions.ts";
import type { Fields } from "#test/standins/slack/json.ts";
import { list } from "#test/standins/slack/json.ts";
import type { Platform } from "#test/standins/slack/platform.ts";
import type { View } from "#test/standins/slack/views.ts";
import type { Channel, Message, Person } from "#test/standins/slack/world.ts";
import { Gesture } from "./gesture.ts";
import type { Submitted } from "./gesture.ts";
import type { Origin, Stage } from "./payloads.ts";

interface Beginning {
  readonly channel?: Channel;
  readonly thread?: string | undefined;
  readonly source?: Message;
  readonly view?: View;
}

/** One person's Slack client: what it shows, what it lets them do, and how it tells the app. */
export class Client {
  readonly platform: Platform;
  readonly dispatcher: Dispatcher;
  readonly person: Person;

  constructor(platform: Platform, dispatcher: Dispatcher, person: Person) {
    this.platform = platform;
    this.dispatcher = dispatcher;
    this.person = person;
  }

  stage(teamId: string): Stage {
    const team = this.platform.world.teams.get(teamId);
    const by = this.platform.world.installation(teamId);
    if (this.person.deactivated) throw new Error(`${this.person.name} is deactivated and cannot sign in`);
    if (team === undefined || by === undefined) throw new Error("The app is not installed in this workspace");
    return { platform: this.platform, person: this.person, team, by };
  }

  /** A channel by name or id that this person is in and can write to. */
  channel(given: string | Channel): Channel {
    const { world } = this.platform;
    const named =
      typeof given === "string" ? (world.channelNamed(given, this.person.teamId) ?? world.channels.get(given)) : given;
    if (named === undefined) throw new Error("There is no such channel");
    if (!named.members.has(this.person.id)) throw new Error(`${this.person.name} is not in #${named.name}`);
    if (named.archived) throw new Error(`#${named.name} is archived`);
    return named;
  }

  begin(stage: Stage, at: Beginning): Interaction {
    return this.platform.interactions.begin({
      userId: this.person.id,
      teamId: stage.team.id,
      channelId: at.channel?.id,
      threadTs: at.thread,
      sourceTs: at.source?.ts,
      viewId: at.view?.id,
    });
  }

  gesture(
    interaction: Interaction,
    acknowledged: Promise<Acknowledgement>,
    since: number,
    submitted?: Promise<Submitted>,
  ): Gesture {
    const place = { channelId: interaction.channelId, threadTs: interaction.threadTs };
    const form = submitted === undefined ? {} : { submitted };
    return new Gesture(this.platform, this.person, {
      interaction: interaction.id,
      place,
      since,
      acknowledged,
      ...form,
    });
  }

  /** What is pressed on: a message this person sees, or a view that is on their screen. */
  origin(on: Message | View): { readonly origin: Origin; readonly blocks: readonly Fields[]; readonly teamId: string } {
    if ("rootId" in on) {
      if (!on.open || on.userId !== this.person.id) throw new Error("This view is not on the screen");
      return { origin: { kind: "view", view: on }, blocks: list(on.given["blocks"]), teamId: on.teamId };
    }
    if (!this.platform.world.sees(this.person, on)) throw new Error(`${this.person.name} does not see this message`);
    const channel = this.platform.world.channels.get(on.channel);
    if (channel === undefined) throw new Error("The conversation is gone");
    return { origin: { kind: "message", message: on, channel }, blocks: on.blocks, teamId: on.teamId };
  }
}
