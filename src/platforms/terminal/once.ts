import { answer, refusalReply, type Site } from "#core/answer.ts";
import type { Asker } from "#core/asker.ts";
import type { Answer } from "#core/command.ts";
import type { Refusal } from "#core/refusal.ts";
import { readWords } from "#core/words.ts";
import { render, type Paper } from "./render.ts";

/** What one call came to: the text to print and the exit code (0 answered, 1 refused or nothing held, 2 bad usage). */
export interface Outcome {
  readonly text: string;
  readonly code: 0 | 1 | 2;
}

/** Answers the words of one command line. `--json` among them gives the reply tree with its facts and citations. */
export async function once(argv: readonly string[], asker: Asker, site: Site, paper: Paper): Promise<Outcome> {
  const json = argv.includes("--json");
  const read = readWords(
    argv.filter((w) => w !== "--json"),
    site.commands,
  );
  const result: Answer = read.ok ? await answer(read.value, asker, site) : { kind: "refusal", refusal: read.refusal };
  switch (result.kind) {
    case "reply":
      return {
        code: 0,
        text: json ? JSON.stringify({ kind: "reply", ...result.reply }, null, 2) : render(result.reply, paper),
      };
    case "refusal": {
      const { refusal } = result;
      const text = json ? JSON.stringify({ kind: "refusal", refusal }, null, 2) : render(refusalReply(refusal), paper);
      return { code: exitCode(refusal), text };
    }
  }
}

function exitCode(refusal: Refusal): 1 | 2 {
  return refusal.kind === "usage" ? 2 : 1;
}
