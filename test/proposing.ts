import { join } from "node:path";
import { ann, type Came, type Seat } from "#test/moderation.ts";

/** A short article of two delegations. */
export const ARTICLE = [
  "Two delegations meet",
  "Image: Wire",
  "U.S. and Russian delegations met in Istanbul on Thursday.",
  "The Russian delegation was led by Minister Ida Ray, according to the Foreign Ministry. The talks lasted nine hours.",
  "The sides agreed to open a direct line.",
  "Add Your Comment",
].join("\n\n");

/** A long article: ninety-two paragraphs, some 11,200 characters. */
export const STORY = Array.from(
  { length: 92 },
  (_, i) =>
    `Paragraph ${i + 1} of a long article tells what was said in the corridors, who waited there, and for how long it rained today.`,
);

/** The sample's own article, where its text is at hand. */
export const SEED = join(process.env["TALKS_COVERAGE"] ?? "", "istanbul-embassy-talks.txt");

/** The article, proposed as of the second round. */
export function propose(seat: Seat, text = ARTICLE, by = ann): Promise<Came> {
  return seat.call("facts propose", { file: text, source: "The Gazette", talks: "istanbul-april" }, by);
}

/** The labels of an answer's buttons. */
export const labels = ({ reply, refusal }: Came): readonly string[] =>
  refusal?.buttons.map((b) => b.label) ??
  reply?.blocks.flatMap((b) => (b.kind === "buttons" ? b.buttons.map((x) => x.label) : [])) ??
  [];
