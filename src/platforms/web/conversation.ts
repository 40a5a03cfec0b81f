import { ok } from "#core/request/refusal.ts";
import type { Asker } from "#core/request/asker.ts";
import { take, type Port } from "#core/chat/conversation.ts";
import { tell } from "#core/messages/tell.ts";
import type { Request, Setting } from "#core/chat/frame.ts";
import { patient } from "#core/chat/paint.ts";
import { asking, readPress, type Input } from "#core/chat/input.ts";
import { sharedNote, type Outcome, type WaitingForm } from "#core/chat/outcome.ts";
import type { Host } from "#core/chat/platform.ts";
import { sessionOf, type Speaker } from "#core/chat/session.ts";
import { Stash } from "#core/chat/stash.ts";
import type { View } from "#core/facts/view.ts";
import type { Reply } from "#core/reply/reply.ts";
import { DIRECT, PEOPLE, type Channels, type Message } from "./channels.ts";
import type { Drawers } from "./drawers.ts";
import { complete, type Offers } from "./complete.ts";
import { LatePictures } from "./late-pictures.ts";
import { readTyped, type Dropped } from "./read.ts";
import type { Where } from "./requests.ts";
import { acts, type Act, type StepId } from "./scene.ts";

export const PLATFORM = "web";

/** A form as the page shows it, with the token under which it waits. */
export interface ShownForm extends Pick<WaitingForm, "form" | "token"> {
  /** What stands around it, in the language of the form. */
  readonly words: Readonly<Record<"send" | "cancel" | "needed", string>>;
}

type Drawn = Pick<Message, "discord" | "slack">;

/** Answers what is typed, pressed and filled in on the page. What comes back is a form to fill in, if there is one. */
export class Conversation {
  readonly #host: Host;
  readonly #channels: Channels;
  readonly #drawers: Drawers;
  readonly #platform: Speaker;
  readonly #stash: Stash;

  constructor(host: Host, channels: Channels, drawers: Drawers, platform: Speaker) {
    this.#host = host;
    this.#channels = channels;
    this.#drawers = drawers;
    this.#platform = platform;
    this.#stash = new Stash(host);
  }

  /** A typed line: `/talks who-led`, `/facts add`, `@Talks …`, or just a question. */
  say(line: string, where: Where, dropped?: Dropped): Promise<ShownForm | undefined> {
    const text = dropped === undefined ? line : `${line}\n${dropped.name}`;
    const typed = this.#channels.put({
      ...placed(where),
      by: `You (${where.role})`,
      at: this.#now(),
      alone: false,
      text,
    });
    const { call, addressed } = readTyped(line, this.#host.commands, dropped);
    const thread = where.thread ?? (addressed ? typed.id : undefined);
    return this.#take(asking(call), thread === undefined ? where : { ...where, thread });
  }

  press(
    message: Message | undefined,
    carried: string,
    chosen: string | undefined,
    where: Where,
  ): Promise<ShownForm | undefined> {
    return this.#take(readPress(carried, chosen), where, message);
  }

  submit(token: string, values: Readonly<Record<string, string>>, where: Where): Promise<ShownForm | undefined> {
    return this.#take({ do: "submit", token, step: 0, entered: () => values }, where);
  }

  async complete(line: string, desk: string): Promise<Offers> {
    return complete(line, this.#host.commands, await this.#view(desk));
  }

  /** What a step of the guided scene does on this desk as it stands. */
  async scene(step: StepId, desk: string): Promise<readonly Act[]> {
    const digests = await this.#host.digests(keyOf({ desk }), this.#platform).list();
    return acts(step, await this.#view(desk), digests.length);
  }

  /** A post of Talks' own, or one of them again in the place of `edited`. */
  async post(reply: Reply, where: Where, key: string | undefined, edited?: Message): Promise<Message> {
    const setting = this.#setting(where);
    const drawn = await this.#drawn(reply, { ...setting, paint: patient(setting.paint) });
    const marks = key === undefined ? {} : { key };
    const post = { ...placed(where), by: "Talks", alone: false, ...drawn, ...marks };
    if (edited === undefined) return this.#channels.put({ ...post, at: this.#now() });
    return this.#channels.put({ ...post, at: edited.at, edited: true }, edited.id);
  }

  async #view(desk: string): Promise<View> {
    return (await this.#host.desk(keyOf({ desk }))).view();
  }

  async #take(input: Input, where: Where, pressed?: Message): Promise<ShownForm | undefined> {
    const outcome = await take(input, this.#port(where));
    if (outcome.kind === "form") return { form: outcome.form, token: outcome.token, words: around(outcome.form) };
    await this.#show(outcome, where, pressed);
    return undefined;
  }

  #port(where: Where): Port {
    const [host, stash, workspace] = [this.#host, this.#stash, keyOf(where)];
    const recognise: Port["recognise"] = async () => {
      const session = sessionOf(host, await host.desk(workspace), this.#platform, workspace);
      return ok({ session, asker: () => askerOf(where) });
    };
    return { host, stash, workspace, recognise };
  }

  async #show(outcome: Exclude<Outcome, WaitingForm>, where: Where, pressed: Message | undefined): Promise<void> {
    const { reply } = outcome;
    if (outcome.kind === "page" && pressed !== undefined) {
      await this.#illustrated(
        this.#setting(where, outcome.request),
        (setting) => this.#drawn(reply, setting, outcome.page, outcome.token),
        (drawn) => this.#channels.put({ ...pressed, ...drawn }, pressed.id),
      );
      return;
    }
    const request = outcome.kind === "refusal" ? undefined : outcome.request;
    const alone = request?.everyone !== true && where.thread === undefined && where.channel !== DIRECT;
    const put = await this.#illustrated(
      this.#setting(where, request),
      (setting) => this.#drawn(reply, setting),
      (drawn) => this.#channels.put({ ...placed(where), by: "Talks", at: this.#now(), alone, ...drawn }),
    );
    const posting = { workspace: where.desk, channel: where.channel, message: put.id };
    if (!alone) await this.#host.remember(PLATFORM, posting, reply);
    if (request?.shared !== true || alone) return;
    const note = await this.#drawn(sharedNote(reply), this.#setting(where));
    this.#channels.put({ ...placed(where), by: "Talks", at: this.#now(), alone: true, ...note });
  }

  /** A message as `put` puts it there; pictures that its words did not wait for are put into it when they come. */
  async #illustrated(
    setting: Setting,
    draw: (setting: Setting) => Promise<Drawn>,
    put: (drawn: Drawn) => Message,
  ): Promise<Message> {
    const { paint } = setting;
    if (paint === undefined) return put(await draw(setting));
    const pictures = new LatePictures(paint);
    const first = put(await draw({ ...setting, paint: pictures.paint }));
    const later = async (): Promise<void> => {
      if (!(await pictures.come())) return;
      const drawn = await draw(setting);
      // It may have been turned or corrected meanwhile.
      if (this.#channels.find(first.id) === first) this.#channels.put({ ...first, ...drawn }, first.id);
    };
    later().catch((defect: unknown) => this.#host.incident(defect));
    return first;
  }

  async #drawn(reply: Reply, setting: Setting, page = 0, token?: string): Promise<Drawn> {
    const discord = await this.#drawers.discord(reply, setting, page, token);
    return { discord, slack: await this.#drawers.slack(reply, setting, page, token) };
  }

  #setting(where: Where, request?: Request): Setting {
    const setting = {
      workspace: keyOf(where),
      commands: this.#host.commands,
      stash: this.#stash,
      paint: this.#host.paint,
    };
    return request === undefined ? setting : { ...setting, request };
  }

  #now(): string {
    return this.#host.clock.now().toString();
  }
}

function around(form: WaitingForm["form"]): ShownForm["words"] {
  return {
    send: tell(form, form.partial ? "form.next" : "form.send"),
    cancel: tell(form, "form.cancel"),
    needed: tell(form, "help.needed"),
  };
}

export function keyOf({ desk }: Pick<Where, "desk"> | { readonly desk: string }) {
  return { platform: PLATFORM, id: desk };
}

function askerOf({ role, language, channel, thread }: Where): Asker {
  return {
    platform: PLATFORM,
    id: PEOPLE.find(({ tier }) => tier === role)?.id ?? role,
    name: `a ${role}`,
    tier: role,
    locale: language,
    channel,
    ...(thread === undefined ? {} : { thread }),
    ...(thread === undefined && channel !== DIRECT ? {} : { apart: true }),
  };
}

function placed({ desk, channel, thread }: Where) {
  return { desk, channel, ...(thread === undefined ? {} : { thread }) };
}
