import { defineCommand, refused, type Context } from "#core/answer/command.ts";
import { hashesOf, writeBatch, type Kept } from "#core/changes/article-batch.ts";
import { rulesOff } from "#core/changes/proposal-rules.ts";
import { ARTICLE_MAX, type Proposer } from "#core/propose/proposer.ts";
import { file, text } from "#core/request/options/index.ts";
import type { Option } from "#core/request/option.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { FORM_TITLE, opening, PLACE, withPlace } from "./propose-place.ts";
import { reviewReply } from "./propose-reply.ts";

// A form takes three boxes of 4,000 characters on Discord, and four of 3,000 on Slack.
const PASTED_MAX = 12_000;

/** A pasted article: its line ends are its paragraphs. */
const pasted: Option<string, false> = {
  ...text("The article's text, with an empty line between paragraphs", { max: PASTED_MAX }),
  type: "long",
  read: (raw) =>
    raw.length > PASTED_MAX
      ? no(`That is ${raw.length} characters long; at most ${PASTED_MAX} fit here.`, "Give it as a file.")
      : ok(raw),
};

const TEXT = { text: pasted };

export const proposeFacts = (proposer: Proposer) =>
  defineCommand({
    path: ["facts", "propose"],
    about: "Propose facts from an article's text: accept, edit or reject each",
    tier: "contributor",
    options: { file: file("The article: .txt, .md or .html, at most 1 MB", ARTICLE_MAX), ...PLACE },
    example: "file:./article.txt source:{outlet}",
    form: { title: FORM_TITLE, asks: ["source", "talks"], fields: ({ batch }) => (batch === undefined ? TEXT : {}) },
    standing: ["talks", "source"],
    ready: () => proposer.ready?.(),
    async answer(values, context) {
      const came = values.file ?? `${context.fields["text"] ?? ""}`;
      const found = await started(came, proposer, context);
      if (!found.ok) return refused(found.refusal);
      const named = await withPlace(found.value, values, context);
      return "kind" in named ? named : reviewReply(named, undefined, await context.desk.snapshot(), opening(named));
    },
  });

/** Reads the article and keeps it with what it proposes. */
async function started(raw: string, proposer: Proposer, { desk, view, raw: asked }: Context): Promise<Read<Kept>> {
  if (raw.trim() === "") {
    // It comes next, from a form.
    proposer.ready?.();
    if (asked.values["file"] !== undefined) return no("That file is empty.", "Give a file that has an article in it.");
    return no(
      "No article was given.",
      "Give its text, or a file, as in: /facts propose file:./article.txt",
      [],
      "text",
    );
  }
  const snapshot = await desk.snapshot();
  const read = await proposer.propose(raw, view, rulesOff(snapshot));
  if (!read.ok) return read;
  const { paragraphs, proposals } = read.value;
  if (paragraphs.length === 0)
    return no("No paragraph was found in that.", "Give the article's text, paragraph by paragraph.");
  const batch = { ...read.value, proposals, hashes: await hashesOf(paragraphs), source: "", talks: "" };
  return ok({ ...batch, token: await desk.stash.put(writeBatch(batch)) });
}
