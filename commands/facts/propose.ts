import { defineCommand, refused } from "#core/answer/command.ts";
import { writeBatch } from "#core/changes/article-batch.ts";
import { ARTICLE_MAX, type Proposer } from "#core/propose/proposer.ts";
import { file, text } from "#core/request/options/index.ts";
import type { Option } from "#core/request/option.ts";
import { articleText } from "#core/propose/reading/article-text.ts";
import { no, ok, refuse, type Refusal } from "#core/request/refusal.ts";
import { lookThrough } from "./look-through.ts";
import { askPlace, FORM_TITLE, PLACE, placeIn } from "./propose-place.ts";

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
    form: { title: FORM_TITLE, asks: ["file", "source", "talks"], fields: () => TEXT },
    standing: ["talks", "source"],
    ready: () => proposer.ready?.(),
    async answer(values, context) {
      const { desk, view, raw } = context;
      const came = values.file ?? `${context.fields["text"] ?? ""}`;
      if (came.trim() === "") {
        // It comes next, from a form.
        proposer.ready?.();
        return refused(missing(raw.values["file"] !== undefined));
      }
      const place = placeIn(values, view);
      if (place !== undefined) return lookThrough(came, place, undefined, proposer, context);
      // It is read once somebody has said which article it is: a form opens for three seconds only.
      proposer.ready?.();
      const title = came.length > PASTED_MAX || came.includes("<") ? undefined : articleText(came).title;
      return askPlace(await desk.stash.put(writeBatch({ unread: came, title })), title, values, context);
    },
  });

function missing(empty: boolean): Refusal {
  return empty
    ? refuse("usage", "That file is empty.", "Give a file that has an article in it.")
    : {
        ...refuse(
          "usage",
          "No article was given.",
          "Give its text, or a file, as in: /facts propose file:./article.txt",
        ),
        field: "text",
      };
}
