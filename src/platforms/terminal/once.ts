import { toldTo } from "#core/messages/ready.ts";
import { answerIn } from "#core/answer/answer-in.ts";
import type { Session } from "#core/answer/answer.ts";
import { converse } from "#core/answer/converse.ts";
import { settled } from "#core/answer/kept.ts";
import type { Asker } from "#core/request/asker.ts";
import { asTyped } from "#core/answer/as-typed.ts";
import { refused, type Answer } from "#core/answer/command.ts";
import { refusalReply } from "#core/reply/refusal-reply.ts";
import type { RawCall } from "#core/request/call.ts";
import { ok, type Read, type Refusal } from "#core/request/refusal.ts";
import type { Reply } from "#core/reply/reply.ts";
import { readWords } from "#core/answer/line.ts";
import { withFiles } from "./files.ts";
import { formReply } from "./form.ts";
import { nextLines } from "./next-lines.ts";
import { withPiped, type Piped } from "./piped.ts";
import { render, type Paper } from "./render.ts";

/** What one call came to: the text to print and the exit code (0 answered, 1 refused or nothing held, 2 bad usage). */
export interface Outcome {
  readonly text: string;
  readonly code: 0 | 1 | 2;
}

/**
 * Answers the words of one command line. `--json` among them gives the reply tree with its facts and citations; a reply
 * that is a file is printed as that file alone, so that it can be redirected. `piped`: what a shell feeds in, for the
 * file that a call lacks.
 */
export async function once(
  argv: readonly string[],
  asker: Asker,
  session: Session,
  paper: Paper,
  piped?: Piped,
): Promise<Outcome> {
  const json = argv.includes("--json");
  const at = await toldTo(asker.locale);
  const read = readWords(
    argv.filter((w) => w !== "--json"),
    session.commands,
    at,
  );
  const filed = read.ok ? withFiles(read.value, session.commands, at) : read;
  const told = (given: Answer): Answer => answerIn(given, at.tongue);
  const ask = async (call: Read<RawCall>): Promise<Answer> =>
    call.ok
      ? (await converse(call.value, asker, session)).answer
      : told(asTyped(refused(call.refusal), session.dialect));
  const first = await ask(filed);
  // Only a call that asks for more may lack a file: nothing is waited for otherwise.
  const fed = first.kind === "form" && filed.ok ? await withPiped(filed.value, session.commands, piped, at) : undefined;
  const asked = fed === undefined ? first : await ask(fed);
  const whole = wholeCall(asked, fed ?? filed);
  const result = whole === undefined ? asked : await ask(whole);
  await settled(session);
  switch (result.kind) {
    case "reply": {
      const { reply } = result;
      const text = json
        ? JSON.stringify({ kind: "reply", ...reply }, null, 2)
        : plainText(reply, paper) + (await nextLines(reply, session, at));
      return { code: 0, text };
    }
    case "form":
      return { code: 2, text: json ? JSON.stringify(result, null, 2) : render(formReply(result.form), paper) };
    case "refusal": {
      const { refusal } = result;
      const tree = refusalReply(refusal);
      const text = json
        ? JSON.stringify({ kind: "refusal", refusal }, null, 2)
        : render(tree, paper) + (await nextLines(tree, session, at));
      return { code: exitCode(refusal), text };
    }
  }
}

/**
 * The call of a form that only shows what will be done, where the line has every value that it needs: nobody can press
 * here, and what is done can be undone.
 */
function wholeCall(asked: Answer, typed: Read<RawCall>): Read<RawCall> | undefined {
  if (asked.kind !== "form" || !typed.ok) return undefined;
  const { note, problem, fields } = asked.form;
  const { values } = typed.value;
  const isWhole = fields.every((f) => !f.required || (values[f.name] ?? "").trim() !== "");
  return note === undefined || problem !== undefined || !isWhole ? undefined : ok({ ...typed.value, submitted: true });
}

function plainText(reply: Reply, paper: Paper): string {
  const file = reply.blocks.find((b) => b.kind === "file");
  return file === undefined ? render(reply, paper) : file.text.replace(/\r?\n$/u, "");
}

function exitCode(refusal: Refusal): 1 | 2 {
  return refusal.kind === "usage" ? 2 : 1;
}
