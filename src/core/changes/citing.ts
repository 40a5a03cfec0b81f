import type { Told } from "#core/messages/tongue.ts";
import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { webAddress } from "#core/request/options/web-address.ts";
import { EXCERPT_MAX, type Article } from "#core/facts/article.ts";
import { ATTRIBUTIONS, STEPS_MAX, type According } from "#core/facts/fact.ts";
import type { Option, Values } from "#core/request/option.ts";
import { day, text, whole } from "#core/request/options/index.ts";
import type { Choice } from "#core/request/choice.ts";
import { no, ok, refuse, type Read } from "#core/request/refusal.ts";
import { articleLabels } from "#core/reply/article-label.ts";
import { shorten } from "#core/text/text.ts";
import {
  describedAlike,
  detailsBeyond,
  haveOneAddress,
  isHeld,
  ofOneOutlet,
  type Described,
} from "#core/facts/same-article.ts";
import { isNearOutlet } from "#core/facts/near-outlet.ts";
import type { View } from "#core/facts/view.ts";
import { defined } from "#core/text/defined.ts";
import type { CitedArticle } from "./article-change.ts";

const address: Option<string, false> = {
  ...text("Its web address, for a new article; never fetched", { max: 2048 }),
  read: webAddress,
};

/** Where a claim rests, as a moderator types it: an article that the desk holds, or a new one by its outlet. */
export const CITING = {
  source: {
    ...text("The article: an outlet or id that is held, or a new outlet", { required: true, max: 100 }),
    complete: (view: View) => [...view.articles.values()].map((a) => ({ label: sourceLabel(a, view), value: a.id })),
  },
  paragraph: whole("The paragraph (or note) that says it, counted from 1", 1, 1000, { required: true }),
  excerpt: text(`The exact words, at most ${EXCERPT_MAX} characters`, { max: EXCERPT_MAX }),
  according: text("Whom the source has it from, such as: according to an agency", { max: 300 }),
  title: text("Its title, for a new article"),
  address,
  published: day("Its day of publication, for a new article"),
} as const;

function sourceLabel(article: Article, view: View): string {
  const outlet = [...view.articles.values()].filter((a) => ofOneOutlet(a, article));
  const [label] = outlet.length < 2 ? [] : articleLabels(outlet, view).filter((_, i) => outlet[i] === article);
  return label === undefined ? article.outlet : `${article.outlet}: ${label}`;
}

export const CITING_NAMES: readonly string[] = Object.keys(CITING);

type Cited = Values<typeof CITING>;

/** The article that the values name, and whether it is new to the desk. `id` is what a new one is called. */
export function citedArticle(values: Cited, view: View, id: string): Read<CitedArticle> {
  const all = [...view.articles.values()];
  const name = values.source.replace(/^new:\s*/iu, "").trim();
  if (name === "") return no(tell(view, "cite.unnamed"), tell(view, "cite.typeNew"), [], "source");
  const marked = /^new:/iu.test(values.source);
  const { title, address, published } = values;
  const detailed = [title, address, published].some((d) => d !== undefined);
  const given = { outlet: name, title, address, published };
  const named = view.articles.get(values.source);
  // An id may be the outlet's name too: then it is the article only where nothing that is given says otherwise.
  const meant = named !== undefined && !(detailed && ofOneOutlet(named, given) && isHeld(named, given) === "other");
  if (meant) return within(view, values.paragraph, named, given);
  const addressed = all.find((a) => haveOneAddress(a, given));
  if (addressed !== undefined)
    return ofOneOutlet(addressed, given)
      ? within(view, values.paragraph, addressed, given)
      : otherOutlet(addressed, name, view);
  const twin = all.find((a) => describedAlike(a, given));
  if (twin !== undefined) return within(view, values.paragraph, twin, given);
  // "new:" means exactly this article, not one that is like it.
  const outlet = all.filter((a) => ofOneOutlet(a, given));
  const alike = marked ? [] : outlet;
  const same = alike.filter((a) => !detailed || isHeld(a, given) === "same");
  const [held] = same;
  if (held !== undefined && same.length === 1) return within(view, values.paragraph, held, given);
  if (same.length > 1) return whichOf(same, view);
  const unsure = alike.filter((a) => isHeld(a, given) === "unsure");
  if (detailed && unsure.length > 0) return whetherOneOf(unsure, view);
  const problem = marked ? undefined : (noSuchId(name, view) ?? (detailed ? undefined : unheld(name, all, view)));
  if (problem !== undefined) return problem;
  const details = defined({ title, address, published });
  const article: Article = { id, outlet: outlet[0]?.outlet ?? name, ...details, held: "text" };
  return ok({ fresh: true, article, ...(outlet.length === 0 ? {} : { besides: outlet }) });
}

function whichOf(articles: readonly Article[], at: Told): Read<never> {
  const labels = articleLabels(articles, at);
  return asked(
    tell(at, "cite.several", { n: articles.length, outlet: articles[0]?.outlet ?? "" }),
    tell(at, "cite.giveOne", { labels: labels.join("; ") }),
    articles.map((a, i) => ({ label: labels[i] ?? a.id, value: a.id })),
  );
}

/** Asks whether an article is one of that day which the desk knows less of. */
function whetherOneOf(articles: readonly Article[], at: Told): Read<never> {
  const [{ id, outlet } = { id: "", outlet: "" }] = articles;
  const labels = articleLabels(articles, at);
  return asked(
    tell(at, "cite.thatDay", { n: articles.length, outlet, labels: labels.join("; ") }),
    tell(at, "cite.isThat", { id, outlet }),
    [
      ...articles.map((a, i) => ({ label: labels[i] ?? a.id, value: a.id })),
      { label: tell(at, "cite.anotherOne"), value: `new: ${outlet}` },
    ],
  );
}

function asked(message: string, hint: string, offers: readonly Choice[]): Read<never> {
  return { ok: false, refusal: { ...refuse("usage", message, hint), field: "source", offers } };
}

function otherOutlet({ outlet }: Article, name: string, at: Told): Read<never> {
  return no(
    tell(at, "cite.ofOther", { outlet, name: shorten(name, 60) }),
    tell(at, "cite.typeOther", { outlet }),
    [],
    "address",
  );
}

/** An article's id that the desk does not hold does not name an outlet. */
function noSuchId(source: string, at: Told): Read<never> | undefined {
  if (!/^a\d+(?:-\d+)?$/iu.test(source)) return undefined;
  return no(tell(at, "cite.noId", { id: source }), tell(at, "cite.typeId"), [], "source");
}

/** Why the typed outlet is not taken for a new one; undefined where it is. */
function unheld(source: string, all: readonly Article[], at: Told): Read<never> | undefined {
  const near = [...new Set(all.filter((a) => isNearOutlet(source, a)).map((a) => a.outlet))].slice(0, 3);
  if (near.length === 0) return undefined;
  const name = shorten(source, 60);
  return no(
    tell(at, "cite.near", { name, near: listedIn(at, near) }),
    tell(at, "cite.typeNear", { name }),
    [],
    "source",
  );
}

function within(at: Told, paragraph: number, article: Article, given: Described): Read<CitedArticle> {
  const beyond = detailsBeyond(article, given);
  const untaken = Object.fromEntries(beyond.map((name) => [name, given[name]]));
  if (article.paragraphs === undefined || paragraph <= article.paragraphs)
    return ok({ article, fresh: false, ...(beyond.length === 0 ? {} : { untaken }) });
  const { outlet, paragraphs: n } = article;
  return no(
    tell(at, article.held === "text" ? "cite.paragraphs" : "cite.notes", { outlet, n, typed: paragraph }),
    tell(at, "value.number", { min: 1, most: n }),
    [],
    "paragraph",
  );
}

const WAYS = ATTRIBUTIONS.join("|");
const STEP = new RegExp(String.raw`^(${WAYS})\s+(.+)$`, "iu");
const NEXT_STEP = new RegExp(String.raw`,?\s+(?:and\s+|as\s+(?=confirmed))?(?=(?:${WAYS})\s)`, "iu");

/**
 * `confirmed by the ministry` → how and who; words without one of the three ways are `according to`. `according to an
 * agency, as told by the ministry` → two steps. What would be a step too many stays in the words of the last one.
 */
export function readAccording(words: string | undefined): readonly According[] | undefined {
  if (words === undefined) return undefined;
  const steps: string[] = [];
  let rest = words.trim();
  for (let next = NEXT_STEP.exec(rest); next !== null && steps.length < STEPS_MAX - 1; next = NEXT_STEP.exec(rest)) {
    steps.push(rest.slice(0, next.index));
    rest = rest.slice(next.index + next[0].length);
  }
  return [...steps, rest].map(stepOf);
}

function stepOf(words: string): According {
  const [, how, who] = STEP.exec(words) ?? [];
  if (how === undefined || who === undefined) return { how: "according to", who: words };
  return { how: how.toLowerCase() as According["how"], who };
}
