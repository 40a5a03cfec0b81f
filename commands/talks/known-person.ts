import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { countryIn } from "#core/messages/words.ts";
import { refused, type Answer, type Context } from "#core/answer/command.ts";
import type { Person } from "#core/facts/names.ts";
import type { View } from "#core/facts/view.ts";
import { ask, LABEL_MAX } from "#core/request/call.ts";
import { refuse } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";
import { missed, nothing } from "./read.ts";

const OFFERED = 3;

/** The answer about a person of whom no fact tells: as what the desk knows the name. */
export async function knownPerson(person: Person, context: Context): Promise<Answer> {
  const { view } = context;
  const { name, party } = person;
  if (party === undefined) return nothing(context, name);
  await missed(context, name);
  const takes = view.negotiations.all.filter((n) => n.parties.some((p) => p.party === party));
  return refused(
    refuse(
      "held",
      tell(view, "person.none", { name }),
      tell(view, "person.known", {
        what: listedIn(view, [
          tell(view, "person.of", { party: countryIn(view, view.parties.name(party)) }),
          ...takes.map((n) => roleIn(n.id, party, view)),
        ]),
      }),
      takes.slice(0, OFFERED).map((n) => ({ label: shorten(n.name, LABEL_MAX), call: ask("list", { talks: n.id }) })),
    ),
  );
}

/** `a mediator in Nile talks`. */
function roleIn(negotiation: string, party: string, view: View): string {
  const role = view.negotiations.get(negotiation)?.parties.find((p) => p.party === party)?.role ?? "party";
  return tell(view, `person.${role}`, { negotiation: view.negotiations.name(negotiation) });
}
