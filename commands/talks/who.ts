import { answered, defineCommand } from "#core/answer/command.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import type { Fact } from "#core/facts/fact.ts";
import { spellings, type Person } from "#core/facts/names.ts";
import { person } from "#core/request/options/index.ts";
import { quoted } from "#core/reply/fact-blocks.ts";
import { grouped, headed, nothing, plainOf, READS } from "./read.ts";
import { roundsMeant } from "./rounds-meant.ts";
import { talksSaid } from "#core/reply/talks-said.ts";
import { firstLine, type FirstLine } from "#core/reply/first-line.ts";
import { buttons, folded, heading, paragraph, reply, text } from "#core/reply/reply.ts";
import { SLOTS } from "#core/slots/index.ts";
import { statement } from "#core/reply/statement.ts";
import { fold, listed } from "#core/text/text.ts";
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
    if (them === undefined || held.length === 0) return nothing(context, them?.name ?? values.name);
    const facts = held.flatMap((h) => h.facts);
    const used = spellingsUsed(them, facts);
    const line = whoLine(them, facts, view);
    return answered(
      reply(
        plainOf(line, facts, view),
        [
          ...headed(line, them.name, facts),
          ...(used.length === 0 ? [] : [folded(paragraph(text(`Also spelled ${listed(used)} in the sources.`)))]),
          ...held.flatMap((h) => [heading(talksSaid(h.round.id, view)), ...grouped(h.facts, view, true)]),
          buttons(
            { label: "Quotations", call: ask("quotes", { speaker: them.id }) },
            { label: "Who led", call: ask("who-led") },
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

/**
 * A fact concerns a person whom one of its fields names, or whom its words or who said it mention in full or by a known
 * spelling.
 */
function concerns(fact: Fact, them: Person, view: View): boolean {
  const { fields } = SLOTS[fact.slot];
  if (fact.claims.some((c) => Object.entries(c.fields).some(([k, v]) => fields[k]?.of === "people" && v === them.id)))
    return true;
  const words = ` ${fold([statement(fact, view), ...fact.claims.flatMap((c) => c.according?.map(({ who }) => who) ?? [])].join(" "))} `;
  return spellings(them).some((s) => fold(s).length > 3 && words.includes(` ${fold(s)} `));
}

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
