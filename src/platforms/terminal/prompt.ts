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
      void site.desk.view().then((view) => {
        const { from, words } = completeLine(line, site.commands, view);
        const typed = line.slice(from);
        // Tab goes on with what is typed; only where nothing begins so are near words listed.
        const begin = words.filter((w) => w.startsWith(typed.toLowerCase()));
        done(null, [(begin.length > 0 ? begin : words).map((w) => `${w}${w.endsWith(":") ? "" : " "}`), typed]);
      });
    },
  });
  lines.on("history", (past: string[]) => history.keep(past));
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
    lines.prompt();
  }
  lines.close();
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
