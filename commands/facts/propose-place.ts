import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { refused, type Answer, type Context } from "#core/answer/command.ts";
import { makeForm } from "#core/answer/form.ts";
import type { Kept, Place } from "#core/changes/article-batch.ts";
import { CITING } from "#core/changes/citing.ts";
import { WHERE } from "#core/changes/stated.ts";
import { talksMeant } from "#core/changes/which-talks.ts";
import type { View } from "#core/facts/view.ts";
import { refuse } from "#core/request/refusal.ts";
import { defined } from "#core/text/defined.ts";

/** What a person says once of an article. */
export const PLACE = {
  source: { ...CITING.source, required: false },
  talks: { ...WHERE.talks },
  title: CITING.title,
  address: CITING.address,
  published: CITING.published,
} as const;

type Given = Readonly<Partial<Record<keyof typeof PLACE, string>>>;

export const FORM_TITLE = "Propose facts";

/** What was read, in one line. */
export function opening({ proposals, paragraphs, leftOut, lookedTo }: Kept, at: Told): string {
  const what = leftOut.map((part) => tell(at, `omitted.${part.what}`)).join(", ");
  return [
    tell(at, "proposal.found", { n: proposals.length, paragraphs: paragraphs.length }),
    lookedTo === undefined ? "" : tell(at, "proposal.upTo", { n: lookedTo }),
    leftOut.length === 0 ? "" : tell(at, "proposal.leftOut", { what }),
  ].join("");
}

/** The article and the round that a person named; undefined while one of the two is not known. */
export function placeIn({ source = "", talks, title, address, published }: Given, view: View): Place | undefined {
  const meant = talks ?? talksMeant(view);
  if (source === "" || meant === "") return undefined;
  return { source, talks: meant, ...defined({ title, address, published }) };
}

/** Asks once which article it is that waits under a token, and which round, before it is read. */
export function askPlace(batch: string, title: string | undefined, given: Given, { view, raw }: Context): Answer {
  if (view.talks.all.length === 0)
    return refused(refuse("held", tell(view, "talks.noneYet"), tell(view, "talks.addFirst")));
  // Who has not said whose article it is may mean another round too.
  const talks = given.talks ?? (view.talks.all.length > 1 && (given.source ?? "") === "" ? "" : talksMeant(view));
  const { file: _, ...values } = raw.values;
  const form = makeForm(
    { title: FORM_TITLE, asks: ["source", "talks", "title"] },
    {
      raw: { path: ["facts", "proposals"], values: { ...values, batch } },
      own: { ...PLACE, source: { ...PLACE.source, required: true }, talks: { ...PLACE.talks, required: true } },
      view,
      fields: undefined,
      present: { title: title ?? "", ...(talks === "" ? {} : { talks: view.talks.name(talks) }) },
    },
  );
  return { kind: "form", form };
}
