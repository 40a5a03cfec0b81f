import type { Told } from "#core/messages/tongue.ts";
import { toldTo } from "#core/messages/ready.ts";
import { tell } from "#core/messages/tell.ts";
import { answerIn } from "#core/answer/answer-in.ts";
import { createInterface, type Interface } from "node:readline";
import type { Session } from "#core/answer/answer.ts";
import { converse } from "#core/answer/converse.ts";
import { settled } from "#core/answer/kept.ts";
import type { Asker } from "#core/request/asker.ts";
import type { RawCall, Button } from "#core/request/call.ts";
import { asTyped } from "#core/answer/as-typed.ts";
import { refused, type Answer } from "#core/answer/command.ts";
import { completeLine } from "#core/answer/complete.ts";
import { refusalReply } from "#core/reply/refusal-reply.ts";
import type { Read } from "#core/request/refusal.ts";
import type { Reply } from "#core/reply/reply.ts";
import { readLine } from "#core/answer/line.ts";
import { withFiles } from "./files.ts";
import { fillIn } from "./form.ts";
import type { History } from "./history.ts";
import { choices, render } from "./render.ts";

/** The streams of a terminal; `output` also tells its width. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly columns?: number; readonly isTTY?: boolean };
  readonly colour: boolean;
}

const PROMPT = "talks> ";

/** Asks and answers until the input ends or somebody types exit. Resolves when it has ended. */
export async function prompt(terminal: Terminal, asker: Asker, session: Session, history: History): Promise<void> {
  const { output } = terminal;
  const at = await toldTo(asker.locale);
  if (output.isTTY === true) output.write(`${tell(at, "terminal.welcome")}\n`);
  const lines = open(terminal, session, history);
  const typed = lines[Symbol.asyncIterator]();
  let ended = false;
  lines.on("close", () => {
    ended = true;
  });
  const read = async (question: string): Promise<string | undefined> => {
    // A closed prompt may not be drawn again; lines typed before the end are answered all the same.
    if (!ended) {
      lines.setPrompt(question);
      lines.prompt();
    }
    const next = await typed.next();
    return next.done === true ? undefined : next.value;
  };
  let numbered: readonly Button[] = [];
  const show = (reply: Reply): void => {
    output.write(`${render(reply, { width: output.columns ?? 80, colour: terminal.colour })}\n\n`);
    numbered = choices(reply);
  };
  for (;;) {
    const line = await read(PROMPT);
    if (line === undefined || /^\s*\.?(?:exit|quit)\s*$/iu.test(line)) break;
    let call: Read<RawCall> | undefined = callOf(line, numbered, session, at);
    while (call !== undefined) {
      const result: Answer = call.ok
        ? (await converse(call.value, asker, session)).answer
        : answerIn(asTyped(refused(call.refusal), session.dialect), at.tongue);
      call = undefined;
      switch (result.kind) {
        case "reply":
          show(result.reply);
          break;
        case "refusal":
          show(refusalReply(result.refusal));
          break;
        case "form": {
          const { form } = result;
          output.write(`${form.title}. ${tell(form, "terminal.help")}\n`);
          if (form.note !== undefined) output.write(`${form.note}\n`);
          if (form.problem !== undefined) output.write(`! ${form.problem.message} ${form.problem.hint}\n`);
          const filled = await fillIn(form, read);
          if (filled === undefined) output.write(`${tell(form, "terminal.left")}\n\n`);
          else call = withFiles(filled, session.commands, at);
        }
      }
    }
  }
  lines.close();
  await settled(session);
}

function open({ input, output }: Terminal, session: Session, history: History): Interface {
  const lines = createInterface({
    input,
    output,
    terminal: output.isTTY === true,
    history: [...history.past],
    removeHistoryDuplicates: true,
    completer: (line: string, done: (error: null, result: [string[], string]) => void) => {
      // Without the desk there is nothing to complete from; the answer itself will say so.
      void completions(line, session).then(
        (found) => live && done(null, found),
        () => live && done(null, [[], line]),
      );
    },
  });
  // The input can end while a line is being completed; a closed prompt may not be drawn again.
  let live = true;
  lines.once("close", () => {
    live = false;
  });
  lines.on("history", (past: string[]) => history.keep(past));
  return lines;
}

async function completions(line: string, session: Session): Promise<[string[], string]> {
  const { from, words } = completeLine(line, session.commands, await session.desk.view());
  const typed = line.slice(from);
  // Tab goes on with what is typed; only where nothing begins so are near words offered.
  const begin = words.filter((w) => w.startsWith(typed.toLowerCase()));
  return [(begin.length > 0 ? begin : words).map((w) => `${w}${w.endsWith(":") ? "" : " "}`), typed];
}

function callOf(line: string, numbered: readonly Button[], session: Session, at: Told): Read<RawCall> {
  const pressed = /^\s*\[?(\d{1,2})\]?\s*$/u.exec(line)?.[1];
  const button = pressed === undefined ? undefined : numbered[Number(pressed) - 1];
  if (button !== undefined) return { ok: true, value: button.call };
  const read = readLine(line, session.commands, at);
  return read.ok ? withFiles(read.value, session.commands, at) : read;
}
