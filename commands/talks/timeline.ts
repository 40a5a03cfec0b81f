import { answered, defineCommand } from "#core/answer/command.ts";
import { quoted } from "#core/reply/fact-blocks.ts";
import { ANY_READ, headed, nothing, plainOf } from "./read.ts";
import { ofOthers, ofWhose, roundsOfOne, talksOrAll } from "./rounds-meant.ts";
import { firstLine } from "#core/reply/first-line.ts";
import { buttons, idCode, reply, strong, text, type Inline } from "#core/reply/reply.ts";
import { citedCell, tableSources } from "#core/reply/cited-cell.ts";
import { sideName } from "#core/reply/statement.ts";
import { tableBlocks, type Row } from "#core/reply/table.ts";
import type { Fact } from "#core/facts/fact.ts";
import type { Talks } from "#core/facts/names.ts";
import { pictureOf } from "#core/reply/picture.ts";
import { shortNames } from "#core/reply/short-names.ts";
import { holdsOne, labelOf, slotKey } from "#core/slots/label.ts";
import { ask } from "#core/request/call.ts";
import { ALL_SLOTS, SLOTS } from "#core/slots/index.ts";
import { factsIn, type View } from "#core/facts/view.ts";

const TIMED = ALL_SLOTS.filter((slot) => slot.timed).map((slot) => slot.name);

export const timeline = defineCommand({
  path: ["talks", "timeline"],
  about: "The rounds in order: day, comings and goings, length, what came next",
  tier: "reader",
  options: { talks: talksOrAll("One round, or a negotiation (the newest, if empty)"), ...ANY_READ },
  example: "",
  async answer(values, context) {
    const { view } = context;
    const held = roundsOfOne(values.talks, TIMED, context)
      .map((round) => ({ round, facts: TIMED.flatMap((slot) => factsIn(view, slot, round.id)) }))
      .filter(({ facts }) => facts.length > 0);
    const facts = held.flatMap((h) => h.facts);
    if (facts.length === 0) return nothing(context, "a timeline");
    const days = facts.filter((f) => f.slot === "date");
    const named = held.map((h) => h.round.name);
    const table = tableOf(held, view);
    const line = firstLine(days.length > 0 ? days : facts, view);
    return answered(
      reply(
        plainOf(line, facts, view),
        [
          ...headed({ text: line.text }, `Timeline${ofWhose(held[0]?.round, view)}: ${named.join(" · ")}`, facts),
          ...pictureOf("timeline", { form: "timeline", title: `Timeline: ${named.join(" · ")}` }, table),
          ...table,
          ...held.map((h) => tableSources(h.round.name, h.facts, view)),
          buttons(
            { label: "Compare the rounds", call: ask("compare") },
            ...ofOthers(
              held.map((h) => h.round),
              context,
            ),
          ),
        ],
        facts.map((f) => quoted(f, view)),
      ),
    );
  },
});

/** What is held of one round: a row a question, and a row a fact where there may be many. */
function rowsOf(round: string, facts: readonly Fact[], view: View): readonly Row[] {
  const questions = Map.groupBy(facts, (f) => {
    const isMany = SLOTS[f.slot].holds !== "one" && !holdsOne(f.claims[0], view);
    return JSON.stringify([slotKey(f), f.side, isMany && f.standing !== "disputed" ? f.id : ""]);
  });
  return [...questions.values()].flatMap((some): readonly Row[] => {
    const [first] = some;
    if (first === undefined) return [];
    const side = first.side === undefined ? "" : ` (${sideName(first.side, view, first.talks)})`;
    const ids = some.flatMap((f, i): readonly Inline[] => [...(i === 0 ? [] : [text(" ")]), idCode(f.id)]);
    const what = strong(`${labelOf(first.claims[0], view)}${side}`);
    return [{ cells: [[strong(round)], [what], citedCell(some, view), ids], of: some.map((f) => f.id) }];
  });
}

function tableOf(held: readonly { readonly round: Talks; readonly facts: readonly Fact[] }[], view: View) {
  const names = shortNames(held.map(({ round }) => round.name));
  const rows = held.flatMap(({ round, facts }, i) => rowsOf(names[i] ?? round.name, facts, view));
  const head = ["Round", "What", "As told", "Fact"];
  // Of one round, the line above says which.
  if (held.length > 1) return tableBlocks("", head, rows);
  return tableBlocks(
    "",
    head.slice(1),
    rows.map(({ cells, of }) => ({ cells: cells.slice(1), of })),
  );
}
