import type { Posting } from "#core/reply/posting.ts";
import { answer, failed, type Session } from "#core/answer/answer.ts";
import { mayActAs, type Asker } from "#core/request/asker.ts";
import { isPublic, type RawCall } from "#core/request/call.ts";
import { readAction, writeAction, type Action } from "#core/chat/actions.ts";
import { frameOf, historyOf, identified, type Setting } from "#core/chat/frame.ts";
import { Kept } from "#core/chat/kept.ts";
import { EXPIRED, found, NOTHING, shared } from "#core/chat/pressed.ts";
import { KEPT_CALLS, KEPT_FORM, KEPT_REPLY } from "#core/chat/shapes.ts";
import type { Answer } from "#core/answer/command.ts";
import type { Desk } from "#core/desk/desk.ts";
import type { Poster } from "#core/digest/digests.ts";
import { submit, type Form } from "#core/answer/form.ts";
import type { Host } from "#core/chat/platform.ts";
import { refusalReply } from "#core/reply/refusal-reply.ts";
import type { Read } from "#core/request/refusal.ts";
import { buttons, heading, paragraph, reply, text, type Reply } from "#core/reply/reply.ts";
import type { Asked } from "./asked.ts";
import { paged } from "./pages.ts";
import { People, PLATFORM } from "./people.ts";
import { render, ROOM, type Message } from "./render.ts";
import { MaybePosted } from "./post-once.ts";
import { replace, sendToAll, sendToAsker } from "./send.ts";

/** A request with its desk open and its asker known. */
export interface Request {
  readonly asked: Asked;
  readonly asker: Asker;
  readonly session: Session;
}

/** What a request comes to, once it is known who asks: a call, or what to say instead. */
export type Wanted = (request: Request) => Promise<Read<RawCall>> | Read<RawCall>;

/** Answers what people do in Slack, whatever way it came. */
export class Conversation {
  readonly host: Host;
  readonly people = new People();
  readonly kept: Kept;
  readonly #poster: Poster;
  readonly #open: (request: Request, form: Form) => Promise<boolean>;

  /** `open` shows a form at once, and says whether it could. */
  constructor(host: Host, poster: Poster, open: (request: Request, form: Form) => Promise<boolean>) {
    this.host = host;
    this.#poster = poster;
    this.kept = new Kept(host);
    this.#open = open;
  }

  /** Answers a call, for everyone where that is asked for and it is a reply. */
  async ask(asked: Asked, wanted: Wanted, everyone: (call: RawCall) => boolean): Promise<void> {
    await this.within(asked, async (request) => {
      const call = await wanted(request);
      const answered: Answer = call.ok
        ? await answer(call.value, request.asker, request.session)
        : { kind: "refusal", refusal: call.refusal };
      await this.give(answered, request, call.ok ? call.value : NOTHING, call.ok && everyone(call.value));
    });
  }

  /** Does something for a request; what fails on the way is told to whoever asked. */
  async within(asked: Asked, work: (request: Request) => Promise<void>): Promise<void> {
    let asker: Asker = { platform: PLATFORM, id: asked.user, name: "", tier: "reader", locale: "en" };
    let session: Session | undefined;
    try {
      const desk = await this.host.desk({ platform: PLATFORM, id: asked.team });
      asker = await this.people.recognise(asked.client, asked.team, asked.user, desk);
      const digests = this.host.digests({ platform: PLATFORM, id: asked.team }, this.#poster);
      session = { ...siteOf(this.host, desk), digests };
      await work({ asked, asker, session });
    } catch (defect) {
      const told: Answer =
        defect instanceof MaybePosted
          ? { kind: "refusal", refusal: defect.refusal }
          : failed(defect, NOTHING, this.host);
      await this.give(told, { asked, asker, session: session ?? siteOf(this.host, this.host.library) }, NOTHING, false);
    }
  }

  /** Gives an answer where it belongs. */
  async give(answered: Answer, request: Request, call: RawCall, everyone: boolean): Promise<void> {
    const { asked } = request;
    switch (answered.kind) {
      case "reply": {
        const message = await this.message(answered.reply, request, call, everyone && !asked.written);
        if (!everyone) return sendToAsker(asked, message);
        const posting = await sendToAll(asked, message);
        return this.#remember(posting, answered.reply);
      }
      case "refusal": {
        const message = await this.message(refusalReply(answered.refusal), request, NOTHING, false);
        return asked.written && everyone ? void (await sendToAll(asked, message)) : sendToAsker(asked, message);
      }
      case "form":
        if (!(await this.#open(request, answered.form)))
          await sendToAsker(asked, await this.waiting(answered.form, request));
    }
  }

  async message(
    shown: Reply,
    request: Request,
    call: RawCall,
    everyone: boolean,
    page = 0,
    token?: string,
  ): Promise<Message> {
    const pages = paged(shown);
    const at = Math.min(page, pages.length - 1);
    const parts = pages[at] ?? [];
    const inside = parts.flatMap((p) => (p.kind === "buttons" ? p.buttons : []));
    const around = { page: at, pages: pages.length, buttons: inside, token, room: ROOM };
    // What is posted below somebody's own message needs no name, and can be shared no further; what a view shows has nowhere to go.
    const { written, direct, channel } = request.asked;
    const setting = this.#setting(request, (written && !direct) || channel === undefined ? NOTHING : call, everyone);
    return render(shown.plain, parts, await frameOf(shown, around, setting));
  }

  /** A press of a button or a choice in a menu. */
  async act(asked: Asked, value: string, chosen: string | undefined): Promise<void> {
    const action = readAction(value);
    if (chosen !== undefined)
      return this.ask(
        asked,
        () => found(historyOf(chosen)),
        () => false,
      );
    await this.#act(asked, action);
  }

  async #act(asked: Asked, action: Action | undefined): Promise<void> {
    switch (action?.do) {
      case "call":
        return this.ask(asked, () => found(action.call), isPublic);
      case "share":
        return this.ask(
          asked,
          () => found(shared(action.call)),
          () => true,
        );
      case "kept": {
        const calls = await this.kept.kept(keyOf(asked), action.token, KEPT_CALLS).catch(() => undefined);
        const one = calls?.[action.index];
        return one === undefined ? this.#act(asked, undefined) : this.#act(asked, one);
      }
      case "page":
        return this.within(asked, (request) => this.#turn(request, action.token, action.page));
      case "form":
      case "send":
        return this.within(asked, async (request) => {
          const kept = await this.kept.kept(keyOf(asked), action.token, KEPT_FORM);
          if (kept === undefined) await this.give({ kind: "refusal", refusal: EXPIRED }, request, NOTHING, false);
          else await this.give({ kind: "form", form: kept.form }, request, NOTHING, false);
        });
      case "history":
      case undefined:
        return this.ask(
          asked,
          () => found(undefined),
          () => false,
        );
    }
  }

  /** Turns to another page of a kept reply, for whoever may still ask for it: in place where only the asker sees it. */
  async #turn(request: Request, token: string, page: number): Promise<void> {
    const { asked, asker, session } = request;
    const kept = await this.kept.kept(keyOf(asked), token, KEPT_REPLY);
    if (kept === undefined) return this.give({ kind: "refusal", refusal: EXPIRED }, request, NOTHING, false);
    const needs = session.commands.find(kept.call.path)?.tier ?? "reader";
    // The command's own refusal says who may.
    if (!mayActAs(asker.tier, needs))
      return this.give(await answer(kept.call, asker, session), request, kept.call, false);
    const message = await this.message(kept.reply, request, kept.call, false, page, token);
    await (asked.alone ? replace(asked, message) : sendToAsker(asked, message));
  }

  /** A message whose button opens a form that could not be shown at once. */
  async waiting(form: Form, request: Request): Promise<Message> {
    const token = await this.kept.keep(keyOf(request.asked), { form, entered: {} });
    const told =
      form.problem === undefined ? "It is ready to be filled in." : `${form.problem.message} ${form.problem.hint}`;
    const shown = reply(told, [
      heading(form.title),
      paragraph(text(told)),
      buttons({ label: "Fill in", call: NOTHING }),
    ]);
    const [parts = []] = paged(shown);
    const id = (): string => writeAction({ do: "form", token, step: 0 }, 0, ROOM) ?? "";
    return render(told, parts, { page: 0, pages: 1, below: [], histories: [], id });
  }

  /** Messages of Talks' own, such as a digest: their buttons are written for whoever presses them. */
  async posted(shown: Reply, place: string): Promise<readonly Message[]> {
    const pages = paged(shown);
    const pings = shown.mention?.kind === "group" ? { pings: shown.mention.id } : {};
    return Promise.all(
      pages.map(async (parts, page) => {
        const inside = parts.flatMap((p) => (p.kind === "buttons" ? p.buttons : []));
        const calls = inside.map(({ call }) => ({ do: "call" as const, call }));
        const id = await identified(calls, ROOM, { place: { platform: PLATFORM, id: place }, kept: this.kept });
        const frame = { page, pages: pages.length, below: [], histories: [], id, ...(page > 0 ? {} : pings) };
        return render(shown.plain, parts, frame);
      }),
    );
  }

  async #remember(posting: Posting | undefined, reply: Reply): Promise<void> {
    const { facts } = reply;
    if (posting !== undefined && facts.length > 0) await this.host.shown(PLATFORM, posting, facts, reply);
  }

  #setting({ asked, asker }: Request, call: RawCall, everyone: boolean): Setting {
    return { place: keyOf(asked), asker, call, everyone, commands: this.host.commands, kept: this.kept };
  }
}

export function keyOf({ team }: Pick<Asked, "team">) {
  return { platform: PLATFORM, id: team };
}

/** The call of a submitted form. */
export function submitted(form: Form, entered: Readonly<Record<string, string>>): RawCall {
  return submit(form, { ...Object.fromEntries(form.fields.map((f) => [f.name, f.value])), ...entered });
}

function siteOf(host: Host, desk: Desk): Session {
  const { commands, clock } = host;
  const incident: Session["incident"] = (defect, raw) => host.incident(defect, raw);
  return { commands, desk, clock, token: (length) => host.token(length), incident };
}
