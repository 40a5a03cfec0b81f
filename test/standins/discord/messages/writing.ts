import type { Json } from "#test/standins/discord/json.ts";
import { integer, list, object, objects, text } from "#test/standins/discord/json.ts";
import type { Origin } from "#test/standins/discord/limits/message.ts";
import { checkMessage, FLAGS } from "#test/standins/discord/limits/message.ts";
import type { Platform } from "#test/standins/discord/platform.ts";
import { invalidForm, refusal } from "#test/standins/discord/refusal.ts";
import type { Attachment, Message } from "./message.ts";
import { pingsOf } from "./pings.ts";
import { stored } from "./stored-components.ts";

/** A file as it came in a multipart body: `files[0]` has the index 0. */
export interface Upload {
  readonly index: number;
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** What of a body becomes the message. */
export interface Written {
  readonly content: string;
  readonly embeds: readonly unknown[];
  readonly components: readonly Json[];
  readonly attachments: readonly Attachment[];
  readonly flags: number;
}

export interface Writing {
  readonly platform: Platform;
  readonly body: Json;
  readonly uploads: readonly Upload[];
  readonly origin: Origin;
  /** `data.` in a callback. */
  readonly prefix: string;
  /** For the journal: `POST /channels/1/messages`. */
  readonly what: string;
}

/** Admits a new message, or throws what Discord would answer. */
export function write(writing: Writing): Written {
  const { platform, body, uploads } = writing;
  const { version2 } = admit(writing, 0);
  const attachments = uploads.map((upload) => attach(platform, upload));
  const written = {
    content: text(body.content),
    embeds: list(body.embeds),
    components: stored(list(body.components)),
    attachments,
    flags: integer(body.flags),
  };
  refuseMissingFiles(writing, written);
  const empty = written.content === "" && written.embeds.length + written.components.length + attachments.length === 0;
  if (empty && !body.poll && !(version2 && written.components.length > 0)) throw refusal("empty message");
  return written;
}

/** Admits an edit. What the body does not name stays as it was; the ephemeral flag stays whatever it names. */
export function rewrite(writing: Writing, message: Message): Written {
  const { platform, body, uploads } = writing;
  const { version2 } = admit(writing, message.flags);
  const kept = body.attachments === undefined ? undefined : objects(body.attachments).map((one) => text(one.id));
  const attachments = [
    ...message.attachments.filter((one) => kept?.includes(one.id) ?? true),
    ...uploads.map((upload) => attach(platform, upload)),
  ];
  const written = {
    content: body.content === undefined ? message.content : text(body.content),
    embeds: body.embeds === undefined ? message.embeds : list(body.embeds),
    components: body.components === undefined ? message.components : stored(list(body.components)),
    attachments,
    flags: (message.flags & ~FLAGS.loading) | (integer(body.flags) & (FLAGS.suppressEmbeds | FLAGS.version2)),
  };
  refuseMissingFiles(writing, written);
  if (version2 && written.content !== "")
    throw invalidForm([
      { path: "content", code: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message: "clear it" },
    ]);
  const empty = written.content === "" && written.embeds.length + written.components.length + attachments.length === 0;
  if (empty) throw refusal("empty message");
  return written;
}

/** Puts an edit into the message, and notes whom it would notify. */
export function apply(platform: Platform, message: Message, written: Written, body: Json): void {
  Object.assign(message, written);
  platform.messages.ping(message, pingsOf(body));
  platform.messages.edited(message);
}

function admit(writing: Writing, was: number): { readonly version2: boolean } {
  const { platform, body, origin, prefix, what } = writing;
  const checked = checkMessage(body, origin, prefix, was);
  if (checked.complaints.length > 0) throw invalidForm(checked.complaints);
  if (body.allowed_mentions === undefined || body.allowed_mentions === null)
    platform.journal.violation(`${what}: a message without allowed_mentions`);
  if (checked.strayFlags !== 0)
    platform.journal.violation(`${what}: flags ${checked.strayFlags} cannot be set here and are ignored`);
  if (checked.unprocessable) {
    platform.journal.violation(`${what}: text displays beyond what Discord can process (about 10,170 bytes of UTF-8)`);
    throw refusal("unprocessed");
  }
  return checked;
}

export function attach(platform: Platform, upload: Omit<Upload, "index">): Attachment {
  const id = platform.ids.next();
  platform.world.hold(id, upload);
  const url = `${platform.url()}/attachments/${id}/${encodeURIComponent(upload.name)}`;
  return { id, name: upload.name, type: upload.type, content: upload.content, url };
}

/** `attachment://name` must be among the message's files (docs.discord.com/developers/reference#uploading-files). */
function refuseMissingFiles(writing: Writing, written: Written): void {
  const names = new Set(written.attachments.map((one) => `attachment://${one.name}`));
  const missing = referenced(written.components).filter((url) => !names.has(url));
  if (missing.length > 0)
    throw invalidForm(
      missing.map((url) => ({
        path: `${writing.prefix}components`,
        code: "COMPONENT_ATTACHMENT_NOT_FOUND",
        message: `${url} is not among the files`,
      })),
    );
}

function referenced(components: unknown): readonly string[] {
  return objects(components).flatMap((one) => {
    const urls = [
      object(one.file).url,
      object(one.media).url,
      ...objects(one.items).map((item) => object(item.media).url),
    ];
    const own = urls.map(text).filter((url) => url.startsWith("attachment://"));
    return [...own, ...referenced(one.components), ...referenced([one.accessory])];
  });
}
