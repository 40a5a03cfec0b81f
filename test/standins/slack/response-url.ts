import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { directChannel } from "./direct-channel.ts";
import { answer, bodyOf, spoil } from "./http.ts";
import type { Interaction } from "./interactions.ts";
import type { Fields } from "./json.ts";
import { fields, parsed, words } from "./json.ts";
import type { Platform, Request } from "./platform.ts";
import { checkContent, erase, rewrite, write } from "./posting.ts";
import { FAULTY, Refusal } from "./refusal.ts";
import type { Message } from "./world.ts";

type Via = "response_url" | "acknowledgement";

function sourceOf(platform: Platform, interaction: Interaction): Message | undefined {
  const { channelId, sourceTs } = interaction;
  return channelId === undefined || sourceTs === undefined ? undefined : platform.world.message(channelId, sourceTs);
}

/**
 * Puts an answer to an interaction where it belongs: docs.slack.dev/interactivity/handling-user-interaction.
 * It reaches any conversation, the app's membership does not matter; it is for the asker alone unless `in_channel`.
 * `replace_original` works on the message that was pressed only: an answer to a command is never replaced
 * (slackapi/bolt-js#2287, slackapi/bolt-python#1268).
 */
export function respond(platform: Platform, interaction: Interaction, given: Fields, via: Via): void {
  const source = sourceOf(platform, interaction);
  const how = { via, interaction: interaction.id };
  if (given["delete_original"] === true) {
    if (source !== undefined) erase(platform, source, how);
    return;
  }
  const publicly = given["response_type"] === "in_channel";
  checkContent(platform, given, via, publicly);
  if (source === undefined && given["replace_original"] === true) {
    platform.warnings.push("response_url: replace_original where there is no message to replace");
  }
  if (source !== undefined && given["replace_original"] === undefined) {
    platform.warnings.push("response_url: an answer to a message that does not state replace_original");
  }
  if (source !== undefined && given["replace_original"] !== false && given["replace_original"] !== "false") {
    rewrite(platform, source, given, how);
    return;
  }
  const by = platform.world.installation(interaction.teamId);
  if (by === undefined) throw new Refusal("no_service");
  const channel =
    platform.world.channels.get(interaction.channelId ?? "") ?? directChannel(platform, interaction.userId, by);
  const threadTs = words(given["thread_ts"]) || undefined;
  write(platform, { given, channel, by, threadTs, visibleTo: publicly ? undefined : interaction.userId, ...how });
}

/** Answers `POST /response/<interaction>`: five uses, thirty minutes, then 404 `used_url` or `expired_url`. */
export async function responseUrl(
  platform: Platform,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const given = fields(parsed(await bodyOf(request)));
  const record: Request = {
    method: "response_url",
    teamId: undefined,
    args: given,
    at: platform.clock.now(),
    status: 200,
    error: undefined,
  };
  platform.requests.push(record);
  const fault = platform.faults.take("response_url");
  if (fault?.delay !== undefined) await wait(fault.delay);
  if (fault !== undefined && fault.when !== "after" && spoil(fault, response)) return;
  try {
    const interaction = platform.interactions.respond(id);
    record.teamId = interaction.teamId;
    respond(platform, interaction, given, "response_url");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (FAULTY.has(error.code)) platform.violation(`response_url: ${error.code} ${JSON.stringify(error.extra)}`);
    record.error = error.code;
    record.status =
      error.code === "used_url" || error.code === "expired_url" || error.code === "no_service" ? 404 : 400;
  }
  if (fault?.when === "after" && spoil(fault, response)) return;
  answer(response, record.status, record.error === undefined ? { ok: true } : { ok: false, error: record.error });
}
