import { answer, failed, type Session } from "#core/answer/answer.ts";
import { mayActAs, type Asker } from "#core/request/asker.ts";
import { isPublic, type RawCall } from "#core/request/call.ts";
import { readAction, type Action } from "#core/chat/actions.ts";
import { historyOf, type Setting } from "#core/chat/frame.ts";
import { Stash } from "#core/chat/stash.ts";
import { STASHED_ACTIONS, STASHED_FORM, STASHED_REPLY } from "#core/chat/shapes.ts";
import type { Answer } from "#core/answer/command.ts";
import { completeLine } from "#core/answer/complete.ts";
import type { Poster } from "#core/digest/digests.ts";
import { submit, type Form } from "#core/answer/form.ts";
import type { Host } from "#core/chat/platform.ts";
import { refusalReply } from "#core/reply/refusal-reply.ts";
import { found, NOTHING, shared } from "#core/chat/pressed.ts";
import type { Read } from "#core/request/refusal.ts";
import type { Reply } from "#core/reply/reply.ts";
import { readLine } from "#core/answer/line.ts";
import type { Drawers } from "./drawers.ts";
import type { Where } from "./requests.ts";
import { CHANNELS, type Message, type Channels } from "./channels.ts";

export const PLATFORM = "web";

/** A form as the page shows it, with the token under which it waits. */
export interface Asking {
  readonly token: string;
  readonly form: Form;
}

/** Answers what is typed, pressed and filled in on the page. */
export class Conversation {
  readonly #host: Host;
  readonly #channels: Channels;
  readonly #drawers: Drawers;
  readonly #poster: Poster;
  readonly stash: Stash;

  constructor(host: Host, channels: Channels, drawers: Drawers, poster: Poster) {
    this.#host = host;
    this.#channels = channels;
    this.#drawers = drawers;
    this.#poster = poster;
    this.stash = new Stash(host);
  }

  /** A typed line: `/talks who-led`, `/facts add`, `@Talks …`, or just a question. */
  async say(line: string, where: Where): Promise<Asking | undefined> {
    const typed = this.#channels.put({
      ...placed(where),
      by: `you, ${where.role}`,
      at: this.#now(),
      alone: false,
      text: line,
    });
    const thread = where.thread ?? (/^\s*@talks\b/iu.test(line) ? typed.id : undefined);
    const call = readTyped(line, this.#host);
    return this.#ask(call, thread === undefined ? where : { ...where, thread }, call.ok && isPublic(call.value));
  }

  async press(
    message: Message | undefined,
    value: string,
    chosen: string | undefined,
    where: Where,
  ): Promise<Asking | undefined> {
    const act = async (action: Action | undefined): Promise<Asking | undefined> => {
      switch (action?.do) {
        case "call":
          return this.#ask(found(action.call), where, isPublic(action.call));
        case "share":
          return this.#ask(found(shared(action.call)), where, true);
        case "history":
          return this.#ask(found(chosen === undefined ? undefined : historyOf(chosen)), where, false);
        case "stashed":
          return act((await this.stash.get(keyOf(where), action.token, STASHED_ACTIONS))?.[action.index]);
        case "page":
          return this.#turn(action.token, action.page, message, where);
        case "form":
        case "send":
          return this.#again(action.token, where);
        case undefined:
          return this.#ask(found(undefined), where, false);
      }
    };
    return act(readAction(value));
  }

  async submit(token: string, values: Readonly<Record<string, string>>, where: Where): Promise<Asking | undefined> {
    const held = await this.stash.get(keyOf(where), token, STASHED_FORM);
    if (held === undefined) return this.#ask(found(undefined), where, false);
    const standing = Object.fromEntries(held.form.fields.map((f) => [f.name, f.value]));
    return this.#ask(found(submit(held.form, { ...standing, ...values })), where, false);
  }

  async complete(line: string, desk: string) {
    const slash = /^\s*\//u.test(line) ? line : `/talks ${line}`;
    const { from, words } = completeLine(
      slash,
      this.#host.commands,
      await (await this.#host.desk(keyOf({ desk }))).view(),
    );
    return { from: from - (slash.length - line.length), words };
  }

  /** A post of Talks' own, page by page: the first in the channel, what follows in its thread. */
  async post(reply: Reply, where: Where, key: string | undefined, edited?: Message): Promise<Message> {
    const nobody: Asker = { platform: PLATFORM, id: "talks", name: "Talks", tier: "reader", locale: "en" };
    const drawn = await this.#drawn(reply, { ...this.#setting(nobody, NOTHING, false, where) }, 0);
    const marks = key === undefined ? {} : { key };
    const changed = edited === undefined ? {} : { edited: true };
    const at = edited?.at ?? this.#now();
    return this.#channels.put(
      { ...placed(where), by: "Talks", at, alone: false, ...drawn, ...marks, ...changed },
      edited?.id,
    );
  }

  async #ask(call: Read<RawCall>, where: Where, everyone: boolean): Promise<Asking | undefined> {
    const asker = askerOf(where);
    const raw = call.ok ? call.value : NOTHING;
    let answered: Answer;
    try {
      answered = call.ok
        ? await answer(raw, asker, await this.#session(where))
        : { kind: "refusal", refusal: call.refusal };
    } catch (defect) {
      answered = failed(defect, raw, this.#host);
    }
    if (answered.kind === "form")
      return { token: await this.stash.put(keyOf(where), { form: answered.form, entered: {} }), form: answered.form };
    const reply = answered.kind === "reply" ? answered.reply : refusalReply(answered.refusal);
    const shared = everyone && answered.kind === "reply";
    const setting = this.#setting(asker, answered.kind === "reply" ? raw : NOTHING, shared, where);
    const drawn = await this.#drawn(reply, setting, 0);
    const alone = !shared && where.thread === undefined && where.channel !== "DTALKS";
    const put = this.#channels.put({ ...placed(where), by: "Talks", at: this.#now(), alone, ...drawn });
    const posting = { place: where.desk, channel: where.channel, message: put.id };
    if (!alone && reply.facts.length > 0) await this.#host.shown(PLATFORM, posting, reply.facts, reply);
    return undefined;
  }

  async #turn(token: string, page: number, message: Message | undefined, where: Where): Promise<Asking | undefined> {
    const held = await this.stash.get(keyOf(where), token, STASHED_REPLY);
    const needs = this.#host.commands.find(held?.call.path ?? [])?.tier ?? "reader";
    if (held === undefined || message === undefined || !mayActAs(where.role, needs))
      return this.#ask(found(held?.call), where, false);
    const setting = this.#setting(askerOf(where), held.call, false, where);
    this.#channels.put({ ...message, ...(await this.#drawn(held.reply, setting, page, token)) }, message.id);
    return undefined;
  }

  async #again(token: string, where: Where): Promise<Asking | undefined> {
    const held = await this.stash.get(keyOf(where), token, STASHED_FORM);
    return held === undefined ? this.#ask(found(undefined), where, false) : { token, form: held.form };
  }

  async #drawn(reply: Reply, setting: Setting, page: number, token?: string) {
    const discord = await this.#drawers.discord(reply, setting, page, token);
    return { discord, slack: await this.#drawers.slack(reply, setting, page, token) };
  }

  async #session(where: Where): Promise<Session> {
    const { commands, clock } = this.#host;
    const desk = await this.#host.desk(keyOf(where));
    const incident: Session["incident"] = (defect, raw) => this.#host.incident(defect, raw);
    const digests = this.#host.digests(keyOf(where), this.#poster);
    return { commands, clock, desk, digests, incident, token: (length) => this.#host.token(length) };
  }

  #setting(asker: Asker, call: RawCall, everyone: boolean, where: Where): Setting {
    return { place: keyOf(where), asker, call, everyone, commands: this.#host.commands, stash: this.stash };
  }

  #now(): string {
    return this.#host.clock.now().toString();
  }
}

function readTyped(line: string, host: Host): Read<RawCall> {
  const named = CHANNELS.reduce((words, c) => words.replaceAll(`#${c.name}`, c.id), line);
  return readLine(named.replace(/^\s*@talks\b/iu, "").trim() || "help", host.commands);
}

export function keyOf({ desk }: Pick<Where, "desk"> | { readonly desk: string }) {
  return { platform: PLATFORM, id: desk };
}

function askerOf({ role }: Where): Asker {
  return { platform: PLATFORM, id: `U${role.toUpperCase()}`, name: `a ${role}`, tier: role, locale: "en" };
}

function placed({ desk, channel, thread }: Where) {
  return { desk, channel, ...(thread === undefined ? {} : { thread }) };
}
