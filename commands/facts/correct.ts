import { call } from "#core/request/call.ts";
import { defineCommand } from "#core/answer/command.ts";
import { authorOf, refusing } from "#core/desk/desk.ts";
import { changedSince, planCorrect } from "#core/changes/correct.ts";
import { findFact, findToChange } from "#core/changes/fact-state.ts";
import { messagesNote } from "./messages-note.ts";
import { FACT_ID } from "./fact-options.ts";
import { changed, shown } from "./changed.ts";
import { text, whole } from "#core/request/options/index.ts";
import { ok } from "#core/request/refusal.ts";
import { paragraph, strong, text as words } from "#core/reply/reply.ts";
import { SLOTS } from "#core/slots/index.ts";
import { statement } from "#core/reply/statement.ts";
import { listed } from "#core/text/text.ts";
import { fieldsOf } from "#core/facts/fact.ts";

export const correct = defineCommand({
  path: ["facts", "correct"],
  about: "Correct a fact's values; the old ones stay in its history",
  tier: "moderator",
  options: {
    id: FACT_ID,
    why: text("Why, for the history", { max: 300 }),
    seen: whole("The revision that you saw, so that nobody's later change is lost", 0, 999_999_999),
  },
  example: 'apr-duration-tass stated:"5 hours 30 minutes" why:"as in the source"',
  form: {
    title: "Correct a fact",
    asks: ["why"],
    fields(values, at) {
      const fact = findFact(values["id"] ?? "", at);
      return fact.ok ? SLOTS[fact.value.slot].fields : undefined;
    },
    present(values, at) {
      if (values["id"] === undefined) return ok({});
      const fact = findFact(values["id"] ?? "", at);
      if (!fact.ok) return fact;
      const held = Object.entries(fieldsOf(fact.value)).map(([name, value]) => [name, String(value)] as const);
      return ok({ ...Object.fromEntries(held), seen: String(fact.value.revision) });
    },
    note: messagesNote,
  },
  async answer(values, { asker, desk, fields, raw }) {
    const by = authorOf(asker);
    const outcome = await desk.change(by, (snapshot) => {
      const fact = findToChange(values.id, asker.tier, snapshot);
      if (!fact.ok) return refusing(fact.refusal);
      const conflict = changedSince(fact.value, values.seen, by, snapshot);
      if (conflict !== undefined) {
        const again = call(raw.path, { ...raw.values, seen: String(fact.value.revision) });
        return refusing({ ...conflict, again });
      }
      return planCorrect(fact.value, fields, values.why, snapshot);
    });
    return changed(outcome, ({ was, split }, now) => {
      const fact = findFact(values.id, now);
      const is = fact.ok ? statement(fact.value, now.view) : "";
      return shown("Corrected", fact.ok ? fact.value.id : values.id, now, [
        paragraph(strong("Was: "), words(was), words(" → "), strong("Now: "), words(is)),
        ...(split === undefined
          ? []
          : [
              paragraph(
                words(`${split.outlets} worded it differently and still says so: kept as ${listed(split.ids)}.`),
              ),
            ]),
      ]);
    });
  },
});
