import type { AutocompleteInteraction, Interaction, ModalSubmitInteraction } from "discord.js";
import { answer, failed, type Session } from "#core/answer/answer.ts";
import { AskedFor } from "#core/answer/popular-values.ts";
import { mayActAs } from "#core/request/asker.ts";
import { isPublic, type RawCall } from "#core/request/call.ts";
import type { Answer } from "#core/answer/command.ts";
import type { Desk } from "#core/desk/desk.ts";
import type { Poster } from "#core/digest/digests.ts";
import type { Host } from "#core/chat/platform.ts";
import { refusalReply } from "#core/reply/refusal-reply.ts";
import type { Reply } from "#core/reply/reply.ts";
import { ok, type Refusal } from "#core/request/refusal.ts";
import { readAction, type Action } from "#core/chat/actions.ts";
import { choicesFor } from "./choices.ts";
import { historyOf } from "#core/chat/frame.ts";
import { type Around, formModal, modalUnder, replyPage, submitted } from "./compose.ts";
import { deliver, type Asked, type Outcome, type Waiting } from "./deliver.ts";
import { memberThere, withoutPrefix } from "./direct.ts";
import { entered, steps } from "./form.ts";
import { Stash } from "#core/chat/stash.ts";
import { EXPIRED, found, NOTHING, shared } from "#core/chat/pressed.ts";
import { messageCall, type Chosen } from "#core/chat/message-commands.ts";
import type { OwnersRules } from "./owners-rules.ts";
import { barredFrom, PLATFORM, placeOf, recognise, unrecognised, type Place } from "./place.ts";
import { isMistake } from "./problem.ts";
import { readCommand, withFiles } from "./read.ts";
import { calling, type Request, type Who } from "./request.ts";
import { STASHED_FORM, STASHED_REPLY } from "#core/chat/shapes.ts";
import { keptCall, keptForm, soon, type Wanted } from "./wanted.ts";

/** Answers what people do in Discord: commands, buttons, menus, forms. */
export class Conversation {
  readonly #host: Host;
  readonly #rules: OwnersRules;
  readonly #poster: Poster;
  readonly #stash: Stash;
  readonly #asked = new AskedFor();

  constructor(host: Host, rules: OwnersRules, poster: Poster) {
    this.#poster = poster;
    this.#host = host;
    this.#rules = rules;
    this.#stash = new Stash(host);
  }

  /** Answers one interaction. @throws what Discord says where the answer cannot be given; a mistake of ours, once it is written down */
  async answer(interaction: Interaction): Promise<void> {
    try {
      await this.#answer(interaction);
    } catch (error) {
      if (isMistake(error)) this.#host.incident(error);
      throw error;
    }
  }

  async #answer(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) return this.#complete(interaction);
    if (interaction.isChatInputCommand()) {
      const { call, files } = readCommand(interaction);
      return this.#ask(interaction, () => withFiles(call, files, this.#host.commands), isPublic(call));
    }
    if (interaction.isMessageContextMenuCommand()) {
      const { content, author, url, createdAt } = interaction.targetMessage;
      const name = author.displayName;
      const chosen: Chosen = { text: content, author: name, address: url, day: createdAt.toISOString().slice(0, 10) };
      return this.#ask(interaction, ({ tier }) => found(messageCall(interaction.commandName, chosen, tier)), false);
    }
    if (interaction.isModalSubmit()) return this.#submit(interaction);
    if (!interaction.isButton() && !interaction.isStringSelectMenu()) return;
    const action = readAction(withoutPrefix(interaction.customId));
    const value = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
    return this.#act(interaction, action, value ?? "");
  }

  async #act(asked: Asked, action: Action | undefined, value: string): Promise<void> {
    const { key } = placeOf(asked);
    switch (action?.do) {
      case "call":
        return this.#ask(asked, () => found(action.call), isPublic(action.call));
      case "share":
        return this.#ask(asked, () => found(shared(action.call)), true);
      case "history":
        return this.#ask(asked, () => found(historyOf(value)), false);
      case "stashed": {
        const reading = keptCall(this.#stash, key, action.token, action.index);
        // Who may see an answer is told with the acknowledgement: what is not known by then is for the asker alone.
        const call = await soon(reading);
        return this.#ask(asked, async () => found(await reading), call !== undefined && isPublic(call));
      }
      case "page":
        return this.#turn(asked, action.token, action.page);
      case "form":
        return this.#open(asked, action.token, action.step);
      case "send":
        return this.#ask(asked, async () => found(await keptForm(this.#stash, key, action.token)), false);
      case undefined:
        return this.#ask(asked, () => found(undefined), false);
    }
  }

  /** The common path: who asks is told, the call is answered, the answer is composed and sent. */
  async #ask(asked: Asked, wanted: Wanted, everyone: boolean): Promise<void> {
    let told: Reply | undefined;
    const work = async (request: Request): Promise<Outcome> => {
      const call = await wanted(request.asker);
      const who = call.ok ? calling(request, call.value) : request;
      const answered: Answer = call.ok
        ? await answer(call.value, who.asker, request.session)
        : { kind: "refusal", refusal: call.refusal };
      if (answered.kind === "reply") {
        told = answered.reply;
        if (call.ok) this.#asked.note(request.place.key.id, call.value);
      }
      return this.#outcome(answered, who, call.ok ? call.value : NOTHING, everyone);
    };
    const message = await this.#deliver(asked, work, { everyone, turns: false });
    const { key, hasDesk, direct } = placeOf(asked);
    if (message === undefined || told === undefined || told.facts.length === 0 || asked.channelId === null) return;
    if (!hasDesk || direct) return;
    await this.#host.shown(PLATFORM, { place: key.id, channel: asked.channelId, message }, told.facts, told);
  }

  /** Turns to another page of a kept reply, for whoever may still ask for it: in place where only the asker sees it. */
  async #turn(asked: Asked, token: string, page: number): Promise<void> {
    const alone = asked.isMessageComponent() && asked.message.flags.has("Ephemeral");
    const work = async (request: Request): Promise<Outcome> => {
      const kept = await this.#stash.get(request.place.key, token, STASHED_REPLY);
      if (kept === undefined) return this.#refused(EXPIRED, request);
      const who = calling(request, kept.call);
      const needs = this.#host.commands.find(kept.call.path)?.tier ?? "reader";
      if (!mayActAs(who.asker.tier, needs)) {
        // The command's own refusal says who may.
        return this.#outcome(await answer(kept.call, who.asker, request.session), who, kept.call, false);
      }
      const shown = await replyPage(kept.reply, this.#setting(who, kept.call, false), page, token);
      return alone ? { kind: "turn", page: shown } : { kind: "message", page: shown, everyone: false };
    };
    await this.#deliver(asked, work, { everyone: false, turns: alone });
  }

  /** Opens a form that waits, for whoever may still send it: at once, or where it is found late, at the next press. */
  async #open(asked: Asked, token: string, step: number): Promise<void> {
    const place = placeOf(asked);
    const work = async (who: Who): Promise<Outcome> => {
      const kept = await this.#stash.get(place.key, token, STASHED_FORM);
      if (kept === undefined) return this.#refused(EXPIRED, who);
      const there = place.direct ? await memberThere(asked, place.key.id) : ok(undefined);
      if (!there.ok) return this.#refused(there.refusal, who);
      const { call } = kept.form;
      const member = there.value === undefined ? {} : { there: there.value };
      const barred = await barredFrom(asked, call.path, { host: this.#host, rules: this.#rules, ...member });
      if (barred !== undefined) {
        // The command's own refusal says who may.
        const refused = await answer(call, barred.asker, this.#session(place, barred.desk));
        return this.#outcome(refused, { place, asker: barred.asker }, call, false);
      }
      return { kind: "modal", ...modalUnder(place.prefix, token, kept.form, kept.entered, step) };
    };
    const asker = unrecognised(asked);
    const outcome = work({ place, asker }).catch((defect: unknown) => this.#failed(defect, { place, asker }));
    await deliver(asked, outcome, { everyone: false, turns: false });
  }

  async #submit(asked: ModalSubmitInteraction): Promise<void> {
    const action = readAction(withoutPrefix(asked.customId));
    const work = async (request: Request): Promise<Outcome> => {
      const kept =
        action?.do === "form" ? await this.#stash.get(request.place.key, action.token, STASHED_FORM) : undefined;
      if (kept === undefined || action?.do !== "form") return this.#refused(EXPIRED, request);
      const all = { ...kept.entered, ...entered(asked.fields, kept.form, action.step) };
      if (action.step + 1 < steps(kept.form)) {
        const setting = this.#setting(request, NOTHING, false);
        return { kind: "modal", ...(await formModal(kept.form, all, action.step + 1, setting)) };
      }
      const call = submitted(kept.form, all);
      const who = calling(request, call);
      return this.#outcome(await answer(call, who.asker, request.session), who, call, false);
    };
    await this.#deliver(asked, work, { everyone: false, turns: false });
  }

  /** Finds the desk and who asks, does the work, and sends what it comes to; whatever fails on the way is answered too. */
  async #deliver(
    asked: Asked,
    work: (request: Request) => Promise<Outcome>,
    waiting: Waiting,
  ): Promise<string | undefined> {
    const place = placeOf(asked);
    let asker = unrecognised(asked);
    const outcome = async (): Promise<Outcome> => {
      try {
        const there = place.direct ? await memberThere(asked, place.key.id) : ok(undefined);
        if (!there.ok) return await this.#refused(there.refusal, { place, asker });
        const desk = place.hasDesk ? await this.#host.desk(place.key) : this.#host.library;
        const caller = await recognise(asked, desk, this.#rules, there.value);
        asker = caller([]);
        return await work({ place, asker, caller, session: this.#session(place, desk) });
      } catch (defect) {
        return this.#failed(defect, { place, asker });
      }
    };
    return deliver(asked, outcome(), waiting);
  }

  #failed(defect: unknown, who: Who): Promise<Outcome> {
    return this.#outcome(failed(defect, NOTHING, this.#host), who, NOTHING, false);
  }

  async #outcome(answered: Answer, request: Who, call: RawCall, everyone: boolean): Promise<Outcome> {
    switch (answered.kind) {
      case "reply": {
        const page = await replyPage(answered.reply, this.#setting(request, call, everyone));
        return { kind: "message", page, everyone };
      }
      case "refusal":
        return this.#refused(answered.refusal, request);
      case "form":
        return { kind: "modal", ...(await formModal(answered.form, {}, 0, this.#setting(request, call, false))) };
    }
  }

  async #refused(refusal: Refusal, request: Who): Promise<Outcome> {
    const page = await replyPage(refusalReply(refusal), this.#setting(request, NOTHING, false));
    return { kind: "message", page, everyone: false };
  }

  #session({ key, hasDesk }: Place, desk: Desk): Session {
    const host = this.#host;
    const incident: Session["incident"] = (defect, raw) => host.incident(defect, raw);
    const session = { commands: host.commands, clock: host.clock, desk, incident, token: (n: number) => host.token(n) };
    return hasDesk ? { ...session, digests: host.digests(key, this.#poster) } : session;
  }

  #setting({ place, asker }: Who, call: RawCall, everyone: boolean): Around {
    const { commands } = this.#host;
    return { place: place.key, prefix: place.prefix, asker, call, everyone, commands, stash: this.#stash };
  }

  async #complete(interaction: AutocompleteInteraction): Promise<void> {
    const place = placeOf(interaction);
    await interaction.respond([...(await choicesFor(interaction, place, this.#host, this.#asked))]);
  }
}
