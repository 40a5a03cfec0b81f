import { take, type Port } from "#core/chat/conversation.ts";
import type { Request, Setting } from "#core/chat/frame.ts";
import type { Outcome } from "#core/chat/outcome.ts";
import type { Host, Platform } from "#core/chat/platform.ts";
import { sessionOf } from "#core/chat/session.ts";
import { Stash } from "#core/chat/stash.ts";
import type { Dialect } from "#core/request/dialect.ts";
import { ok } from "#core/request/refusal.ts";
import type { Address, Delivery, Posting } from "#core/reply/posting.ts";
import type { Reply } from "#core/reply/reply.ts";
import { formOf } from "./form.ts";
import { inputOf } from "./read.ts";
import { answerPage, postPages } from "./render.ts";
import type { Room, RoomEvent } from "./room.ts";

const GONE: Delivery = { kind: "gone", why: "The message was removed." };

/** The smallest platform: all that one has to bring, over a chat program in memory. */
export class Skeleton implements Platform {
  readonly name = "skeleton";
  readonly limits = { atOnce: 4, perSecond: 100, channelEvery: 10 };
  readonly dialect: Dialect = { channel: (text) => /^#([a-z]+)$/u.exec(text)?.[1] };
  readonly #room: Room;
  readonly #host: Host;
  readonly #stash: Stash;

  constructor(room: Room, host: Host) {
    this.#room = room;
    this.#host = host;
    this.#stash = new Stash(host);
  }

  async start(): Promise<void> {
    this.#room.listen((event) => this.#answer(event));
  }

  async stop(): Promise<void> {
    this.#room.listen(async () => {});
  }

  async #answer(event: RoomEvent): Promise<void> {
    const outcome = await take(inputOf(event, this.#host.commands), this.#port(event));
    await this.#deliver(outcome, event);
  }

  #port({ user }: RoomEvent): Port {
    const [host, stash, workspace] = [this.#host, this.#stash, this.#workspace];
    const tier = this.#room.members.get(user) ?? "reader";
    const asker = { platform: this.name, id: user, name: user, tier, locale: "en" };
    const recognise: Port["recognise"] = async () =>
      ok({ session: sessionOf(host, await host.desk(workspace), this, workspace), asker: () => asker });
    return { host, stash, workspace, recognise };
  }

  async #deliver(outcome: Outcome, event: RoomEvent): Promise<void> {
    const { user, channel } = event;
    switch (outcome.kind) {
      case "reply": {
        const page = await answerPage(outcome.reply, this.#setting(outcome.request));
        if (!outcome.request.everyone) return void this.#room.post({ channel, to: user, ...page });
        const { id } = this.#room.post({ channel, ...page });
        return this.#host.remember(this.name, { workspace: this.#room.id, channel, message: id }, outcome.reply);
      }
      case "page": {
        const page = await answerPage(outcome.reply, this.#setting(outcome.request), outcome.page, outcome.token);
        if (event.kind === "press") this.#room.change(event.message.id, page);
        return;
      }
      case "refusal":
        return void this.#room.post({ channel, to: user, ...(await answerPage(outcome.reply, this.#setting())) });
      case "form":
        this.#room.forms.set(user, formOf(outcome));
    }
  }

  async post(to: Address, reply: Reply, key: string): Promise<Delivery> {
    const [first, ...rest] = await postPages(reply, this.#setting());
    if (first === undefined) return GONE;
    const { id } = this.#room.post({ channel: to.channel, ...first, key });
    for (const page of rest) this.#room.post({ channel: to.channel, ...page });
    return { kind: "posted", posting: { workspace: to.workspace, channel: to.channel, message: id } };
  }

  tell(workspace: string, user: string, reply: Reply, key: string): Promise<Delivery> {
    return this.post({ workspace, channel: user }, reply, key);
  }

  async edit(posting: Posting, reply: Reply): Promise<Delivery> {
    const [page] = await postPages(reply, this.#setting());
    return page !== undefined && this.#room.change(posting.message, page) ? { kind: "posted", posting } : GONE;
  }

  async remove(posting: Posting): Promise<Delivery> {
    return this.#room.remove(posting.message) ? { kind: "posted", posting } : GONE;
  }

  async find(to: Address, key: string): Promise<readonly Posting[]> {
    const own = this.#room.messages.filter((m) => m.channel === to.channel && m.key === key);
    return own.map((m) => ({ workspace: to.workspace, channel: to.channel, message: m.id }));
  }

  async mayPost(): Promise<{ readonly ok: true }> {
    return { ok: true };
  }

  get #workspace() {
    return { platform: this.name, id: this.#room.id };
  }

  #setting(request?: Request): Setting {
    const setting = { workspace: this.#workspace, commands: this.#host.commands, stash: this.#stash };
    return request === undefined ? setting : { ...setting, request };
  }
}
