import type { Dialect } from "#core/request/dialect.ts";
import type { Refusal } from "#core/request/refusal.ts";
import type { Block, Inline, Reply } from "#core/reply/reply.ts";
import type { Answer } from "./command.ts";
import type { Form } from "./form.ts";

// A path, such as `/facts add`, or a group alone; not a part of a web address, a file name or other words.
const COMMAND = /(?<![\w/.])\/(talks|facts|desk|digest)(?: ([a-z][a-z-]*)|(?![\w/-]|\.\w))/gu;

type Write = (text: string) => string;

/** An answer in which every command stands as one types it on the platform that asks. Words of sources stay. */
export function asTyped(answer: Answer, dialect?: Dialect): Answer {
  const write = writes(dialect);
  if (write === undefined) return answer;
  switch (answer.kind) {
    case "reply":
      return { kind: "reply", reply: replyTyped(answer.reply, write) };
    case "refusal":
      return { kind: "refusal", refusal: refusalTyped(answer.refusal, write) };
    case "form":
      return { kind: "form", form: formTyped(answer.form, write) };
  }
}

/** The same of a reply alone. */
export function replyAsTyped(reply: Reply, dialect: Dialect): Reply {
  const write = writes(dialect);
  return write === undefined ? reply : replyTyped(reply, write);
}

function writes({ command }: Dialect = {}): Write | undefined {
  if (command === undefined) return undefined;
  return (text) => text.replaceAll(COMMAND, (_, group: string, name = "") => command(group, name).trim());
}

function replyTyped(reply: Reply, write: Write): Reply {
  return { ...reply, plain: write(reply.plain), blocks: reply.blocks.map((block) => blockTyped(block, write)) };
}

function blockTyped(block: Block, write: Write): Block {
  const inline = (part: Inline): Inline => (part.kind === "link" ? part : { ...part, text: write(part.text) });
  switch (block.kind) {
    case "paragraph":
      return { ...block, text: block.text.map(inline) };
    case "list":
      return { ...block, items: block.items.map((item) => item.map(inline)) };
    case "heading":
      // What tells facts has words of sources.
      return block.of === undefined ? { ...block, text: write(block.text) } : block;
    case "quote":
    case "table":
    case "sources":
    case "file":
    case "picture":
    case "buttons":
      return block;
  }
}

function refusalTyped(refusal: Refusal, write: Write): Refusal {
  return { ...refusal, message: write(refusal.message), hint: write(refusal.hint) };
}

function formTyped(form: Form, write: Write): Form {
  return {
    ...form,
    ...(form.note === undefined ? {} : { note: write(form.note) }),
    ...(form.problem === undefined ? {} : { problem: refusalTyped(form.problem, write) }),
  };
}
