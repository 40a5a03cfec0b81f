import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { refused, type Answer, type Context } from "#core/answer/command.ts";
import { makeForm } from "#core/answer/form.ts";
import type { Kept, Place } from "#core/changes/article-batch.ts";
import { CITING } from "#core/changes/citing.ts";
import { WHERE } from "#core/changes/stated.ts";
import { talksProblem } from "#core/changes/which-talks.ts";
import type { View } from "#core/facts/view.ts";
import { talks } from "#core/request/options/index.ts";
import { defined } from "#core/text/defined.ts";

/** What a person says once of an article. The round is never guessed: an article tells of any. */
export const PLACE = {
  source: { ...CITING.source, required: false },
  talks: {
    ...talks("Which round of talks the article is about"),
    complete: (view: View) => (WHERE.talks.complete?.(view) ?? []).toReversed(),
  },
  title: CITING.title,
  address: CITING.address,
  published: CITING.published,
} as const;

/** Both are needed; the round is picked from the desk's, where it holds any. */
export const ASKED = {
  menus: ["talks"],
  ahead: (_: unknown, { view }: { readonly view: View }) => ({ source: true, talks: view.talks.all.length > 0 }),
  skips: (_: unknown, { view }: { readonly view: View }) => (view.talks.all.length > 0 ? [] : ["talks"]),
};

export type Given = Readonly<Partial<Record<keyof typeof PLACE, string>>>;

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
export function placeIn({ source = "", talks = "", title, address, published }: Given): Place | undefined {
  if (source === "" || talks === "") return undefined;
  return { source, talks, ...defined({ title, address, published }) };
}

/**
 * Asks once which article it is that waits under a token, and which round, before anything else is done with it.
 * `stands`: what is known of it. `note`: why it is asked again.
 */
export function askPlace(batch: string, stands: Given, given: Given, { view, raw }: Context, note?: string): Answer {
  const { file: _, text: __, ...values } = raw.values;
  const [only, ...more] = view.talks.all;
  const round = more.length === 0 && only !== undefined ? { talks: only.id } : {};
  const known = { ...round, ...stands, ...given };
  const said = defined({ source: known.source, talks: known.talks, title: known.title });
  const next = { path: ["facts", "proposals"], values: { ...values, ...said, batch } };
  const none = only === undefined ? talksProblem("", view, next) : undefined;
  if (none !== undefined) return refused(none);
  const form = makeForm(
    { title: FORM_TITLE, asks: ["source", "talks", "title"], ...ASKED },
    { raw: next, own: PLACE, view, fields: undefined, present: {}, note },
  );
  return { kind: "form", form };
}
