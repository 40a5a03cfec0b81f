import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { defineCommand, refused } from "#core/answer/command.ts";
import { TEXT_LASTS, writeBatch } from "#core/changes/article-batch.ts";
import { ARTICLE_MAX, type Proposer } from "#core/propose/proposer.ts";
import { file, text } from "#core/request/options/index.ts";
import type { Option } from "#core/request/option.ts";
import { articleText } from "#core/propose/reading/article-text.ts";
import { no, ok, refuse, type Refusal } from "#core/request/refusal.ts";
import { defined } from "#core/text/defined.ts";
import { lookThrough } from "./look-through.ts";
import { ASKED, askPlace, FORM_TITLE, PLACE, placeIn } from "./propose-place.ts";

// A form takes three boxes of 4,000 characters on Discord, and four of 3,000 on Slack.
const PASTED_MAX = 12_000;

/** A pasted article: its line ends are its paragraphs. */
const pasted: Option<string, false> = {
  ...text("The article's text, with an empty line between paragraphs", { max: PASTED_MAX }),
  type: "long",
  read: (raw, names) =>
    raw.length > PASTED_MAX
      ? no(tell(names, "value.long", { n: raw.length, max: PASTED_MAX }), tell(names, "article.asFile"))
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
    form: {
      title: FORM_TITLE,
      asks: ["file", "source", "talks"],
      ...ASKED,
      skips: (values, at) => [...ASKED.skips(values, at), ...((values["file"] ?? "") === "" ? [] : ["text"])],
      fields: () => TEXT,
    },
    standing: ["talks", "source"],
    brief: true,
    ready: () => proposer.ready?.(),
    async answer(values, context) {
      const { desk, view, raw, now } = context;
      const came = values.file ?? `${context.fields["text"] ?? ""}`;
      if (came.trim() === "") {
        // It comes next, from a form.
        proposer.ready?.();
        return refused(missing(raw.values["file"] !== undefined, view));
      }
      const place = placeIn(values);
      if (place !== undefined) return lookThrough({ unread: came }, place, undefined, proposer, context);
      // It is read once somebody has said which article it is: a form opens for three seconds only.
      proposer.ready?.();
      const title = came.length > PASTED_MAX || came.includes("<") ? undefined : articleText(came).title;
      const waiting = { unread: came, until: now.add(TEXT_LASTS).toString(), ...defined({ title }) };
      const token = await desk.stash.put(writeBatch(waiting));
      return askPlace(token, waiting, values, context);
    },
  });

function missing(empty: boolean, at: Told): Refusal {
  return empty
    ? refuse("usage", tell(at, "article.emptyFile"), tell(at, "article.giveFile"))
    : { ...refuse("usage", tell(at, "article.none"), tell(at, "article.give")), field: "text" };
}
