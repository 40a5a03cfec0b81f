import { labelOf } from "#core/slots/label.ts";
import type { Fact } from "#core/facts/fact.ts";
import { SLOTS } from "#core/slots/index.ts";
import { statement } from "#core/reply/statement.ts";
import { sidesOf } from "#core/facts/sides.ts";
import type { View } from "#core/facts/view.ts";
import { alsoSaid } from "./also-said.ts";
import { DEADLINE, saysDeadline } from "./deadline.ts";
import { facet, type Row } from "./row.ts";
import { turnsIn } from "./turns-of-speech.ts";
import { wholeWords } from "./whole-words.ts";

/**
 * A fact in the words that people may ask for it with: its side, its slot, its sentence, every spelling of the names in
 * it.
 */
export function factRow(fact: Fact, view: View): Row {
  const named = fact.claims.flatMap((claim) =>
    Object.entries(claim.fields).flatMap(([field, value]) => {
      const of = SLOTS[claim.slot].fields[field]?.of;
      const item = of === undefined ? undefined : view[of].get(String(value));
      return item === undefined ? [] : [item.name, ...item.aliases];
    }),
  );
  const said = fact.claims.flatMap((c) => [...Object.values(c.as), String(c.fields["about"] ?? "")]);
  const text = statement(fact, view);
  return {
    id: fact.id,
    subject:
      fact.side === undefined
        ? ""
        : sidesOf(fact, view)
            .map((id) => view.parties.get(id)?.adjective ?? "")
            .join(" "),
    label: labelOf(fact.claims[0], view),
    text,
    aliases: fact.aliases ?? [],
    tags: [...new Set([...named, ...said, ...alsoSaid(text), ...deadlineOf(fact)])].filter((t) => t !== ""),
    facets: [...facetsOf(fact, view), ...turnsIn(text)],
  };
}

function deadlineOf({ slot, claims }: Fact): readonly string[] {
  const values = claims.flatMap(({ fields }) => Object.values(fields).map(String));
  return AHEAD.has(slot) && values.some(saysDeadline) ? [DEADLINE] : [];
}

// What is agreed, wanted, planned or noted may have a day by which it is due.
const AHEAD: ReadonlySet<string> = new Set(["outcome", "position", "next", "note", "background", "agenda"]);

function facetsOf(fact: Fact, view: View): readonly string[] {
  const named = fact.claims.flatMap((claim) =>
    Object.entries(claim.fields).flatMap(([field, value]) => {
      const of = SLOTS[claim.slot].fields[field]?.of;
      return of === undefined ? [] : [facet(of, String(value))];
    }),
  );
  const outlets = fact.claims.map((claim) => facet("article", claim.citation.article));
  const side = sidesOf(fact, view).map((id) => facet("side", id));
  const asked = (fact.aliases ?? []).map((alias) => facet("asked", wholeWords(alias)));
  return [...new Set([facet("slot", fact.slot), facet("talks", fact.talks), ...side, ...named, ...outlets, ...asked])];
}
