import type { MayPost } from "#core/digest/digests.ts";
import type { Address, Delivery, Posting } from "#core/reply/posting.ts";
import type { Server } from "node:http";
import { PlatformProblem, type Host, type Platform } from "#core/chat/platform.ts";
import type { Reply } from "#core/reply/reply.ts";
import { TIERS } from "#core/request/asker.ts";
import { Conversation, keyOf, PLATFORM } from "./conversation.ts";
import type { Drawers } from "./drawers.ts";
import { LANGUAGES, REQUESTS, type Where } from "./requests.ts";
import { CHANNELS, DESKS, DIRECT, PEOPLE, Channels } from "./channels.ts";
import { hasScene, STEPS } from "./scene.ts";
import { BadRequest, pageServer } from "./server.ts";

/** The clock of the playground alone: how far it stands ahead, in milliseconds. */
export interface MovableClock {
  readonly ahead: number;
  /** Moves it; what is due by then is posted. */
  move(ahead: number): void;
}

export interface WebConfig {
  readonly port: number;
  /** The address that it is bound to; 127.0.0.1 unless told otherwise. */
  readonly host: string;
}

const TRIES = 20;
const HOUR = 3_600_000;

/** The playground: Talks in a page, in the clothes of both platforms. Nothing of it reaches a real one. */
export class Web implements Platform {
  readonly name = PLATFORM;
  // Its own page, in this very process.
  readonly limits = { atOnce: 24, perSecond: 45, channelEvery: 1000 };
  readonly dialect = { showsNames: true } as const;
  readonly #config: WebConfig;
  readonly #host: Host;
  readonly #channels = new Channels();
  readonly #conversation: Conversation;
  readonly #clock: MovableClock;
  readonly #server: Server;
  readonly #token: string;

  constructor(config: WebConfig, host: Host, drawers: Drawers, clock: MovableClock) {
    this.#config = config;
    this.#host = host;
    this.#clock = clock;
    this.#token = host.token(24);
    this.#conversation = new Conversation(host, this.#channels, drawers, this);
    const loopback = /^(?:127\.|localhost$|::1$)/u.test(config.host);
    this.#server = pageServer(
      {
        state: () => this.#state(),
        post: (name, body) => this.#post(name, body),
        events: (tell) => this.#channels.listen((message, gone) => tell({ message, gone, now: this.#now() })),
      },
      { loopback, token: this.#token },
    );
  }

  get address(): string {
    const address = this.#server.address();
    const port = typeof address === "object" && address !== null ? address.port : this.#config.port;
    const { host } = this.#config;
    return `http://${host}:${port}/${/^127\.|^localhost$/u.test(host) ? "" : `?token=${this.#token}`}`;
  }

  /** Takes its port, or the next free one. */
  async start(): Promise<void> {
    const { port, host } = this.#config;
    for (let next = port; ; next += 1) {
      const error = await listening(this.#server, next, host);
      if (error === undefined) {
        const taken = next === port ? "" : ` (port ${port} is taken)`;
        this.#host.log(`Playground: ${this.address}${taken}. It forgets everything when it stops.`);
        return;
      }
      if (port === 0 || next - port >= TRIES || !("code" in error) || error.code !== "EADDRINUSE")
        throw new PlatformProblem(`Playground: port ${next} cannot be used (${error.message}). Set another PORT.`);
    }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async post(to: Address, reply: Reply, key: string): Promise<Delivery> {
    const where = whereOf(to);
    if (where === undefined) return { kind: "gone", why: "There is no such channel here." };
    const { id } = await this.#conversation.post(reply, where, key);
    return { kind: "posted", posting: { workspace: to.workspace, channel: to.channel, message: id } };
  }

  tell(workspace: string, _user: string, reply: Reply, key: string): Promise<Delivery> {
    return this.post({ workspace, channel: DIRECT }, reply, key);
  }

  async edit(posting: Posting, reply: Reply): Promise<Delivery> {
    const held = this.#channels.find(posting.message);
    const where = whereOf(posting);
    if (held === undefined || where === undefined) return { kind: "gone", why: "The message was deleted." };
    const thread = held.thread === undefined ? {} : { thread: held.thread };
    await this.#conversation.post(reply, { ...where, ...thread }, held.key, held);
    return { kind: "posted", posting };
  }

  async remove(posting: Posting): Promise<Delivery> {
    return this.#channels.remove(posting.message)
      ? { kind: "posted", posting }
      : { kind: "gone", why: "The message was deleted." };
  }

  async find(to: Address, key: string): Promise<readonly Posting[]> {
    const own = this.#channels.all.filter((m) => m.desk === to.workspace && m.channel === to.channel && m.key === key);
    return own.map((m) => ({ workspace: to.workspace, channel: to.channel, message: m.id }));
  }

  async mayPost(to: Address): Promise<MayPost> {
    return whereOf(to) === undefined
      ? { ok: false, hint: "There is no such channel here. Type #general or #newsroom." }
      : { ok: true };
  }

  async #state(): Promise<unknown> {
    const steps = hasScene(await this.#host.library.view()) ? STEPS : [];
    const [messages, now] = [this.#channels.all, this.#now()];
    return {
      desks: DESKS,
      channels: CHANNELS,
      people: PEOPLE,
      roles: TIERS,
      languages: LANGUAGES,
      steps,
      messages,
      now,
    };
  }

  async #post(name: string, body: unknown): Promise<unknown> {
    switch (name) {
      case "ask": {
        const { line, file, ...where } = read(REQUESTS.ask, body);
        return this.#next(await this.#conversation.say(line, whole(where), file));
      }
      case "press": {
        const { message, value, chosen, ...where } = read(REQUESTS.press, body);
        return this.#next(await this.#conversation.press(this.#channels.find(message), value, chosen, whole(where)));
      }
      case "submit": {
        const { token, values, ...where } = read(REQUESTS.submit, body);
        return this.#next(await this.#conversation.submit(token, values, whole(where)));
      }
      case "complete": {
        const { line, desk } = read(REQUESTS.complete, body);
        return this.#conversation.complete(line, desk);
      }
      case "scene": {
        const { step, desk } = read(REQUESTS.scene, body);
        return { acts: await this.#conversation.scene(step, desk) };
      }
      case "clock": {
        const { move, desk } = read(REQUESTS.clock, body);
        return { now: await this.#move(move, desk) };
      }
    }
    throw new BadRequest("Nothing here has that name.");
  }

  async #move(move: "hour" | "day" | "digest" | "now", desk: string): Promise<string> {
    const { ahead } = this.#clock;
    if (move === "now") this.#clock.move(0);
    else if (move === "hour") this.#clock.move(ahead + HOUR);
    else if (move === "day") this.#clock.move(ahead + 24 * HOUR);
    else {
      const all = await this.#host.digests(keyOf({ desk }), this).list();
      const due = all.flatMap((d) => (d.next === undefined ? [] : [d.next.epochMilliseconds]));
      const now = this.#host.clock.now().epochMilliseconds;
      if (due.length > 0) this.#clock.move(ahead + Math.max(0, Math.min(...due) - now) + 1000);
    }
    return this.#now();
  }

  /** What is due after a change, such as the correction of a shared answer, is not waited for. */
  #next(form: unknown): unknown {
    this.#clock.move(this.#clock.ahead);
    return form === undefined ? {} : { asking: form };
  }

  #now(): string {
    return this.#host.clock.now().toString();
  }
}

function read<T>(
  shape: { safeParse(body: unknown): { success: true; data: T } | { success: false; error: { message: string } } },
  body: unknown,
): T {
  const found = shape.safeParse(body);
  if (!found.success) throw new BadRequest("The page does not send such a request.");
  return found.data;
}

function whole({
  thread,
  ...where
}: {
  desk: Where["desk"];
  channel: Where["channel"];
  role: Where["role"];
  language: Where["language"];
  thread?: string | undefined;
}): Where {
  return thread === undefined ? where : { ...where, thread };
}

function whereOf({ workspace, channel, thread }: Address): Where | undefined {
  const desk = DESKS.find((d) => d.id === workspace)?.id;
  const found = CHANNELS.find((c) => c.id === channel)?.id;
  if (desk === undefined || found === undefined) return undefined;
  return { desk, channel: found, role: "reader", language: "en", ...(thread === undefined ? {} : { thread }) };
}

function listening(server: Server, port: number, host: string): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const failed = (error: Error): void => resolve(error);
    server.once("error", failed);
    server.listen(port, host, () => {
      server.off("error", failed);
      resolve(undefined);
    });
  });
}
