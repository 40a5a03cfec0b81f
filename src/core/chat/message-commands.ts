import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import type { RawCall } from "#core/request/call.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { mayActAs, type Tier } from "#core/request/asker.ts";
import { EXCERPT_MAX } from "#core/facts/article.ts";
import type { Commands } from "#core/answer/command.ts";
import { clean, shorten } from "#core/text/text.ts";
import { nameIn, withFiles, type Attached, type FileServer } from "./attached.ts";
import type { Input } from "./input.ts";

/** A message that somebody chose a command on. `day` is the day it was sent, UTC, as `2026-11-23`. */
export interface Chosen {
  readonly text: string;
  readonly author: string;
  readonly address: string;
  readonly day: string;
  readonly files: readonly Attached[];
}

const SAVE = "Save as fact";
const CHECK = "Check this quote";
const IMPORT = "Import facts";
const PROPOSE = "Propose facts";

/**
 * The commands in a message's own menu. `servers`: they change a desk, so that they are offered in servers only.
 * `asks`: a form comes of them.
 */
export const MESSAGE_COMMANDS = [
  { name: SAVE, about: "Cite this message in a fact", servers: true, asks: true },
  { name: CHECK, about: "Compare with the held quotations", servers: false, asks: false },
  { name: IMPORT, about: "Read facts from its file or its words", servers: true, asks: false },
  { name: PROPOSE, about: "Propose facts from an article's text", servers: true, asks: true },
] as const;

export type MessageCommand = (typeof MESSAGE_COMMANDS)[number]["name"];

/**
 * What a message command asks for: a fact or a suggestion, by who asks, that cites the message; a quotation to check;
 * or an import of the file that came with the message, or of its words; or the facts that an article proposes, which is
 * its file or its words.
 */
export function messageInput(
  name: MessageCommand,
  chosen: () => Promise<Chosen>,
  commands: Commands,
  server: FileServer,
): Input {
  return {
    do: "ask",
    everyone: false,
    async call({ tier }, at) {
      const message = await chosen();
      if (name === CHECK && clean(message.text).text.trim() === "")
        return no(tell(at, "message.noWords"), tell(at, "message.copy"));
      const call = messageCall(name, message, tier);
      if (name === PROPOSE && call.values["file"] === "" && message.files.length === 0)
        return no(tell(at, "message.empty"), tell(at, "message.article"));
      const [file, ...more] = message.files;
      if ((name !== IMPORT && name !== PROPOSE) || file === undefined) return ok(call);
      // A file may be long: who may not import waits for none.
      if (!mayActAs(tier, name === IMPORT ? "moderator" : "contributor")) return ok({ ...call, values: {} });
      if (more.length > 0) return several(message.files, at);
      return withFiles({ ...call, values: {} }, { file }, commands, server, at);
    },
  };
}

function several(files: readonly Attached[], at: Told): Read<RawCall> {
  const names = files.map((file) => nameIn(file, at)).join(", ");
  return no(tell(at, "message.files", { n: files.length, names }), tell(at, "message.oneEach"));
}

function messageCall(name: MessageCommand, message: Chosen, tier: Tier): RawCall {
  const words = clean(message.text).text.trim();
  if (name === CHECK) return { path: ["talks", "check-quote"], values: { words } };
  if (name === IMPORT) return { path: ["facts", "import"], values: { paste: withoutFence(words) } };
  if (name === PROPOSE) return { path: ["facts", "propose"], values: { file: words } };
  const { author, address, day } = message;
  return {
    path: mayActAs(tier, "moderator") ? ["facts", "add"] : ["talks", "suggest"],
    values: {
      source: `new: ${shorten(author, 80)}`,
      paragraph: "1",
      excerpt: shorten(words.replace(/\s+/gu, " "), EXCERPT_MAX),
      address,
      published: day,
    },
  };
}

// People put files between fences, so that the chat keeps their lines: ```yaml … ```
function withoutFence(words: string): string {
  return /^```(?:[a-z]*\n)?(.*?)\n?```$/su.exec(words)?.[1] ?? words;
}
