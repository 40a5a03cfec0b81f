import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** One conversation: what is asked first, what goes on from it, and what the second answer must tell. */
const CONVERSATION = z.strictObject({
  first: z.string(),
  next: z.string(),
  /** A fact that must be first among those told; or one of those. */
  fact: z.union([z.string(), z.array(z.string())]).optional(),
  /** Words that must stand in the answer. */
  tells: z.string().optional(),
  /** Nothing is taken: the second question is whole, or means a change or another negotiation. */
  alone: z.literal(true).optional(),
  /** What is asked after is not held. */
  refused: z.literal(true).optional(),
});
export type FollowUpAsked = z.output<typeof CONVERSATION>;

/** Our own conversations on the shipped talks. */
export function followUps(): readonly FollowUpAsked[] {
  return readFileSync(join(import.meta.dirname, "follow-ups.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => CONVERSATION.parse(JSON.parse(line)));
}
