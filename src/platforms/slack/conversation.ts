import { failure, take, type Port, type Recognised } from "#core/chat/conversation.ts";
import type { Request, Setting } from "#core/chat/frame.ts";
import type { Input } from "#core/chat/input.ts";
import { refusalOutcome, sharedNote, type Outcome, type WaitingForm } from "#core/chat/outcome.ts";
import type { Host } from "#core/chat/platform.ts";
import { sessionOf, type Speaker } from "#core/chat/session.ts";
import type { Stash } from "#core/chat/stash.ts";
import { takeOnce } from "#core/chat/take-once.ts";
import { NO_CALL } from "#core/request/call.ts";
import { ok } from "#core/request/refusal.ts";
import { defined } from "#core/text/defined.ts";
import { replyMessage } from "./compose.ts";
import { openForm, waitingMessage } from "./form-view.ts";
import { People } from "./people.ts";
import { illustrate, picturesIn, type Posted } from "./illustrate.ts";
import { toldTo } from "#core/messages/ready.ts";
import type { Told } from "#core/messages/tongue.ts";
import { MaybePosted, maybePosted } from "./post-once.ts";
import type { Message } from "./render.ts";
import { keyOf, PLATFORM, type RequestContext } from "./request-context.ts";
import { slackRefusal } from "./problem.ts";
import { replace, sendToAll, sendToAsker } from "./send.ts";

/** Answers what people do in Slack, whatever way it came. It was acknowledged before. */
export class Conversation {
  readonly host: Host;
  readonly stash: Stash;
  readonly #people = new People();
  readonly #platform: Speaker;

  constructor(host: Host, stash: Stash, platform: Speaker) {
    this.host = host;
    this.stash = stash;
    this.#platform = platform;
  }

  /** Answers one input where it was made. */
  async take(input: Input, where: RequestContext): Promise<void> {
    const outcome = await this.outcomeOf(input, where);
    if (outcome !== undefined) await this.deliver(outcome, where);
  }

  /** The answer to one input; undefined where it was delivered before. */
  outcomeOf(input: Input, where: RequestContext): Promise<Outcome | undefined> {
    const { delivery } = where;
    return delivery === undefined
      ? take(input, this.#port(where))
      : takeOnce({ platform: PLATFORM, id: delivery }, input, this.#port(where));
  }

  #port(where: RequestContext): Port {
    const { host, stash } = this;
    return {
      host,
      stash,
      workspace: keyOf(where.team),
      dialect: this.#platform.dialect,
      recognise: async () => ok(await this.recognise(where)),
      locale: () => this.locale(where),
    };
  }

  /** The language of the person who made a request. Never fails. */
  locale({ client, team, user }: RequestContext): Promise<string | undefined> {
    return this.#people.locale(client, team, user);
  }

  async recognise({ client, team, user, channel, thread, direct }: RequestContext): Promise<Recognised> {
    const desk = await this.host.desk(keyOf(team));
    const person = await this.#people.recognise(client, team, user, desk);
    const apart = direct || thread !== undefined;
    const asker = { ...person, ...defined({ channel, thread }), ...(apart ? { apart } : {}) };
    const session = sessionOf(this.host, desk, this.#platform, keyOf(team));
    return { session, asker: () => asker };
  }

  deliver(outcome: Outcome, where: RequestContext): Promise<void> {
    return this.attempt(where, () => this.#send(outcome, where));
  }

  /**
   * Does something for a request, and tells the person who made it what failed on the way. @throws what Slack says
   * where that fails too
   */
  async attempt(where: RequestContext, deed: () => Promise<void>): Promise<void> {
    try {
      await deed();
    } catch (defect) {
      await this.#send(this.#failed(defect, await toldTo(await this.locale(where))), where);
    }
  }

  /** What Slack refuses is told as Slack's, with what to do; what else goes wrong is our own. */
  #failed(defect: unknown, at: Told): Outcome {
    if (defect instanceof MaybePosted) return refusalOutcome(maybePosted(at));
    const refused = slackRefusal(defect, at);
    if (refused === undefined) return failure(defect, this.host, at);
    const { message, hint } = slackRefusal(defect, {}) ?? refused;
    this.host.log(`Slack: ${message} ${hint}`, "warn");
    return refusalOutcome(refused);
  }

  async #send(outcome: Outcome, where: RequestContext): Promise<void> {
    switch (outcome.kind) {
      case "reply": {
        const message = await this.message(outcome, where);
        const pictures = picturesIn(outcome.reply);
        const posted = (one: Posted): void => void illustrate(one, pictures, this.host.paint);
        if (!outcome.request.everyone) return sendToAsker(where, message, posted);
        const posting = await sendToAll(where, message, posted);
        if (posting !== undefined) await this.host.remember(PLATFORM, posting, outcome.reply);
        // It was shared, whether this can be said or not.
        if (outcome.request.shared === true)
          await sendToAsker(where, await replyMessage(sharedNote(outcome.reply), this.#setting(where))).catch(() => {});
        return;
      }
      case "page": {
        const message = await this.message(outcome, where);
        return where.alone ? replace(where, message) : sendToAsker(where, message);
      }
      case "refusal": {
        const message = await this.message(outcome, where);
        if (!where.written || !outcome.everyone) return sendToAsker(where, message);
        await sendToAll(where, message);
        return;
      }
      case "form":
        if (!(await openForm(outcome, where))) await sendToAsker(where, waitingMessage(outcome));
    }
  }

  message(outcome: Exclude<Outcome, WaitingForm>, where: RequestContext): Promise<Message> {
    const { reply } = outcome;
    if (outcome.kind === "refusal") return replyMessage(reply, this.#setting(where));
    const setting = this.#setting(where, outcome.request);
    return outcome.kind === "page"
      ? replyMessage(reply, setting, outcome.page, outcome.token)
      : replyMessage(reply, setting);
  }

  #setting({ team, written, direct, channel }: RequestContext, request?: Request): Setting {
    const setting = { workspace: keyOf(team), commands: this.host.commands, stash: this.stash };
    if (request === undefined) return setting;
    // What is posted below somebody's own message needs no name, and can be shared no further; what a view shows has
    // nowhere to go.
    const call = channel === undefined ? NO_CALL : request.call;
    const shares = !written || direct;
    return { ...setting, request: { ...request, call, shares, everyone: request.everyone && !written } };
  }
}
