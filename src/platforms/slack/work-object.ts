import type { types } from "@slack/bolt";
import type { Published } from "#core/desk/desks.ts";
import { factSubject } from "#core/desk/subject.ts";
import { live, type Fact } from "#core/facts/fact.ts";
import { factCalled, inTongue } from "#core/facts/view.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { happened } from "#core/reply/happened.ts";
import { sourcesOf } from "#core/reply/fact-blocks.ts";
import { statement } from "#core/reply/statement.ts";
import type { Source } from "#core/reply/reply.ts";
import { shortMoment } from "#core/time/moment.ts";
import { shorten } from "#core/text/text.ts";

type Entity = types.EntityMetadata;
type Field = types.EntityCustomField;

const TITLE_MAX = 150;
const VALUE_MAX = 500;
/** Sources on the card below a link; those beside the conversation are more. */
const CARD_SOURCES = 3;
const DETAIL_SOURCES = 20;

/**
 * A fact with a public page as a Work Object (docs: Implementing Work Objects): on the card its statement, talks and
 * first sources; with `details` also their excerpts and its history. `posted`: the address as somebody posted it.
 * `tongue`: the language of those who read it. Undefined where readers see no such fact.
 */
export function workObject(
  { fact: id, snapshot }: Published,
  posted: string,
  details: boolean,
  { tongue }: Told,
): Entity | undefined {
  const { own, library } = snapshot;
  const view = inTongue(snapshot.view, tongue);
  const fact = factCalled(id, view);
  if (fact === undefined || fact.id !== id || !live(fact)) return undefined;
  const sources = sourcesOf(fact, view).slice(0, details ? DETAIL_SOURCES : CARD_SOURCES);
  const revisions = [...library.of(factSubject(id)), ...own.of(factSubject(id))];
  const history = revisions.map(({ at, kind }) => `${shortMoment(at)}: ${happened(kind, view)}`).join("\n");
  return {
    entity_type: "slack#/entities/item",
    url: posted,
    app_unfurl_url: posted,
    external_ref: { id: posted, type: "fact" },
    entity_payload: {
      attributes: {
        title: { text: shorten(statement(fact, view), TITLE_MAX) },
        display_type: tell(view, "card.fact"),
        product_name: "Talks",
      },
      custom_fields: [
        field("talks", tell(view, "card.round"), view.talks.name(fact.talks)),
        field("standing", tell(view, "card.standing"), standingOf(fact, view)),
        ...sources.map((s, i) => sourceField(s, i, details)),
        ...(details && history !== ""
          ? [{ ...field("history", tell(view, "page.history"), history), long: true }]
          : []),
      ],
    },
  };
}

function standingOf({ standing }: Fact, at: Told): string {
  return tell(at, standing === "disputed" ? "card.disputed" : "card.accepted");
}

function sourceField({ outlet, day, place, said, excerpt, href }: Source, i: number, details: boolean): Field {
  const where = [day, place, said].filter((part) => part !== undefined).join(", ");
  const quoted = details && excerpt !== undefined ? `${where}: “${excerpt}”` : where;
  return {
    ...field(`source_${i + 1}`, shorten(outlet, TITLE_MAX), quoted),
    ...(href === undefined ? {} : { link: href }),
    ...(details ? { long: true } : {}),
  };
}

function field(key: string, label: string, value: string): Field {
  return { key, label, type: "string", value: shorten(value, VALUE_MAX) };
}
