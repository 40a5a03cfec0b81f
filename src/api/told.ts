import { z } from "zod";
import type { Answer } from "#core/answer/command.ts";
import type { View } from "#core/facts/view.ts";
import { refusalReply } from "#core/reply/refusal-reply.ts";
import type { Quoted, Reply, Source } from "#core/reply/reply.ts";
import type { Button } from "#core/request/call.ts";
import { defined } from "#core/text/defined.ts";
import { plainText } from "./plain-text.ts";
import type { Read } from "./reads.ts";

const CITATION = z
  .object({
    article: z.string().describe("Id of the article"),
    outlet: z.string(),
    title: z.string().optional(),
    published: z.string().describe("Publication day, YYYY-MM-DD, where it is known").optional(),
    language: z.string().describe("Language of the article, a BCP 47 tag, where it is known").optional(),
    place: z.string().describe("Where in the article: ¶3, or note 3 where only notes on it were read"),
    said: z
      .string()
      .describe("Whom this article alone has it from; what all have in common is in the statement")
      .optional(),
    excerpt: z.string().describe("The article's exact words").optional(),
    address: z.string().optional(),
    claim: z.string().describe("Id of the claim that this article makes").optional(),
  })
  .describe("One place in one article");

/** A fact as an answer quotes it. */
export const FACT = z.object({
  id: z.string(),
  revision: z.number().int().describe("Number of the desk's change that last touched it; 0 as shipped"),
  statement: z.string(),
  sources: z.array(CITATION),
  page: z.string().describe("Address of its public page, where the desk allows pages").optional(),
});
export type ToldFact = z.infer<typeof FACT>;

/**
 * What a read is answered with. `answered` is false for a refusal: the desk holds nothing that answers, or the question
 * could not be read. Its text then says so, and what is near.
 */
export const TOLD = z.object({
  answered: z
    .boolean()
    .describe("false: the desk holds nothing that answers it, or cannot read it; nothing is guessed"),
  text: z.string().describe("The answer in words, with its citations"),
  read: z.array(z.string()).describe("How words of the question were read").optional(),
  facts: z.array(FACT).describe("The facts that the answer consists of, each with its citations"),
  offers: z
    .array(
      z.object({
        label: z.string(),
        read: z.string().describe("The read to ask for"),
        arguments: z.record(z.string(), z.string()),
      }),
    )
    .describe("What else can be asked from here"),
});
export type Told = z.infer<typeof TOLD>;

/** An answer for a program. What only a chat can go on with, such as a form or a share, is left out. */
export function toldOf(answer: Answer, view: View, reads: readonly Read[]): Told {
  const reply = replyOf(answer);
  const buttons = reply.blocks.flatMap((b) => (b.kind === "buttons" ? b.buttons : []));
  return {
    answered: answer.kind === "reply",
    text: plainText(reply),
    ...defined({ read: reply.matched === undefined ? undefined : [...reply.matched] }),
    facts: reply.facts.map((f) => factOf(f, view)),
    offers: buttons.flatMap((b) => offerOf(b, reads)),
  };
}

/** What an answer says, a refusal too. */
export function replyOf(answer: Answer): Reply {
  switch (answer.kind) {
    case "reply":
      return answer.reply;
    case "refusal":
      return refusalReply(answer.refusal);
    case "form":
      // No reader's command asks for a form.
      throw new Error(`a read asks for the form ${answer.form.title}`);
  }
}

/** A fact as a reply quotes it, for a program. */
export function factOf({ id, revision, statement, sources, claims }: Quoted, view: View): ToldFact {
  return { id, revision, statement, sources: sources.map((s, i) => citationOf(s, claims?.[i], view)) };
}

function citationOf(
  { article, outlet, place, said, excerpt, href }: Source,
  claim: string | undefined,
  view: View,
): ToldFact["sources"][number] {
  const { title, published, language } = view.articles.get(article) ?? {};
  return { article, outlet, place, ...defined({ title, published, language, said, excerpt, address: href, claim }) };
}

function offerOf({ label, call: { path, values } }: Button, reads: readonly Read[]): Told["offers"] {
  const read = reads.find((r) => r.path.join(" ") === path.join(" ") && r.input.safeParse(values).success);
  return read === undefined ? [] : [{ label, read: read.name, arguments: { ...values } }];
}
