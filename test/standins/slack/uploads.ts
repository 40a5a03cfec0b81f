import type { IncomingMessage, ServerResponse } from "node:http";
import { fields, list, words, type Fields } from "./json.ts";
import type { Call, Method } from "./methods/method.ts";
import { structure, text } from "./methods/method.ts";
import type { Platform } from "./platform.ts";
import { Refusal } from "./refusal.ts";
import type { File, Installation } from "./world.ts";

/** So often an app looks at a file before it was looked through: slackapi/node-slack-sdk issue 2040. */
const LOOKS = 2;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

function uploadedBy(call: Call, id: string): File {
  const file = call.platform.world.files.get(id);
  if (file?.upload === undefined || file.upload.botId !== call.by.botId) throw new Refusal("file_not_found");
  return file;
}

/** docs.slack.dev/reference/methods/files.getUploadURLExternal: a name and a length, an address and an id. */
function getUploadUrl(call: Call): Fields {
  const length = Number(text(call.args, "length"));
  if (!Number.isInteger(length) || length < 1) throw new Refusal("invalid_arguments");
  const id = call.platform.ids.next("F");
  const upload = { botId: call.by.botId, length, bytes: false, completed: false, looks: 0 };
  const file = { id, name: text(call.args, "filename"), teamId: call.team.id, content: Buffer.alloc(0), upload };
  call.platform.world.files.set(id, file);
  return { upload_url: `${call.platform.origin}/upload/v1/${id}`, file_id: id };
}

/** docs.slack.dev/messaging/working-with-files: the bytes, raw or as a form, to the address that was given. */
export async function takeUpload(
  { world, violation }: Pick<Platform, "world" | "violation">,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const file = world.files.get(id);
  const { upload } = file ?? {};
  if (file === undefined || upload === undefined || upload.bytes) {
    response.writeHead(404).end("no such upload");
    return;
  }
  if (body.length < upload.length)
    violation(`an upload of ${body.length} bytes that was announced as ${upload.length}`);
  world.files.set(id, { ...file, content: body, upload: { ...upload, bytes: true } });
  response.writeHead(200, { "content-type": "text/plain" }).end(`OK - ${body.length}`);
}

/** docs.slack.dev/reference/methods/files.completeUploadExternal: without a channel it is the app's own. */
function completeUpload(call: Call): Fields {
  const files = list(structure(call.args, "files")).map((one) => uploadedBy(call, words(fields(one)["id"])));
  if (files.length === 0) throw new Refusal("invalid_arguments");
  if (files.some(({ upload }) => upload?.bytes !== true)) throw new Refusal("file_not_found");
  for (const file of files)
    if (file.upload !== undefined)
      call.platform.world.files.set(file.id, { ...file, upload: { ...file.upload, completed: true } });
  return { files: files.map(({ id, name }) => ({ id, title: name, mimetype: "", filetype: "" })) };
}

/** docs.slack.dev/reference/methods/files.info; no kind before the file was looked through. */
function info(call: Call): Fields {
  const file = uploadedBy(call, text(call.args, "file"));
  const { upload } = file;
  if (upload === undefined || !upload.completed) throw new Refusal("file_not_found");
  const looked = { ...file, upload: { ...upload, looks: upload.looks + 1 } };
  call.platform.world.files.set(file.id, looked);
  return { file: { id: file.id, name: file.name, mimetype: isReady(looked) ? "image/png" : "" } };
}

function isReady({ upload, content }: File): boolean {
  return upload === undefined || (upload.completed && upload.looks >= LOOKS && content.includes(PNG));
}

/**
 * What Slack refuses of the files that blocks show (docs.slack.dev/reference/block-kit/composition-objects/
 * slack-file-object): one by id or by address, an image, the poster's to see, and ready
 * (slackapi/python-slack-sdk issue 1658). A message that one person alone sees shows none
 * (slackapi/node-slack-sdk issue 1790).
 */
export function fileComplaints(blocks: readonly Fields[], by: Installation, alone: boolean, { world }: Platform) {
  return blocks.flatMap((block, i): readonly string[] => {
    const shown = block["slack_file"];
    if (shown === undefined) return [];
    const at = `/blocks/${i}/slack_file`;
    const [id, url] = [words(fields(shown)["id"]), words(fields(shown)["url"])];
    if ((id === "") === (url === "")) return [`${at}: either id or url`];
    if (!/^F[A-Z0-9]{8,}$/u.test(id))
      return [`input must match regex pattern: ^[F][A-Z0-9]{8,}$ [json-pointer:${at}/id]`];
    const file = world.files.get(id);
    const isOwn = file?.upload?.botId === by.botId && file.teamId === by.teamId;
    return isOwn && isReady(file) && !alone ? [] : [`invalid slack file [json-pointer:${at}]`];
  });
}

export const files: Readonly<Record<string, Method>> = {
  "files.getUploadURLExternal": { token: "bot", scope: "files:write", tier: 4, answer: getUploadUrl },
  "files.completeUploadExternal": { token: "bot", scope: "files:write", tier: 4, answer: completeUpload },
  "files.info": { token: "bot", scope: "files:read", tier: 4, answer: info },
};
