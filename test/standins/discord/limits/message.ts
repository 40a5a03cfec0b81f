import type { Json } from "#test/standins/discord/json.ts";
import { integer, list, objects, text } from "#test/standins/discord/json.ts";
import { Complaints } from "./complaints.ts";
import { checkComponents } from "./components.ts";
import { checkEmbeds } from "./embeds.ts";
import { checkAllowedMentions } from "./mentions.ts";

/** docs.discord.com/developers/resources/message#message-object-message-flags. */
export const FLAGS = { suppressEmbeds: 4, ephemeral: 64, loading: 128, silent: 4096, voice: 8192, version2: 32_768 };

/** Where a message body comes from: each accepts its own flags. */
export type Origin = "channel" | "response" | "edit";

const SETTABLE: Record<Origin, number> = {
  channel: FLAGS.suppressEmbeds | FLAGS.silent | FLAGS.voice | FLAGS.version2,
  response: FLAGS.suppressEmbeds | FLAGS.ephemeral | FLAGS.silent | FLAGS.voice | FLAGS.version2,
  edit: FLAGS.suppressEmbeds | FLAGS.version2,
};

export interface CheckedMessage {
  readonly complaints: readonly Complaint[];
  /** Flags that may not be set here. Discord ignores them; a bot that sends them believes something untrue. */
  readonly strayFlags: number;
  readonly version2: boolean;
  readonly unprocessable: boolean;
}

type Complaint = Complaints["all"][number];

/**
 * Checks the body of a message against docs.discord.com/developers/resources/message#create-message: content of up to
 * 2,000 characters, 10 embeds, 10 attachments, a nonce of up to 25 characters, and the rules of its components.
 *
 * @param prefix path of the body within the request: `data.` in a callback, else empty
 * @param was flags the message has already; version 2 cannot be taken from it
 */
export function checkMessage(body: Json, origin: Origin, prefix = "", was = 0): CheckedMessage {
  const complaints = new Complaints();
  const flags = integer(body.flags);
  const version2 = ((flags | was) & FLAGS.version2) !== 0;
  complaints.optionalText(`${prefix}content`, body.content, 0, 2000);
  complaints.count(`${prefix}attachments`, body.attachments, 0, 10);
  checkEmbeds(complaints, `${prefix}embeds`, body.embeds);
  checkAllowedMentions(complaints, `${prefix}allowed_mentions`, body.allowed_mentions);
  checkNonce(complaints, body);
  if (version2) refuseLegacyFields(complaints, prefix, body);
  const walked = checkComponents(complaints, `${prefix}components`, body.components, version2);
  return {
    complaints: complaints.all,
    strayFlags: flags & ~SETTABLE[origin],
    version2,
    unprocessable: walked.unprocessable,
  };
}

function checkNonce(complaints: Complaints, body: Json): void {
  if (typeof body.nonce !== "number") complaints.optionalText("nonce", body.nonce, 1, 25);
  if (body.enforce_nonce === true && (body.nonce === undefined || body.nonce === null))
    complaints.add("nonce", "BASE_TYPE_REQUIRED", "enforce_nonce needs a nonce");
}

/**
 * docs.discord.com/developers/components/reference: no content, embeds, poll or stickers beside components of version
 * 2.
 */
function refuseLegacyFields(complaints: Complaints, prefix: string, body: Json): void {
  const beside = { content: text(body.content) !== "", embeds: objects(body.embeds).length > 0 };
  const fields = { ...beside, poll: Boolean(body.poll), sticker_ids: list(body.sticker_ids).length > 0 };
  for (const [field, given] of Object.entries(fields))
    if (given)
      complaints.add(
        `${prefix}${field}`,
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
}
