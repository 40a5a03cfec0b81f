import { tell } from "#core/messages/tell.ts";
import { listedIn } from "#core/messages/lists.ts";
import { answered, defineCommand } from "#core/answer/command.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import type { Fact } from "#core/facts/fact.ts";
import type { Person } from "#core/facts/names.ts";
import { person } from "#core/request/options/index.ts";
import { quoted } from "#core/reply/fact-blocks.ts";
import { grouped, headed, nothing, plainOf, READS } from "./read.ts";
import { roundsMeant } from "./rounds-meant.ts";
import { talksSaid } from "#core/reply/talks-said.ts";
import { firstLine, type FirstLine } from "#core/reply/first-line.ts";
import { buttons, folded, heading, paragraph, reply, text } from "#core/reply/reply.ts";
import { concerns, tellsOf } from "./concerns.ts";
import { knownPerson } from "./known-person.ts";
import { ask } from "#core/request/call.ts";
import { live } from "#core/facts/fact.ts";
import { rounds, type View } from "#core/facts/view.ts";

export const who = defineCommand({
  path: ["talks", "who"],
  about: "A person: every fact about them, under any spelling",
  tier: "reader",
  options: { name: person("The person, in any spelling", { words: true, required: true }), ...READS },
  example: "{person}",
  async answer(values, context) {
    const { view } = context;
    const them = view.people.get(values.name);
    const held = (roundsMeant(values.talks, { view }) ?? rounds(view))
      .toReversed()
      .map((round) => ({
        round,
        facts: view.facts.filter(
          (f) => f.talks === round.id && live(f) && them !== undefined && concerns(f, them, view),
        ),
      }))
      .filter(({ facts }) => facts.length > 0);
    if (them === undefined) return nothing(context, values.name);
    if (held.length === 0) return tellsOf(them, view) ? nothing(context, them.name) : knownPerson(them, context);
    const facts = held.flatMap((h) => h.facts);
    const used = spellingsUsed(them, facts);
    const line = whoLine(them, facts, view);
    return answered(
      reply(
        plainOf(line, facts, view),
        [
          ...headed(line, them.name, facts),
          ...(used.length === 0
            ? []
            : [folded(paragraph(text(tell(view, "who.spelled", { names: listedIn(view, used) }))))]),
          ...held.flatMap((h) => [heading(talksSaid(h.round.id, view)), ...grouped(h.facts, view, true)]),
          buttons(
            { label: tell(view, "button.quotations"), call: ask("quotes", { speaker: them.id }) },
            { label: tell(view, "button.who-led"), call: ask("who-led") },
          ),
        ],
        facts.map((f) => quoted(f, view)),
      ),
    );
  },
});

/** What they did there, before what they said and what was said of them. */
function whoLine({ name }: Person, facts: readonly Fact[], view: View): FirstLine {
  const told = TELLING.map((slot) => facts.filter((f) => f.slot === slot)).find((some) => some.length > 0) ?? facts;
  const { text: line } = firstLine(told, view);
  return { text: line.includes(name) ? line : firstLine(told, view, `${name}:`).text };
}

const TELLING: readonly SlotName[] = ["led", "role", "attended", "quote", "assessment"];

function spellingsUsed(them: Person, facts: readonly Fact[]): readonly string[] {
  const used = facts.flatMap((f) =>
    f.claims.flatMap((c) =>
      Object.entries(c.as)
        .filter(([k]) => c.fields[k] === them.id)
        .map(([, v]) => v),
    ),
  );
  return [...new Set(used)].filter((s) => s !== them.name);
}
