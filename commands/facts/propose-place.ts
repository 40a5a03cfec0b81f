import { refused, type Answer, type Context } from "#core/answer/command.ts";
import { makeForm } from "#core/answer/form.ts";
import { writeBatch, type Kept } from "#core/changes/article-batch.ts";
import { CITING } from "#core/changes/citing.ts";
import { WHERE } from "#core/changes/stated.ts";
import { talksMeant } from "#core/changes/which-talks.ts";
import type { RawCall } from "#core/request/call.ts";
import { refuse } from "#core/request/refusal.ts";
import { defined } from "#core/text/defined.ts";
import { count, shorten } from "#core/text/text.ts";

/** What a person says once of an article. */
export const PLACE = {
  source: { ...CITING.source, required: false },
  talks: { ...WHERE.talks },
  title: CITING.title,
  address: CITING.address,
  published: CITING.published,
} as const;

export const FORM_TITLE = "Propose facts";

/** What was read, in one line. */
export function opening({ proposals, paragraphs, leftOut, lookedTo }: Kept): string {
  const out = leftOut.length === 0 ? "" : ` Left out: ${leftOut.map((part) => part.what).join(", ")}.`;
  const short = lookedTo === undefined ? "" : ` The text is long: facts were looked for up to ¶${lookedTo}.`;
  return `${count(proposals.length, "proposal")} in ${count(paragraphs.length, "paragraph")}.${short}${out}`;
}

/**
 * The batch with the article and the round that a person named for it, once for all; a form or a question where one is
 * not known yet.
 */
export async function withPlace(
  batch: Kept,
  given: Readonly<Partial<Record<"source" | "talks" | "title" | "address" | "published", string>>>,
  { desk, view, raw, now }: Context,
): Promise<Kept | Answer> {
  const source = batch.source === "" ? (given.source ?? "") : batch.source;
  const meant = batch.talks === "" ? (given.talks ?? talksMeant(view)) : batch.talks;
  const asked = batch.source === "" && given.talks === undefined && view.talks.all.length > 1 ? "" : meant;
  const named: Kept = {
    ...batch,
    source,
    talks: asked,
    ...defined({
      title: given.title ?? batch.title,
      address: given.address ?? batch.address,
      published: given.published ?? batch.published,
    }),
  };
  if (source === "" || asked === "") {
    if (view.talks.all.length === 0)
      return refused(
        refuse("held", "The desk has no talks yet.", "Add a negotiation and its talks first: /desk talks-add."),
      );
    const values = { ...without(raw.values), batch: batch.token };
    const form = makeForm(
      { title: FORM_TITLE, asks: ["source", "talks", "title"] },
      {
        raw: { path: ["facts", "proposals"], values },
        own: { ...PLACE, source: { ...PLACE.source, required: true }, talks: { ...PLACE.talks, required: true } },
        view,
        fields: undefined,
        present: { title: batch.title ?? "", ...(meant === "" ? {} : { talks: view.talks.name(meant) }) },
        note: shorten(opening(batch), 300),
      },
    );
    return { kind: "form", form };
  }
  if (named.source !== batch.source || named.talks !== batch.talks) {
    const { token, ...content } = named;
    await desk.stash.keep(token, writeBatch(content), now.add({ hours: 24 }));
  }
  return named;
}

/** The values of a call without the text, which is kept. */
function without(values: RawCall["values"]): RawCall["values"] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== "file" && name !== "text"));
}
