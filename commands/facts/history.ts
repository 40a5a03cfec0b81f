import { call } from "#core/request/call.ts";
import { answered, defineCommand, refused, type Answer } from "#core/answer/command.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import { aliasSubject, factSubject, nameSubject } from "#core/desk/subject.ts";
import { findFact } from "#core/changes/fact-state.ts";
import { FACT_ID } from "./fact-options.ts";
import { knownName } from "#core/changes/known-name.ts";
import { trailLine } from "#core/changes/history.ts";
import { factBlocks, quoted } from "#core/reply/fact-blocks.ts";
import type { Refusal } from "#core/request/refusal.ts";
import { buttons, heading, list, paragraph, reply, text } from "#core/reply/reply.ts";
import { count } from "#core/text/text.ts";

export const history = defineCommand({
  path: ["facts", "history"],
  about: "Every change to a fact or a name: who, when, why, what it was before",
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
    if (!found.ok && own.length === 0) return nameHistory(values.id, snapshot, found.refusal);
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

/** Every change to a name and its spellings; what a fact's id is refused with where nothing is called so. */
function nameHistory(typed: string, snapshot: Snapshot, otherwise: Refusal): Answer {
  const { view, own, library } = snapshot;
  const used = knownName(typed, view, { field: "id" });
  const known = used.ok ? used : knownName(typed, view, { field: "id", retired: true });
  if (!known.ok) return refused(used.ok || (used.refusal.offers ?? []).length === 0 ? otherwise : used.refusal);
  const { of, item } = known.value;
  const [named, spelt] = [nameSubject(of, item.id), aliasSubject(of, item.id, "")];
  const changes = [
    ...library.of(named),
    ...own.revisions.filter((r) => r.subject === named || r.subject.startsWith(spelt)),
  ];
  const title = `History of ${item.name}`;
  return answered(
    reply(`${item.name}: ${count(changes.length, "revision")}.`, [
      heading(title),
      changes.length === 0
        ? paragraph(text("It is as the sources name it: nobody changed it."))
        : list(...changes.map((r) => trailLine(r, snapshot))),
    ]),
  );
}
