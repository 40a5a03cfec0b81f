import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { dayIn } from "#core/messages/words.ts";
import { ask, type Button } from "#core/request/call.ts";
import type { Choice } from "#core/request/choice.ts";
import { outletKey } from "#core/values/outlet.ts";
import { answered, defineCommand } from "#core/answer/command.ts";
import type { Article } from "#core/facts/article.ts";
import { isNearOutlet } from "#core/facts/near-outlet.ts";
import { ofOneOutlet } from "#core/facts/same-article.ts";
import { articleLabels } from "#core/reply/article-label.ts";
import { text } from "#core/request/options/index.ts";
import { live, type Fact } from "#core/facts/fact.ts";
import { quoted } from "#core/reply/fact-blocks.ts";
import { grouped, nothing, READS } from "./read.ts";
import { roundsMeant } from "./rounds-meant.ts";
import {
  buttons,
  idCode,
  heading,
  list,
  paragraph,
  reply,
  strong,
  text as words,
  type Block,
  type Inline,
} from "#core/reply/reply.ts";
import { talksSaid } from "#core/reply/talks-said.ts";
import { labelOf } from "#core/slots/label.ts";
import { shorten } from "#core/text/text.ts";
import { tableBlocks, type Row } from "#core/reply/table.ts";
import type { View } from "#core/facts/view.ts";

const OUTLET_MAX = 100;

export const sources = defineCommand({
  path: ["talks", "sources"],
  about: "The articles that the desk's facts rest on, or all that one outlet says",
  tier: "reader",
  options: {
    outlet: {
      ...text("One outlet: everything it says", { words: true, max: OUTLET_MAX }),
      complete: (view) => {
        const all = [...view.articles.values()];
        return [...outletsOf(all), ...articlesApart(all, view).map(({ choice }) => choice)];
      },
    },
    ...READS,
  },
  example: "{outlet}",
  repeats: true,
  async answer(values, context) {
    const { view } = context;
    const all = [...view.articles.values()];
    const meant = roundsMeant(values.talks, { view })?.map((t) => t.id);
    const cited = view.facts.filter((f) => live(f) && meant?.includes(f.talks) !== false);
    if (values.outlet === undefined) {
      const telling = new Set(cited.flatMap((f) => f.claims.map((c) => c.citation.article)));
      const own = values.talks === undefined ? all : all.filter((a) => telling.has(a.id));
      const count = { n: own.length, outlets: outletsOf(own).length };
      const held =
        values.talks === undefined
          ? tell(view, "sources.held", count)
          : tell(view, "sources.of", {
              ...count,
              round: view.talks.get(values.talks)?.name ?? view.negotiations.name(values.talks),
            });
      return answered(
        reply(held, [
          heading(held),
          ...articleTable(own, view),
          paragraph(words(tell(view, "sources.marks"))),
          buttons(...outletsOf(own).slice(0, 5).map(button)),
        ]),
      );
    }
    const typed = values.outlet;
    const near = all.filter((a) => isNearOutlet(typed, a));
    const outlet = all.filter((a) => ofOneOutlet(a, { outlet: typed }));
    const one =
      articlesApart(all, view).find(({ choice }) => choice.value === typed)?.article ?? view.articles.get(typed);
    // An id that is its outlet's name too means the outlet.
    const exact = one === undefined || outlet.includes(one) ? outlet : [one];
    const named = exact.length > 0 || outletsOf(near).length > 1 ? exact : near;
    if (named.length === 0) {
      const offers = outletsOf(near.length > 0 ? near : all)
        .slice(0, 5)
        .map(button);
      return nothing(context, tell(view, "sources.outlet", { typed: values.outlet }), offers);
    }
    const ids = new Set(named.map((a) => a.id));
    const facts = cited.flatMap((f) => saidBy(f, ids));
    const bare = cited.filter((f) => f.claims.some((c) => c.bare === true && ids.has(c.citation.article)));
    const outletName = shorten(named[0]?.outlet ?? "", 80);
    const said = { outlet: outletName, n: facts.length, articles: named.length };
    const line =
      bare.length === 0
        ? tell(view, "sources.says", said)
        : facts.length === 0
          ? tell(view, "sources.cited", { outlet: outletName, n: bare.length })
          : tell(view, "sources.saysAndCited", { ...said, more: bare.length });
    return answered(
      reply(
        line,
        [
          heading(line),
          ...articleTable(named, view),
          ...(facts.length === 0 ? [] : [paragraph(words(tell(view, "sources.own")))]),
          ...[...Map.groupBy(facts, (f) => f.talks)].flatMap(([t, some]) => [
            heading(talksSaid(t, view)),
            ...grouped(some, view, true, true),
          ]),
          ...(bare.length === 0
            ? []
            : [
                heading(tell(view, "sources.bare")),
                list(
                  ...bare.map((f) => [
                    idCode(f.id),
                    words(`, ${labelOf(f.claims[0], view)}, ${view.talks.name(f.talks)}`),
                  ]),
                ),
              ]),
          ...(named.length < 2 ? [] : [buttons(...articlesApart(named, view).slice(0, 5).map(articleButton))]),
        ],
        facts.map((f) => quoted(f, view)),
      ),
    );
  },
});

/** Each outlet once. */
function outletsOf(articles: readonly Article[]): readonly Choice[] {
  const outlets = new Map(articles.map((a) => [outletKey(a.outlet), a.outlet]));
  return [...outlets.values()].map((outlet) => ({ label: outlet, value: outlet }));
}

interface ArticleApart {
  readonly article: Article;
  /** What tells it from the others of its outlet. */
  readonly label: string;
  readonly choice: Choice;
}

/**
 * The articles of outlets that have several, each with what is typed for it alone: `The Gazette: Talks end, 10 April
 * 2025`.
 */
function articlesApart(articles: readonly Article[], at: Told): readonly ArticleApart[] {
  return [...Map.groupBy(articles, (a) => outletKey(a.outlet)).values()].flatMap((some) => {
    if (some.length < 2) return [];
    const labels = articleLabels(some, at);
    return some.map((article, i) => {
      const label = labels[i] ?? article.id;
      const whole = `${article.outlet}: ${label}`;
      return { article, label, choice: { label: whole, value: whole.length > OUTLET_MAX ? article.id : whole } };
    });
  });
}

function articleButton({ label, choice: { value } }: ArticleApart): Button {
  return button({ label, value });
}

function button({ label, value }: Choice): Button {
  return { label, call: ask("sources", { outlet: value }) };
}

/**
 * What these articles alone say of a fact: under an outlet's name stand its own words, not those of others who agree.
 */
function saidBy(fact: Fact, articles: ReadonlySet<string>): readonly Fact[] {
  const [first, ...rest] = fact.claims.filter((c) => c.bare === undefined && articles.has(c.citation.article));
  return first === undefined ? [] : [{ ...fact, claims: [first, ...rest] }];
}

function articleTable(articles: readonly Article[], view: View): readonly Block[] {
  const rows = articles.map((article): Row => {
    const { outletKind, published } = article;
    const facts = view.facts.filter((f) => live(f) && f.claims.some((c) => c.citation.article === article.id)).length;
    const cells = [
      [strong(article.outlet), ...(outletKind === undefined ? [] : [words(`, ${outletKind}`)])],
      published === undefined ? tell(view, "sources.noDay") : dayIn(view, published),
      `${facts}`,
      readAs(article, view),
      titleOf(article),
    ];
    return { cells, of: [] };
  });
  const columns = ["column.outlet", "column.published", "column.facts", "column.held", "column.article"] as const;
  const head = columns.map((id) => tell(view, id));
  return tableBlocks("", head, rows);
}

function readAs({ paragraphs: n, held }: Article, view: View): string {
  if (n === undefined) return "";
  return tell(view, held === "text" ? "sources.paragraphs" : "sources.notes", { n });
}

function titleOf({ title, address }: Article): readonly Inline[] {
  if (address === undefined) return title === undefined ? [] : [words(title)];
  return [{ kind: "link", text: title ?? address, href: address }];
}
