import { tell } from "#core/messages/tell.ts";
import { listedIn } from "#core/messages/lists.ts";
import { countryIn } from "#core/messages/words.ts";
import { partiesApart } from "#core/lookup/parties-apart.ts";
import { ask, LABEL_MAX } from "#core/request/call.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";

const OFFERED = 5;

/**
 * Parties that are named together and take part in no one negotiation: what is held of others answers nothing.
 * Undefined where there are none such.
 */
export function noTalksBetween(question: string, view: View): Refusal | undefined {
  const parties = partiesApart(question, view);
  if (parties.length === 0) return undefined;
  const held = view.negotiations.all.filter((n) => n.parties.some(({ party }) => parties.includes(party)));
  const takes = held.map(
    ({ name, parties: there }) =>
      `${name}: ${listedIn(
        view,
        there.flatMap(({ party }) => (parties.includes(party) ? [countryIn(view, view.parties.name(party))] : [])),
      )}`,
  );
  return refuse(
    "held",
    tell(view, "between.none", {
      parties: listedIn(
        view,
        parties.map((id) => countryIn(view, view.parties.name(id))),
      ),
    }),
    takes.length === 0 ? tell(view, "between.list") : tell(view, "between.others", { others: takes.join("; ") }),
    held
      .slice(0, OFFERED)
      .map(({ id, name }) => ({ label: shorten(name, LABEL_MAX), call: ask("list", { talks: id }) })),
  );
}
