import { createInterface } from "node:readline";
import { answer, refusalReply, type Site } from "#core/answer.ts";
import type { Asker } from "#core/asker.ts";
import { completeLine } from "#core/complete.ts";
import type { Button, Reply } from "#core/reply.ts";
import { readLine } from "#core/words.ts";
import type { History } from "./history.ts";
import { choices, render, type Paper } from "./render.ts";

/** The streams of a terminal; `output` also tells its width and whether it shows colour. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly columns?: number; readonly isTTY?: boolean };
  readonly colour: boolean;
}

const PROMPT = "talks> ";

/** Asks and answers until the input ends or somebody types exit. Resolves when it has ended. */
export async function prompt(terminal: Terminal, asker: Asker, site: Site, history: History): Promise<void> {
  const { input, output } = terminal;
  const lines = createInterface({
    input,
    output,
    prompt: PROMPT,
    terminal: output.isTTY === true,
    history: [...history.past],
    removeHistoryDuplicates: true,
    completer: (line: string, done: (error: null, result: [string[], string]) => void) => {
      // Without the desk there is nothing to complete from; the answer itself will say so.
      void completions(line, site).then(
        (found) => open && done(null, found),
        () => open && done(null, [[], line]),
      );
    },
  });
  lines.on("history", (past: string[]) => history.keep(past));
  // The input can end while a last line is being answered or completed; a closed prompt may not be drawn again.
  let open = true;
  lines.once("close", () => {
    open = false;
  });
  let numbered: readonly Button[] = [];
  const show = (reply: Reply): void => {
    const paper: Paper = { width: output.columns ?? 80, colour: terminal.colour };
    output.write(`${render(reply, paper)}\n\n`);
    numbered = choices(reply);
  };
  lines.prompt();
  for await (const line of lines) {
    if (/^\s*(?:exit|quit|\.exit)\s*$/iu.test(line)) break;
    show(await respond(line, numbered, asker, site));
    if (open) lines.prompt();
  }
  lines.close();
}

async function completions(line: string, site: Site): Promise<[string[], string]> {
  const { from, words } = completeLine(line, site.commands, await site.desk.view());
  const typed = line.slice(from);
  // Tab goes on with what is typed; only where nothing begins so are near words offered.
  const begin = words.filter((w) => w.startsWith(typed.toLowerCase()));
  return [(begin.length > 0 ? begin : words).map((w) => `${w}${w.endsWith(":") ? "" : " "}`), typed];
}

async function respond(line: string, numbered: readonly Button[], asker: Asker, site: Site): Promise<Reply> {
  const pressed = /^\s*\[?(\d{1,2})\]?\s*$/u.exec(line)?.[1];
  const button = pressed === undefined ? undefined : numbered[Number(pressed) - 1];
  const read = button === undefined ? readLine(line, site.commands) : { ok: true as const, value: button.call };
  const result = read.ok ? await answer(read.value, asker, site) : { kind: "refusal" as const, refusal: read.refusal };
  switch (result.kind) {
    case "reply":
      return result.reply;
    case "refusal":
      return refusalReply(result.refusal);
  }
}
