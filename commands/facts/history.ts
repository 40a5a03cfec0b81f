import { call } from "#core/request/call.ts";
import { answered, defineCommand, refused } from "#core/answer/command.ts";
import { aliasSubject, factSubject } from "#core/desk/subject.ts";
import { findFact } from "#core/changes/fact-state.ts";
import { FACT_ID } from "./fact-options.ts";
import { trailLine } from "#core/changes/history.ts";
import { factBlocks, quoted } from "#core/reply/fact-blocks.ts";
import { buttons, heading, list, reply } from "#core/reply/reply.ts";
import { count } from "#core/text/text.ts";

export const history = defineCommand({
  path: ["facts", "history"],
  about: "Every change to a fact: who, when, why, what it was before",
  tier: "moderator",
  options: { id: FACT_ID },
  example: "apr-led-us",
  async answer(values, { desk, asker }) {
    const snapshot = await desk.snapshot();
    const found = findFact(values.id, snapshot);
    const id = found.ok ? found.value.id : values.id.trim().toLowerCase();
    const spelled = aliasSubject("facts", id, "");
    const own = snapshot.own.revisions.filter((r) => r.subject === factSubject(id) || r.subject.startsWith(spelled));
    // A fact whose adding was undone has a history still.
    if (!found.ok && own.length === 0) return refused(found.refusal);
    const lines = [...snapshot.library.of(factSubject(id)), ...own].map((r) => trailLine(r, snapshot));
    return answered(
      reply(
        `${id}: ${count(lines.length, "revision")}.`,
        [
          heading(`History of ${id}`),
          ...(found.ok ? factBlocks(found.value, snapshot.view) : []),
          list(...lines),
          buttons(
            { label: "Correct", call: call(["facts", "correct"], { id }) },
            ...(own.length > 0 && asker.tier === "admin"
              ? [{ label: "Undo last", call: call(["facts", "undo"], { id: String(own.at(-1)?.number) }) }]
              : []),
          ),
        ],
        found.ok ? [quoted(found.value, snapshot.view)] : [],
      ),
    );
  },
});
