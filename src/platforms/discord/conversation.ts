import { toldTo } from "#core/messages/ready.ts";
import type { Interaction } from "discord.js";
import { AskedFor } from "#core/answer/popular-values.ts";
import { failure, type Port } from "#core/chat/conversation.ts";
import type { Request } from "#core/chat/frame.ts";
import { isForEveryone, type Input } from "#core/chat/input.ts";
import { sharedNote, type Outcome } from "#core/chat/outcome.ts";
import type { Host } from "#core/chat/platform.ts";
import { Stash } from "#core/chat/stash.ts";
import type { Speaker } from "#core/chat/session.ts";
import { takeOnce } from "#core/chat/take-once.ts";
import { acknowledge, acknowledged, firstly, isAnswerable, type Answerable, type Promised } from "./acknowledge.ts";
import { choicesFor, type Offering } from "./choices.ts";
import { formModal, replyPage, type PrefixedSetting } from "./compose.ts";
import { beside, deliver, type Drawn } from "./deliver.ts";
import { inputOf } from "./input.ts";
import type { OwnersRules } from "./owners-rules.ts";
import { portOf, type Answering } from "./port.ts";
import { isMistake } from "./problem.ts";
import { contextOf, PLATFORM, type RequestContext } from "./request-context.ts";
import type { Translations } from "./translations.ts";
import { soon } from "./within.ts";

/** Answers what people do in Discord: commands, buttons, menus, forms. */
export class Conversation {
  readonly #answering: Answering;
  readonly #offering: Offering;

  constructor(host: Host, rules: OwnersRules, platform: Speaker, words: Translations) {
    this.#offering = { popular: new AskedFor(), words };
    this.#answering = { host, stash: new Stash(host), rules, platform };
  }

  /**
   * Answers one interaction. @throws what Discord says where the answer cannot be given; a mistake of ours, once it is
   * written down
   */
  async answer(interaction: Interaction): Promise<void> {
    const context = contextOf(interaction);
    try {
      if (interaction.isAutocomplete()) {
        const choices = await choicesFor(interaction, context, this.#answering.host, this.#offering);
        await firstly(() => acknowledged(interaction.respond([...choices])));
      } else if (isAnswerable(interaction)) await this.#take(interaction, context);
    } catch (error) {
      if (isMistake(error)) this.#answering.host.incident(error);
      throw error;
    }
  }

  async #take(interaction: Answerable, context: RequestContext): Promise<void> {
    const { host } = this.#answering;
    const input = inputOf(interaction, host.commands);
    const promised = await this.#promise(input, interaction, context);
    const port = portOf(interaction, context, this.#answering);
    const working = this.#work(interaction.id, input, port, context, promised);
    const deferred = await acknowledge(interaction, working, promised);
    const worked = await working;
    // Another process has it, and answers.
    if (worked === undefined) return;
    const { outcome, drawn } = worked;
    const message = await deliver(interaction, drawn, promised, deferred);
    if (outcome.kind !== "reply") return;
    const { workspace, hasDesk, direct } = context;
    if (input?.do !== "submit") this.#offering.popular.note(workspace.id, outcome.request.call);
    const channel = interaction.channelId;
    if (message === undefined || channel === null || !hasDesk || direct) return;
    await host.remember(PLATFORM, { workspace: workspace.id, channel, message }, outcome.reply);
    // It was shared, whether this can be said or not.
    if (outcome.request.shared === true)
      await beside(interaction, await replyPage(sharedNote(outcome.reply), this.#setting(context))).catch(() => {});
  }

  /** Who may see an answer is told with the acknowledgement: what is not known by then is for the asker alone. */
  async #promise(input: Input, interaction: Answerable, { workspace }: RequestContext): Promise<Promised> {
    const everyone = await soon(isForEveryone(input, workspace, this.#answering.stash));
    const alone = interaction.isMessageComponent() && interaction.message.flags.has("Ephemeral");
    return { everyone: everyone ?? false, turns: (input?.do === "page" || input?.do === "details") && alone };
  }

  /**
   * What comes of an input, and how it is sent; undefined where it was delivered before. A reply that cannot be drawn
   * is answered too.
   */
  async #work(
    id: string,
    input: Input,
    port: Port,
    context: RequestContext,
    promised: Promised,
  ): Promise<{ readonly outcome: Outcome; readonly drawn: Drawn } | undefined> {
    const outcome = await takeOnce({ platform: PLATFORM, id }, input, port);
    if (outcome === undefined) return undefined;
    try {
      return { outcome, drawn: await this.#draw(outcome, context, promised) };
    } catch (defect) {
      const failed = failure(defect, port.host, await toldTo(await port.locale?.()));
      return { outcome: failed, drawn: await this.#draw(failed, context, promised) };
    }
  }

  async #draw(outcome: Outcome, context: RequestContext, promised: Promised): Promise<Drawn> {
    switch (outcome.kind) {
      case "reply": {
        const everyone = promised.everyone && outcome.request.everyone;
        const setting = this.#setting(context, { ...outcome.request, everyone });
        return { kind: "message", page: await replyPage(outcome.reply, setting), everyone };
      }
      case "page": {
        const setting = this.#setting(context, outcome.request);
        const page = await replyPage(outcome.reply, setting, outcome.page, outcome.token);
        return promised.turns ? { kind: "turn", page } : { kind: "message", page, everyone: false };
      }
      case "refusal":
        return { kind: "message", page: await replyPage(outcome.reply, this.#setting(context)), everyone: false };
      case "form":
        return { kind: "modal", ...formModal(outcome, context.prefix) };
    }
  }

  #setting({ workspace, prefix }: RequestContext, request?: Request): PrefixedSetting {
    const { host, stash } = this.#answering;
    const setting = { workspace, prefix, commands: host.commands, stash, paint: host.paint };
    return request === undefined ? setting : { ...setting, request };
  }
}
