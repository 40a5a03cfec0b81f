import type { Snapshot } from "#core/desk/desk.ts";
import type { SuggestionState } from "#core/desk/payload.ts";
import { overlayFact } from "#core/desk/overlay.ts";
import { factWith } from "#core/slots/fact-index.ts";
import type { Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { placeIn } from "#core/reply/citation.ts";
import { statement } from "#core/reply/statement.ts";
import type { RawCall } from "#core/request/call.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { SLOT_NAMES } from "#core/facts/slot-names.ts";
import { capitalIn } from "#core/messages/words.ts";
import { shorten } from "#core/text/text.ts";
import { claimOf } from "./add.ts";
import { citedArticle } from "./citing.ts";
import { readStated } from "./suggestion.ts";

const SAID_MAX = 300;
/** What a suggestion says of itself, and not of what it suggests. */
const ABOUT_IT = new Set([
  "slot",
  "source",
  "paragraph",
  "title",
  "address",
  "published",
  "talks",
  "side",
  "keep-both",
]);

/**
 * What is suggested, as a sentence with its round and source: `The talks lasted 4 hours. Second round, Oslo, April
 * 2025 [Quay Times, ¶3]`. Of what was approved, the fact as it stands.
 */
export function suggestionWords(
  { values, fact: id }: Pick<SuggestionState, "values" | "fact">,
  { view }: Snapshot,
): string {
  const fact = (id === undefined ? undefined : factWith(id, view.facts)) ?? asFact(values, view);
  const round = fact === undefined ? "" : ` ${view.talks.name(fact.talks)}`;
  const said = fact === undefined ? inFields(values, view) : statement(fact, view);
  return `${shorten(said, SAID_MAX)}${round} [${suggestedPlace(values, view)}]`;
}

/** The fact that it would be; undefined where its words cannot be read any more. */
function asFact(values: RawCall["values"], view: View): Fact | undefined {
  const stated = readStated(values, view);
  if (!stated.ok) return undefined;
  const claim = claimOf(stated.value, { id: "" }, 0);
  return overlayFact(claim.id, [claim], {}, 0);
}

function inFields(values: RawCall["values"], at: Told): string {
  const slot = SLOT_NAMES.find((name) => name === values["slot"]);
  const label = tell(at, slot === undefined ? "table.fact" : `slot.${slot}`);
  const said = Object.entries(values).flatMap(([name, value]) => (ABOUT_IT.has(name) ? [] : [value]));
  return `${capitalIn(at, label)}: ${said.join(", ")}`;
}

/** Where the values of a suggestion say that it stands: `Quay Times, note 3`. */
export function suggestedPlace(values: RawCall["values"], view: View): string {
  const { source = "", paragraph } = values;
  const stated = readStated(values, view);
  const cited = stated.ok ? citedArticle(stated.value.citing, view, "") : undefined;
  const article = cited?.ok === true ? cited.value.article : view.articles.get(source);
  const outlet = article?.outlet ?? source.replace(/^new:\s*/iu, "");
  return [outlet, ...(paragraph === undefined ? [] : [placeIn(article, paragraph, view)])].join(", ");
}
