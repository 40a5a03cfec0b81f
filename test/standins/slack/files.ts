import type { IncomingMessage, ServerResponse } from "node:http";
import type { Platform } from "./platform.ts";
import type { File } from "./world.ts";

/** docs.slack.dev/reference/objects/file-object, as far as an app reads a text file. */
export function fileOnWire({ id, name, content }: File, origin: string): Record<string, unknown> {
  const download = `${origin}/files-pri/${id}/download/${encodeURIComponent(name)}`;
  return {
    id,
    name,
    title: name,
    size: content.length,
    mode: "hosted",
    url_private: download,
    url_private_download: download,
  };
}

/** Gives a file to who shows a token that may read it, and sends everybody else to sign in, as Slack does. */
export function serveFile({ world }: Platform, id: string, request: IncomingMessage, response: ServerResponse): void {
  const file = world.files.get(id);
  const token = request.headers.authorization?.replace(/^Bearer /u, "");
  const by = world.installations.find(({ botToken, state }) => botToken === token && state === "active");
  if (file !== undefined && by?.teamId === file.teamId && by.scopes.has("files:read")) {
    response.writeHead(200, { "content-type": "text/plain" }).end(file.content);
  } else response.writeHead(302, { location: "/?redir=files" }).end();
}
