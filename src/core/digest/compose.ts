import { ask, call } from "#core/request/call.ts";
import type { Snapshot, WholeSnapshot } from "#core/desk/desk.ts";
import { factSubject } from "#core/desk/subject.ts";
import { live, type Fact } from "#core/facts/fact.ts";
import { waiting } from "#core/changes/suggestion.ts";
import { quoted } from "#core/reply/fact-blocks.ts";
import { TIMED, timed, timelinePicture } from "#core/reply/timeline-table.ts";
import {
  buttons,
  heading,
  list,
  paragraph,
  reply,
  strong,
  text,
  type Block,
  type Inline,
  type Quoted,
  toldIn,
  type Reply,
} from "#core/reply/reply.ts";
import { statement } from "#core/reply/statement.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told, Tongue } from "#core/messages/tongue.ts";
import { inTongue, plainView, rounds, type View } from "#core/facts/view.ts";
import { headline, newsCount, question } from "./headline.ts";
import { tongueOfDigest } from "./language.ts";
import { besideHeadline, correctionLine, factLine, leftLine, restingLine, suggestionLine } from "./news-lines.ts";
import { isRetraction, newsSince, type Correction, type News } from "./news.ts";
import { inScope } from "./scope.ts";
import { sinceNow } from "./since.ts";
import { stateOf } from "./state.ts";
import type { Since, Topics, Wants } from "./subscription.ts";

/** A digest to post, or nothing to say; either way the next one starts from `upTo`. */
export type Composed =
  | { readonly kind: "say"; readonly reply: Reply; readonly upTo: Since }
  | { readonly kind: "nothing"; readonly upTo: Since };

// A platform cuts a long reply between blocks.
const LINES = 10;
/** Most rounds in one picture: the latest ones. */
const PICTURED = 4;

/**
 * A digest of what changed on a desk since the last one. Pure: the preview and the post are the same to the character.
 * `missed`: how many earlier instants passed without a digest because Talks was not running. Its language is read
 * before, by `readyFor`; else it is English.
 */
export function compose(given: WholeSnapshot, wants: Wants, since: Since, missed = 0): Composed {
  const at = inEnglish(given);
  const upTo = sinceNow(at);
  const news = chosen(newsSince(at, since), wants, at.view);
  if (newsCount(news) === 0 && wants.quiet) return { kind: "nothing", upTo };
  const tongue = tongueOfDigest(wants);
  const view = inTongue(at.view, tongue);
  const told = newsCount(news) === 0 ? nothingNew(view) : toldNews(news, at, tongue);
  // Where the talks stand has a picture of its own.
  const changed = wants.form === "state" ? [] : timeChanged(news, view);
  const late = missed === 0 ? [] : [paragraph(text(tell(view, "digest.late", { n: missed })))];
  const { mention } = wants;
  const state = wants.form === "state" ? stateOf(view, wants.topics) : { blocks: [], facts: [] };
  const whole = {
    ...told,
    blocks: [...told.blocks, ...late, ...changed, ...state.blocks, buttons(...after(news, view))],
    facts: once([...told.facts, ...state.facts.map((f) => quoted(f, view))]),
  };
  return {
    kind: "say",
    reply: toldIn(
      mention === undefined ? whole : { ...whole, mention: { kind: mention.kind, id: mention.id } },
      tongue,
    ),
    upTo,
  };
}

/** The same for a person who follows some topics: only news about any of them, with the button that ends it. */
export function composeFollowed(given: WholeSnapshot, topics: Topics, since: Since, tongue?: Tongue): Composed {
  const at = inEnglish(given);
  const upTo = sinceNow(at);
  const news = { ...inScope(newsSince(at, since), topics, at.view), suggestions: [] };
  if (newsCount(news) === 0) return { kind: "nothing", upTo };
  const told = toldNews(news, at, tongue);
  const label = tell({ tongue }, "digest.stop");
  const stop = buttons({ label, call: call(["talks", "unfollow"], { topic: "everything" }) });
  return { kind: "say", reply: toldIn({ ...told, blocks: [...told.blocks, stop] }, tongue), upTo };
}

/** What changed is the same in every language. */
function inEnglish(at: WholeSnapshot): WholeSnapshot {
  return { ...at, view: plainView(at.view) };
}

/** The timeline of each round whose day, length or course changed, as it stands now. The words above say the same. */
function timeChanged({ corrections, opened, settled, fresh, resting }: News, view: View): readonly Block[] {
  const touched = [
    ...corrections.flatMap(({ was, is }) => [was, ...(is === undefined ? [] : [is])]),
    ...opened.flatMap((d) => d.facts),
    ...settled.flatMap((s) => s.left),
    ...fresh,
    ...resting.map((r) => r.fact),
  ].filter((f) => TIMED.includes(f.slot));
  const held = timed(
    rounds(view)
      .filter((round) => touched.some((f) => f.talks === round.id))
      .slice(-PICTURED),
    view,
  );
  return timelinePicture(held, view);
}

function chosen(news: News, { topics, suggestions }: Wants, names: View): News {
  const about = inScope(news, topics, names);
  return suggestions ? about : { ...about, suggestions: [] };
}

function nothingNew(view: View): Reply {
  const line = tell(view, "digest.nothing", { n: view.articles.size });
  return reply(line, [paragraph(text(line))]);
}

function toldNews(found: News, at: Snapshot, tongue: Tongue | undefined): Reply {
  const view = inTongue(at.view, tongue);
  const news = { ...found, before: inTongue(found.before, tongue) };
  // A new fact that opens a disagreement is told there, beside what it differs from.
  const inDispute = new Set(news.opened.flatMap((d) => d.facts.map((f) => f.id)));
  const fresh = news.fresh.filter((f) => !inDispute.has(f.id));
  const why = (fact: Fact): string | undefined => at.own.last(factSubject(fact.id))?.why;
  const gone = news.corrections.filter(isRetraction);
  const rest = news.corrections.filter((c) => !isRetraction(c));
  const corrected = (c: Correction) => correctionLine(c, news.before, view, why(c.was));
  const line = headline({ ...news, corrections: [...gone, ...rest], fresh }, view);
  const told = [
    ...news.corrections.flatMap(({ is }) => (is !== undefined && live(is) ? [is] : [])),
    ...news.opened.flatMap((d) => d.facts),
    ...news.settled.flatMap((s) => s.left),
    ...fresh,
    ...news.resting.map((r) => r.fact),
  ];
  const sole = soleFact(news);
  if (sole !== undefined && line.includes(statement(sole.fact, sole.gone ? news.before : view))) {
    const because = sole.gone ? news.corrections[0]?.is?.retracted : why(sole.fact);
    const below = besideHeadline(sole.fact, sole.gone ? news.before : view, because);
    return reply(line, [heading(line), paragraph(...below)], sole.gone ? [] : [quoted(sole.fact, view)]);
  }
  return reply(
    line,
    [
      heading(line),
      ...part(tell(view, "digest.retractions"), gone.map(corrected)),
      ...part(tell(view, "digest.corrections"), rest.map(corrected)),
      ...news.opened.flatMap((d) =>
        part(
          tell(view, "digest.differ", { what: question(d, view) }),
          d.facts.map((f) => factLine(f, view)),
        ),
      ),
      ...news.settled.flatMap(({ was, left }) =>
        part(
          tell(view, "digest.over", { what: question(was, view) }),
          left.length === 0 ? [[text(tell(view, "digest.noSide"))]] : left.map((f) => leftLine(f, view)),
        ),
      ),
      ...byTalks(fresh, view).flatMap(([talks, facts]) =>
        part(
          tell(view, "digest.fresh", { what: view.talks.name(talks) }),
          facts.map((f) => factLine(f, view)),
        ),
      ),
      ...part(
        tell(view, "digest.sources"),
        news.resting.map((r) => restingLine(r, view)),
      ),
      ...part(
        tell(view, "digest.suggestions", { n: waiting(at).length }),
        news.suggestions.map((one) => suggestionLine(one, view)),
      ),
    ],
    once(told.map((f) => quoted(f, view))),
  );
}

/** The one fact that all the news is about, where it is new, gone or back: its statement is the headline then. */
function soleFact(news: News): { readonly fact: Fact; readonly gone: boolean } | undefined {
  if (newsCount(news) !== 1) return undefined;
  const [correction] = news.corrections;
  if (correction === undefined) return news.fresh[0] === undefined ? undefined : { fact: news.fresh[0], gone: false };
  if (isRetraction(correction)) return { fact: correction.was, gone: true };
  const { was, is } = correction;
  return is !== undefined && live(is) && !live(was) ? { fact: is, gone: false } : undefined;
}

function once(facts: readonly Quoted[]): readonly Quoted[] {
  return [...new Map(facts.map((f) => [f.id, f])).values()];
}

// The latest round first.
function byTalks(facts: readonly Fact[], view: View): readonly (readonly [talks: string, facts: readonly Fact[]])[] {
  const order = new Map(rounds(view).map((t, i) => [t.id, i]));
  const place = (talks: string): number => order.get(talks) ?? -1;
  return [...Map.groupBy(facts, (f) => f.talks)].toSorted(([a], [b]) => place(b) - place(a));
}

function part(title: string, lines: readonly (readonly Inline[])[]): readonly Block[] {
  if (lines.length === 0) return [];
  const lists = Array.from({ length: Math.ceil(lines.length / LINES) }, (_, i) =>
    list(...lines.slice(i * LINES, (i + 1) * LINES)),
  );
  return [paragraph(strong(title)), ...lists];
}

function after(news: News, at: Told) {
  const review = { label: tell(at, "button.review"), call: call(["facts", "review"]) };
  return [
    { label: tell(at, "button.allChanges"), call: ask("changes") },
    { label: tell(at, "button.disputes"), call: ask("disputes") },
    ...(news.suggestions.length === 0 ? [] : [review]),
  ];
}
