import { tell } from "#core/messages/tell.ts";
import type { Tongue } from "#core/messages/tongue.ts";
import { paragraph, reply, text, type Block } from "#core/reply/reply.ts";
import type { Answer } from "./command.ts";

/** An answer that says what its question took from the one before. */
export function withTaken(given: Answer, taken: string, tongue: Tongue | undefined): Answer {
  const line = tell({ tongue }, "ask.taken", { taken });
  switch (given.kind) {
    case "reply": {
      const { plain, blocks, facts, ...rest } = given.reply;
      const at = blocks[0]?.kind === "heading" ? 1 : 0;
      const told: readonly Block[] = [...blocks.slice(0, at), paragraph(text(line)), ...blocks.slice(at)];
      return { ...given, reply: { ...rest, ...reply(`${plain} ${line}`, told, facts) } };
    }
    case "refusal":
      return { ...given, refusal: { ...given.refusal, hint: `${line} ${given.refusal.hint}`.trim() } };
    case "form":
      return given;
  }
}
