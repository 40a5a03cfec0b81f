import { apart, restedNow, wasNow } from "./was-now.ts";
import { tell } from "#core/messages/tell.ts";
import { listedIn } from "#core/messages/lists.ts";
import { BOTH } from "#core/facts/sides.ts";
import { call, undoIn, type RawCall } from "#core/request/call.ts";
import { answered, defineCommand, type Answer, type Context } from "#core/answer/command.ts";
import { authorOf, refusing, type Snapshot } from "#core/desk/desk.ts";
import { changedSince, planCorrect } from "#core/changes/correct.ts";
import {
  ARTICLE_PARTS,
  findArticle,
  planCorrectArticle,
  type ArticleCorrection,
} from "#core/changes/correct-article.ts";
import { CITING } from "#core/changes/citing.ts";
import { findToChange } from "#core/changes/fact-state.ts";
import { findFact } from "#core/changes/find-fact.ts";
import { citationsMeant } from "#core/changes/mend.ts";
import { WHERE } from "#core/changes/stated.ts";
import { messagesNote } from "./messages-note.ts";
import { misplaced } from "./misplaced.ts";
import { FACT_ID, factShown } from "./fact-options.ts";
import { articleNote } from "./article-note.ts";
import { changed, changeFact, shown } from "./changed.ts";
import { planJoinInto } from "#core/changes/join-into.ts";
import { text, whole } from "#core/request/options/index.ts";
import { ok } from "#core/request/refusal.ts";
import { buttons, heading, list, paragraph, reply, strong, text as words } from "#core/reply/reply.ts";
import { accordingTo } from "#core/reply/citation.ts";
import { restsOn } from "#core/reply/fact-blocks.ts";
import { SLOTS } from "#core/slots/index.ts";
import { statement } from "#core/reply/statement.ts";
import type { Article } from "#core/facts/article.ts";
import type { Claim, Fact } from "#core/facts/fact.ts";
import type { Options } from "#core/request/option.ts";

const { excerpt, according, published, title, address } = CITING;

const REASON = text("Why, for the history", { max: 300 });
const OF = text("Which citation, if a fact has several: an outlet, or an outlet and its paragraph", { max: 150 });
const source = {
  ...CITING.source,
  required: false,
  about: "The right article, if the citation named a wrong one",
} as const;
const cited = { ...CITING.paragraph, required: false } as const;

const OF_ARTICLE = {
  outlet: text("The article's right outlet", { max: 100 }),
  title: { ...title, about: "The article's title" },
  address: { ...address, about: "The article's web address; Talks never fetches it" },
  published: { ...published, about: "The article's day of publication" },
  language: text("The article's language, as a tag such as en or tr", { max: 20 }),
} as const;

export const correct = defineCommand({
  path: ["facts", "correct"],
  about: "Correct a fact, its citation or an article; the old state stays in the history",
  tier: "moderator",
  options: {
    id: FACT_ID,
    reason: REASON,
    of: OF,
    talks: { ...WHERE.talks, about: "The right round, if it was filed under a wrong one" },
    side: { ...WHERE.side, about: "The right side, if it was filed under a wrong one" },
    source,
    paragraph: cited,
    excerpt,
    according,
    join: text("A fact that says the same in other words; the two become one fact", { max: 60 }),
    ...OF_ARTICLE,
    seen: whole("The revision that you saw, so that no later change is lost", 0, 999_999_999),
  },
  example: '{duration} stated:"5 hours 30 minutes" reason:"as in the source"',
  form: {
    title: "Correct a fact",
    asks: [],
    about: factShown,
    fields(values, at) {
      if (values["join"] !== undefined) return {};
      if (findArticle(values["id"] ?? "", at) !== undefined) return { ...OF_ARTICLE, reason: REASON };
      const fact = findFact(values["id"] ?? "", at);
      if (!fact.ok) return undefined;
      const cites = citationFields(fact.value, values);
      // Whose words stand in the form is known once it is known which citation is meant.
      return { ...("of" in cites ? {} : SLOTS[fact.value.slot].fields), reason: REASON, ...cites };
    },
    present(values, at) {
      if (values["id"] === undefined) return ok({});
      const unfit = misplaced(values, at);
      if (unfit !== undefined) return { ok: false, refusal: unfit };
      if (values["join"] !== undefined) return ok({});
      const article = findArticle(values["id"], at);
      if (article !== undefined) return ok(textsOf(article));
      const fact = findFact(values["id"], at);
      if (!fact.ok) return fact;
      // What stands in the form is what that source says: another one's words would be sent back as its.
      const meant = values["of"] === undefined ? undefined : claimMeant(fact.value, values, at);
      const { fields, as } = meant ?? fact.value.claims[0];
      const held = Object.entries(fields).map(([name, value]) => [name, as[name] ?? String(value)] as const);
      const asksWhich = "of" in citationFields(fact.value, values);
      return ok({
        ...(asksWhich ? {} : Object.fromEntries(held)),
        ...(Object.keys(citationFields(fact.value, values)).length === 0 ? {} : citationHeld(fact.value, values, at)),
        seen: String(fact.value.revision),
      });
    },
    note: messagesNote,
  },
  async answer(values, context) {
    const { join } = values;
    if (join !== undefined)
      return changeFact(context, values.id, "Joined", (fact, snapshot) =>
        planJoinInto(fact, join, context.asker.tier, snapshot),
      );
    const article = findArticle(values.id, await context.desk.snapshot());
    return article === undefined ? correctFact(values, context) : correctArticle(article, values, context);
  },
});

/** What the form asks of a citation, if one was named or is being corrected. */
function citationFields(fact: Fact, values: RawCall["values"]): Options {
  const mended = ["source", "paragraph", "excerpt", "according"].some((name) => values[name] !== undefined);
  if (values["of"] === undefined && !mended) return {};
  if (values["of"] === undefined && fact.claims.length > 1)
    return { of: { ...OF, required: true }, paragraph: cited, according };
  const side = SLOTS[fact.slot].sided === "never" ? {} : { side: WHERE.side };
  return { paragraph: cited, according, ...side, talks: WHERE.talks };
}

/** The one claim that a correction is about; undefined where it does not say which. */
function claimMeant(fact: Fact, values: RawCall["values"], at: Snapshot): Claim | undefined {
  const meant = citationsMeant(fact, { of: values["of"], citing: { paragraph: 1 } }, at);
  return meant.ok ? fact.claims[meant.value[0] ?? 0] : undefined;
}

function citationHeld(fact: Fact, values: RawCall["values"], at: Snapshot): Readonly<Record<string, string>> {
  const { view } = at;
  const claim = claimMeant(fact, values, at);
  if (claim === undefined) return {};
  return {
    paragraph: String(claim.citation.paragraph),
    talks: view.talks.name(claim.talks),
    ...(claim.according === undefined ? {} : { according: accordingTo(claim.according) }),
    ...(claim.side === undefined ? {} : { side: claim.side === BOTH.id ? BOTH.id : view.parties.name(claim.side) }),
  };
}

function textsOf(article: Article): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ARTICLE_PARTS.flatMap((name) => (article[name] === undefined ? [] : [[name, article[name]]])),
  );
}

interface Given extends ArticleCorrection {
  readonly id: string;
  readonly reason?: string;
  readonly of?: string;
  readonly talks?: string;
  readonly side?: string;
  readonly source?: string;
  readonly paragraph?: number;
  readonly excerpt?: string;
  readonly according?: string;
  readonly seen?: number;
}

async function correctFact(values: Given, { asker, desk, fields, raw }: Context): Promise<Answer> {
  const by = authorOf(asker);
  const outcome = await desk.change(by, (snapshot) => {
    const fact = findToChange(values.id, asker.tier, snapshot);
    if (!fact.ok) return refusing(fact.refusal);
    const conflict = changedSince(fact.value, values.seen, by, snapshot);
    if (conflict !== undefined) {
      const again = call(raw.path, { ...raw.values, seen: String(fact.value.revision) });
      return refusing({ ...conflict, again });
    }
    const names = Object.keys(SLOTS[fact.value.slot].fields);
    const own = Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
    const { of, talks, side, reason, source, paragraph: cites, excerpt, according } = values;
    const { title, address, published } = values;
    // Without another article, these are of the one that is cited: see `misplaced`.
    const described = source === undefined ? {} : { title, address, published };
    const citing = { source, paragraph: cites, excerpt, according, ...described };
    return planCorrect(fact.value, { fields: own, typed: raw.values, of, talks, side, reason, citing }, snapshot);
  });
  return changed(outcome, ({ id, was, wasAt, split, moved, cited }, now) => {
    const found = findFact(id, now);
    if (!found.ok) return shown(tell(now.view, "changed.Corrected"), id, now);
    const fact = found.value;
    const talks = now.view.talks.name(fact.talks);
    const told = [
      ...wasNow(was, statement(fact, now.view), now.view),
      ...(wasAt.talks === fact.talks ? [] : wasNow(now.view.talks.name(wasAt.talks), talks, now.view)),
      ...(moved === undefined ? restedNow(wasAt.rests, restsOn(fact, now.view), now.view) : apart(moved, now)),
      ...(split === undefined
        ? []
        : [
            paragraph(
              words(tell(now.view, "changed.worded", { outlets: split.outlets, ids: listedIn(now.view, split.ids) })),
            ),
          ]),
    ];
    const title = tell(now.view, "changed.correctedIn", { round: talks });
    return shown(title, id, now, told, articleNote(cited, now.view));
  });
}

async function correctArticle(article: Article, values: Given, { asker, desk, view }: Context): Promise<Answer> {
  const { outlet, title, address, published, language, reason } = values;
  const given = { outlet, title, address, published, language } as ArticleCorrection;
  const outcome = await desk.change(authorOf(asker), (snapshot) => {
    const now = snapshot.view.articles.get(article.id) ?? article;
    return planCorrectArticle(now, given, reason, snapshot.view);
  });
  const none = tell(view, "changed.none");
  return changed(outcome, (after) =>
    answered(
      reply(tell(view, "changed.article", { outlet: after.outlet }), [
        heading(tell(view, "changed.articleTitle", { outlet: after.outlet })),
        list(
          ...ARTICLE_PARTS.flatMap((name) =>
            after[name] === article[name]
              ? []
              : [[strong(`${name}: `), words(`${article[name] ?? none} → ${after[name] ?? none}`)]],
          ),
        ),
        buttons(undoIn(view)),
      ]),
    ),
  );
}
