import { join } from "node:path";
import { commands } from "#commands/index.ts";
import { answer, type Session } from "#core/answer/answer.ts";
import { RevisionLog } from "#core/desk/revision-log.ts";
import { ReadOnlyDesk } from "#core/desk/read-only-desk.ts";
import { refusalReply } from "#core/reply/refusal-reply.ts";
import type { Asker } from "#core/request/asker.ts";
import { libraryView } from "#core/desk/library-view.ts";
import type { Refusal } from "#core/request/refusal.ts";
import { words, type Block, type Reply } from "#core/reply/reply.ts";
import type { View } from "#core/facts/view.ts";
import { readLine } from "#core/answer/line.ts";
import { loadLibrary } from "#src/library/load-library.ts";
import { readLocales } from "#src/library/locales.ts";
import { render } from "#platforms/terminal/render.ts";

export const ROOT = join(import.meta.dirname, "..");
export const DATA = join(ROOT, "data");

/** The shipped library, read once a test file. */
export const library = loadLibrary(DATA);
export const shipped: View = libraryView(library);
/** The shipped languages of the commands. */
export const locales = readLocales(DATA).files.map((file) => file.locale);

export const reader: Asker = { platform: "test", id: "u1", name: "Ada", tier: "reader", locale: "en" };

/** A session over one view that fails the test on a defect, since a defect is never an answer. */
export function siteOver(view: View): Session & { readonly missed: string[] } {
  const missed: string[] = [];
  class Desk extends ReadOnlyDesk {
    override async missed(question: string): Promise<void> {
      missed.push(question);
    }
  }
  return {
    commands,
    desk: new Desk({ now: async () => ({ view, log: RevisionLog.EMPTY }), at: () => view }),
    token: (length) => "t".repeat(length),
    clock: { now: () => Temporal.Instant.from("2025-04-11T09:00:00Z") },
    incident: (defect) => {
      throw defect;
    },
    missed,
  };
}

export const session = siteOver(shipped);

/** What a typed line came to: the tree, its text on wide paper, and the refusal where it was one. */
export interface Said {
  readonly reply: Reply;
  readonly text: string;
  readonly refusal?: Refusal;
}

const PAPER = { width: 2000, colour: false };

/** A typed line in, a reply out: the path every platform takes, written as a terminal would write it, unwrapped. */
export async function say(line: string, asker: Asker = reader, at: Session = session): Promise<Said> {
  const read = readLine(line, at.commands);
  const result = read.ok ? await answer(read.value, asker, at) : { kind: "refusal" as const, refusal: read.refusal };
  if ("refusal" in result) {
    const tree = refusalReply(result.refusal);
    return { reply: tree, text: render(tree, PAPER), refusal: result.refusal };
  }
  if ("reply" in result) return { reply: result.reply, text: render(result.reply, PAPER) };
  throw new Error(`${line} is neither answered nor refused`);
}

/** The text of a line's answer. */
export async function told(line: string): Promise<string> {
  return (await say(line)).text;
}

/** The refusal that a line gets; fails where it is answered. */
export async function refused(line: string): Promise<Refusal> {
  const { refusal, text } = await say(line);
  if (refusal === undefined) throw new Error(`answered, not refused: ${line}\n${text}`);
  return refusal;
}

/** Every statement of a reply with the citations that stand under it. */
export function cited(reply: Reply): readonly { readonly statement: string; readonly sources: number }[] {
  return reply.blocks.flatMap((block, i) => {
    const statement = statementOf(block);
    if (statement === undefined) return [];
    const next = reply.blocks.slice(i + 1).find((b) => b.kind !== "list");
    return [{ statement, sources: next?.kind === "sources" ? next.sources.length : 0 }];
  });
}

// A statement is a quotation, or a paragraph that ends with its fact's id.
function statementOf(block: Block): string | undefined {
  if (block.kind === "quote") return block.text;
  const last = block.kind === "paragraph" ? block.text.at(-1) : undefined;
  const id = last?.kind === "code" && /^[a-z0-9-]+$/u.test(last.text);
  return block.kind === "paragraph" && id ? words(block.text) : undefined;
}
